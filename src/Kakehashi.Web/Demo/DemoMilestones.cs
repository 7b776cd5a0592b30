using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>The plans of the demonstration's actions, with what shows that something was done.</summary>
internal static class DemoMilestones
{
    /// <summary>Days are counted in months from today, so that some are over and some to come.</summary>
    private sealed record Planned(string Action, string Unit, int Months, string State, Text Text)
    {
        public Text? Remark { get; init; }
    }

    private static readonly Planned[] All =
    [
        new("P1.1", "A01", -14, "done", ("協定の締結・更新の指針を改定する", "Revise the guidelines for concluding and renewing agreements")),
        new("P1.1", "A01", -2, "under_way", ("実績のない協定の見直しを部局と終える", "Finish the review of agreements without activity with the units")) { Remark = ("3部局の回答を待っている。", "Three units have yet to answer.") },
        new("P1.1", "A01", 6, "not_started", ("改定した指針の運用状況を検証する", "Check how the revised guidelines work")),
        new("P1.2", "A01", -8, "done", ("戦略的連携校の候補を全学で選定する", "Choose candidates for strategic partners across the university")),
        new("P1.2", "A01", 4, "under_way", ("重点連携校5校と共同企画を始める", "Begin joint plans with five strategic partners")),
        new("P1.3", "A01", -5, "done", ("統合データベースを全部局で使い始める", "Put the integrated database to use in all units")),
        new("P1.3", "A01", 2, "under_way", ("自己点検・評価の結果を役員会に報告する", "Report the self-assessments to the executive board")),
        new("P1.4", "A01", -3, "done", ("海外拠点の活動計画をそろえる", "One plan of activities for all bases abroad")),
        new("P1.4", "A01", 8, "under_way", ("加盟する大学連合での役割を見直す", "Review the university’s part in its consortia")),
        new("P1.5", "C01", -9, "done", ("重点地域ごとの交流方針を定める", "Set a policy for each priority region")),
        new("P1.5", "C01", 5, "not_started", ("東南アジアの連絡員を増員する", "More liaison officers in Southeast Asia")),
        new("P1.6", "A01", -1, "not_started", ("海外同窓会の名簿を更新する", "Bring the lists of alumni associations abroad up to date")),
        new("P1.7", "A01", -6, "done", ("英語版ウェブサイトの構成を改める", "Reorganise the English website")),
        new("P1.7", "A01", 4, "under_way", ("研究成果の英語での発信を毎週行う", "News of research in English every week")),
        new("P2.1", "A01", -12, "done", ("外国人教員の公募を国際公募に統一する", "Advertise all academic posts internationally")),
        new("P2.1", "C01", 7, "under_way", ("留学生の相談窓口を全キャンパスに置く", "An advice desk for international students on every campus")),
        new("P2.2", "A01", -4, "done", ("国際化の推進員を全部局に置く", "A person for internationalisation in every unit")),
        new("P2.2", "A01", 3, "not_started", ("教職員の海外研修の報告会を開く", "Staff tell of their training abroad")),
        new("P2.3", "A00", -6, "done", ("全学規程の英訳を公開する", "Publish the university’s regulations in English")),
        new("P2.3", "A00", 3, "under_way", ("主要な会議資料を二言語で作成する", "Papers of the main committees in both languages")),
        new("P2.4", "A00", -7, "done", ("国際水準の年俸制を導入する", "Introduce salaries that compete internationally")),
        new("P2.4", "A00", -1, "under_way", ("外国人教員の家族の相談窓口を設ける", "An advice desk for the families of international staff")) { Remark = ("担当者の採用が遅れている。", "The post could not be filled in time.") },
        new("P2.5", "A00", -5, "done", ("国際関係の4委員会を2つに統合する", "Merge four committees for international affairs into two")),
        new("P2.5", "A00", 6, "not_started", ("協定の審議を電子決裁に移す", "Decide on agreements online")),
        new("T1.1", "A02", -10, "done", ("渡日前入試を6研究科で導入する", "Admission before arrival in six graduate schools")),
        new("T1.1", "A02", 8, "under_way", ("英語で学位を取得できる課程を3つ増やす", "Three more degrees taught in English")),
        new("T1.2", "A02", 5, "under_way", ("学士課程の国際科目群を再編する", "Reorganise the international courses for undergraduates")),
        new("T1.3", "G07", -3, "under_way", ("国際共同大学院の新規プログラムを申請する", "Apply for a new joint graduate programme")) { Remark = ("相手大学の学内手続に時間を要している。", "The partner’s own procedure takes longer than planned.") },
        new("T1.4", "C02", -7, "done", ("国際共修科目を全学教育の必修に位置づける", "Make learning together a required part of general education")),
        new("T1.5", "C01", -4, "done", ("短期派遣の支援金を見直す", "Review the grants for short stays abroad")),
        new("T1.5", "C01", 9, "not_started", ("派遣前研修をオンライン化する", "Put the preparation before departure online")),
        new("T1.6", "A02", -15, "dropped", ("第2ハウスの用地を取得する", "Acquire the site for a second house")) { Remark = ("既存施設の改修に方針を改めた。", "An existing building is refurbished instead.") },
        new("T2.1", "A03", -6, "done", ("重点研究領域を選定する", "Choose the core research fields")),
        new("T2.2", "A03", 6, "under_way", ("国際研究クラスターの共同運営委員会を置く", "Set up a joint board of the research cluster")),
        new("T2.3", "A03", -9, "done", ("クロスアポイントメントの標準契約を定める", "A standard contract for cross appointments")),
        new("T2.3", "I02", 5, "under_way", ("物質材料研究所に2つ目の共同ラボを開く", "Open a second joint laboratory at the Institute for Materials")),
        new("T2.4", "A03", -1, "under_way", ("研究者招へい制度の申請を通年で受け付ける", "Take applications for inviting researchers all year")),
        new("T2.5", "A03", 4, "not_started", ("共著論文の分析を部局別に公開する", "Publish the analysis of joint papers by unit")),
        new("T3.1", "A03", -8, "done", ("海外企業との包括連携の枠組みをつくる", "A framework for partnerships with companies abroad")),
        new("T3.1", "A03", 4, "under_way", ("ビジョン共創型の連携を2社と始める", "Begin co-creation with two companies")),
        new("T3.2", "A03", 2, "under_way", ("企業・大学・企業の連携会を開く", "Hold a meeting of companies, led by the university")),
        new("T3.3", "I02", -4, "done", ("放射光施設の利用案内を英語で公開する", "Publish the guide to the synchrotron in English")),
        new("T3.3", "I02", 10, "not_started", ("海外からの遠隔利用を始める", "Begin remote use from abroad")),
        new("T3.4", "A03", -6, "done", ("連携大学と起業教育の共同科目を開く", "A joint course in entrepreneurship with a partner university")),
        new("T3.4", "A03", 7, "under_way", ("海外展開を支える基金を設ける", "Set up a fund for growing abroad")),
        new("T3.5", "A03", -2, "done", ("輸出管理の審査手順を電子化する", "Put the reviews of export control online")),
        new("T4.1", "I01", -5, "done", ("災害統計の国際ワークショップを開く", "Hold an international workshop on disaster statistics")),
        new("T4.1", "I01", 7, "under_way", ("加盟国を20か国に広げる", "Reach twenty member countries")),
        new("T4.2", "I03", 10, "not_started", ("SDGs国際共同研究の公募を始める", "Open the call for joint research on the SDGs")),
        new("T4.3", "C01", -2, "done", ("高齢化を扱う国際夏期講座を開く", "Hold an international summer school on ageing")),
        new("T4.3", "C01", 9, "not_started", ("県内3市町村と協働プログラムを始める", "Begin programmes with three towns of the prefecture")),
    ];

    private static readonly (string Action, string Unit, string Kind, string Source, int Months, Text Title)[] Shown =
    [
        ("P1.1", "A01", "indicator", "PA-02", -2, ("稼働している協定の割合", "Share of agreements with activity")),
        ("P1.1", "A01", "web_address", "https://michinoku.example/international/guidelines", -13, ("改定した協定の指針（架空）", "The revised guidelines (invented)")),
        ("P1.3", "A01", "indicator", "GO-08", -1, ("点検・評価の実施", "Assessment carried out")),
        ("P2.1", "A01", "indicator", "SF-02", -3, ("外国人教員の割合", "Share of international academic staff")),
        ("P2.3", "A00", "web_address", "https://michinoku.example/en/regulations", -6, ("英訳した規程集（架空）", "The regulations in English (invented)")),
        ("T1.1", "A02", "indicator", "ST-01", -4, ("外国人留学生の割合", "Share of international students")),
        ("T1.5", "C01", "indicator", "FL-02", -2, ("派遣者数", "Outgoing students")),
        ("T4.1", "I01", "web_address", "https://michinoku.example/disaster/workshop", -5, ("ワークショップの報告（架空）", "Report of the workshop (invented)")),
    ];

    public static void WriteMilestones(DemoWriter writer, IReadOnlyDictionary<string, long> units, DateOnly today)
    {
        foreach (var one in All)
        {
            var due = today.AddMonths(one.Months);
            writer.Write(one.Action, new Bilingual(one.Text.Ja, one.Text.En), units[one.Unit], due, one.State, one.State == "done" ? due.AddDays(-9) : null, one.Remark is { } remark ? new Bilingual(remark.Ja, remark.En) : null);
        }
    }

    public static void WriteEvidence(DemoWriter writer, IReadOnlyDictionary<string, long> units, DateOnly today)
    {
        foreach (var (action, unit, kind, source, months, title) in Shown)
            writer.Write(action, new Bilingual(title.Ja, title.En), kind, source, today.AddMonths(months), units[unit]);
    }
}
