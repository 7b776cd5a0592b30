using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>What the units of the demonstration say of an action; {0} is the name of the unit.</summary>
/// <param name="Action">The code of the action.</param>
/// <param name="Figure">The figure that they give as evidence.</param>
/// <param name="Planned">What was to be done.</param>
/// <param name="Done">What was done: units take one after another.</param>
/// <param name="Next">What comes next.</param>
/// <param name="Obstacle">What stood in the way.</param>
internal sealed record DemoAssessmentText(string Action, DemoFigure Figure, Text Planned, Text[] Done, Text Next, Text Obstacle);

/// <summary>A figure of the university as it was seen when it was attached.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Before">Its value in the round before.</param>
/// <param name="Now">Its value in this one.</param>
/// <param name="IsShare">A share in %, else a number of persons.</param>
internal sealed record DemoFigure(string Code, Text Name, decimal Before, decimal Now, bool IsShare)
{
    /// <summary>The value as a page shows it.</summary>
    public Bilingual Shown(decimal value) => IsShare
        ? new(value.ToString("0.0", CultureInfo.InvariantCulture) + "%", value.ToString("0.0", CultureInfo.InvariantCulture) + "%")
        : new(value.ToString("#,0", CultureInfo.InvariantCulture) + "人", value.ToString("#,0", CultureInfo.InvariantCulture) + " people");
}

/// <summary>The texts, action by action.</summary>
internal static class DemoAssessmentTexts
{
    public static IReadOnlyList<DemoAssessmentText> All { get; } =
    [
        new("P1.1", new("PA-02", ("交流実績のある協定の割合", "Agreements with activity"), 65.8m, 67.6m, true),
            ("{0}が担当する協定のうち、3年以上交流実績のないものを見直す。", "Review the agreements in the charge of {0} that have had no activity for three years."),
            [
                ("該当する協定7件のうち5件について相手校と協議し、2件を更新、3件を満了とした。更新した2件では、学生交流の枠を新たに定めた。", "Of seven such agreements, five were discussed with the partner: two were renewed, with new places for students, and three were left to expire."),
                ("担当教員への聞き取りを終え、継続・終了の方針を教授会で確認した。相手校との協議は次年度にかかる。", "The staff in charge were asked, and the faculty meeting settled which agreements to keep. Talks with partners go on into the next year."),
            ],
            ("残る協定について相手校と協議し、更新時には活動計画を必ず取り交わす。", "Settle the rest with the partners, and agree on a plan of activities whenever one is renewed."),
            ("相手校の担当者が代わり、連絡に時間を要した。", "The partners’ contacts had changed, and finding them took time.")),
        new("P2.1", new("SF-02", ("外国人教員の割合", "International academic staff"), 8.9m, 9.6m, true),
            ("新規の教員公募はすべて国際公募とし、{0}の外国人教員を増やす。", "Advertise all new academic posts of {0} internationally."),
            [
                ("教員公募6件をすべて日英両言語で行い、2名の外国人教員を採用した。着任時の生活支援を国際交流センターと分担した。", "All six posts were advertised in both languages, and two international members joined. The Centre for International Exchange helped them settle in."),
                ("公募4件のうち3件を国際公募とした。応募者の3割が海外からであったが、採用には至らなかった。", "Three of four posts were advertised internationally. Three applicants in ten came from abroad, but none was appointed."),
            ],
            ("英語での選考面接の手順を整え、募集要項の英訳を早める。", "Set out how interviews are held in English, and have the English text of the call ready earlier."),
            ("募集要項の英訳が間に合わず、公示が2か月遅れた例があった。", "In one case the English text came late, and the post was advertised two months after the plan.")),
        new("P2.3", new("CU-08", ("英語シラバスの割合", "Syllabi in English"), 60.8m, 69.8m, true),
            ("{0}のシラバスと学生向けの通知を日英両言語で出す。", "Issue the syllabi of {0} and notices to students in both languages."),
            [
                ("専門科目のシラバスの8割を英訳した。学生向けの通知は、様式を統一して翻訳の手間を減らした。", "Eight in ten syllabi of the specialised courses are in English now. Notices follow one form, which makes translating them quicker."),
                ("必修科目のシラバスの英訳を終えた。選択科目は、担当教員の確認を待っている。", "All required courses have English syllabi. For electives the teachers have yet to check them."),
            ],
            ("選択科目の英訳を終え、履修の手引きも両言語にする。", "Finish the electives, and put the study guide into both languages as well."),
            ("専門用語の訳が分野ごとに揺れている。", "Technical terms are translated differently from field to field.")),
        new("T1.1", new("ST-01", ("外国人留学生の割合", "International students"), 13.4m, 13.6m, true),
            ("英語で学位を取得できる{0}の課程を広く知らせ、志願者を2割増やす。", "Make the degrees of {0} taught in English better known, and raise applications by a fifth."),
            [
                ("オンライン説明会を5回開き、志願者は前年度より24%増えた。渡日前入試により、合格者の入学率も上がった。", "Five online sessions were held, and applications rose by 24 %. Admission before arrival also brought more of those admitted to enrol."),
                ("英語のウェブサイトを改め、説明会を2回開いた。志願者は8%の増加にとどまった。", "The English web site was renewed and two sessions were held. Applications rose by 8 % only."),
                ("現地の高校・大学を訪問し、指定校との協議を始めた。志願者は横ばいであった。", "Schools and universities abroad were visited, and talks with some have begun. Applications stayed as they were."),
            ],
            ("奨学金と住居の案内を出願時に示し、辞退者を減らす。", "Tell applicants of grants and housing from the beginning, so that fewer decline."),
            ("合格後に住居が決まらず辞退した例があった。", "Some who were admitted declined because they had found no housing.")),
        new("T1.5", new("FL-02", ("派遣者数", "Outgoing students"), 3390m, 3419m, false),
            ("{0}の学生の派遣を、短期研修を入口として増やす。", "Send more students of {0} abroad, beginning with short programmes."),
            [
                ("短期研修を3件新設し、42名を派遣した。参加者のうち9名が、翌年度の交換留学に応募した。", "Three new short programmes took 42 students abroad, of whom nine applied for an exchange in the year after."),
                ("派遣前の語学講座に61名が参加した。派遣者数は前年度並みであった。", "61 students took the language course before departure. The number sent was about that of the year before."),
            ],
            ("単位認定の基準を公開し、留学しても4年で卒業できることを示す。", "Publish how credits are recognised, and show that one can still graduate in four years."),
            ("渡航費の高騰により、辞退した学生がいた。", "Some students withdrew because travel had become too expensive.")),
        new("T2.4", new("SF-12", ("受け入れた研究者数", "Visiting researchers"), 1025m, 1009m, false),
            ("海外からの研究者の受入れを増やし、{0}の若手との共同研究につなげる。", "Receive more researchers from abroad, and bring them together with the younger staff of {0}."),
            [
                ("14か国から31名を受け入れ、公開セミナーを毎月開いた。共同研究4件の申請につながった。", "31 researchers came from 14 countries, and gave a seminar every month. Four proposals for joint research came of it."),
                ("受入れは18名で計画を下回った。滞在用の居室を整え、次年度は通年で受け入れられる。", "18 came, fewer than planned. Offices for them are ready now, so that they can be received all year."),
            ],
            ("招へいの募集を通年とし、受入教員の事務負担を軽くする。", "Take applications all year, and relieve the hosts of paperwork."),
            ("査証の取得に時間を要し、来日を延期した例があった。", "Visas took long, and some visits had to be put off.")),
        new("T4.2", new("RE-16", ("SDGsに関する国際共著論文", "International papers on the SDGs"), 35.7m, 37.8m, true),
            ("{0}の研究者が参加する、SDGsに関する国際共同研究を増やす。", "Have more researchers of {0} take part in international research on the SDGs."),
            [
                ("分野横断の研究会を4回開き、海外の3大学と共同研究を始めた。", "Four meetings across disciplines were held, and joint research with three universities abroad has begun."),
                ("学内の研究者の一覧を作り、関心のある課題を共有した。共同研究の開始は次年度となる。", "A list of researchers and the challenges they work on was drawn up. Joint research will begin next year."),
            ],
            ("外部資金への共同申請を、少なくとも2件行う。", "Apply for outside funding together at least twice."),
            ("分野ごとに業績評価の考え方が異なり、共著の扱いに調整を要した。", "Fields judge joint papers differently, which had to be talked over.")),
    ];
}
