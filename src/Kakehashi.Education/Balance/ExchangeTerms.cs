using Kakehashi.Access.OrgUnits;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Education.Balance;

/// <summary>What an agreement says of the exchange of students.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">The day it came into force; null where nobody knows.</param>
/// <param name="To">Its last day; null where it has none, or renews by itself.</param>
public sealed record ExchangeTerms(long Number, string Reference, Bilingual Title, DateOnly? From, DateOnly? To)
{
    /// <summary>It is one under which students are exchanged: by its type, or by its terms.</summary>
    public bool IsForStudents { get; init; }

    /// <summary>The units whose students it is for; null for those of the whole university.</summary>
    public IReadOnlySet<long>? Units { get; init; }

    /// <summary>The text states that the exchange is balanced.</summary>
    public bool StatesBalance { get; init; }

    /// <summary>The text states that what is left of a year is carried over to the next.</summary>
    public bool CarriesOver { get; init; }

    /// <summary>Student-semesters a year that may come; null where no term says so.</summary>
    public int? PlacesIn { get; init; }

    /// <summary>Student-semesters a year that may go; null where no term says so.</summary>
    public int? PlacesOut { get; init; }

    /// <summary>How places are counted, as pages state it.</summary>
    public static Text Rule { get; } = (
        "枠は協定の「年間学期数」です。人数だけが定められているときは、滞在の上限(なければ1年)を学期に直して人数に掛けます。",
        "Places are the agreement’s semesters a year. Where it states persons only, each counts the semesters of the longest stay, or of a year where none is stated.");

    public int? Places(MobilityDirection direction) => direction == MobilityDirection.In ? PlacesIn : PlacesOut;

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForce(DateOnly day) => From <= day && (To is null || To >= day);

    /// <summary>Whether it is in force on any day of a period.</summary>
    public bool IsInForce(DateOnly first, DateOnly last) => (From ?? DateOnly.MinValue) <= last && (To is null || To >= first);

    /// <summary>Reads them from an agreement.</summary>
    /// <param name="agreement">The agreement; its parts that are personal are not needed.</param>
    /// <param name="parents">What unit each unit stands in.</param>
    public static ExchangeTerms Of(Agreement agreement, IReadOnlyDictionary<long, long?> parents)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var (placesIn, placesOut) = (agreement.SemestersOf(ExchangeDirection.In), agreement.SemestersOf(ExchangeDirection.Out));
        var isLive = agreement.State == AgreementState.InForce;
        // one that has ended, nobody knows when, is not taken to have covered anything
        var knowsEnd = agreement.ExpiresOn is not null || isLive;
        return new(agreement.Number, agreement.Reference, agreement.Title, knowsEnd ? agreement.EffectiveFrom ?? agreement.SignedOn : null, agreement.RenewsByItself && isLive ? null : agreement.ExpiresOn)
        {
            IsForStudents = agreement.Type is AgreementType.StudentExchange or AgreementType.DoubleDegree or AgreementType.JointDegree || placesIn is not null || placesOut is not null,
            Units = agreement.Level == AgreementLevel.University ? null : Below([.. agreement.OtherUnits.Select(one => one.Unit).Append(agreement.Unit).OfType<Id<OrgUnit>>().Select(unit => unit.Value)], parents),
            StatesBalance = agreement.Clauses.Exists(clause => clause.Topic == ClauseTopic.Balance),
            CarriesOver = agreement.Clauses.Exists(clause => clause.Topic == ClauseTopic.CarryOver),
            PlacesIn = placesIn,
            PlacesOut = placesOut,
        };
    }

    private static HashSet<long> Below(HashSet<long> units, IReadOnlyDictionary<long, long?> parents)
    {
        var all = new HashSet<long>(units);
        foreach (var unit in parents.Keys)
        {
            // a tree that an office has bent into a ring ends the way up
            var (above, steps) = ((long?)unit, 0);
            while (above is { } one && !units.Contains(one) && steps++ < parents.Count) above = parents.GetValueOrDefault(one);
            if (above is { } found && units.Contains(found)) all.Add(unit);
        }

        return all;
    }
}
