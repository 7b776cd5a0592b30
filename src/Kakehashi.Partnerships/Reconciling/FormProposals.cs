using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>What the registry may have for an organisation that is being entered.</summary>
/// <param name="All">The surest first, without those that somebody has said no to.</param>
/// <param name="Taken">The numbers of our organisations that have the ROR id of one of them already.</param>
public sealed record FormProposals(IReadOnlyList<Proposal> All, IReadOnlyDictionary<string, long> Taken)
{
    /// <summary>What there is for an organisation as far as it has been typed.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="draft">What has been typed.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FormProposals> ForAsync(Workspace workspace, RegistryInUse registry, Organisation draft, CancellationToken cancel)
    {
        var decided = draft.Number == 0 ? [] : (await workspace.RegistryDecisionsAsync(draft.Number, cancel))[draft.Number]
            .Where(one => one.Verdict == RegistryVerdict.NotSame).Select(one => one.Ror).ToHashSet(StringComparer.Ordinal);
        var found = await Task.Run(() => registry.For(draft).Without(decided), cancel);
        await using var context = workspace.Database.Read();
        var keys = await context.ResolveAsync(workspace.Types[typeof(Organisation)], [.. found.All.Select(one => KeyOf(one.Entry))], cancel);
        return new(found.All, found.All.Where(one => keys.ContainsKey(KeyOf(one.Entry))).ToDictionary(one => one.Entry.Id, one => keys[KeyOf(one.Entry)], StringComparer.Ordinal));
    }

    private static string KeyOf(RegistryEntry entry) => OrganisationIdentifier.Of(IdentifierScheme.Ror, entry.Id).Key!;
}
