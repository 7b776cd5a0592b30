using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What partners of some agreements are called: their names in both languages where they are linked, else as they were signed.</summary>
public sealed class PartnerNames
{
    private readonly IReadOnlyDictionary<long, Bilingual> known;

    private PartnerNames(IReadOnlyDictionary<long, Bilingual> known) => this.known = known;

    /// <summary>Reads them at once.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="agreements">As many as a card shows.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<PartnerNames> OfAsync(Workspace workspace, IEnumerable<Agreement> agreements, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var numbers = agreements.Select(one => one.Partner?.Value).OfType<long>().Distinct().ToArray();
        return new(await context.CaptionsAsync(workspace.Types[typeof(Organisation)], numbers, actor, cancel));
    }

    /// <summary>The name of the partner of an agreement, for readers of a language.</summary>
    public string? Of(Agreement agreement, Language language) =>
        agreement.Partner is { } partner && known.TryGetValue(partner.Value, out var name) && name.In(language) is { Length: > 0 } told ? told : agreement.PartnerName;
}
