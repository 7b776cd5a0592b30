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

        /// <summary>The year that it starts from; later than the others where the figure is entered only since.</summary>
        public int Since { get; init; } = Baseline;
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
        new("PA-10", 216, 4, 260, ("戦略的連携校を中心に、交流実績のある相手を増やす。", "More partners with exchange, led by the strategic ones.")),
        new("PA-04", 5, 4, 10, ("重点地域の拠点整備計画による。", "Plan for bases in the priority regions.")),
        new("PA-08", 31.3m, 4, 70, ("海外同窓会の組織化計画による。", "Plan for alumni associations abroad.")),
        new("GO-06", 33, 4, 75, ("国際広報計画による。主要なページから順に英語版を整える。", "Plan for public relations: the main pages come first.")),
        new("GO-07", 3.1m, 4, 3.7m, ("部局自己評価の平均を「順調」の水準に。", "Units on average to see themselves on course.")) { Since = -5 },
        new("SF-06", 6.3m, 4, 15, ("国際公募と給与制度の見直しによる。", "Posts advertised abroad, and pay that competes.")),
        new("SF-14", 3.8m, 4, 10, ("経営に関わる会議の構成を見直す。", "Membership of the governing bodies is reviewed.")),
        new("GV-01", 88, 2, 45, ("委員会の統合と権限の委譲による。", "Committees are merged and decisions delegated.")),
        new("OU-10", 8.4m, 4, 30, ("国際共修科目の必修化による。", "Learning together becomes part of general education.")),
        new("ST-20", 3.5m, 4, 7, ("既存宿舎の混住型への改修計画による。", "Residences are refurbished for mixed living.")),
        new("RE-11", 7.8m, 4, 13, ("研究力向上計画による。", "Plan for stronger research.")),
        new("RE-18", 4, 2, 10, ("海外機関との共同ラボ設置計画による。", "Plan for laboratories run with institutions abroad.")),
        new("RE-12", 4276, 4, 5200, ("研究力向上計画による。", "Plan for stronger research.")),
        new("GO-09", 4664, 4, 10_000, ("産学共創の戦略による。", "Strategy for co-creation with industry.")),
        new("IN-01", 10, 4, 24, ("産学連携部の年度計画による。", "Yearly plan of the Industry Collaboration Department.")) { Since = -4 },
        new("IN-02", 12.1m, 4, 25, ("共用施設の国際公開計画による。", "Plan to open shared facilities to the world.")) { Since = -4 },
        new("IN-03", 3, 4, 12, ("起業支援計画による。", "Plan for supporting start-ups.")),
        new("RE-16", 27.4m, 4, 45, ("SDGsに関わる研究の推進方針による。", "Policy for research on the SDGs.")) { Since = -6 },
        new("SO-02", 3, 4, 12, ("地域と海外の機関をつなぐ計画による。", "Plan to link local communities with institutions abroad.")) { Since = -6 },
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
            writer.Write(one.Indicator, one.Unit is { } unit ? units[unit] : null, Year(last + one.Since), one.From, Year(last + one.By), one.To, milestones is null ? "linear" : "milestones", milestones, new Bilingual(one.Reason.Ja, one.Reason.En));
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
