using Kakehashi.Analytics.Indicators;
using Kakehashi.Strategy.Scoring;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Tests.Strategy.Partnerships;

public sealed class ReadingAPolicy
{
    private static readonly IndicatorCatalogue Indicators = IndicatorCatalogue.Load(ShippedIndicators.Folder, FactSchemas.All).Catalogue!;

    internal const string Whole = """
        name: {ja: 基準, en: Policy}
        source: {ja: 本学, en: The university}
        parts:
        - part: agreements
          name: {ja: 協定, en: Agreements}
          sum: [AG-01]
          scale: linear
          full: 4
          weight: 10
        - part: balance
          name: {ja: 均衡, en: Balance}
          balance: [PA-13, PA-14]
          years: 3
          scale: rank
          weight: 5
        - part: papers
          name: {ja: 論文, en: Papers}
          awaits: {ja: 記録待ち, en: Waits}
          scale: rank
          weight: 5
        tiers:
        - tier: strategic
          when: score >= 60 and agreements >= 2
        - tier: active
          when: idle_years < 3
        - tier: dormant
        suggestions: {idle_years: 3, balance_below: 25, people: 5, demand: 3}
        """;

    [Fact]
    public void Of_the_catalogue_has_no_mistake_and_names_every_tier()
    {
        var reading = PolicyReader.Read("partnerships.yaml", File.ReadAllText(Path.Combine(ShippedIndicators.Folder, "..", "partnerships.yaml")), Indicators);
        Assert.Empty(reading.Mistakes.Select(mistake => mistake.ToString()));
        Assert.Equal(Enum.GetValues<PartnerTier>(), reading.Policy!.Tiers.Select(rule => rule.Tier));
        Assert.All(reading.Policy.Parts, part => Assert.Equal(part.Measure == PartMeasure.Awaits, part.Awaits is not null));
    }

    [Fact]
    public void Gives_parts_and_tiers_in_their_order()
    {
        var policy = PolicyReader.Read("p.yaml", Whole, Indicators).Policy!;
        Assert.Equal(["agreements", "balance", "papers"], policy.Parts.Select(part => part.Code));
        Assert.Equal((PartScale.Rank, 0m, 3), (policy.Parts[1].Scale, policy.Parts[1].Full, policy.Parts[1].Years));
        Assert.Equal(["AG-01", "PA-13", "PA-14"], policy.Indicators);
        Assert.Null(policy.Tiers[^1].When);
    }

    [Theory]
    [InlineData("name: {ja: 基準, en: Policy}", "name: {ja: 基準}", "P005", 1)]
    [InlineData("scale: linear", "scale: cubic", "P006", 7)]
    [InlineData("weight: 10", "weight: 0", "P007", 9)]
    [InlineData("full: 4", "full: much", "P007", 8)]
    [InlineData("years: 3", "years: 30", "P007", 13)]
    [InlineData("sum: [AG-01]", "sum: [AG-02]", "P009", 6)]
    [InlineData("sum: [AG-01]", "sum: [XX-01]", "P009", 6)]
    [InlineData("[PA-13, PA-14]", "[PA-13]", "P008", 12)]
    [InlineData("sum: [AG-01]", "years: 2", "P008", 4)]
    [InlineData("score >= 60", "glory >= 60", "P010", 23)]
    [InlineData("score >= 60", "date >= '2020-01-01'", "P010", 23)]
    [InlineData("part: papers", "part: balance", "P011", 4)]
    [InlineData("tier: active", "tier: strategic", "P011", 22)]
    [InlineData("  when: idle_years < 3\n", "", "P012", 22)]
    [InlineData("demand: 3}", "demand: 3, wishes: 9}", "P003", 27)]
    [InlineData("part: papers", "part: score", "P006", 16)]
    public void Names_each_mistake_with_its_line(string right, string wrong, string code, int line)
    {
        var reading = PolicyReader.Read("p.yaml", Whole.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal), Indicators);
        Assert.Null(reading.Policy);
        Assert.Contains((code, line), reading.Mistakes.Select(mistake => (mistake.Code, mistake.Line)));
    }

    [Theory]
    [InlineData(80, 2, 0, PartnerTier.Strategic)]
    [InlineData(80, 1, 0, PartnerTier.Active)]
    [InlineData(80, 2, 9, PartnerTier.Strategic)]
    [InlineData(10, 2, 3, PartnerTier.Dormant)]
    [InlineData(10, 2, 2, PartnerTier.Active)]
    public void The_first_tier_that_holds_counts(int score, int agreements, int idle, PartnerTier expected)
    {
        var policy = PolicyReader.Read("p.yaml", Whole, Indicators).Policy!;
        var parts = policy.Parts.Select((part, at) => new ScoredPart(part, at == 0 ? new(agreements) : PartValue.NotMeasured, null, 0, 0)).ToList();
        Assert.Equal(expected, PartnershipScoring.TierOf(policy.Tiers, new(1, score, 50, parts) { IdleYears = idle }));
    }

    [Fact]
    public void What_cannot_be_said_holds_no_condition()
    {
        var policy = PolicyReader.Read("p.yaml", Whole, Indicators).Policy!;
        var parts = policy.Parts.Select(part => new ScoredPart(part, PartValue.NotMeasured, null, 0, 0)).ToList();
        Assert.Equal(PartnerTier.Dormant, PartnershipScoring.TierOf(policy.Tiers, new(1, null, null, parts)));
    }
}
