using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;

namespace Kakehashi.Education.Balance;

/// <summary>How many student-semesters a stay is: what places of exchange agreements are counted in.</summary>
public static class StudentSemesters
{
    /// <summary>A stay shorter than this many calendar months is a short programme, which uses no place.</summary>
    public const int LeastMonths = 3;

    private const int Months = 6;

    /// <summary>As long as a semester may overrun: from 1 September to 31 March is one.</summary>
    private const int Overrun = 1;

    /// <summary>The rule, as pages state it.</summary>
    public static Text Rule { get; } = (
        "3か月未満の滞在は0、3か月以上7か月以内は1、その後は6か月ごとに1を加えます(13か月以内は2)。日付がなく期間区分だけの滞在は、その区分の最も短い期間で数えます。半年の滞在が1学期です。滞在は、始まった年度に数えます。",
        "Stays under 3 months count 0, from 3 to 7 months 1, and each further 6 months 1 more (up to 13 months: 2). Where only a duration band is known, its shortest length counts. Half a year is one semester. A stay counts in the year in which it begins.");

    /// <summary>The semesters of a stay; null where neither its last day nor its length is known.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="to">Its last day.</param>
    /// <param name="band">The band that was entered where the days are not known.</param>
    public static int? Of(DateOnly from, DateOnly? to, DurationBand? band)
    {
        if (to is { } last) return Of(from, last.AddDays(1));
        return band switch
        {
            DurationBand.Under1Month or DurationBand.Months1To3 => 0,
            DurationBand.Months3To6 or DurationBand.Months6To12 => 1,
            DurationBand.Months12OrMore => 2,
            _ => null,
        };
    }

    private static int Of(DateOnly from, DateOnly next)
    {
        if (next < from.AddMonths(LeastMonths)) return 0;
        var semesters = 1;
        while (next > from.AddMonths(semesters * Months + Overrun)) semesters++;
        return semesters;
    }
}
