using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>One article of a model text.</summary>
internal sealed record ModelArticle(Text? Heading, params IReadOnlyList<Text> Lines);

/// <summary>A model text.</summary>
internal sealed record ModelText(Text Title, ModelArticle Opening, IReadOnlyList<ModelArticle> Articles);

/// <summary>What the templates that come with the program say. An office puts its own in their place: these are where it begins.</summary>
internal static class ModelTexts
{
    private static readonly Text EachParty = Text.Same("{{#parties}}"), EndParties = Text.Same("{{/parties}}");

    private static readonly Text[] Parties = [EachParty, ("・{{name.ja}}", "– {{name.en}}"), EndParties];

    private static readonly ModelArticle Law = new(("法令の遵守", "Laws and regulations"),
        ("当事者は、安全保障輸出管理、個人情報の保護、知的財産に関するものを含め、それぞれの国の法令を守る。必要な取決めは、活動ごとに書面で行う。",
        "The Parties observe the laws of their countries, including those on export control, personal data and intellectual property. What has to be arranged for an activity is arranged in writing."));

    private static readonly ModelArticle Termination = new(("解約", "Termination"),
        ("いずれの当事者も、{{notice_months}}か月前までに書面で通知することにより、この取決めを解約することができる。", "Either Party may end this document by notice in writing, {{notice_months}} months ahead."),
        ("解約のとき、すでに始まっている留学又は研究は、予定した期間を終えるまで続けることができる。", "Studies and research that have begun by then may go on until the end that was planned."));

    private static readonly ModelArticle Languages = new(("正文", "Languages"),
        ("この文書は、日本語及び英語で作成する。解釈に相違があるときは、{{authoritative_language.ja}}の文によるものとする。", "This document is made in Japanese and in English. Where they differ, the text in {{authoritative_language.en}} prevails."));

    private static readonly ModelArticle Contacts = new(("連絡先", "Contacts"),
        ("{{university.ja}}：{{contact}} ({{contact_mail}})", "{{university.en}}: {{contact}} ({{contact_mail}})"),
        ("{{partner.ja}}：{{partner_contact}} ({{partner_contact_mail}})", "{{partner.en}}: {{partner_contact}} ({{partner_contact_mail}})"));

    private static readonly ModelArticle Units = new(("担当部局", "Units in charge"),
        ("{{university.ja}}においてこの文書に関する事務を担当する部局は、{{unit.ja}}とする。", "At {{university.en}} the unit in charge is the {{unit.en}}."),
        Text.Same("{{?other_units.ja}}"), ("{{other_units.ja}}も参加する。", "The following also take part: {{other_units.en}}."), Text.Same("{{/other_units.ja}}"));

    private static readonly ModelArticle Term = new(("有効期間", "Term"),
        ("この文書は、{{effective_from.ja}}又はすべての当事者が署名した日のいずれか遅い日に発効する。", "This document comes into force on {{effective_from.en}}, or when all Parties have signed it if that is later."),
        Text.Same("{{^renews_by_itself.ja}}"), ("有効期間は、{{expires_on.ja}}までとする。当事者は、期間の満了前に実績を評価し、書面による合意により更新することができる。", "It ends on {{expires_on.en}}. Before that the Parties evaluate what has been done, and may renew it by agreement in writing."), Text.Same("{{/renews_by_itself.ja}}"),
        Text.Same("{{?renews_by_itself.ja}}"), ("有効期間は、{{expires_on.ja}}までとし、当事者から書面による申出がないときは、同じ期間で更新する。", "It ends on {{expires_on.en}}, and is renewed for the same term unless a Party objects in writing."), Text.Same("{{/renews_by_itself.ja}}"));

    public static ModelText Agreement { get; } = new(("{{title.ja}}", "{{title.en}}"),
        new(null, [("次の当事者は、教育及び研究における協力を進めるため、この協定を締結する。", "The following Parties conclude this agreement to cooperate in education and research."), .. Parties]),
        [
            new(("目的", "Purpose"), ("当事者は、次の活動を進める。", "The Parties pursue:"), Text.Same("{{#aims}}"), ("({{number}}) {{purpose.ja}}", "({{number}}) {{purpose.en}}"), Text.Same("{{/aims}}")),
            Units,
            new(("個別の取決め", "Particular arrangements"),
                ("活動の内容、期間その他の事項は、活動ごとに覚書で定める。この協定は、いずれの当事者にも金銭を支払う義務を負わせない。", "Content, time and all else of an activity are set out in a memorandum. This agreement obliges no Party to any payment.")),
            Law, Term, Termination, Languages, Contacts,
        ]);

    public static ModelText Memorandum { get; } = new(("{{title.ja}}", "{{title.en}}"),
        new(null,
            [
                Text.Same("{{?parent.reference}}"), ("次の当事者は、「{{parent.title.ja}}」({{parent.reference}})に基づき、学生の交流に関する覚書を取り交わす。", "On the basis of “{{parent.title.en}}” ({{parent.reference}}) the following Parties conclude this memorandum on the exchange of students."), Text.Same("{{/parent.reference}}"),
                Text.Same("{{^parent.reference}}"), ("次の当事者は、学生の交流に関する覚書を取り交わす。", "The following Parties conclude this memorandum on the exchange of students."), Text.Same("{{/parent.reference}}"),
                .. Parties,
            ]),
        [
            new(("交流の目的", "Purpose"), ("この覚書による交流は、{{purposes.ja}}を目的とする。", "Exchange under this memorandum is for: {{purposes.en}}.")),
            Units,
            new(("人数と均衡", "Numbers and balance"),
                ("派遣及び受入れの人数と期間は、「交流の条件」の表による。", "How many may go and come, and for how long, is stated in the terms of exchange."),
                ("当事者は、派遣と受入れの均衡を学生・学期数で毎年確認し、差があるときは翌年度以降に繰り越して調整する。", "Each year the Parties look at the balance in student-semesters; a difference is carried over to the following years.")),
            new(("選考", "Selection"), ("派遣する大学が学生を選考して推薦し、受け入れる大学が受入れを決定する。", "The sending university selects and nominates students; the receiving university decides on their admission.")),
            new(("身分と単位", "Status and credits"),
                ("学生は、派遣する大学に在籍したまま、受入れ大学の交換留学生となる。", "Students stay enrolled at the sending university, and are exchange students of the receiving one."),
                ("取得した単位は、派遣する大学が定めるところにより認定する。", "Credits they earn are recognised by the rules of the sending university.")),
            new(("費用", "Fees"),
                ("受入れ大学は、交換留学生の検定料、入学料及び授業料を、相互に徴収しない。", "On a mutual basis the receiving university charges exchange students no examination, admission or tuition fees."),
                ("渡航費、生活費、保険料その他の費用は、学生が負担する。", "Travel, living, insurance and other costs are borne by the students.")),
            new(("安全と保険", "Safety and insurance"),
                ("学生は、受入れ大学が求める保険に加入する。当事者は、危機が生じたとき、学生の安全のために連絡を取り合い、協力する。", "Students take out the insurance that the receiving university asks for. In a crisis the Parties keep in touch and cooperate for the safety of students.")),
            Law, Term, Termination, Languages, Contacts,
        ]);

    public static ModelArticle Closing { get; } = new(null,
        ("以上の証として、当事者の代表者が署名する。", "In witness of this the representatives of the Parties have signed."));
}
