using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>A file of the product's own template that an agreement of a file of EWP became.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Content">CSV.</param>
public sealed record EwpTemplate(string Name, byte[] Content);

/// <summary>A file of EWP, ready to be imported.</summary>
/// <param name="Agreements">How many agreements it has.</param>
/// <param name="Templates">Those that can be taken, one file each: each has the columns of what it says.</param>
/// <param name="Notes">What is wrong, and what is not taken over.</param>
public sealed record EwpTranslation(int Agreements, IReadOnlyList<EwpTemplate> Templates, IReadOnlyList<EwpNote> Notes);

/// <summary>Agreements to and from Erasmus Without Paper, as far as whoever asks may read and write them.</summary>
public sealed class EwpExchange(Workspace workspace, Actor actor)
{
    /// <summary>The profile that translated files are imported with: the product's own template of agreements.</summary>
    public const string Profile = "agreements";

    private readonly RecordType type = workspace.Types[typeof(Agreement)];

    /// <summary>The agreement as the standard tells it; null where nobody knows of it.</summary>
    /// <returns>Refusals: <c>ewp.incomplete</c>.</returns>
    public async Task<Result<Iia>?> ExportAsync(long number, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        if (await context.FindAsync(type, number, actor, cancel) is not Agreement { IsWithdrawn: false } agreement) return null;
        var partner = agreement.Partner is { } id ? await context.FindAsync(workspace.Types[typeof(Organisation)], id.Value, actor, cancel) as Organisation : null;
        var unit = agreement.Unit is { } of ? await context.FindAsync(workspace.Types[typeof(OrgUnit)], of.Value, actor, cancel) as OrgUnit : null;
        return AgreementAsIia.Of(agreement, partner, unit, workspace.University);
    }

    /// <summary>The record that a person means: by its reference, or by its number.</summary>
    public async Task<long?> NumberOfAsync(string named, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(named);
        await using var context = workspace.Database.Read();
        var found = await context.ResolveAsync(type, [named.Trim()], cancel);
        return found.Count > 0 ? found.Values.First() : long.TryParse(named.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The agreements that can be told to partners of EWP; what lacks something is not among them.</summary>
    /// <param name="ids">What EWP calls those that are wanted; null for all. One that nobody knows is left out.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Iia>> ExportAllAsync(IReadOnlyCollection<string>? ids, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var all = context.Set<Agreement>().Where(one => !one.IsWithdrawn && one.Partner != null).SeenBy(type, actor);
        if (ids is not null)
        {
            var numbers = ids.Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).Select(number => new Id<Agreement>(number)).ToArray();
            all = all.Where(one => ids.Contains(one.EwpId) || (one.EwpId == null && numbers.Contains(one.Id)));
        }

        var agreements = (await all.OrderBy(one => one.Id).ToListAsync(cancel)).Where(one => one.Places.Count > 0).ToList().ShownTo(type, actor);
        var partners = (await context.LoadAsync(workspace.Types[typeof(Organisation)], [.. agreements.Select(one => one.Partner!.Value.Value).Distinct()], cancel)).ToDictionary(one => one.Number, one => (Organisation)one);
        var units = (await context.LoadAsync(workspace.Types[typeof(OrgUnit)], [.. agreements.Select(one => one.Unit?.Value).OfType<long>().Distinct()], cancel)).ToDictionary(one => one.Number, one => (OrgUnit)one);
        return [.. agreements.Select(one => AgreementAsIia.Of(one, partners.GetValueOrDefault(one.Partner!.Value.Value), one.Unit is { } unit ? units.GetValueOrDefault(unit.Value) : null, workspace.University).Value).OfType<Iia>()];
    }

    /// <summary>Makes of a file what an import reads. Nothing is written.</summary>
    /// <returns>Refusals: those of <see cref="IiaFile.ReadAsync"/>, and <c>ewp.no-own-id</c>.</returns>
    public async Task<Result<EwpTranslation>> TranslateAsync(Stream stream, string name, CancellationToken cancel)
    {
        if (workspace.University.Schac is not { } own)
            return new Refusal("ewp.no-own-id", ("本学のSCHAC IDが設定されていません。データのフォルダーの university.yaml に schac: を加えてください。", "The SCHAC ID of the university is not set. Add schac: to university.yaml in the folder of the records."));
        var read = await IiaFile.ReadAsync(stream, cancel);
        if (!read.IsDone) return read.Refusal;
        var (templates, notes) = (new List<EwpTemplate>(), new List<EwpNote>());
        await using var context = workspace.Database.Read();
        foreach (var one in read.Value)
        {
            notes.AddRange(one.Notes);
            if (one.StatedHash is { } stated && stated != IiaHash.Of(one.Element))
                notes.Add(new(one.Line, "ewp.hash", ("ファイルにある iia-hash が、内容から計算した値と一致しません。", "The iia-hash in the file is not that of its terms."), false));
            if (one.Agreement is not { } iia) continue;
            if (IiaAsAgreement.Own(iia, own) is not { } at) notes.Add(new(one.Line, "ewp.not-ours", ($"本学({own})が当事者ではない協定です。", $"The university ({own}) is no partner of this agreement."), true));
            else if (IiaAsAgreement.ReferenceOf(iia.Partners[at]).Length == 0) notes.Add(new(one.Line, "ewp.no-reference", ("本学の側に iia-code も iia-id もありません。どちらかを書いてください。", "The university’s partner element has neither iia-code nor iia-id. Write one of them."), true));
            else templates.Add(await TemplateAsync(context, iia, at, $"{name} #{templates.Count + 1}", (code, text) => notes.Add(new(one.Line, code, text, false)), cancel));
        }

        return new EwpTranslation(read.Value.Count, templates, notes);
    }

    private async Task<EwpTemplate> TemplateAsync(RecordsContext context, Iia iia, int at, string name, Action<string, Text> note, CancellationToken cancel)
    {
        var (own, other) = (iia.Partners[at], iia.Partners[1 - at]);
        var around = new AroundIia(
            await ExistingAsync(context, own, cancel),
            await KeyedAsync(context, typeof(Organisation), $"{CodeNames.Of(IdentifierScheme.Schac)}:{other.Hei}", cancel) as Organisation,
            own.Unit is { } unit ? await KeyedAsync(context, typeof(OrgUnit), unit, cancel) as OrgUnit : null,
            workspace.Codes[CodeLists.LanguagesOfTheWorld].All.Select(code => code.Value).ToHashSet());
        return new(name, Csv(IiaAsAgreement.Row(iia, at, around, workspace.University.Years.Academic, workspace.Today, note)));
    }

    /// <summary>The agreement that a partner's element means: by its number for people, else by what EWP calls it.</summary>
    private async Task<Agreement?> ExistingAsync(RecordsContext context, IiaPartner own, CancellationToken cancel)
    {
        if (await KeyedAsync(context, typeof(Agreement), IiaAsAgreement.ReferenceOf(own), cancel) is Agreement keyed) return keyed;
        if (own.Id is not { } id) return null;
        return await context.Set<Agreement>().Where(one => one.EwpId == id && !one.IsWithdrawn).SeenBy(type, actor).FirstOrDefaultAsync(cancel);
    }

    private async Task<Record?> KeyedAsync(RecordsContext context, Type entity, string key, CancellationToken cancel)
    {
        var of = workspace.Types[entity];
        var found = await context.ResolveAsync(of, [key], cancel);
        return found.Count == 0 ? null : await context.FindAsync(of, found.Values.First(), actor, cancel) is { IsWithdrawn: false } record ? record : null;
    }

    private byte[] Csv(Dictionary<string, object> row)
    {
        using var stream = new MemoryStream();
        var columns = TemplateProfile.Columns(type).Where(column => row.ContainsKey(column.Code)).ToList();
        using (var csv = TableWriter.Csv(stream, [.. columns.Select(column => new TableColumn(column.Code))]))
        {
            foreach (var column in columns)
            {
                var value = row[column.Code];
                csv.Text(value as string ?? ValueTexts.Of(column.Field, value));
            }

            csv.EndRow();
            csv.Complete();
        }

        return stream.ToArray();
    }
}
