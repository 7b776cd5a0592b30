using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class DefiningAnIndicator
{
    private const string Good = """
        code: XX-01
        version: 1
        valid_from: FY2020
        action: T1.5
        name: {ja: 派遣, en: Outbound}
        definition: {ja: 派遣の人数, en: Persons sent}
        source: {ja: 暫定定義, en: Working definition}
        type: ratio
        numerator: {fact: mobility, count_distinct: person, where: "direction = 'out'", date: started}
        denominator: {fact: student_headcount, sum: persons, as_of: 05-01}
        dimensions: {both: [unit], numerator: [country]}
        period: fiscal_year
        scale: 100
        decimals: 1
        unit: percent
        direction: up
        missing: {numerator: zero_if_covered, denominator: missing}
        suppress_below: 5
        """;

    private static readonly string Composite = Good[..Good.IndexOf("type: ratio", StringComparison.Ordinal)] + """
        type: composite
        components: [{indicator: XX-02, low: 0, high: 10}]
        period: fiscal_year
        unit: score
        direction: up
        """;

    [Fact]
    public void A_right_one_is_read_as_it_is_written()
    {
        var reading = Read(Good);
        Assert.Empty(reading.Mistakes);
        var indicator = Assert.Single(reading.Catalogue!.All);
        Assert.Equal(("XX-01", 1, Period.Fiscal(2020), "T1.5"), (indicator.Code, indicator.Version, indicator.ValidFrom, indicator.Action));
        Assert.Equal(new Text("派遣", "Outbound"), indicator.Name);
        Assert.Equal((IndicatorType.Ratio, PeriodKind.FiscalYear, 100m, 1, "percent", Direction.Up, 5),
            (indicator.Type, indicator.PeriodKind, indicator.Scale, indicator.Decimals, indicator.Unit, indicator.Direction, indicator.SuppressBelow));
        Assert.Equal(("mobility", Aggregate.CountDistinct, "person", "direction = 'out'", MissingRule.ZeroIfCovered),
            (indicator.Numerator!.Fact.Name, indicator.Numerator.Aggregate, indicator.Numerator.Column!.Name, indicator.Numerator.Where!.ToString(), indicator.Numerator.Missing));
        Assert.Equal((Basis)new Basis.AsOf(5, 1), indicator.Denominator!.Basis);
        Assert.Equal(MissingRule.Missing, indicator.Denominator.Missing);
        Assert.Equal(["unit", "country"], indicator.Dimensions);
        Assert.Equal(["country"], indicator.NumeratorOnly);
    }

    [Theory]
    [InlineData("I001", 1, "code: XX-01", "code: {")]
    [InlineData("I002", 1, "version: 1", "")]
    [InlineData("I002", 9, "fact: mobility, ", "")]
    [InlineData("I003", 3, "version: 1", "version: 1\ncolour: red")]
    [InlineData("I003", 9, "date: started", "date: started, having: 1")]
    [InlineData("I004", 11, "dimensions: {both: [unit], numerator: [country]}", "dimensions: [unit]")]
    [InlineData("I004", 11, "both: [unit]", "both: unit")]
    [InlineData("I004", 1, "code: XX-01", "code: [XX-01]")]
    [InlineData("I005", 5, "ja: 派遣, ", "")]
    [InlineData("I005", 6, ", en: Persons sent", "")]
    [InlineData("I006", 9, "fact: mobility", "fact: salary")]
    [InlineData("I007", 9, "count_distinct: person", "count_distinct: name")]
    [InlineData("I008", 9, "count_distinct: person", "mean: days")]
    [InlineData("I008", 9, "count_distinct: person", "count: rows, sum: days")]
    [InlineData("I009", 9, "count_distinct: person", "sum: country")]
    [InlineData("I009", 9, "count_distinct: person", "count: person")]
    [InlineData("I010", 9, "direction = 'out'", "direction = 1")]
    [InlineData("I010", 9, "direction = 'out'", "salary > 1")]
    [InlineData("I011", 9, ", date: started", "")]
    [InlineData("I011", 9, "date: started", "date: started, as_of: 05-01")]
    [InlineData("I011", 10, "as_of: 05-01", "as_of: 13-01")]
    [InlineData("I012", 11, "both: [unit]", "both: [unit, colour]")]
    [InlineData("I012", 11, "both: [unit]", "both: [unit, country]")]
    [InlineData("I012", 11, "both: [unit], numerator: [country]", "numerator: [unit]")]
    [InlineData("I012", 11, "numerator: [country]", "numerator: [person]")]
    [InlineData("I013", 8, "type: ratio", "type: median")]
    [InlineData("I014", 3, "FY2020", "2020年度")]
    [InlineData("I014", 12, "fiscal_year", "month")]
    [InlineData("I014", 12, "fiscal_year", "quarter")]
    [InlineData("I018", 2, "version: 1", "version: 0")]
    [InlineData("I018", 13, "scale: 100", "scale: many")]
    [InlineData("I018", 14, "decimals: 1", "decimals: 1.5")]
    [InlineData("I019", 15, "unit: percent", "unit: bananas")]
    [InlineData("I019", 16, "direction: up", "direction: sideways")]
    [InlineData("I019", 17, "numerator: zero_if_covered", "numerator: zero")]
    [InlineData("I020", 10, "type: ratio", "type: share")]
    public void A_mistake_is_reported_with_code_file_and_line(string code, int line, string right, string wrong)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var reading = Read(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Catalogue);
        var mistake = reading.Mistakes.FirstOrDefault(mistake => mistake.Code == code);
        Assert.True(mistake is not null, string.Join("; ", reading.Mistakes));
        Assert.Equal(("0.yaml", line), (mistake.File, mistake.Line));
        Assert.NotEqual(mistake.Message.Ja, mistake.Message.En);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("index: top_share, top: 3", "")]
    [InlineData("index: top_share", "I002")]
    [InlineData("top: 3", "I003")]
    [InlineData("index: gini", "I019")]
    [InlineData("index: top_share, top: 0", "I018")]
    [InlineData("across: person", "I012")]
    [InlineData("across: sex", "I021")]
    [InlineData("measure: max", "I021")]
    public void A_distribution_is_checked(string wrong, string code)
    {
        var yaml = Good[..Good.IndexOf("type: ratio", StringComparison.Ordinal)] + $$"""
            type: distribution
            measure: {fact: mobility, {{(wrong == "measure: max" ? "max: days" : "count: rows")}}, date: started}
            across: {{(wrong.StartsWith("across", StringComparison.Ordinal) ? wrong[8..] : "country")}}
            {{(wrong.StartsWith("index", StringComparison.Ordinal) ? wrong.Replace(", ", "\n", StringComparison.Ordinal) : "index: hhi")}}
            {{(wrong.StartsWith("top", StringComparison.Ordinal) ? wrong : "")}}
            dimensions: {both: [unit, sex]}
            period: fiscal_year
            unit: index
            direction: none
            """;
        Assert.Equal(code, string.Join(' ', Codes(yaml)));
    }

    [Fact]
    public void A_headcount_does_not_end() =>
        Assert.Equal(["I011"], Codes(Good.Replace("as_of: 05-01", "date: ended", StringComparison.Ordinal)));

    [Fact]
    public void What_is_entered_by_hand_is_read_as_a_measure_or_as_a_ratio()
    {
        var head = Good[..Good.IndexOf("type: ratio", StringComparison.Ordinal)] + "type: manual\nperiod: fiscal_year\nunit: bases\ndirection: up\n";
        const string hand = "{fact: manual_figure, sum: numerator, where: \"indicator = 'XX-01'\", date: started}\n";
        Assert.Equal(["I002"], Codes(head));
        Assert.Equal(MissingRule.Missing, Assert.Single(Read(head + "measure: " + hand).Catalogue!.All).Numerator!.Missing);
        var ratio = Assert.Single(Read(head + "numerator: " + hand + "denominator: " + hand.Replace("numerator", "denominator", StringComparison.Ordinal)).Catalogue!.All);
        Assert.Equal("denominator", ratio.Denominator!.Column!.Name);
    }

    [Fact]
    public void A_quotient_names_two_indicators_that_are_there()
    {
        var quotient = Composite[..Composite.IndexOf("type:", StringComparison.Ordinal)] + "type: quotient\nof: XX-02\nby: XX-03\nperiod: fiscal_year\nunit: ratio\ndirection: up\n";
        Assert.Equal(["I016", "I016"], Codes(quotient));
        Assert.Equal(["I002"], Codes(quotient.Replace("by: XX-03\n", "", StringComparison.Ordinal), Good.Replace("XX-01", "XX-02", StringComparison.Ordinal)));
        Assert.Empty(Codes(quotient, Good.Replace("XX-01", "XX-02", StringComparison.Ordinal), Good.Replace("XX-01", "XX-03", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var wrong = Good.Replace("version: 1", "version: x", StringComparison.Ordinal)
            .Replace("fact: mobility", "fact: nothing", StringComparison.Ordinal)
            .Replace("unit: percent", "unit: cups", StringComparison.Ordinal);
        var reading = Read(wrong, Good.Replace("type: ratio", "type: none", StringComparison.Ordinal).Replace("XX-01", "XX-09", StringComparison.Ordinal));
        Assert.Equal(["I018", "I006", "I019"], reading.Mistakes.Where(mistake => mistake.File == "0.yaml").Select(mistake => mistake.Code));
        Assert.Equal(["I013"], reading.Mistakes.Where(mistake => mistake.File == "1.yaml").Select(mistake => mistake.Code));
    }

    [Fact]
    public void The_same_code_and_version_twice_is_a_mistake() =>
        Assert.Equal(["I015"], Codes(Good, Good));

    [Fact]
    public void A_composite_of_what_does_not_exist_is_a_mistake() => Assert.Equal(["I016"], Codes(Composite));

    [Fact]
    public void Composites_in_a_circle_are_reported_once()
    {
        var other = Composite.Replace("XX-01", "YY-01", StringComparison.Ordinal).Replace("XX-02", "XX-01", StringComparison.Ordinal).Replace("YY-01", "XX-02", StringComparison.Ordinal);
        var mistake = Assert.Single(Read(Composite, other).Mistakes);
        Assert.Equal("I017", mistake.Code);
        Assert.Contains("XX-01 → XX-02 → XX-01", mistake.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_composite_over_another_kind_of_period_is_a_mistake()
    {
        var other = Good.Replace("XX-01", "XX-02", StringComparison.Ordinal).Replace("fiscal_year", "calendar_year", StringComparison.Ordinal);
        Assert.Equal(["I014"], Codes(Composite, other));
    }

    [Fact]
    public void A_component_without_a_range_is_a_mistake()
    {
        var other = Good.Replace("XX-01", "XX-02", StringComparison.Ordinal);
        Assert.Equal(["I018"], Codes(Composite.Replace("high: 10", "high: 0", StringComparison.Ordinal), other));
        Assert.Equal(["I002"], Codes(Composite.Replace(", high: 10", "", StringComparison.Ordinal), other));
    }

    private static IEnumerable<string> Codes(params string[] yaml) => Read(yaml).Mistakes.Select(mistake => mistake.Code);

    private static CatalogueReading Read(params string[] yaml) =>
        IndicatorCatalogue.Read(yaml.Select((text, i) => ($"{i}.yaml", text)), FactSchemas.All);
}
