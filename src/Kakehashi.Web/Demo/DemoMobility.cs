using System.Globalization;

namespace Kakehashi.Web.Demo;

/// <summary>What a kind of stay is like.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">student or researcher.</param>
/// <param name="Weight">How often it happens.</param>
/// <param name="Months">The months it begins in.</param>
/// <param name="Least">The shortest stay, in days.</param>
/// <param name="Most">The longest.</param>
/// <param name="Credits">How many credits it brings; 0 for none.</param>
/// <param name="NeedsAgreement">Only with a partner that there is an agreement with.</param>
internal sealed record DemoProgramme(string Name, string Kind, double Weight, int[] Months, int Least, int Most, int Credits, bool NeedsAgreement = false);

/// <summary>What stays are made from.</summary>
internal sealed record DemoWorld(IReadOnlyList<DemoPartner> Partners, ILookup<long, DemoAgreement> Agreements, IReadOnlyDictionary<string, long> Units, int Last, DateOnly Today);

/// <summary>Stays in both directions: some 5,000 a year, over ten years.</summary>
internal static class DemoMobility
{
    /// <summary>Of a usual year at its height; the closed borders and the smaller years before bring the mean down to 5,000.</summary>
    private const int StaysOfAYear = 7_460;

    private static readonly DemoProgramme[] Incoming =
    [
        new("交換留学 / Exchange", "student", 24, [4, 9, 10, 10], 115, 345, 20, NeedsAgreement: true),
        new("サマープログラム / Summer programme", "student", 14, [7, 7, 8], 12, 40, 2),
        new("日本語・日本文化研修 / Japanese language and culture", "student", 8, [4, 10], 110, 180, 14),
        new("研究インターンシップ / Research internship", "student", 10, [4, 6, 9, 10], 32, 120, 0),
        new("ダブル・ディグリー / Double degree", "student", 2, [4, 10], 360, 700, 30, NeedsAgreement: true),
        new("外国人研究者招へい / Invited researcher", "researcher", 12, [4, 6, 9, 10, 11, 1], 8, 340, 0),
        new("国際シンポジウム等 / Symposia and visits", "researcher", 9, [6, 9, 10, 11, 12], 3, 14, 0),
    ];

    private static readonly DemoProgramme[] Outgoing =
    [
        new("交換留学 / Exchange", "student", 17, [8, 9, 9, 2], 120, 330, 16, NeedsAgreement: true),
        new("短期語学研修 / Short language course", "student", 15, [8, 8, 2, 3], 15, 35, 2),
        new("海外フィールド実習 / Field study abroad", "student", 9, [8, 9, 2, 3], 6, 16, 2),
        new("海外研究留学 / Research abroad", "student", 6, [5, 9, 10, 1], 32, 180, 0),
        new("海外インターンシップ / Internship abroad", "student", 4, [8, 9, 2], 20, 95, 2),
        new("在外研究 / Research stay", "researcher", 5, [4, 9, 10], 90, 365, 0),
        new("海外出張・共同研究 / Joint research visit", "researcher", 14, [5, 6, 7, 9, 10, 11, 2, 3], 4, 28, 0),
    ];

    private static readonly Lot<string> FundingIn = new([("none", 34), ("government", 22), ("university", 14), ("partner", 18), ("foundation", 7), ("erasmus", 3), ("company", 1), ("other", 1)]);

    private static readonly Lot<string> FundingOut = new([("none", 26), ("government", 30), ("university", 24), ("foundation", 11), ("partner", 4), ("erasmus", 3), ("company", 2)]);

    /// <summary>How much there is in a financial year, measured by the last one: nearly nothing while borders were closed.</summary>
    private static double Volume(int year, int last) => (1 - 0.022 * (last - year)) * (year switch { 2019 => 0.9, 2020 => 0.04, 2021 => 0.13, 2022 => 0.58, 2023 => 0.88, _ => 1 });

    /// <summary>Writes the stays that begin in one year; <paramref name="scale"/> times as many as usual.</summary>
    public static void Write(DemoWriter writer, DemoWorld world, int year, int scale)
    {
        var chance = Chance.For("mobility", year);
        var (partners, agreements, units, last, _) = world;
        var drawn = new Draws(partners, agreements, year);
        var (count, people) = (chance.Round((double)StaysOfAYear * scale * Volume(year, last)), new List<(string Key, string Unit)>());
        for (var i = 0; i < count; i++)
        {
            var isIn = chance.Is(0.53);
            var programme = (isIn ? drawn.Incoming : drawn.Outgoing).Draw(chance);
            var partner = (programme.NeedsAgreement ? drawn.WithAgreement : drawn.Partners).Draw(chance);
            var unit = programme.Kind == "researcher" ? drawn.OfResearch.Draw(chance) : drawn.OfStudents.Draw(chance);
            if (year == last && DemoUnits.IsLate("mobility", unit.Code)) continue;
            Stay(writer, new(isIn, programme, partner, unit), agreements[partner.Number], units[unit.Code], year, i, world, people, chance);
        }
    }

    private static void Stay(DemoWriter writer, Drawn stay, IEnumerable<DemoAgreement> agreements, long unit, int year, int at, DemoWorld world, List<(string, string)> people, Chance chance)
    {
        var (isIn, programme, partner, own) = stay;
        var today = world.Today;
        var (start, end) = Days(programme, year, chance);
        var agreement = agreements.FirstOrDefault(one => one.From <= start && start <= one.To && (one.IsForStudents || programme.Kind == "researcher"));
        // credits are given when the stay has ended
        object? credits = programme.Credits > 0 && end < today ? (decimal)Math.Max(1, chance.Between(programme.Credits - 4, programme.Credits + 4)) : null;
        var isAtHome = isIn ? chance.Is(0.93) : chance.Is(0.95);
        var nationality = isIn ? isAtHome ? partner.Country : chance.Is(0.5) ? "CN" : "IN" : isAtHome ? "JP" : "CN";
        long? home = isIn ? partner.Number : null, host = isIn ? null : partner.Number;
        var person = Person(own, isIn, programme, year, at, people, chance);
        // names are asked for since export control screens them
        (string Name, DateOnly Born)? named = isIn && programme.Kind == "researcher" && year >= world.Last - 1 ? DemoNames.Of(person, nationality) : null;
        writer.Write(
            string.Create(CultureInfo.InvariantCulture, $"M{year}-{at + 1:00000}"), isIn ? "in" : "out", programme.Kind, person, named?.Name, named?.Born,
            nationality, chance.Is(isIn ? (own.Women + 0.5) / 2 : Math.Min(0.8, own.Women + 0.12)) ? "female" : "male", unit, programme.Kind == "student" ? Level(own, chance) : null,
            programme.Name, own.Field, home, isIn ? partner.Country : "JP", host, isIn ? "JP" : partner.Country, partner.Code, partner.Name, agreement?.Number, start, end, credits,
            (isIn ? FundingIn : FundingOut).Draw(chance), isIn ? Residence(programme, start, end) : null);
    }

    private static (DateOnly, DateOnly) Days(DemoProgramme programme, int year, Chance chance)
    {
        var month = chance.Of(programme.Months);
        var first = new DateOnly(month >= 4 ? year : year + 1, month, 1);
        // long stays begin with the term, short ones on any day
        var start = first.AddDays(programme.Least > 100 ? chance.Between(0, 6) : chance.Between(0, DateTime.DaysInMonth(first.Year, month) - 1));
        return (start, start.AddDays(chance.Between(programme.Least, programme.Most) - 1));
    }

    /// <summary>One in twelve goes or comes a second time in the year.</summary>
    private static string Person(DemoUnit unit, bool isIn, DemoProgramme programme, int year, int at, List<(string Key, string Unit)> people, Chance chance)
    {
        var kind = string.Concat(programme.Kind == "student" ? "S" : "R", isIn ? "I" : "O");
        if (people.Count > 40 && chance.Is(0.08))
        {
            var (key, of) = chance.Of(people);
            if (of == unit.Code && key.StartsWith(kind, StringComparison.Ordinal)) return key;
        }

        var made = string.Create(CultureInfo.InvariantCulture, $"{kind}{year % 100:00}{at + 1:00000}");
        people.Add((made, unit.Code));
        return made;
    }

    private static string Level(DemoUnit unit, Chance chance) => unit.IsGraduateSchool ? chance.Is(0.66) ? "master" : "doctoral" : "bachelor";

    private static string Residence(DemoProgramme programme, DateOnly start, DateOnly end) => (programme.Kind, end.DayNumber - start.DayNumber) switch
    {
        (_, < 90) => "temporary_visitor",
        ("student", _) => "student",
        (_, < 200) => "cultural_activities",
        _ => "professor",
    };

    private sealed record Drawn(bool IsIn, DemoProgramme Programme, DemoPartner Partner, DemoUnit Unit);

    /// <summary>What is drawn from in a year.</summary>
    private sealed class Draws
    {
        public Draws(IReadOnlyList<DemoPartner> partners, ILookup<long, DemoAgreement> agreements, int year)
        {
            var (first, last) = (new DateOnly(year, 4, 1), new DateOnly(year + 1, 3, 31));
            Partners = new(partners.Select(partner => (partner, partner.Weight)));
            WithAgreement = new(partners.Select(partner => (partner, agreements[partner.Number].Any(one => one.IsForStudents && one.From <= first && last <= one.To) ? partner.Weight : 0.001)));
        }

        public Lot<DemoPartner> Partners { get; }

        public Lot<DemoPartner> WithAgreement { get; }

        public Lot<DemoProgramme> Incoming { get; } = new(DemoMobility.Incoming.Select(one => (one, one.Weight)));

        public Lot<DemoProgramme> Outgoing { get; } = new(DemoMobility.Outgoing.Select(one => (one, one.Weight)));

        public Lot<DemoUnit> OfStudents { get; } = new(DemoUnits.All.Select(unit => (unit, unit.Code is "F10" or "G10" ? unit.Students * 4.0 : unit.Students)));

        public Lot<DemoUnit> OfResearch { get; } = new(DemoUnits.All.Where(unit => unit.IsFaculty || unit.IsGraduateSchool || unit.Kind == "institute").Select(unit => (unit, (double)unit.Staff)));
    }
}
