using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>What the demonstration university wants to reach, what others reach, and what has been noted on the way.</summary>
internal static class DemoTargets
{
    private const int Baseline = -7;

    /// <summary>Years are counted from the last one.</summary>
    private sealed record Wanted(string Indicator, decimal From, int By, decimal To, Text Reason)
    {
        public (int Year, decimal Value)[] Milestones { get; init; } = [];

        public string? Unit { get; init; }
    }

    private static readonly Wanted[] All =
    [
        new("ST-01", 11.3m, 4, 18, ("中期計画の数値目標。まず英語コースの拡充、次に渡日前入試の拡大による。", "Figure of the mid-term plan: first more courses in English, then admission before arrival.")) { Milestones = [(-2, 13), (1, 15)] },
        new("ST-01", 14, 4, 25, ("国際教養学部の将来構想による。", "Plan of the Faculty of Global Studies.")) { Unit = "F10" },
        new("ST-11", 43.2m, 4, 35, ("特定の国・地域に偏らない受入れを進める。", "Students from more places.")),
        new("OU-01", 10.5m, 4, 20, ("在学中の留学を学生の5人に1人に。", "One student in five abroad.")),
        new("FL-01", 2986, 4, 4800, ("受入体制の拡充計画による。", "Plan for receiving more people.")),
        new("FL-02", 2682, 4, 4000, ("派遣プログラムの拡充計画による。", "Plan for more programmes abroad.")),
        new("SF-02", 6.8m, 4, 10, ("国際公募の原則化による。", "Posts advertised internationally as a rule.")),
        new("SF-10", 26.2m, 1, 28, ("男女共同参画行動計画による。", "Action plan for gender equality.")),
        new("SF-12", 799, 4, 1200, ("研究者招へい制度の拡充による。", "More invitations to researchers.")),
        new("AG-07", 9, 2, 20, ("国際共同大学院の展開計画による。", "Plan for joint graduate programmes.")),
        new("PA-02", 80.3m, 4, 88, ("実績のない協定を見直す。", "Agreements without activity are reviewed.")),
        new("CU-01", 9.8m, 4, 25, ("英語による授業の拡充計画による。", "Plan for more courses in English.")),
        new("CU-08", 35.1m, 1, 80, ("シラバスの全面英語化に向けた目標。", "On the way to syllabi in English throughout.")),
        new("RE-02", 31.6m, 4, 45, ("研究力向上計画による。", "Plan for stronger research.")),
        new("IN-04", 33, 2, 14, ("審査体制の強化による。", "More staff for reviews.")),
        new("GO-08", 0, 4, 1, ("毎年度の点検・評価を続ける。", "Assessment in every year.")),
        new("SO-01", 4, 4, 20, ("災害統計の国際協力計画による。", "Plan for co-operation in disaster statistics.")),
    ];

    private static readonly (string Indicator, string Kind, Text Name, decimal From, decimal Step)[] Others =
    [
        ("ST-01", "national", ("国立大学の平均(架空)", "Mean of national universities (invented)"), 8.1m, 0.3m),
        ("ST-01", "peer", ("青葉山大学(架空)", "Aobayama University (invented)"), 12.4m, 0.45m),
        ("SF-02", "national", ("国立大学の平均(架空)", "Mean of national universities (invented)"), 4.4m, 0.2m),
        ("RE-02", "world", ("世界の平均(架空)", "World mean (invented)"), 22.5m, 0.4m),
        ("RE-02", "national", ("国立大学の平均(架空)", "Mean of national universities (invented)"), 27.9m, 0.6m),
    ];

    private static readonly (string Indicator, DateOnly Day, Text Text)[] Notes =
    [
        ("FL-01", new(2020, 4, 3), ("入国制限により、この年度の受入れはほぼ停止した。", "Entry was restricted; hardly anybody could be received in this year.")),
        ("FL-01", new(2022, 6, 1), ("水際対策の緩和により受入れを再開した。", "Receiving began again as the restrictions were eased.")),
        ("FL-02", new(2020, 4, 3), ("渡航の中止を求めたため、派遣はほぼ停止した。", "Travel was called off; hardly anybody could be sent.")),
        ("OU-01", new(2020, 4, 3), ("オンラインによる留学は数えていない。", "Study abroad online is not counted.")),
        ("ST-01", new(2021, 5, 1), ("入国できなかった者は在籍していても含まれていない。", "Those who could not enter the country are not included, though enrolled.")),
        ("AG-01", new(2023, 10, 1), ("協定データを総点検し、満了していた協定の状態を改めた。", "All agreements were checked, and the state of those that had expired was put right.")),
    ];

    public static void WriteTargets(DemoWriter writer, IReadOnlyDictionary<string, long> units, int last)
    {
        foreach (var one in All)
        {
            var milestones = writer.Parts("milestones", one.Milestones.Select(milestone => new object?[] { Year(last + milestone.Year), milestone.Value }));
            writer.Write(one.Indicator, one.Unit is { } unit ? units[unit] : null, Year(last + Baseline), one.From, Year(last + one.By), one.To, milestones is null ? "linear" : "milestones", milestones, new Bilingual(one.Reason.Ja, one.Reason.En));
        }
    }

    public static void WriteReferences(DemoWriter writer, int last, Chance chance)
    {
        foreach (var (indicator, kind, name, from, step) in Others)
            for (var year = last - 8; year < last; year++)
            {
                var value = from + step * (year - last + 8) + chance.Between(-2, 2) / 10m;
                writer.Write(indicator, Year(year), kind, new Bilingual(name.Ja, name.En), value, "架空のデータ / Synthetic data");
            }
    }

    public static void WriteNotes(DemoWriter writer, int last)
    {
        foreach (var (indicator, day, text) in Notes.Where(note => note.Day.Year <= last)) writer.Write(indicator, day, new Bilingual(text.Ja, text.En));
    }

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"FY{year}");
}
