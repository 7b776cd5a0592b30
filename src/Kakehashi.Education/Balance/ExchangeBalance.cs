using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;

namespace Kakehashi.Education.Balance;

/// <summary>Who came, or went, in a year.</summary>
/// <param name="Persons">Each person once, as far as a stay of theirs counts.</param>
/// <param name="Semesters">Student-semesters of stays that begin in the year.</param>
public readonly record struct Flow(int Persons, int Semesters)
{
    /// <summary>It is not told to whoever asks: so few that they could be recognised, or such could be worked out from it.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>One year of an account.</summary>
/// <param name="Period">The year.</param>
/// <param name="In">Incoming.</param>
/// <param name="Out">Outgoing.</param>
/// <param name="PlacesIn">Student-semesters that may come in the year; null where nothing is agreed.</param>
/// <param name="PlacesOut">Those that may go.</param>
/// <param name="Carried">What is left at its end, incoming less outgoing: with what former years left where that is carried over; null where it is not told.</param>
public sealed record BalanceYear(Period Period, Flow In, Flow Out, int? PlacesIn, int? PlacesOut, int? Carried)
{
    /// <summary>Incoming less outgoing of this year alone, in student-semesters; null where it is not told.</summary>
    public int? Balance => In.IsHidden || Out.IsHidden ? null : In.Semesters - Out.Semesters;

    public Flow Of(MobilityDirection direction) => direction == MobilityDirection.In ? In : Out;
}

/// <summary>The years of one agreement, or of all that is under none.</summary>
/// <param name="Terms">The agreement; null for what is under none of the partner’s.</param>
/// <param name="Years">The years, without a gap, the first one first.</param>
public sealed record ExchangeAccount(ExchangeTerms? Terms, IReadOnlyList<BalanceYear> Years);

/// <summary>The exchange of students with a partner. Pure: made from stays and terms.</summary>
/// <param name="Accounts">One for each agreement, and one for what is under none.</param>
/// <param name="Total">All that is under an agreement.</param>
/// <param name="Unknown">Stays whose length nobody knows; they count nowhere.</param>
public sealed record ExchangeBalance(IReadOnlyList<ExchangeAccount> Accounts, IReadOnlyList<BalanceYear> Total, int Unknown)
{
    /// <summary>As many years as are shown.</summary>
    private const int MostYears = 15;

    /// <summary>What an agreement says of the balance, as pages state it.</summary>
    public static Text CarryRule { get; } = (
        "差は受入−派遣(学期)です。協定が「繰越し」を定めていれば、その差を発効した年度から通算します。定めていなければ、年度ごとに清算されるものとして通算しません。",
        "The balance is incoming less outgoing, in semesters. Where an agreement states a carry-over, it is summed up from the year in which it came into force; where it does not, each year stands alone.");

    /// <summary>Counts.</summary>
    /// <param name="agreements">Those with the partner.</param>
    /// <param name="stays">Stays of students with the partner, and those that name one of the agreements.</param>
    /// <param name="years">The years to tell of.</param>
    /// <param name="starts">When years begin.</param>
    public static ExchangeBalance Of(IReadOnlyList<ExchangeTerms> agreements, IReadOnlyList<ExchangeStay> stays, IReadOnlyList<Period> years, YearStarts starts)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(years);
        if (years.Count == 0) return new([], [], 0);
        var owned = stays.Where(stay => stay.Semesters > 0).ToLookup(stay => StayOwner.Of(stay, agreements));
        var accounts = agreements.Select(one => Account(one, owned[one.Number], years, starts)).ToList();
        var none = Account(null, owned[null], years, starts);
        var under = owned.Where(group => group.Key is not null).SelectMany(group => group).ToLookup(stay => Period.Of(stay.From, years[0].Kind, starts));
        var total = years.Select((year, at) => new BalanceYear(year, Flow(under[year], MobilityDirection.In), Flow(under[year], MobilityDirection.Out),
            Sum(accounts.Select(one => one.Years[at].PlacesIn)), Sum(accounts.Select(one => one.Years[at].PlacesOut)), accounts.Sum(one => one.Years[at].Carried))).ToList();
        return new([.. accounts, none], total, stays.Count(stay => stay.Semesters is null));
    }

    /// <summary>The years to tell of: from the first that there is something in to the present one, or to the last that a stay is entered for.</summary>
    public static IReadOnlyList<Period> Years(IReadOnlyList<ExchangeStay> stays, DateOnly? since, DateOnly today, PeriodKind kind, YearStarts starts)
    {
        ArgumentNullException.ThrowIfNull(stays);
        var present = Period.Of(today, kind, starts);
        var known = stays.Where(stay => stay.Semesters > 0).Select(stay => Period.Of(stay.From, kind, starts)).ToList();
        if (since is { } day) known.Add(Period.Of(day, kind, starts));
        var last = new[] { present, known.Where(period => period <= present.Plus(1)).DefaultIfEmpty(present).Max() }.Max();
        var first = known.Where(period => period <= last).DefaultIfEmpty(present).Min();
        if (first < last.Plus(1 - MostYears)) first = last.Plus(1 - MostYears);
        return [.. Enumerable.Range(0, last.Year - first.Year + 1).Select(at => first.Plus(at))];
    }

    private static ExchangeAccount Account(ExchangeTerms? terms, IEnumerable<ExchangeStay> stays, IReadOnlyList<Period> years, YearStarts starts)
    {
        var (kind, carried) = (years[0].Kind, 0);
        var counted = stays.ToLookup(stay => Period.Of(stay.From, kind, starts));
        // what was before the years that are told is carried into them
        if (terms is { CarriesOver: true }) carried = counted.Where(group => group.Key < years[0]).Sum(group => group.Sum(Signed));
        var told = new List<BalanceYear>();
        foreach (var year in years)
        {
            var balance = counted[year].Sum(Signed);
            carried = terms is { CarriesOver: true } ? carried + balance : balance;
            var isInForce = terms?.IsInForce(year.From(starts), year.To(starts)) == true;
            told.Add(new(year, Flow(counted[year], MobilityDirection.In), Flow(counted[year], MobilityDirection.Out), isInForce ? terms!.PlacesIn : null, isInForce ? terms!.PlacesOut : null, carried));
        }

        return new(terms, told);
    }

    private static int Signed(ExchangeStay stay) => stay.Direction == MobilityDirection.In ? stay.Semesters!.Value : -stay.Semesters!.Value;

    private static Flow Flow(IEnumerable<ExchangeStay> stays, MobilityDirection direction)
    {
        var of = stays.Where(stay => stay.Direction == direction).ToList();
        return new(of.Select(stay => stay.Person).Distinct(StringComparer.Ordinal).Count(), of.Sum(stay => stay.Semesters!.Value));
    }

    private static int? Sum(IEnumerable<int?> places)
    {
        var stated = places.OfType<int>().ToList();
        return stated.Count == 0 ? null : stated.Sum();
    }
}
