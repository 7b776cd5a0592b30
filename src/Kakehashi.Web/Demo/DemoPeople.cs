namespace Kakehashi.Web.Demo;

/// <summary>Students and staff on 1 May of ten years.</summary>
internal static class DemoPeople
{
    /// <summary>Where students from abroad come from.</summary>
    private static readonly (string Country, double Weight)[] Students =
    [
        ("CN", 45), ("KR", 9), ("ID", 6), ("VN", 6), ("TW", 6), ("TH", 4), ("MY", 3), ("IN", 3), ("BD", 2.5), ("NP", 1.6), ("MN", 1.6), ("US", 1.6), ("FR", 1.4),
        ("DE", 1.3), ("PH", 1.2), ("MM", 1), ("LK", 0.9), ("EG", 0.8), ("KZ", 0.6), ("UZ", 0.6), ("GB", 0.6), ("BR", 0.5), ("TR", 0.5), ("SE", 0.4), ("KE", 0.4), ("AU", 0.4),
    ];

    private static readonly (string Country, double Weight)[] Staff =
    [
        ("CN", 30), ("KR", 11), ("US", 12), ("IN", 7), ("GB", 6), ("DE", 5), ("FR", 5), ("ID", 4), ("TW", 4), ("BD", 3), ("CA", 3), ("AU", 3), ("VN", 3), ("EG", 2), ("RO", 1), ("BR", 1),
    ];

    /// <summary>How many students from abroad there are, measured by the last year; the borders were closed in the financial years 2020 and 2021.</summary>
    public static double Abroad(int year, int last) => (1 - 0.028 * (last - year)) * (year switch { 2020 => 0.93, 2021 => 0.86, 2022 => 0.95, _ => 1 });

    public static int WriteStudents(DemoWriter writer, IReadOnlyDictionary<string, long> units, int year, int last, Chance chance)
    {
        var before = 0;
        foreach (var unit in DemoUnits.All.Where(unit => unit.HasStudents && !(year == last && DemoUnits.IsLate("student_headcount", unit.Code))))
            foreach (var (level, share, fromAbroad) in Levels(unit))
            {
                var all = unit.Students * share * (1 + 0.003 * (year - last));
                var abroad = all * fromAbroad * Abroad(year, last);
                before += Rows(writer, [units[unit.Code], new DateOnly(year, 5, 1)], "JP", level, all - abroad, unit.Women, 1, chance);
                foreach (var (country, weight) in Shares(Students, unit.Code))
                    before += Rows(writer, [units[unit.Code], new DateOnly(year, 5, 1)], country, level, abroad * weight, (unit.Women + 0.5) / 2, level == "bachelor" ? 0.72 : 0.9, chance);
            }

        return before;
    }

    public static int WriteStaff(DemoWriter writer, IReadOnlyDictionary<string, long> units, int year, int last, Chance chance)
    {
        var written = 0;
        foreach (var unit in DemoUnits.All.Where(unit => unit.Staff > 0 && !(year == last && DemoUnits.IsLate("staff_headcount", unit.Code))))
            foreach (var (category, share, fromAbroad) in Categories(unit))
            {
                var abroad = unit.Staff * share * fromAbroad * (1 - 0.035 * (last - year));
                var women = unit.Women * (category == "academic" ? 0.55 : 1) * (1 - 0.012 * (last - year));
                written += StaffRows(writer, [units[unit.Code], new DateOnly(year, 5, 1)], "JP", category, unit.Staff * share - abroad, women, chance);
                foreach (var (country, weight) in Shares(Staff, unit.Code + category))
                    written += StaffRows(writer, [units[unit.Code], new DateOnly(year, 5, 1)], country, category, abroad * weight, (women + 0.4) / 2, chance);
            }

        return written;
    }

    private static (string Level, double Share, double FromAbroad)[] Levels(DemoUnit unit) => unit.IsFaculty
        ? [("bachelor", 1, unit.Code == "F10" ? 0.21 : 0.054)]
        : [("master", 0.72, unit.Code is "G04" or "G10" ? 0.44 : 0.27), ("doctoral", 0.28, unit.Code == "G06" ? 0.21 : 0.4)];

    private static (string Category, double Share, double FromAbroad)[] Categories(DemoUnit unit) => unit.Kind == "administration" || unit.Code == "C04"
        ? [("administrative", 1, unit.Code == "A01" ? 0.12 : 0.012)]
        : [("academic", 0.66, unit.Code is "F10" or "G10" or "C02" ? 0.36 : 0.085), ("research", 0.14, 0.27), ("administrative", 0.2, 0.02)];

    /// <summary>The shares of countries in a unit: each unit has its own favourites, the same every year.</summary>
    private static IEnumerable<(string Country, double Share)> Shares((string Country, double Weight)[] all, string unit)
    {
        var chance = Chance.For(unit, 0);
        var weights = all.Select(pair => (pair.Country, Weight: pair.Weight * (0.4 + 1.2 * chance.Share()))).ToArray();
        var sum = weights.Sum(pair => pair.Weight);
        return weights.Select(pair => (pair.Country, pair.Weight / sum));
    }

    private static int Rows(DemoWriter writer, object?[] where, string country, string level, double persons, double women, double forDegree, Chance chance)
    {
        var written = 0;
        foreach (var (sex, share) in new[] { ("female", women), ("male", 1 - women) })
            foreach (var isForDegree in new[] { true, false })
            {
                var count = chance.Round(persons * share * (isForDegree ? forDegree : 1 - forDegree));
                if (count == 0) continue;
                writer.Write([.. where, country, level, sex, isForDegree, count]);
                written += count;
            }

        return written;
    }

    private static int StaffRows(DemoWriter writer, object?[] where, string country, string category, double persons, double women, Chance chance)
    {
        var written = 0;
        foreach (var (sex, share) in new[] { ("female", women), ("male", 1 - women) })
        {
            var count = chance.Round(persons * share);
            if (count == 0) continue;
            writer.Write([.. where, country, category, sex, count]);
            written += count;
        }

        return written;
    }
}
