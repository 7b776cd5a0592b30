using Kakehashi.Education.Balance;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Education;

public sealed class BalancingAnExchange
{
    private const MobilityDirection In = MobilityDirection.In, Out = MobilityDirection.Out;
    private const long Own = 1, Whole = 2, Unit = 50;

    private static readonly Period[] Years = [.. Enumerable.Range(2021, 6).Select(Period.Fiscal)];

    private static readonly HashSet<long> Units = [Unit];

    private static readonly ExchangeTerms[] Agreements =
    [
        new(Own, "A-1", new("覚書", "Memorandum"), new(2022, 4, 1), new(2027, 3, 31)) { IsForStudents = true, Units = Units, PlacesIn = 4, PlacesOut = 4, StatesBalance = true },
        new(Whole, "A-2", new("協定", "Agreement"), new(2021, 4, 1), null) { IsForStudents = true, PlacesIn = 10, PlacesOut = 10, StatesBalance = true, CarriesOver = true },
        new(3, "A-3", new("研究", "Research"), new(2021, 4, 1), null),
    ];

    [Theory]
    [InlineData(2L, null, 2023, 50L, 2L)] // what is entered goes before every rule
    [InlineData(99L, "Exchange", 2023, 50L, null)] // an agreement with another partner
    [InlineData(null, "交換留学 / Exchange", 2023, 50L, 1L)] // the agreement of the student's own unit
    [InlineData(null, "Student EXCHANGE programme", 2023, 51L, 2L)] // that of the whole university
    [InlineData(null, "Exchange", 2021, 50L, 2L)] // the unit's was not in force yet
    [InlineData(null, "Exchange", 2028, 50L, 2L)] // it is no longer
    [InlineData(null, "Exchange", 2020, 50L, null)] // none was in force
    [InlineData(null, "サマープログラム / Summer programme", 2023, 50L, null)] // no exchange
    [InlineData(null, null, 2023, 50L, null)]
    public void Finds_the_agreement_of_a_stay(long? named, string? programme, int year, long? unit, long? agreement) =>
        Assert.Equal(agreement, StayOwner.Of(new(named, In, new(year, 9, 1), 1, "p", unit, programme), Agreements));

    [Fact]
    public void Counts_each_person_once_a_year_and_carries_what_is_left_where_the_agreement_says_so()
    {
        var balance = Balance(Stay(Whole, In, 2022, 2, "a"), Stay(Whole, In, 2022, 1, "a"), Stay(Whole, Out, 2023, 1, "b"), Stay(Own, In, 2022, 1, "c"), Stay(Own, Out, 2023, 2, "d"));
        var whole = Of(balance, Whole);
        Assert.Equal(new Flow(1, 3), whole[1].In);
        Assert.Equal([0, 3, 2, 2, 2, 2], whole.Select(year => year.Carried));
        Assert.Equal([0, 1, -2, 0, 0, 0], Of(balance, Own).Select(year => year.Carried));
        Assert.Equal([null, 4, 4, 4, 4, 4], Of(balance, Own).Select(year => year.PlacesIn));
        Assert.Equal([10, 14, 14, 14, 14, 14], balance.Total.Select(year => year.PlacesOut));
    }

    [Fact]
    public void Says_of_how_many_stays_the_length_is_not_known() => Assert.Equal(1, Balance(Stay(Own, In, 2022, null, "a"), Stay(Own, In, 2022, 0, "b")).Unknown);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Adds_up_over_the_agreements_and_is_mirrored_where_directions_are_swapped(int seed)
    {
        var stays = Chance(seed, 300);
        var (balance, mirrored) = (Balance(stays), Balance([.. stays.Select(stay => stay with { Direction = stay.Direction == In ? Out : In })]));
        for (var at = 0; at < Years.Length; at++)
        {
            foreach (var direction in new[] { In, Out })
            {
                Assert.Equal(balance.Total[at].Of(direction).Semesters, balance.Accounts.Where(one => one.Terms is not null).Sum(one => one.Years[at].Of(direction).Semesters));
                Assert.Equal(balance.Total[at].Of(direction), mirrored.Total[at].Of(direction == In ? Out : In));
            }

            Assert.Equal(balance.Total[at].Carried, -mirrored.Total[at].Carried);
            Assert.Equal(balance.Total[at].Balance, balance.Accounts.Where(one => one.Terms is not null).Sum(one => one.Years[at].Balance));
        }

        Assert.Equal(stays.Sum(stay => stay.Semesters), balance.Accounts.Sum(one => one.Years.Sum(year => year.In.Semesters + year.Out.Semesters)));
        Assert.Equal(Of(balance, Whole)[^1].Carried, Of(balance, Whole).Sum(year => year.Balance));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Tells_nobody_who_may_not_see_the_persons_of_a_few_nor_lets_them_be_worked_out(int seed)
    {
        var whole = Balance(Chance(seed, 120));
        var guarded = whole.Guard();
        for (var at = 0; at < Years.Length; at++)
            foreach (var direction in new[] { In, Out })
            {
                Assert.All(whole.Accounts.Zip(guarded.Accounts), pair => Assert.True(pair.First.Years[at].Of(direction).Persons is 0 or >= GuardedBalance.Below || pair.Second.Years[at].Of(direction).IsHidden));
                Assert.All(guarded.Accounts.Where(one => one.Years[at].Of(direction).IsHidden), one => Assert.Equal((null, 0), (one.Years[at].Balance, one.Years[at].Of(direction).Semesters)));
                // one hidden part alone would follow from the others
                var hidden = guarded.Accounts.Count(one => one.Terms is not null && one.Years[at].Of(direction).IsHidden);
                Assert.True(guarded.Total[at].Of(direction).IsHidden || hidden != 1);
            }
    }

    [Fact]
    public void Says_of_no_year_what_is_carried_after_one_that_is_hidden()
    {
        var few = Enumerable.Range(0, 8).Select(at => Stay(Whole, In, 2024, 1, $"x{at}")).Append(Stay(Whole, In, 2022, 1, "a")).ToArray();
        Assert.Equal([0, null, null, null, null, null], Of(Balance(few).Guard(), Whole).Select(year => year.Carried));
    }

    [Fact]
    public void Expects_the_mean_of_three_years_within_what_they_and_their_change_reach()
    {
        var stays = new[] { (2023, 2), (2024, 4), (2025, 6), (2026, 1) }.SelectMany(year => Enumerable.Range(0, year.Item2).Select(at => Stay(Whole, In, year.Item1, 1, $"{year.Item1}-{at}"))).ToArray();
        var forecasts = BalanceForecast.Of(Of(Balance(stays), Whole), _ => true, Period.Fiscal(2026)).Where(one => one.Direction == In).ToList();
        Assert.Equal([new(Period.Fiscal(2026), In, 1, 4, 2, 8), new(Period.Fiscal(2027), In, 0, 4, 2, 10)], forecasts);
    }

    [Fact]
    public void Expects_no_less_than_what_is_entered_and_nothing_of_an_agreement_that_ends()
    {
        var stays = Enumerable.Range(0, 5).Select(at => Stay(Whole, Out, 2026, 1, $"{at}")).ToArray();
        var forecasts = BalanceForecast.Of(Of(Balance(stays), Whole), period => period.Year < 2027, Period.Fiscal(2026)).Where(one => one.Direction == Out).ToList();
        Assert.Equal([new(Period.Fiscal(2026), Out, 5, 5, 5, 5), new(Period.Fiscal(2027), Out, 0, null, 0, 0)], forecasts);
    }

    private static ExchangeBalance Balance(params ExchangeStay[] stays) => ExchangeBalance.Of(Agreements, stays, Years, YearStarts.Japan);

    private static IReadOnlyList<BalanceYear> Of(ExchangeBalance balance, long agreement) => balance.Accounts.Single(one => one.Terms?.Number == agreement).Years;

    private static ExchangeStay Stay(long? agreement, MobilityDirection direction, int year, int? semesters, string person) => new(agreement, direction, new(year, 9, 1), semesters, person, null, null);

    private static ExchangeStay[] Chance(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => new ExchangeStay(random.Next(3) == 0 ? null : random.Next(1, 4), random.Next(2) == 0 ? In : Out,
            new(random.Next(2021, 2027), random.Next(4, 13), 1), random.Next(1, 4), $"p{random.Next(count)}", random.Next(2) == 0 ? Unit : null, random.Next(2) == 0 ? "Exchange" : null))];
    }
}
