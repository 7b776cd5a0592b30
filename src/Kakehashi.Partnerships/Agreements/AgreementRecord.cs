using Kakehashi.Records;
using Kakehashi.Records.Codes;

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
        record.Line(agreement => agreement.Website, ("ウェブサイト", "Website"), 500);
        record.Note(agreement => agreement.Note, ("備考", "Note")).Searched();

        record.Check("record.ends-before-start", agreement => agreement.ExpiresOn,
            agreement => agreement.EffectiveFrom is null || agreement.ExpiresOn is null || agreement.EffectiveFrom <= agreement.ExpiresOn,
            ("満了日が発効日より前です。どちらかの日付を直してください。", "The agreement expires before it comes into force. Correct one of the two dates."));

        Concerns(record);

        record.Fact("agreement", ("協定", "Agreements"), fact => fact
            .Date(agreement => agreement.EffectiveFrom ?? agreement.SignedOn)
            .Until(agreement => agreement.RenewsByItself && agreement.State == AgreementState.InForce ? null : agreement.ExpiresOn)
            .Unit(agreement => agreement.Unit)
            .Link("organisation", ("相手機関", "Partner"), agreement => agreement.Partner, within: "country")
            .Country("country", ("相手国・地域", "Partner's country"), agreement => agreement.Country)
            .Fields(nameof(Agreement.Type), nameof(Agreement.Level), nameof(Agreement.State)));
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
