namespace Kakehashi.Partnerships.Agreements;

/// <summary>Places of exchange in student-semesters a year.</summary>
public static class ExchangePlaces
{
    private const int SemestersOfYear = 2;
    private const int MonthsOfSemester = 6;

    /// <summary>The places of the terms for students in a direction; null where none says how many.</summary>
    public static int? SemestersOf(this Agreement agreement, ExchangeDirection direction)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var stated = agreement.Places.Where(term => term.Direction == direction && term.Kind is ExchangeKind.StudentStudies or ExchangeKind.StudentTraineeship).Select(Semesters).OfType<int>().ToList();
        return stated.Count == 0 ? null : stated.Sum();
    }

    /// <summary>Where a term states persons only, each may stay as long as it allows: a year where it does not say.</summary>
    private static int? Semesters(ExchangeTerm term) =>
        term.Semesters ?? term.People * (term.StayMonths is { } months ? Math.Max(1, (months + MonthsOfSemester - 1) / MonthsOfSemester) : SemestersOfYear);
}
