using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Strategy.Scoring;

namespace Kakehashi.Tests.Strategy.Partnerships;

public sealed class ScoringPartners
{
    private static ScorePart Part(string code, PartScale scale, decimal weight, decimal full = 10) =>
        new(code, ($"{code}の値", code), PartMeasure.Sum, ["FL-01"], 1) { Scale = scale, Full = full, Weight = weight };

    private static readonly ScorePart[] Parts = [Part("agreements", PartScale.Linear, 30, 4), Part("people", PartScale.Rank, 50), Part("visits", PartScale.Log, 20, 9)];

    private static PartnerValues Partner(long number, params decimal?[] values) =>
        new(number, [.. values.Select(value => value is { } one ? new PartValue(one) : PartValue.NotMeasured)]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 25)]
    [InlineData(4, 100)]
    [InlineData(9, 100)]
    public void A_linear_part_is_in_proportion_up_to_its_full_value(int value, int expected) =>
        Assert.Equal(expected, PartnershipScoring.Of([Parts[0]], [Partner(1, value)])[0].Score);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 47.7)]
    [InlineData(9, 100)]
    [InlineData(99, 100)]
    public void A_logarithmic_part_grows_ever_more_slowly(int value, double expected) =>
        Assert.Equal((decimal)expected, PartnershipScoring.Of([Parts[2]], [Partner(1, value)])[0].Parts[0].Normalised);

    [Fact]
    public void A_ranked_part_says_how_many_of_a_hundred_others_have_less()
    {
        var scores = PartnershipScoring.Of([Parts[1]], [Partner(1, 7), Partner(2, 3), Partner(3, 3), Partner(4, 0), Partner(5, 90)]);
        Assert.Equal([75m, 25m, 25m, 0m, 100m], scores.Select(one => one.Score));
        Assert.Equal([75m, 25m, 25m, 0m, 100m], scores.Select(one => one.Percentile));
    }

    [Fact]
    public void What_is_not_measured_takes_no_weight_and_is_never_zero()
    {
        var score = PartnershipScoring.Of(Parts, [Partner(1, 2, null, 9)])[0];
        Assert.Equal((null, 0m, 0m), (score.Parts[1].Normalised, score.Parts[1].Share, score.Parts[1].Product));
        Assert.Equal([0.6m, 0m, 0.4m], score.Parts.Select(part => part.Share));
        Assert.Equal(70m, score.Score);
    }

    [Fact]
    public void A_partner_of_whom_nothing_is_measured_has_no_score()
    {
        var score = PartnershipScoring.Of(Parts, [Partner(1, null, null, null), Partner(2, 1, 1, 1)])[0];
        Assert.Null(score.Score);
        Assert.Null(score.Percentile);
    }

    [Fact]
    public void Products_sum_to_the_score_shares_to_one_and_both_stay_within_bounds() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Some(), partners =>
    {
        foreach (var score in PartnershipScoring.Of(Parts, partners).Where(one => one.Score is not null))
        {
            Assert.Equal(score.Score, score.Parts.Sum(part => part.Product));
            Assert.InRange(score.Parts.Sum(part => part.Share), 0.999999m, 1.000001m);
            Assert.InRange(score.Score!.Value, 0, 100.02m);
        }
    }));

    [Fact]
    public void More_of_any_part_never_lowers_a_score() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Some(), Gen.Choose(0, Parts.Length - 1).Two().ToArbitrary(), (partners, at) =>
    {
        if (partners.Length == 0 || partners[0].Values[at.Item1].Value is not { } value) return;
        var before = PartnershipScoring.Of(Parts, partners)[0].Score;
        var more = partners[0] with { Values = [.. partners[0].Values.Select((one, i) => i == at.Item1 ? new PartValue(value + 1) : one)] };
        Assert.True(PartnershipScoring.Of(Parts, [more, .. partners.Skip(1)])[0].Score >= before);
    }));

    [Fact]
    public void The_order_of_partners_does_not_matter() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Some(), partners =>
    {
        var back = PartnershipScoring.Of(Parts, [.. partners.Reverse()]).Reverse();
        Assert.Equal(PartnershipScoring.Of(Parts, partners).Select(Told), back.Select(Told));
    }));

    [Fact]
    public void Weights_count_by_how_they_stand_to_each_other() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Some(), partners =>
    {
        ScorePart[] tenfold = [.. Parts.Select(part => part with { Weight = part.Weight * 10 })];
        Assert.Equal(PartnershipScoring.Of(Parts, partners).Select(one => one.Score), PartnershipScoring.Of(tenfold, partners).Select(one => one.Score));
    }));

    private static string Told(PartnerScore score) => $"{score.Partner}: {score.Score} {score.Percentile} {string.Join(' ', score.Parts.Select(part => part.Product))}";

    private static Arbitrary<PartnerValues[]> Some() =>
        Gen.Choose(-2, 40).Select(number => number < 0 ? (decimal?)null : number).ArrayOf(Parts.Length).ArrayOf()
            .Select(all => all.Select((values, at) => Partner(at + 1, values)).ToArray()).ToArbitrary();
}
