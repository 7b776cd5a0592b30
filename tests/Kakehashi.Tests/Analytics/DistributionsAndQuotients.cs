using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class DistributionsAndQuotients : IDisposable
{
    private static readonly Period Year = Period.Fiscal(2025);
    private readonly University university = new();

    public void Dispose() => university.Dispose();

    [Theory]
    [InlineData("hhi", 0, "0.38")]
    [InlineData("simpson", 0, "0.62")]
    [InlineData("effective_number", 0, "2.8001")]
    [InlineData("top_share", 1, "0.5")]
    [InlineData("top_share", 2, "0.8")]
    [InlineData("top_share", 9, "1")]
    public void A_distribution_is_summed_up(string index, int top, string value)
    {
        // 50, 30, 20; nobody's country is left out
        university.Defines("D", Headcounts(index, top)).Counts(2, "2025-05-01", 50, "CN").Counts(3, "2025-05-01", 30, "KR").Counts(3, "2025-05-01", 20, "VN").Counts(3, "2025-05-01", 7, null!);
        var figure = university.One(new("D", [Year]));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimal.Round(figure.Value!.Value, 4));
        Assert.Equal(3, figure.Records);
        Assert.Equal(top == 0 ? null : 100, figure.Denominator);
    }

    [Fact]
    public void A_distribution_of_none_is_undefined_and_one_of_few_is_suppressed()
    {
        university.Defines("D", Headcounts("hhi", 0) + "suppress_below: 5\n").Covers(new CoverageRow("student_headcount", 2, Year, true), new CoverageRow("student_headcount", 3, Year, true))
            .Counts(3, "2025-05-01", 4, "CN");
        var figures = university.All(new("D", [Year]) { Units = [2, 3, 4] });
        Assert.Equal([Nothing.Undefined, Nothing.Suppressed, Nothing.Missing], figures.Select(figure => figure.Nothing));
    }

    [Fact]
    public void A_distribution_is_the_same_to_the_last_digit_in_whatever_order_its_rows_come()
    {
        // floating sums are not: what was closed would differ from itself
        decimal Of(IEnumerable<int> order)
        {
            using var some = new University();
            some.Defines("E", Headcounts("effective_number", 0));
            foreach (var i in order) some.Counts(2 + (i & 1), "2025-05-01", 1 + (i * 7919 % 4999), $"C{i % 173}");
            return some.One(new("E", [Year])).Value!.Value;
        }

        Assert.Equal(Of(Enumerable.Range(0, 500)), Of(Enumerable.Range(0, 500).Reverse()));
    }

    [Fact]
    public void Distributions_equal_the_plain_computation_over_any_numbers() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(
            Gen.NonEmptyListOf(Gen.Zip(Gen.Choose(0, 6), Gen.Choose(1, 5000))).ToArbitrary(), people =>
            {
                using var some = new University();
                foreach (var (country, persons) in people) some.Counts(2 + (country & 1), "2025-05-01", persons, "C" + country);
                foreach (var (code, index, top) in new[] { ("H", "hhi", 0), ("S", "simpson", 0), ("E", "effective_number", 0), ("T", "top_share", 2) }) some.Defines(code, Headcounts(index, top));
                var shares = people.GroupBy(one => one.Item1).Select(group => (double)group.Sum(one => one.Item2)).Select(part => part / people.Sum(one => (double)one.Item2)).OrderDescending().ToList();
                var evaluator = some.Evaluator();
                double Of(string code) => (double)evaluator.Evaluate(new(code, [Year])).Value![0].Value!.Value;
                Assert.Equal(shares.Sum(p => p * p), Of("H"), 9);
                Assert.Equal(1 - shares.Sum(p => p * p), Of("S"), 9);
                Assert.Equal(Math.Exp(-shares.Sum(p => p * Math.Log(p))), Of("E"), 6);
                Assert.Equal(shares.Take(2).Sum(), Of("T"), 9);
            }));

    [Fact]
    public void A_distribution_rolls_up_and_breaks_down()
    {
        university.Defines("D", "type: distribution\nmeasure: {fact: mobility, count: rows, date: started}\nacross: country\nindex: top_share\ntop: 1\ndimensions: {both: [unit, direction]}\n")
            .Sends("a", 4, "2025-05-01", "FR").Sends("b", 4, "2025-05-01", "DE").Sends("c", 5, "2025-05-01", "DE").Sends("d", 3, "2025-05-01", "US", direction: "in");
        Assert.Equal([2m / 3, 0.5m, 1m, 1m], university.All(new("D", [Year]) { Units = [2, 4, 5, 3] }).Select(figure => figure.Value!.Value));
        Assert.Equal([1m, 2m / 3], university.All(new("D", [Year]) { Breakdown = ["direction"] }).Select(figure => figure.Value!.Value));
        var evaluator = university.Evaluator();
        Assert.Equal(4, evaluator.RecordsBehind(new("D", Year)).Value!.Total);
        Assert.Equal(4, evaluator.RecordsBehind(new("D", Year) { Part = FigurePart.Denominator }).Value!.Total);
    }

    [Fact]
    public void A_quotient_divides_one_indicator_by_another()
    {
        university.Defines("O", Persons("out")).Defines("I", Persons("in")).Defines("Q", "type: quotient\nof: O\nby: I\ndimensions: {both: [unit]}\n")
            .Sends("a", 2, "2025-05-01").Sends("b", 2, "2025-05-01").Sends("c", 2, "2025-05-01").Sends("d", 2, "2025-05-01", direction: "in").Sends("e", 3, "2025-05-01", direction: "in");
        var whole = university.One(new("Q", [Year]));
        Assert.Equal((1.5m, 3m, 2m), (whole.Value, whole.Numerator, whole.Denominator));
        Assert.Equal([3m, (decimal?)null], university.All(new("Q", [Year]) { Units = [2, 3] }).Select(figure => figure.Value));
        var evaluator = university.Evaluator();
        Assert.Equal(3, evaluator.RecordsBehind(new("Q", Year)).Value!.Total);
        Assert.Equal(2, evaluator.RecordsBehind(new("Q", Year) { Part = FigurePart.Denominator }).Value!.Total);
    }

    [Fact]
    public void What_ended_is_counted_in_the_period_that_it_ended_in()
    {
        university.Defines("E", "type: measure\nmeasure: {fact: mobility, count: rows, date: ended}\n")
            .Sends("a", 2, "2020-05-01", until: "2025-04-01").Sends("b", 2, "2025-05-01", until: "2026-03-31").Sends("c", 2, "2025-05-01", until: "2026-04-01").Sends("d", 2, "2025-05-01");
        Assert.Equal([null, 2m, 1m], university.All(new("E", [Year.Plus(-1), Year, Year.Plus(1)])).Select(figure => figure.Value));
        Assert.Equal(2, university.Evaluator().RecordsBehind(new("E", Year)).Value!.Total);
    }

    [Fact]
    public void What_is_entered_by_hand_is_missing_until_it_is()
    {
        const string hand = "{fact: manual_figure, sum: numerator, where: \"indicator = 'R'\", date: started}\n";
        university.Defines("R", "type: manual\nnumerator: " + hand + "denominator: " + hand.Replace("numerator", "denominator", StringComparison.Ordinal) + "dimensions: {both: [unit]}\nscale: 100\n")
            .Enters("R", 2024, 30, 120).Enters("R", 2025, 10, 40, unit: 4).Enters("R", 2025, 5, 60, unit: 3).Enters("X", 2025, 99, 100)
            .Covers(new CoverageRow("manual_figure", 2, Year, true));
        Assert.Equal([25m, 15m, (decimal?)null], university.All(new("R", [Year.Plus(-1), Year, Year.Plus(1)])).Select(figure => figure.Value));
        Assert.Equal([25m, (decimal?)null], university.All(new("R", [Year]) { Units = [2, 5] }).Select(figure => figure.Value));
    }

    private static string Headcounts(string index, int top) =>
        $"type: distribution\nmeasure: {{fact: student_headcount, sum: persons, as_of: 05-01}}\nacross: nationality\nindex: {index}\n{(top > 0 ? $"top: {top}\n" : "")}dimensions: {{both: [unit]}}\n";

    private static string Persons(string direction) =>
        $"type: measure\nmeasure: {{fact: mobility, count_distinct: person, where: \"direction = '{direction}'\", date: started}}\ndimensions: {{both: [unit]}}\n";
}
