using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Facts;
using Kakehashi.Records.Fields;

namespace Kakehashi.Partnerships.Agreements;

public sealed class AgreementRecord : IRecordType<Agreement>
{
    public static void Define(Definition<Agreement> record)
    {
        record.Named(("協定", "Agreement"), ("協定", "Agreements"), "agreements");
        record.Identity(agreement => agreement.Reference);
        record.Caption(agreement => agreement.Title);
        record.Visible((agreement, actor) => actor.Sees(agreement.Unit));

        record.Line(agreement => agreement.Reference, ("協定番号", "Reference"), 60).Required().Listed().Searched();
        record.Bilingual(agreement => agreement.Title, ("名称", "Title")).Required().Listed().Searched();
        record.Choice(agreement => agreement.Type, ("種類", "Type"), AgreementWords.Of).Required().Listed();
        record.Choice(agreement => agreement.Level, ("締結の単位", "Level"), AgreementWords.Of).Required().Listed();
        record.Choice(agreement => agreement.State, ("状態", "State"), AgreementWords.Of).Required().Listed();
        record.Link(agreement => agreement.Partner, ("相手機関", "Partner")).Listed();
        record.Line(agreement => agreement.PartnerName, ("相手機関名(原文)", "Partner as signed"), 400).Searched()
            .Help(("協定書に記された名称。機関に結び付けられないときもこの名称で探せます。", "The name in the document; it finds the agreement even where no organisation is linked."));
        record.Code(agreement => agreement.Country, ("相手国・地域", "Partner's country"), CodeLists.Countries).Listed();
        record.Link(agreement => agreement.Unit, ("担当部局", "Responsible unit")).Listed();
        record.Day(agreement => agreement.SignedOn, ("締結日", "Signed on"));
        record.Day(agreement => agreement.EffectiveFrom, ("発効日", "In force from")).Listed();
        record.Day(agreement => agreement.ExpiresOn, ("満了日", "Expires on")).Listed();
        record.Flag(agreement => agreement.RenewsByItself, ("自動更新", "Renews by itself"));
        record.Parts(agreement => agreement.OtherParties, ("その他の当事者", "Other parties"), party =>
        {
            party.Link(p => p.Organisation, ("機関", "Organisation"));
            party.Line(p => p.SignedAs, ("協定書上の名称", "Signed as"), 400).Searched();
        }).Searched();
        record.Parts(agreement => agreement.OtherUnits, ("その他の関係部局", "Other units"), unit =>
            unit.Link(u => u.Unit, ("部局", "Unit")).Required());
        Terms(record);
        People(record);
        record.Line(agreement => agreement.PartnerReference, ("相手機関の協定番号", "Partner’s reference"), 200).Searched();
        record.Line(agreement => agreement.PartnerEwpId, ("相手機関のEWPでの協定ID", "Partner’s EWP ID"), Ewp.EwpCodes.IdLength);
        record.Line(agreement => agreement.EwpId, ("本学のEWPでの協定ID", "EWP ID of the university"), Ewp.EwpCodes.IdLength)
            .Help(("空欄のときは、協定の記録の番号になります。", "Empty for the number of the agreement’s record."));
        record.Line(agreement => agreement.PartnerUnit, ("相手機関の組織(EWP)", "Unit of the partner (EWP)"), Ewp.EwpCodes.IdLength);
        record.Line(agreement => agreement.Website, ("ウェブサイト", "Website"), 500);
        record.Note(agreement => agreement.Note, ("備考", "Note")).Searched();

        Checks(record);
        Concerns(record);

        record.Fact("agreement", ("協定", "Agreements"), fact => fact
            // what is proposed has a day that it is to begin on, and has not begun
            .Date(agreement => agreement.State == AgreementState.Draft || agreement.State == AgreementState.UnderReview || agreement.State == AgreementState.Approved ? agreement.SignedOn : agreement.EffectiveFrom ?? agreement.SignedOn)
            .Until(agreement => agreement.RenewsByItself && agreement.State == AgreementState.InForce ? null : agreement.ExpiresOn)
            .Unit(agreement => agreement.Unit)
            .Link("organisation", ("相手機関", "Partner"), agreement => agreement.Partner, within: "country")
            .Country("country", ("相手国・地域", "Partner's country"), agreement => agreement.Country)
            .Fields(nameof(Agreement.Type), nameof(Agreement.Level), nameof(Agreement.State))
            .Column("places_in", FactColumnKind.Whole, ("受入枠(学期)", "Incoming places, semesters"), agreement => agreement.SemestersOf(ExchangeDirection.In))
            .Column("places_out", FactColumnKind.Whole, ("派遣枠(学期)", "Outgoing places, semesters"), agreement => agreement.SemestersOf(ExchangeDirection.Out))
            .Column("has_other_units", FactColumnKind.Flag, ("他の部局も関わる", "Other units take part"), agreement => agreement.OtherUnits.Count > 0)
            .Column("renews_by_itself", FactColumnKind.Flag, ("自動更新", "Renews by itself"), agreement => agreement.RenewsByItself)
            .Column("recognises_credits", FactColumnKind.Flag, ("単位の認定の定め", "States the recognition of credits"), agreement => agreement.Clauses.Exists(clause => clause.Topic == ClauseTopic.CreditRecognition)));
    }

    private static void Terms(Definition<Agreement> record)
    {
        record.Link(agreement => agreement.Parent, ("基になる協定", "Parent agreement"))
            .Help(("覚書が基づく学術交流協定など。", "The general agreement that a memorandum rests on."));
        record.Link(agreement => agreement.Former, ("更新前の協定", "Renews")).WrittenBy(WrittenBy.Operation);
        record.Parts(agreement => agreement.Purposes, ("目的", "Purposes"), aim => aim.Choice(a => a.Purpose, ("目的", "Purpose"), AgreementWords.Of).Required());
        record.Parts(agreement => agreement.Places, ("交流の条件", "Exchange terms"), term =>
        {
            term.Choice(t => t.Kind, ("対象", "Who"), AgreementWords.Of).Required();
            term.Choice(t => t.Direction, ("受入・派遣", "Direction"), AgreementWords.Of).Required();
            term.Number(t => t.People, ("年間人数", "Persons a year"), 0, 10_000);
            term.Number(t => t.Semesters, ("年間学期数(合計)", "Semesters a year, in all"), 0, 20_000);
            term.Number(t => t.StayMonths, ("滞在の上限(月)", "Longest stay, months"), 0, 120);
            term.Number(t => t.EqfLevel, ("課程(EQF)", "Level (EQF)"), 1, 8);
            term.Code(t => t.Field, ("分野(ISCED-F)", "Field (ISCED-F)"), CodeLists.Fields);
            term.Code(t => t.Language, ("使用言語", "Language"), CodeLists.LanguagesOfTheWorld);
            term.Choice(t => t.LanguageLevel, ("言語の水準(CEFR)", "Level of the language (CEFR)"), level => Text.Same(level.ToString()));
            term.Flag(t => t.IsBlended, ("オンライン併用", "Blended"));
            term.Amount(t => t.Duration, ("年間の延べ期間(学生は月、教職員は日)", "Months of students, days of staff, a year in all"));
            term.Line(t => t.FirstYear, ("最初の学年", "First academic year"), 9);
            term.Line(t => t.LastYear, ("最後の学年", "Last academic year"), 9);
            term.Line(t => t.MoreLevels, ("他の課程(EQF)", "More levels (EQF)"), 40);
            term.Line(t => t.MoreFields, ("他の分野(ISCED-F)", "More fields (ISCED-F)"), 200);
            term.Line(t => t.MoreLanguages, ("他の言語", "More languages"), 200);
            term.Line(t => t.OwnUnit, ("本学の組織(EWP)", "Unit of the university (EWP)"), Ewp.EwpCodes.IdLength);
            term.Line(t => t.PartnerUnit, ("相手機関の組織(EWP)", "Unit of the partner (EWP)"), Ewp.EwpCodes.IdLength);
            term.Line(t => t.Remark, ("その他の条件", "Other terms"), 2_000);
        });
        record.Parts(agreement => agreement.Clauses, ("定めている事項", "Topics of the text"), clause =>
        {
            clause.Choice(c => c.Topic, ("事項", "Topic"), AgreementWords.Of).Required();
            clause.Line(c => c.Article, ("条", "Article"), 60);
        }).Help(("協定書が定めている事項と、その条。ガイドラインの確認に使います。", "What the text deals with, and in which article; the guideline is checked against it."));
        record.Line(agreement => agreement.Degrees, ("授与する学位", "Degrees awarded"), 400)
            .Help(("ダブル・ディグリー、ジョイント・ディグリーのとき。両大学の学位の種類。", "Of double and joint degrees: the degrees of both universities."));
        record.Line(agreement => agreement.Selection, ("学生の選抜方法・条件", "How students are selected"), 400);
        record.Number(agreement => agreement.NoticeMonths, ("解約の予告(月)", "Notice of termination, months"), 0, 60);
        record.Code(agreement => agreement.AuthoritativeLanguage, ("正文の言語", "Authoritative language"), CodeLists.LanguagesOfTheWorld);
        record.Flag(agreement => agreement.IsStrategic, ("戦略的連携", "Strategic partnership"));
    }

    private static void People(Definition<Agreement> record)
    {
        record.Note(agreement => agreement.PastActivity, ("これまでの交流実績", "Past activity"));
        record.Note(agreement => agreement.Plan, ("交流の計画", "Plan of exchange"));
        record.Line(agreement => agreement.Contact, ("担当者", "Contact"), 120).Personal();
        record.Line(agreement => agreement.ContactMail, ("担当者のメール", "Contact’s mail"), 200).Personal();
        record.Line(agreement => agreement.PartnerContact, ("相手機関の担当者", "Partner’s contact"), 120).Personal();
        record.Line(agreement => agreement.PartnerContactMail, ("相手機関の担当者のメール", "Partner’s contact’s mail"), 200).Personal();
        record.Choice(agreement => agreement.Signatory, ("本学の署名者", "Signs for the university"), AgreementWords.Of);
    }

    private static void Checks(Definition<Agreement> record)
    {
        record.Check("record.ends-before-start", agreement => agreement.ExpiresOn,
            agreement => agreement.EffectiveFrom is null || agreement.ExpiresOn is null || agreement.EffectiveFrom <= agreement.ExpiresOn,
            ("満了日が発効日より前です。どちらかの日付を直してください。", "The agreement expires before it comes into force. Correct one of the two dates."));
        record.Check("agreement.academic-year", agreement => agreement.Places, agreement => agreement.Places.TrueForAll(term => Ewp.EwpCodes.IsYearOrNone(term.FirstYear) && Ewp.EwpCodes.IsYearOrNone(term.LastYear)),
            ("交流の条件の学年は 2026/2027 の形で入力してください。", "Write the academic years of an exchange term as 2026/2027."));
        record.Check("agreement.more-codes", agreement => agreement.Places, agreement => agreement.Places.TrueForAll(term => Ewp.EwpCodes.AreMoreCodes(term)),
            ("交流の条件の「他の」課程・分野・言語は、「7, 8」「0311, 0312」「fr B2, de」のように、コードをカンマで区切って入力してください。", "Write the further levels, fields and languages of an exchange term as codes between commas: 7, 8 – 0311, 0312 – fr B2, de."));
        record.Check("agreement.ewp-id", agreement => agreement.EwpId, agreement => Ewp.EwpCodes.AreIds(agreement),
            ("EWPのIDは、空白のない64文字以内の英数字・記号で入力してください。", "An EWP ID has at most 64 letters, digits and signs of ASCII, and no space."));
        record.Check("agreement.own-parent", agreement => agreement.Parent, agreement => agreement.Number == 0 || agreement.Parent?.Value != agreement.Number,
            ("基になる協定に、この協定自身は選べません。", "An agreement cannot rest on itself."));
        record.Guard("agreement.in-procedure", agreement => agreement.State, (before, after) => before is null || !AgreementSteps.IsInProcedure(before.State),
            ("審査・署名の手続き中の協定は、ここでは変更できません。手続きのページで差し戻すか取り下げてから変更してください。", "This agreement is in the procedure of approval and signature, and is not changed here. Have it sent back, or take it back, on the page of its procedure."));
        record.Guard("agreement.by-steps", agreement => agreement.State, (before, after) => AgreementSteps.MayBeEntered(before?.State, after.State),
            ("この状態には、手続きのページの操作で進みます。", "An agreement gets into this state on the page of its procedure."));
    }

    private static void Concerns(Definition<Agreement> record)
    {
        record.Concern("agreement.past-its-end", ConcernKind.Inconsistent,
            (agreement, today) => agreement.State == AgreementState.InForce && !agreement.RenewsByItself && agreement.ExpiresOn < today,
            ("満了日を過ぎているのに「有効」のままです。状態か満了日を直してください。", "In force although its last day has passed. Correct the state or the day."));
        record.Concern("agreement.no-end", ConcernKind.Inconsistent,
            (agreement, today) => agreement.State == AgreementState.InForce && !agreement.RenewsByItself && agreement.ExpiresOn == null,
            ("有効な協定に満了日がありません。満了日を入力するか、自動更新であればそう記録してください。", "In force without a last day. Enter it, or say that the agreement renews by itself."));
        record.Concern("agreement.no-start", ConcernKind.Inconsistent,
            (agreement, today) => agreement.EffectiveFrom == null && agreement.SignedOn == null,
            ("発効日も締結日もないため、どの指標にも数えられません。どちらかを入力してください。", "Without the day it was signed or came into force, no indicator counts it. Enter one of them."));
        record.Concern("agreement.partner-not-linked", ConcernKind.Unresolved,
            (agreement, today) => agreement.Partner == null && agreement.PartnerName != null,
            ("相手機関名がありますが、機関に結び付けられていません。機関を選んでください。", "The partner is named but not linked to an organisation. Choose the organisation."));
    }
}
