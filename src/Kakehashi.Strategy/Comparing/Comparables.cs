using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;

namespace Kakehashi.Strategy.Comparing;

/// <summary>Finds what an address means by its items, and what can be chosen.</summary>
public static class Comparables
{
    /// <summary>What can be chosen; none where one types a name, since there are too many.</summary>
    public static async Task<IReadOnlyList<ComparedItem>> OfferedAsync(Workspace workspace, ComparedKind kind, IReadOnlyList<Period> periods, CancellationToken cancel)
    {
        if (kind == ComparedKind.Periods) return [.. periods.Reverse().Select(period => new ComparedItem(period.ToString(), period.Label))];
        if (kind == ComparedKind.Units) return [.. (await new Dimensions(workspace).UnitsAsync(cancel)).Select(unit => new ComparedItem(Key(unit.Number), unit.Name))];
        return kind == ComparedKind.Countries ? [.. workspace.Codes[CodeLists.Countries].All.Select(code => new ComparedItem(code.Value, code.Label))] : [];
    }

    /// <summary>The items of an address that are known, each once; what was typed may be a key or a name.</summary>
    public static async Task<IReadOnlyList<ComparedItem>> FoundAsync(Workspace workspace, CompareAddress address, IReadOnlyList<ComparedItem> offered, Actor actor, CancellationToken cancel)
    {
        var found = new List<ComparedItem>();
        foreach (var text in address.Items)
        {
            var item = address.Kind == ComparedKind.Partners ? await PartnerAsync(workspace, text, actor, cancel)
                : offered.FirstOrDefault(one => one.Key == text) ?? (address.Kind == ComparedKind.Countries && workspace.Codes[CodeLists.Countries].TryRead(text, out var code) ? new(code.Value, code.Label) : null);
            if (item is not null && found.TrueForAll(one => one.Key != item.Key)) found.Add(item);
        }

        return found;
    }

    private static async Task<ComparedItem?> PartnerAsync(Workspace workspace, string text, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(Organisation)];
        var numbers = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? [number] : await LinkLookup.FindAsync(workspace, type, text, 1, actor, cancel);
        if (numbers.Count == 0) return null;
        await using var context = workspace.Database.Read();
        return await context.FindAsync(type, numbers[0], actor, cancel) is Organisation partner ? new(Key(partner.Number), (partner.Name.In(Language.Ja), partner.Name.In(Language.En))) : null;
    }

    private static string Key(long number) => number.ToString(CultureInfo.InvariantCulture);
}
