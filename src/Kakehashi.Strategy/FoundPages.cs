using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Records.Codes;
using Kakehashi.Strategy.Places;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy;

/// <summary>Pages that a search leads to beside records: countries and regions, indicators, actions of the strategy.</summary>
public static class FoundPages
{
    private const int Most = 8;

    /// <summary>Those whose name holds the words or whose code they are, in either language; the shortest names first, since they fit best.</summary>
    public static IReadOnlyList<NavItem> For(Workspace workspace, StrategyTree? tree, string words)
    {
        var indicators = workspace.IndicatorReading.Catalogue?.All.GroupBy(one => one.Code).Select(versions => versions.Last()) ?? [];
        var all = AreasOf(workspace.Codes)
            .Concat(indicators.Select(one => (Name: new Text($"{one.Code} {one.Name.Ja}", $"{one.Code} {one.Name.En}"), Page: "indicators/" + one.Code, Icon: "target")))
            .Concat((tree?.Actions ?? []).Select(one => (Name: new Text($"{one.Code} {one.Title.Ja}", $"{one.Code} {one.Title.En}"), Page: "strategy/" + one.Code, Icon: "route")));
        // 米国 is how some write アメリカ合衆国: lists know other spellings
        var meant = workspace.Codes[CodeLists.Countries].TryRead(words, out var code) ? new Areas(workspace.Codes).Country(code.Value)?.Page : null;
        return [.. all.Where(one => one.Page == meant || Holds(one.Name.Ja, words) || Holds(one.Name.En, words)).OrderBy(one => one.Page == meant ? 0 : one.Name.In(Speech.Spoken).Length).Take(Most).Select(one => new NavItem(one.Name, one.Page, one.Icon))];
    }

    private static bool Holds(string name, string words) => name.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(Text Name, string Page, string Icon)> AreasOf(CodeLists codes)
    {
        var areas = new Areas(codes);
        return codes[CodeLists.Countries].All.Select(code => areas.Country(code.Value)!).Concat(codes[CodeLists.Regions].All.Where(code => code.Value != Areas.World).Select(code => areas.Region(code.Value)!))
            .Select(area => (area.Name, area.Page, "world"));
    }
}
