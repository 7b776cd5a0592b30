using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>An agreement as it was written.</summary>
internal sealed record DemoAgreement(long Number, bool IsForStudents, DateOnly From, DateOnly To);

/// <summary>Agreements of fifteen years: some have ended, some end soon, some renew themselves.</summary>
internal static class DemoAgreements
{
    private const int Wanted = 380;

    private static readonly Lot<string> Types = new(
    [
        ("academic", 40), ("student_exchange", 32), ("research", 10), ("double_degree", 5), ("joint_degree", 2), ("memorandum", 9), ("other", 2),
    ]);

    private static readonly string[] Directions = ["in", "out"];

    private static readonly Dictionary<string, Text> Titles = new()
    {
        ["academic"] = ("学術交流協定", "Agreement on academic exchange"),
        ["student_exchange"] = ("学生交流覚書", "Memorandum on student exchange"),
        ["research"] = ("共同研究協定", "Agreement on joint research"),
        ["double_degree"] = ("ダブル・ディグリー・プログラム協定", "Agreement on a double degree programme"),
        ["joint_degree"] = ("ジョイント・ディグリー・プログラム協定", "Agreement on a joint degree programme"),
        ["memorandum"] = ("覚書", "Memorandum of understanding"),
        ["other"] = ("施設利用協定", "Agreement on the use of facilities"),
    };

    /// <summary>The agreements, by the number of the partner's record.</summary>
    public static ILookup<long, DemoAgreement> Write(DemoWriter writer, IReadOnlyList<DemoPartner> partners, IReadOnlyDictionary<string, long> units, Chance chance, DateOnly today, int year)
    {
        var lot = new Lot<DemoPartner>(partners.Select(partner => (partner, Math.Sqrt(partner.Weight))));
        var ofUnits = DemoUnits.All.Where(unit => unit.IsFaculty || unit.IsGraduateSchool || unit.Kind == "institute").ToArray();
        var written = new List<(long Partner, DemoAgreement Agreement)>();
        for (var i = 0; i < Wanted; i++)
        {
            // everybody has one before some have several
            var partner = i < partners.Count ? partners[i] : lot.Draw(chance);
            written.Add((partner.Number, One(writer, partner, units, ofUnits, chance, today, year, i)));
        }

        return written.ToLookup(pair => pair.Partner, pair => pair.Agreement);
    }

    /// <summary>As many both ways; some of the texts leave the number open.</summary>
    private static object? Places(DemoWriter writer, string type, DemoPartner partner, int at)
    {
        if (type is not ("student_exchange" or "double_degree" or "joint_degree") || at % 7 == 6) return null;
        var people = Math.Max(2, (int)Math.Round(partner.Weight * 5));
        return writer.Parts("places", Directions.Select(direction => new object?[] { "student_studies", direction, people, 2 * people, 12 }));
    }

    private static object? Clauses(DemoWriter writer, string type, int at)
    {
        if (type != "student_exchange") return null;
        string[] topics = ["mutual_waiver", "student_status", "balance", .. at % 2 == 0 ? ["carry_over"] : Array.Empty<string>(), "yearly_review", "termination"];
        return writer.Parts("clauses", topics.Select(topic => new object?[] { topic }));
    }

    private static DemoAgreement One(DemoWriter writer, DemoPartner partner, IReadOnlyDictionary<string, long> units, DemoUnit[] ofUnits, Chance chance, DateOnly today, int year, int at)
    {
        var type = Types.Draw(chance);
        var isUniversity = chance.Is(type is "academic" or "student_exchange" ? 0.5 : 0.2);
        var signed = new DateOnly(year - 15, 4, 1).AddDays(chance.Between(0, 15 * 365 + 150));
        var isDraft = signed > today || at % 61 == 60;
        var from = signed.AddDays(chance.Between(0, 45));
        var (to, renews) = (from.AddYears(5).AddDays(-1), chance.Is(0.28));
        // what is still in use was renewed when it ended
        while (to < today && chance.Is(0.8)) to = to.AddYears(5);
        var isTerminated = at % 47 == 46 && from < today;
        var state = isDraft ? "draft" : isTerminated ? "terminated" : to < today && !renews ? "expired" : "in_force";
        // some of those that have ended were renewed
        if (state == "expired" && at % 3 == 0) state = "renewed";
        if (isTerminated && to > today) to = today.AddDays(-chance.Between(20, 400)) is var end && end > from ? end : from;
        var unit = chance.Of(ofUnits);
        var other = chance.Of(ofUnits);
        var title = Titles[type];
        var record = writer.Write(
            string.Create(CultureInfo.InvariantCulture, $"AG-{signed.Year}-{at + 1:000}"), new Bilingual(title.Ja, title.En), type,
            isUniversity ? "university" : "department", state, partner.Number, partner.Name, partner.Country,
            units[isUniversity ? DemoUnits.University : unit.Code], isDraft ? null : signed, isDraft ? null : from, isDraft ? null : to, renews && !isTerminated,
            !isUniversity && other != unit && chance.Is(0.12) ? writer.Parts("other_units", [units[other.Code]]) : null,
            Places(writer, type, partner, at), Clauses(writer, type, at), type == "student_exchange" ? "毎年、双方から学生を受け入れ、差を確かめる。(架空)" : null);
        return new(record, type is "student_exchange" or "double_degree" or "joint_degree" && !isDraft, from, renews && !isTerminated ? DateOnly.MaxValue : to);
    }
}
