using System.Runtime.CompilerServices;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class ShippedIndicators
{
    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../catalogue/indicators"));

    [Fact]
    public void Load_without_a_mistake()
    {
        var reading = IndicatorCatalogue.Load(Folder, FactSchemas.All);
        Assert.Empty(reading.Mistakes.Select(mistake => mistake.ToString()));
        string[] first = ["AG-01", "OU-01", "OU-03", "OU-05", "OU-07", "SF-02", "SF-10", "SF-12", "SF-13", "ST-01", "ST-02", "ST-03", "ST-05", "ST-07", "ST-12"];
        Assert.Superset(first.ToHashSet(), reading.Catalogue!.All.Select(indicator => indicator.Code).ToHashSet());
    }

    [Fact]
    public void Count_what_was_entered_by_hand_under_their_own_code()
    {
        foreach (var indicator in IndicatorCatalogue.Load(Folder, FactSchemas.All).Catalogue!.All.Where(indicator => indicator.Type == IndicatorType.Manual))
        {
            Assert.All(new[] { indicator.Numerator, indicator.Denominator }.OfType<Measure>(), measure =>
                Assert.Equal($"indicator = '{indicator.Code}' and period_kind = '{CodeNames.Of(indicator.PeriodKind)}'", measure.Where?.ToString()));
        }
    }

    [Fact]
    public void Are_written_in_Japanese_and_in_English()
    {
        foreach (var indicator in IndicatorCatalogue.Load(Folder, FactSchemas.All).Catalogue!.All)
        {
            Assert.All([indicator.Name, indicator.Definition], text =>
            {
                Assert.Contains(text.Ja, c => c >= 0x3040);
                Assert.DoesNotContain(text.En, c => c >= 0x3040);
            });
        }
    }

    [Fact]
    public void The_version_valid_in_a_period_defines_it_and_the_first_reaches_back()
    {
        var old = File.ReadAllText(Path.Combine(Folder, "ST-07.yaml"));
        var younger = old.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("FY2014", "FY2020", StringComparison.Ordinal);
        var catalogue = IndicatorCatalogue.Read([("a.yaml", old + "---\n" + younger)], FactSchemas.All).Catalogue!;
        Assert.Equal([1, 1, 1, 2, 2], new[] { 2010, 2014, 2019, 2020, 2030 }.Select(year => catalogue.At("ST-07", Period.Fiscal(year), YearStarts.Japan)!.Version));
        Assert.Null(catalogue.At("XX-99", Period.Fiscal(2020), YearStarts.Japan));
    }

    [Fact]
    public void Answer_over_every_dimension_that_they_offer()
    {
        var catalogue = IndicatorCatalogue.Load(Folder, FactSchemas.All).Catalogue!;
        using var university = new University();
        university.Counts(2, "2024-05-01", 50, "CN").Counts(2, "2025-05-01", 60, "CN").Counts(3, "2025-05-01", 140)
            .Sends("a", 2, "2025-05-01").Sends("b", 2, "2025-05-01", direction: "in").Evaluator();
        var evaluator = new Evaluator(university.Store, catalogue);
        foreach (var indicator in catalogue.All)
        {
            foreach (var dimension in indicator.Dimensions)
            {
                FigureQuery query = new(indicator.Code, [indicator.ValidFrom.Year > 2025 ? indicator.ValidFrom : Period.Fiscal(2025)]);
                query = dimension == "unit" ? query with { Units = [1, 2, 3] } : query with { Breakdown = [dimension] };
                var answer = evaluator.Evaluate(query);
                Assert.True(answer.IsDone, $"{indicator.Code} by {dimension}: {answer.Refusal?.Message.En}");
                Assert.True(dimension != "unit" || answer.Value.Length == 3);
            }
        }

        decimal? Value(string code) => evaluator.Evaluate(new(code, [Period.Fiscal(2025)])).Value![0].Value;
        Assert.Equal((30m, 1m, 20m), (Value("ST-01"), Value("ST-07"), Value("ST-12")));
    }

    [Fact]
    public void Their_guide_names_every_word_that_a_definition_may_use()
    {
        var guide = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var words = Words<IndicatorType>().Concat(Words<Aggregate>()).Concat(Words<PeriodKind>()).Concat(Words<Direction>()).Concat(Words<MissingRule>()).Concat(Words<DistributionIndex>());
        Assert.All(words, word => Assert.Contains(word, guide, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => CodeNames.Of(value));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
