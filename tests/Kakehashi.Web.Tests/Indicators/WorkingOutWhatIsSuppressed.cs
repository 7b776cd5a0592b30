using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>Somebody who may see figures but no records opens every page there is, and adds up and takes away.</summary>
public sealed class WorkingOutWhatIsSuppressed(FacultiesAndRegions university) : IClassFixture<FacultiesAndRegions>
{
    private const int Below = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Period[] Years = [Period.Fiscal(2021), Period.Fiscal(2022), Period.Fiscal(2023), Period.Fiscal(2024)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Does_not_succeed_with_countries_and_the_regions_that_they_lie_in()
    {
        var codes = university.Workspace.Codes;
        var (regions, trueRegions) = await Both(new("FL-01", Years) { Breakdown = ["region"] });
        var (countries, trueCountries) = await Both(new("FL-01", Years) { Breakdown = ["country"] });
        var tables = new PublishedTables();
        HashSet<int> hidden = [];
        var regionCells = Add(tables, hidden, regions, trueRegions);
        var countryCells = Add(tables, hidden, countries, trueCountries);
        foreach (var year in Years)
        {
            tables.AddLine([.. regions.Index().Where(one => one.Item.Subject.Period == year).Select(one => regionCells[one.Index])]);
            foreach (var (at, region) in regions.Index().Where(one => one.Item.Subject.Period == year))
                tables.AddSum(regionCells[at], [.. countries.Index().Where(one => one.Item.Subject.Period == year && codes.RegionOf(one.Item.Subject.Keys[0]) == region.Subject.Keys[0]).Select(one => countryCells[one.Index])]);
        }

        AssertSafe(tables, hidden);
    }

    [Fact]
    public async Task Does_not_succeed_with_units_asked_for_one_by_one_or_beside_each_other()
    {
        var units = university.Parents.Keys.Order().ToArray();
        var (alone, trueAlone) = (new List<Figure>(), new List<Figure>());
        foreach (var unit in units)
        {
            var (shown, truth) = await Both(new("FL-01", Years) { Scope = unit });
            alone.AddRange(shown);
            trueAlone.AddRange(truth);
        }

        foreach (var above in units.Where(unit => university.Parents.ContainsValue(unit)))
        {
            var (beside, _) = await Both(new("FL-01", Years) { Units = [.. units.Where(unit => university.Parents[unit] == above)] });
            Assert.All(beside, figure => Assert.Equal(alone.Single(one => one.Subject.Unit == figure.Subject.Unit && one.Subject.Period == figure.Subject.Period).Nothing, figure.Nothing));
        }

        var tables = new PublishedTables();
        HashSet<int> hidden = [];
        var cells = Add(tables, hidden, alone, trueAlone);
        foreach (var (at, figure) in alone.Index())
        {
            int[] below = [.. alone.Index().Where(one => university.Parents[one.Item.Subject.Unit!.Value] == figure.Subject.Unit && one.Item.Subject.Period == figure.Subject.Period).Select(one => cells[one.Index])];
            if (below.Length > 0) tables.AddSum(cells[at], below);
            if (university.Parents[figure.Subject.Unit!.Value] is null) tables.AddLine([cells[at]]);
        }

        AssertSafe(tables, hidden);
    }

    [Fact]
    public async Task Does_not_succeed_with_a_table_of_two_dimensions_and_its_margins()
    {
        var (table, trueTable) = await Both(new("FL-01", Years) { Breakdown = ["country", "level"] });
        var (countries, trueCountries) = await Both(new("FL-01", Years) { Breakdown = ["country"] });
        var (levels, trueLevels) = await Both(new("FL-01", Years) { Breakdown = ["level"] });
        var tables = new PublishedTables();
        HashSet<int> hidden = [];
        var inside = Add(tables, hidden, table, trueTable);
        foreach (var (margin, truth, at) in new[] { (countries, trueCountries, 0), (levels, trueLevels, 1) })
        {
            var cells = Add(tables, hidden, margin, truth);
            foreach (var (i, figure) in margin.Index())
                tables.AddSum(cells[i], [.. table.Index().Where(one => one.Item.Subject.Period == figure.Subject.Period && one.Item.Subject.Keys[at] == figure.Subject.Keys[0]).Select(one => inside[one.Index])]);
        }

        // a country with 5 in two levels is shown: that neither level has none leaves each of them 1 to 4
        AssertSafe(tables, hidden, Below - 2);
    }

    private async Task<(Figure[] Shown, Figure[] Truth)> Both(FigureQuery query)
    {
        var shown = (await university.Workspace.Figures.AskAsync([query], Patience, Cancel)).Value!.Cuts[0];
        var truth = (await university.Workspace.Figures.AskUnprotectedAsync([query], Patience, Cancel)).Value!.Cuts[0];
        Assert.Equal(truth.Select(figure => (figure.Subject.Period, figure.Subject.Unit, string.Join(',', figure.Subject.Keys))), shown.Select(figure => (figure.Subject.Period, figure.Subject.Unit, string.Join(',', figure.Subject.Keys))));
        return (shown, truth);
    }

    private static int[] Add(PublishedTables tables, HashSet<int> hidden, IReadOnlyList<Figure> shown, IReadOnlyList<Figure> truth) =>
        [.. shown.Zip(truth, (figure, true_) =>
        {
            var cell = tables.Add("", (long)(true_.Value ?? 0));
            if (figure.Nothing == Nothing.Suppressed) hidden.Add(cell);
            return cell;
        })];

    private static void AssertSafe(PublishedTables tables, HashSet<int> hidden, int width = Below)
    {
        var report = Audit.OfSuppression(tables, hidden, new(Below) { Width = width });
        Assert.True(report.IsSafe, string.Join("; ", report.Unsafe.Select(one => $"{tables.Cells[one.Cell].Value} lies in {one.Interval.Lower}–{one.Interval.Upper}")));
        // some are hidden that are not small, and most are shown
        Assert.Contains(hidden, cell => tables.Cells[cell].Value >= Below);
        Assert.InRange(hidden.Count, 1, tables.Cells.Count * 2 / 3);
    }
}

/// <summary>A university with two levels of units and stays from countries of four regions; chance, but the same each time.</summary>
public sealed class FacultiesAndRegions : Observatory
{
    private static readonly string[] Countries = ["FR", "DE", "NL", "AT", "KR", "CN", "MN", "LA", "TH", "VN", "US", "CA"];

    /// <summary>Each unit that has stays in it or below it, with the one above.</summary>
    public Dictionary<long, long?> Parents { get; } = [];

    protected override void EnterMore(ChangeSession session)
    {
        var chance = new Random(5);
        var top = Create(session, "org_unit", ("unit_code", "T"), ("name", new Bilingual("別の大学", "Another university")), ("kind", "university"));
        Parents[top] = null;
        for (var faculty = 0; faculty < 4; faculty++)
        {
            var parent = Unit(session, top, "faculty", $"T{faculty}");
            for (var department = 0; department < 3; department++)
            {
                var unit = Unit(session, parent, "department", $"T{faculty}{department}");
                foreach (var country in Countries)
                    for (var year = 2021; year <= 2024; year++)
                        for (var stay = chance.Next(1, 100) is < 88 ? 0 : chance.Next(1, 9); stay > 0; stay--) Stay(session, country, chance.Next(), year, unit, chance.Next(3) == 0 ? "doctoral" : "master");
            }
        }
    }

    private long Unit(ChangeSession session, long parent, string kind, string code)
    {
        var unit = Create(session, "org_unit", ("unit_code", code), ("name", new Bilingual(code, code)), ("kind", kind), ("parent", parent));
        Parents[unit] = parent;
        return unit;
    }
}
