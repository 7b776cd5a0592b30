using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>A party as a draft names it.</summary>
/// <param name="Name">Its name, as far as it is known in each language.</param>
/// <param name="Office">Of whoever signs for it.</param>
/// <param name="Signature">As it is recorded; null before the approval.</param>
internal sealed record DraftParty(Bilingual Name, Bilingual Office, PartySignature? Signature);

/// <summary>All that a draft says of an agreement.</summary>
/// <param name="Agreement">As whoever asks may see it.</param>
/// <param name="University">Whose database it is.</param>
/// <param name="Codes">What codes are called.</param>
/// <param name="Parties">The university first.</param>
/// <param name="Units">Names of units by number.</param>
/// <param name="Parent">The agreement it rests on; null where there is none that may be seen.</param>
/// <param name="Former">The one it renews.</param>
/// <param name="Today">The day of the draft.</param>
internal sealed record AgreementDraft(
    Agreement Agreement, University University, CodeLists Codes, IReadOnlyList<DraftParty> Parties, IReadOnlyDictionary<long, Bilingual> Units, Agreement? Parent, Agreement? Former, DateOnly Today)
{
    /// <summary>Reads what stands around an agreement, as far as somebody sees it.</summary>
    public static async Task<AgreementDraft> ReadAsync(Workspace workspace, Agreement agreement, AgreementProcedure? procedure, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var others = agreement.OtherParties;
        var partners = await context.CaptionsAsync(workspace.Types[typeof(Organisation)], [.. others.Select(one => one.Organisation).Append(agreement.Partner).OfType<Id<Organisation>>().Select(one => one.Value).Distinct()], actor, cancel);
        var units = await context.CaptionsAsync(workspace.Types[typeof(OrgUnit)], [.. agreement.OtherUnits.Select(one => one.Unit).Append(agreement.Unit).OfType<Id<OrgUnit>>().Select(one => one.Value).Distinct()], actor, cancel);
        var type = workspace.Types[typeof(Agreement)];
        async Task<Agreement?> Other(Id<Agreement>? one) => one is { } id && await context.FindAsync(type, id.Value, actor, cancel) is Agreement { IsWithdrawn: false } found ? found : null;
        // who signed is personal, like the contacts of a masked agreement
        var signatures = agreement.IsMasked ? [] : procedure?.Signatures ?? [];
        var name = workspace.University.Name;
        Bilingual Named(Id<Organisation>? organisation, string? signedAs) => organisation is { } id && partners.TryGetValue(id.Value, out var known) ? known : new(null, signedAs);
        DraftParty Party(Id<Organisation>? organisation, string? signedAs)
        {
            var signature = signatures.Find(one => organisation is not null && one.Organisation == organisation);
            return new(Named(organisation, signedAs), new(signature?.Office, signature?.Office), signature);
        }

        var office = agreement.Signatory is { } of ? AgreementWords.Of(of) : (Text?)null;
        var own = signatures.Find(one => one.Party == AgreementWords.OwnParty);
        List<DraftParty> parties = [new(new(name.Ja, name.En), office is { } said ? new(said.Ja, said.En) : default, own)];
        if (agreement.Partner is not null || agreement.PartnerName is not null) parties.Add(Party(agreement.Partner, agreement.PartnerName));
        parties.AddRange(others.Select(one => Party(one.Organisation, one.SignedAs)));
        return new(agreement, workspace.University, workspace.Codes, parties, units, await Other(agreement.Parent), await Other(agreement.Former), workspace.Today);
    }

    public Bilingual UnitName(Id<OrgUnit>? unit) => unit is { } one && Units.TryGetValue(one.Value, out var name) ? name : default;
}
