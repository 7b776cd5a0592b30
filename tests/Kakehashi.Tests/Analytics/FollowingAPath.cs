using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class FollowingAPath
{
    private static readonly TargetPath Straight = new(new(Period.Fiscal(2020), 10), new(Period.Fiscal(2030), 20));
    private static readonly TargetPath Down = new(new(Period.Fiscal(2020), 40), new(Period.Fiscal(2024), 20));
    private static readonly TargetPath ByMilestones = new(
        new(Period.Fiscal(2020), 10), new(Period.Fiscal(2030), 20), [new(Period.Fiscal(2026), 18), new(Period.Fiscal(2022), 10)]);

    [Theory]
    [InlineData(2015, "10", "10")]
    [InlineData(2020, "10", "10")]
    [InlineData(2022, "12", "10")]
    [InlineData(2024, "14", "14")]
    [InlineData(2026, "16", "18")]
    [InlineData(2028, "18", "19")]
    [InlineData(2030, "20", "20")]
    [InlineData(2035, "20", "20")]
    public void The_expected_value_lies_on_it(int year, string straight, string byMilestones) =>
        Assert.Equal((D(straight), D(byMilestones)), (Straight.Expected(Period.Fiscal(year)), ByMilestones.Expected(Period.Fiscal(year))));

    [Fact]
    public void Quarters_are_steps_over_the_end_of_the_year()
    {
        var path = new TargetPath(new(new(PeriodKind.Quarter, 2024, 3), 0), new(new(PeriodKind.Quarter, 2025, 3), 8));
        Assert.Equal([2m, 4m, 6m], new[] { 1, 2, 3 }.Select(steps => path.Expected(path.Baseline.Period.Plus(steps))));
    }

    [Theory]
    [InlineData("10", "0")]
    [InlineData("15", "0.5")]
    [InlineData("20", "1")]
    [InlineData("22", "1.2")]
    [InlineData("9", "-0.1")]
    public void Attainment_is_the_share_of_the_way_from_the_baseline(string value, string attainment) => Assert.Equal(D(attainment), Straight.Attainment(D(value)));

    [Theory]
    // expected 14, 40 % of the way; 80 % of that is 13.2
    [InlineData(2024, "20", TargetStatus.Reached)]
    [InlineData(2024, "14", TargetStatus.OnTrack)]
    [InlineData(2024, "13.9", TargetStatus.AtRisk)]
    [InlineData(2024, "13.2", TargetStatus.AtRisk)]
    [InlineData(2024, "13.1", TargetStatus.Behind)]
    [InlineData(2024, "9", TargetStatus.Behind)]
    [InlineData(2024, null, TargetStatus.NoData)]
    [InlineData(2019, "14", TargetStatus.NoData)]
    [InlineData(2020, "10", TargetStatus.OnTrack)]
    [InlineData(2020, "9", TargetStatus.Behind)]
    [InlineData(2030, "19", TargetStatus.AtRisk)]
    [InlineData(2033, "20.5", TargetStatus.Reached)]
    public void The_status_follows_from_the_way_come(int year, string? value, TargetStatus status) =>
        Assert.Equal(status, Straight.Status(Period.Fiscal(year), value is null ? null : D(value), Direction.Up));

    [Theory]
    [InlineData("20", TargetStatus.Reached, "1")]
    [InlineData("15", TargetStatus.Reached, "1.25")]
    [InlineData("30", TargetStatus.OnTrack, "0.5")]
    [InlineData("31.9", TargetStatus.AtRisk, "0.405")]
    [InlineData("32.1", TargetStatus.Behind, "0.395")]
    [InlineData("45", TargetStatus.Behind, "-0.25")]
    public void Where_less_is_wanted_it_leads_down(string value, TargetStatus status, string attainment)
    {
        Assert.Equal(status, Down.Status(Period.Fiscal(2022), D(value), Direction.Down));
        Assert.Equal(D(attainment), Down.Attainment(D(value)));
    }

    [Theory]
    [InlineData("50", Direction.Up, TargetStatus.Reached)]
    [InlineData("51", Direction.Up, TargetStatus.Reached)]
    [InlineData("49", Direction.Up, TargetStatus.Behind)]
    [InlineData("49", Direction.Down, TargetStatus.Reached)]
    [InlineData("51", Direction.None, TargetStatus.Behind)]
    public void A_value_to_be_kept_has_no_attainment(string value, Direction direction, TargetStatus status)
    {
        var keep = new TargetPath(new(Period.Fiscal(2020), 50), new(Period.Fiscal(2025), 50));
        Assert.Null(keep.Attainment(D(value)));
        Assert.Equal(status, keep.Status(Period.Fiscal(2023), D(value), direction));
    }

    [Fact]
    public void Points_come_one_after_the_other()
    {
        PathPoint from = new(Period.Fiscal(2020), 1), to = new(Period.Fiscal(2025), 2);
        Assert.Throws<ArgumentException>(() => new TargetPath(to, from));
        Assert.Throws<ArgumentException>(() => new TargetPath(from, to, [new(Period.Fiscal(2025), 2)]));
        Assert.Throws<ArgumentException>(() => new TargetPath(from, new(new(PeriodKind.CalendarYear, 2025), 2)));
    }

    [Fact]
    public void Attainment_and_status_do_not_depend_on_the_scale_or_the_side_it_comes_from() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            TargetPath Path(decimal times, decimal plus) => new(new(Period.Fiscal(2020), times * one.Baseline + plus), new(Period.Fiscal(2030), times * one.Target + plus), [new(Period.Fiscal(2023), times * one.Between + plus)]);
            var plain = Path(1, 0);
            Assert.Equal((0m, 1m), (plain.Attainment(one.Baseline), plain.Attainment(one.Target)));
            foreach (var (times, plus) in new[] { (3m, -7m), (-2m, 100m) })
            {
                var other = Path(times, plus);
                Assert.Equal(Math.Round(plain.Attainment(one.Value)!.Value, 12), Math.Round(other.Attainment(times * one.Value + plus)!.Value, 12));
                Assert.Equal(plain.Status(one.Period, one.Value, Direction.Up), other.Status(one.Period, times * one.Value + plus, Direction.Up));
            }
        }));

    [Fact]
    public void Coming_nearer_to_the_target_never_makes_it_worse() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            TargetPath path = new(new(Period.Fiscal(2020), one.Baseline), new(Period.Fiscal(2030), one.Target), [new(Period.Fiscal(2023), one.Between)]);
            var step = Math.Sign(one.Target - one.Baseline);
            var statuses = Enumerable.Range(0, 40).Select(i => (int)path.Status(one.Period, one.Value + step * i, Direction.Up)).ToList();
            Assert.Equal(statuses.OrderDescending(), statuses);
        }));

    // powers of two keep the divisions exact
    private static Gen<Case> Cases() =>
        from baseline in Gen.Choose(-50, 50)
        from power in Gen.Choose(0, 6)
        from down in Gen.Elements(1, -1)
        from between in Gen.Choose(-60, 120)
        from value in Gen.Choose(-80, 160)
        from year in Gen.Choose(2020, 2033)
        select new Case(baseline, baseline + down * (1 << power), between, value, Period.Fiscal(year));

    private sealed record Case(decimal Baseline, decimal Target, decimal Between, decimal Value, Period Period);

    private static decimal D(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
