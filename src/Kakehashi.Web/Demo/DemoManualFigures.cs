using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>What no record of the demonstration counts and offices therefore enter: ten years of it, and gaps as they are in life.</summary>
internal static class DemoManualFigures
{
    private const int Years = 10;

    /// <summary>An indicator with its value in the first and in the last year; of a ratio also the denominator.</summary>
    private sealed record Entered(string Indicator, decimal First, decimal Last, Text Evidence, decimal Of = 0)
    {
        /// <summary>How many of the ten years have been entered; the last is not over yet.</summary>
        public int Known { get; init; } = Years - 1;
    }

    private static readonly Entered[] All =
    [
        new("GO-02", 12, 44, ("国際戦略の指標一覧", "List of indicators of the strategy"), 60),
        new("GO-08", 0, 1, ("国際戦略推進会議の議事録", "Minutes of the strategy meeting")),
        new("PA-04", 4, 9, ("海外拠点一覧(年度末現在)", "List of bases abroad, end of the year")),
        new("PA-06", 5, 11, ("国際大学コンソーシアム加盟一覧", "List of memberships in consortia")),
        new("PA-08", 900, 2600, ("同窓会名簿の照合結果", "Result of checking the alumni register"), 4200),
        new("GO-06", 1800, 4100, ("公式ウェブサイトのページ集計", "Count of pages of the official website"), 6800),
        new("GO-07", 62, 84, ("部局自己評価の集計", "Summary of the self-assessment of units"), 24) { Known = 5 },
        new("SF-06", 4, 11, ("新規採用教員の一覧", "List of new appointments"), 96),
        new("SF-14", 2, 6, ("役員・評議員名簿", "Roll of the board and councils"), 78),
        new("GV-01", 96, 58, ("国際関係委員会の付議案件記録", "Register of items put before the committees")) { Known = 7 },
        new("CU-03", 8, 21, ("学位コース一覧", "List of degree tracks")),
        new("ST-17", 118, 171, ("修了判定の記録", "Records of graduations"), 236),
        new("CU-01", 640, 1490, ("開講科目データ", "Data on courses offered"), 8600),
        new("CU-06", 4, 12, ("学位プログラム一覧", "List of degree programmes"), 148),
        new("CU-07", 96, 310, ("共同学位プログラムの在籍者一覧", "List of students in joint programmes"), 17800),
        new("OU-10", 820, 3900, ("国際共修科目の履修登録データ", "Enrolments in co-taught classes"), 17800),
        new("OU-11", 130, 290, ("海外インターンシップ報告書", "Reports on internships abroad"), 17800),
        new("OU-13", 3900, 6400, ("単位認定の記録", "Records of recognised credits"), 7800),
        new("ST-20", 420, 980, ("学生宿舎の入居者数", "Occupancy of the residences"), 15600),
        new("RE-11", 310, 470, ("論文データベースによる集計", "Count from a publication database"), 4300),
        new("RE-02", 1290, 1720, ("論文データベースによる集計", "Count from a publication database"), 4300),
        new("RE-01", 1290, 1720, ("論文データベースによる集計", "Count from a publication database")),
        new("RE-12", 4100, 4700, ("論文データベースによる集計", "Count from a publication database")),
        new("RE-16", 900, 1700, ("論文データベースによる集計", "Count from a publication database"), 4300) { Known = 6 },
        new("RE-18", 3, 8, ("共同ラボ一覧", "List of joint laboratories")),
        new("RE-19", 6, 19, ("クロスアポイントメント協定の一覧", "List of cross appointments")),
        new("RE-06", 290, 540, ("研究者調査", "Survey of researchers"), 1900),
        new("GO-09", 3800, 7900, ("外部資金受入実績", "Account of external funds")),
        new("IN-02", 320, 910, ("施設の利用時間記録", "Log of the use of facilities"), 5200) { Known = 4 },
        new("IN-03", 2, 7, ("大学発ベンチャー調査", "Survey of start-ups")),
        new("IN-04", 36, 19, ("安全保障輸出管理の審査記録", "Records of export control reviews")),
        new("IN-01", 2, 17, ("企業の引合せの記録", "Register of introductions between companies")) { Known = 4 },
        new("SO-02", 1, 8, ("社会課題プログラムの報告書", "Reports of programmes on social challenges")) { Known = 6 },
    ];

    /// <summary>By faculty, of a number of courses or students.</summary>
    private static readonly (string Indicator, double First, double Last, double Of, Text Evidence)[] ByFaculty =
    [
        ("CU-08", 0.25, 0.72, 0.45, ("シラバス登録データ", "Data on syllabi")), ("CU-15", 0.12, 0.31, 1, ("外部英語試験の成績データ", "Scores of external English tests")),
    ];

    public static void Write(DemoWriter writer, IReadOnlyDictionary<string, long> units, int year, int last)
    {
        var chance = Chance.For("entered", year);
        var at = year - last + Years - 1;
        foreach (var one in All.Where(one => year < last && at >= Years - 1 - one.Known))
        {
            var value = Math.Round((one.First + (one.Last - one.First) * at / (Years - 1)) * (1 + chance.Between(-3, 3) / 100m));
            Write(writer, one.Indicator, null, year, value, one.Of == 0 ? null : one.Of, one.Evidence);
        }

        if (year == last) return;
        foreach (var (indicator, first, end, of, evidence) in ByFaculty)
            foreach (var unit in DemoUnits.All.Where(unit => unit.IsFaculty))
            {
                var whole = Math.Round(unit.Students * of);
                var part = Math.Round(whole * Math.Min(1, (first + (end - first) * at / (Years - 1)) * (0.8 + 0.4 * chance.Share())));
                Write(writer, indicator, units[unit.Code], year, (decimal)part, (decimal)whole, evidence);
            }
    }

    private static void Write(DemoWriter writer, string indicator, long? unit, int year, decimal value, decimal? of, Text evidence) => writer.Write(
        indicator, unit, DemoTargets.Year(year), value, of, new DateOnly(year + 1, 3, 31), new Bilingual(evidence.Ja + "(架空)", evidence.En + " (invented)"));
}
