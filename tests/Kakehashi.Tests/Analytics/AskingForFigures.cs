using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class AskingForFigures : IDisposable
{
    private const string Persons = "type: measure\nmeasure: {fact: mobility, count_distinct: person, where: \"direction = 'out'\", date: started}\ndimensions: {both: [unit, country]}\n";
    private const string Rate = """
        type: ratio
        numerator: {fact: mobility, count_distinct: person, where: "direction = 'out'", date: started}
        denominator: {fact: student_headcount, sum: persons, where: "nationality = $home", as_of: 05-01}
        dimensions: {both: [unit], numerator: [country]}
        scale: 100
        decimals: 1

        """;

    private const string ByHand = "type: manual\nmeasure: {fact: manual_figure, sum: numerator, where: \"indicator = 'M' and period_kind = 'fiscal_year'\", date: started}\n";
    private static readonly Period Year = Period.Fiscal(2025);
    private readonly University university = new();

    public void Dispose() => university.Dispose();

    [Fact]
    public void Distinct_persons_do_not_add_up_over_units_and_the_total_is_asked_for_itself()
    {
        university.Defines("P", Persons).Sends("a", 4, "2025-04-01").Sends("a", 5, "2025-06-01").Sends("b", 3, "2025-06-01").Sends("c", null, "2025-06-01");
        var units = university.All(new("P", [Year]) { Units = [1, 2, 3, 4, 5] });
        Assert.Equal([2m, 1m, 1m, 1m, 1m], units.Select(figure => figure.Value!.Value));
        Assert.Equal(3, university.One(new("P", [Year])).Value);
        Assert.Equal([1m, 1m], university.All(new("P", [Year]) { Units = [4, 5] }).Select(figure => figure.Value!.Value));
        Assert.Equal(1, university.One(new("P", [Year]) { Scope = 2 }).Value);
    }

    [Fact]
    public void The_four_kinds_of_nothing_are_told_apart()
    {
        university.Defines("R", Rate + "suppress_below: 3\n")
            .Covers(new("mobility", 2, Year, true), new CoverageRow("mobility", 3, Year, false), new("mobility", 4, Year, true), new("mobility", 5, Year, true))
            .Counts(2, "2025-05-01", 200).Counts(3, "2025-05-01", 100).Counts(4, "2025-05-01", 0).Counts(5, "2025-05-01", 100)
            .Sends("a", 5, "2025-05-01").Sends("b", 5, "2025-05-01");

        var figures = university.All(new("R", [Year]) { Units = [3, 4, 5, 2] });
        Assert.Equal([Nothing.Missing, Nothing.Undefined, Nothing.Suppressed], figures.Take(3).Select(figure => figure.Nothing));
        Assert.All(figures.Take(3), figure => Assert.Null(figure.Value));
        Assert.Equal(((decimal?)null, (decimal?)null, (long?)null), (figures[2].Numerator, figures[2].Denominator, figures[2].Records));
        Assert.Equal((Nothing.Suppressed, new Coverage(3, 3)), (figures[3].Nothing, figures[3].Coverage));

        university.Sends("c", 5, "2025-05-01");
        var now = university.All(new("R", [Year, Year.Plus(1)]) { Units = [5, 4] });
        Assert.Equal((3m, Nothing.None, 3m, 100m, 3L), (now[0].Value, now[0].Nothing, now[0].Numerator, now[0].Denominator, now[0].Records));
        Assert.Equal(Nothing.Missing, now[1].Nothing);
    }

    [Fact]
    public void Zero_is_a_value_where_the_unit_has_submitted()
    {
        university.Defines("P", Persons).Covers(new("mobility", 4, Year, true), new CoverageRow("mobility", 3, Year, false)).Sends("a", 4, "2024-05-01");
        var figures = university.All(new("P", [Year]) { Units = [4, 3] });
        Assert.Equal((0m, Nothing.None, 0L), (figures[0].Value, figures[0].Nothing, figures[0].Records));
        Assert.Equal(((decimal?)null, Nothing.Missing), (figures[1].Value, figures[1].Nothing));
        var whole = university.One(new("P", [Year]));
        Assert.Equal((0m, new Coverage(1, 2)), (whole.Value, whole.Coverage));
    }

    [Fact]
    public void Flow_stock_and_cumulation_count_different_things()
    {
        const string measure = "type: measure\nmeasure: {fact: mobility, count: rows, ";
        university.Defines("F", measure + "date: started}\n").Defines("S", measure + "as_of: 05-01}\n")
            .Defines("E", measure + "as_of: last_day}\n").Defines("C", measure + "over: year}\n")
            .Sends("long", 2, "2023-10-01", until: "2025-05-01")
            .Sends("ended", 2, "2023-10-01", until: "2025-03-31")
            .Sends("open", 2, "2025-04-30")
            .Sends("short", 2, "2025-06-01", until: "2025-06-30");
        Period[] years = [Year.Plus(-2), Year.Plus(-1), Year, Year.Plus(1)];
        decimal?[] Of(string code) => [.. university.All(new(code, years)).Select(figure => figure.Value)];
        Assert.Equal([2m, null, 2m, null], Of("F"));
        Assert.Equal([null, 2m, 2m, 1m], Of("S"));
        Assert.Equal([2m, 2m, 1m, 1m], Of("E"));
        Assert.Equal([2m, 2m, 3m, 1m], Of("C"));
    }

    [Fact]
    public void A_headcount_counts_on_its_own_day_only()
    {
        university.Defines("H", "type: measure\nmeasure: {fact: student_headcount, sum: persons, as_of: 05-01}\n")
            .Counts(2, "2025-05-01", 70).Counts(3, "2025-05-01", 30).Counts(2, "2025-10-01", 75);
        Assert.Equal([null, 100m], university.All(new("H", [Year.Plus(-1), Year])).Select(figure => figure.Value));
    }

    [Fact]
    public void A_quarter_cumulates_from_the_start_of_its_year()
    {
        university.Defines("Q", "type: measure\nmeasure: {fact: mobility, count: rows, over: year}\n", PeriodKind.Quarter)
            .Sends("a", 2, "2025-01-10", until: "2025-01-20").Sends("b", 2, "2025-05-10", until: "2025-05-20").Sends("c", 2, "2026-01-01");
        Period first = new(PeriodKind.Quarter, 2025, 1);
        Assert.Equal([1m, 2m, 2m, 2m, 1m], university.All(new("Q", [.. Enumerable.Range(0, 5).Select(first.Plus)])).Select(figure => figure.Value));
    }

    [Fact]
    public void Breaking_down_gives_each_key_its_share_of_the_whole_denominator()
    {
        university.Defines("R", Rate).Counts(2, "2025-05-01", 100)
            .Sends("a", 2, "2025-05-01", "FR").Sends("a", 2, "2025-07-01", "DE").Sends("b", 2, "2025-05-01", "FR").Sends("c", 2, "2025-05-01", null!);
        var figures = university.All(new("R", [Year]) { Breakdown = ["country"] });
        Assert.Equal([(null, 1m), ("DE", 1m), ("FR", 2m)], figures.Select(figure => (figure.Subject.Keys[0], figure.Value!.Value)));
        Assert.All(figures, figure => Assert.Equal(100, figure.Denominator));
        Assert.Equal(3, university.One(new("R", [Year])).Value);
    }

    [Fact]
    public void Growth_compares_with_the_period_before()
    {
        university.Defines("G", "type: growth\nmeasure: {fact: student_headcount, sum: persons, as_of: 05-01}\nscale: 100\ndecimals: 1\n")
            .Counts(2, "2023-05-01", 0).Counts(2, "2024-05-01", 80).Counts(2, "2025-05-01", 105);
        var figures = university.All(new("G", [Year.Plus(-2), Year.Plus(-1), Year]));
        Assert.Equal([Nothing.Missing, Nothing.Undefined, Nothing.None], figures.Select(figure => figure.Nothing));
        Assert.Equal((31.25m, 31.3m, 105m, 80m), (figures[2].Value, figures[2].Rounded, figures[2].Numerator, figures[2].Denominator));
    }

    [Fact]
    public void A_composite_weighs_what_has_a_value_and_needs_enough_of_it()
    {
        university.Defines("P", Persons).Defines("M", ByHand).Defines("N", ByHand.Replace("'M'", "'N'", StringComparison.Ordinal))
            .Defines("C", "type: composite\ncomponents: [{indicator: P, weight: 2, low: 0, high: 4}, {indicator: M, weight: 1, low: 10, high: 0}, {indicator: N, weight: 1, low: 0, high: 1}]\nleast_weight: 0.75\nscale: 100\n")
            .Sends("a", 2, "2025-05-01");
        Assert.Equal(Nothing.Missing, university.One(new("C", [Year])).Nothing);
        university.Enters("M", 2025, 2);
        // (2 × 1/4 + 1 × 8/10) ÷ 3
        Assert.Equal(43.33m, decimal.Round(university.One(new("C", [Year])).Value!.Value, 2));
    }

    [Theory]
    [InlineData(1, 16, 1, "6.3")]
    [InlineData(1, 8, 0, "13")]
    [InlineData(1, 3, 1, "33.3")]
    public void A_value_is_rounded_once_half_away_from_zero(int persons, int students, int decimals, string shown)
    {
        university.Defines("R", Rate.Replace("decimals: 1", $"decimals: {decimals}", StringComparison.Ordinal)).Counts(2, "2025-05-01", students);
        for (var i = 0; i < persons; i++) university.Sends($"p{i}", 2, "2025-05-01");
        var figure = university.One(new("R", [Year]));
        Assert.Equal(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), figure.Rounded);
        Assert.NotEqual(figure.Rounded, figure.Value);
    }

    [Fact]
    public void The_records_behind_a_figure_are_paged_and_counted()
    {
        university.Defines("R", Rate).Counts(4, "2025-05-01", 100).Counts(3, "2025-05-01", 100);
        for (var i = 0; i < 7; i++) university.Sends($"p{i}", i < 5 ? 4 : 3, "2025-05-01", i == 0 ? "DE" : "FR");
        var evaluator = university.Evaluator();
        var first = evaluator.RecordsBehind(new("R", Year) { Unit = 2, Take = 3 });
        Assert.True(first.IsDone);
        Assert.Equal((3, 5L), (first.Value.Ids.Count, first.Value.Total));
        var second = evaluator.RecordsBehind(new("R", Year) { Unit = 2, Take = 3, After = first.Value.Next!.Value }).Value!;
        Assert.Equal((2, 5L, null), (second.Ids.Count, second.Total, second.Next));
        Assert.Empty(first.Value.Ids.Intersect(second.Ids));
        Assert.Equal(1, evaluator.RecordsBehind(new("R", Year) { Keys = new Dictionary<string, string?> { ["country"] = "DE" } }).Value!.Total);
        Assert.Equal(2, evaluator.RecordsBehind(new("R", Year) { Part = FigurePart.Denominator, Keys = new Dictionary<string, string?> { ["country"] = "DE" } }).Value!.Total);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        university.Defines("P", Persons).Defines("M", "type: composite\ncomponents: [{indicator: P, low: 0, high: 4}]\n");
        var evaluator = university.Evaluator();
        Assert.Equal("indicator.unknown", evaluator.Evaluate(new("Z", [Year])).Refusal?.Code);
        Assert.Equal("indicator.unknown", evaluator.Evaluate(new("P", [Year]) { Version = 9 }).Refusal?.Code);
        Assert.Equal("indicator.period", evaluator.Evaluate(new("P", [new(PeriodKind.CalendarYear, 2025)])).Refusal?.Code);
        Assert.Equal("indicator.dimension", evaluator.Evaluate(new("P", [Year]) { Breakdown = ["sex"] }).Refusal?.Code);
        Assert.Equal("indicator.no-records", evaluator.RecordsBehind(new("M", Year)).Refusal?.Code);
        Assert.Equal("indicator.no-records", evaluator.RecordsBehind(new("P", Year) { Part = FigurePart.Denominator }).Refusal?.Code);
    }

    [Fact]
    public void Each_period_is_answered_by_the_definition_valid_in_it()
    {
        university.Defines("P", Persons).Defines("P", Persons.Replace("direction = 'out'", "direction = 'in'", StringComparison.Ordinal)
            .Replace("[unit, country]", "[unit, country, sex]", StringComparison.Ordinal), version: 2, validFrom: "FY2025");
        university.Sends("a", 2, "2024-05-01").Sends("b", 2, "2025-05-01").Sends("c", 2, "2025-05-01", direction: "in").Sends("d", 2, "2025-05-01", direction: "in");
        var figures = university.All(new("P", [Year.Plus(-1), Year]));
        Assert.Equal([(1, 1m), (2, 2m)], figures.Select(figure => (figure.DefinitionVersion, figure.Value!.Value)));
        Assert.Equal(1, university.One(new("P", [Year]) { Version = 1 }).Value);
        Assert.Single(university.All(new("P", [Year]) { Breakdown = ["sex"] }));
        Assert.Equal("indicator.dimension", university.Evaluator().Evaluate(new("P", [Year.Plus(-1), Year]) { Breakdown = ["sex"] }).Refusal?.Code);
    }

    [Fact]
    public void A_figure_names_its_definition_and_how_fresh_it_is()
    {
        university.Defines("P", Persons).Sends("a", 2, "2025-05-01");
        var figure = university.One(new("P", [Year]));
        Assert.Equal((1, university.Store.ProjectedTo), (figure.DefinitionVersion, figure.DataAsOf));
        var later = university.Sends("b", 2, "2025-05-01").One(new("P", [Year]));
        Assert.Equal((2m, figure.DataAsOf + 1), (later.Value, later.DataAsOf));
    }

    [Fact]
    public void A_cancelled_question_stops()
    {
        university.Defines("P", Persons);
        var evaluator = university.Evaluator();
        Assert.Throws<OperationCanceledException>(() => evaluator.Evaluate(new("P", [Year]), new CancellationToken(canceled: true)));
    }
}
