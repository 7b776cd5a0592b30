using Kakehashi.Community.Headcounts;
using Kakehashi.Education.Balance;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Facts;

namespace Kakehashi.Education.Mobility;

public sealed class MobilityPeriodRecord : IRecordType<MobilityPeriod>
{
    private static readonly CodeList Bands = new("duration_band",
        Enum.GetValues<DurationBand>().Select(band => new Code(CodeNames.Of(band), MobilityWords.Of(band))));

    public static void Define(Definition<MobilityPeriod> record)
    {
        record.Named(("留学・研究滞在", "Mobility period"), ("留学・研究滞在", "Mobility periods"), "mobility-periods");
        record.Identity(stay => stay.Reference);
        record.Caption(stay => new(
            $"{stay.StartedOn:yyyy-MM-dd} {MobilityWords.Of(stay.Direction).Ja} {stay.PartnerName ?? stay.PartnerCountry}",
            $"{stay.StartedOn:yyyy-MM-dd} {MobilityWords.Of(stay.Direction).En} {stay.PartnerName ?? stay.PartnerCountry}"));
        record.Visible((stay, actor) => actor.Sees(stay.Unit));

        Who(record);
        Where(record);
        When(record);

        record.Check("record.ends-before-start", stay => stay.EndedOn,
            stay => stay.EndedOn is null || stay.StartedOn <= stay.EndedOn,
            ("終了日が開始日より前です。どちらかの日付を直してください。", "The stay ends before it starts. Correct one of the two dates."));

        Concerns(record);

        record.Fact("mobility", ("留学・研究滞在", "Mobility periods"), Counted);
    }

    private static void Who(Definition<MobilityPeriod> record)
    {
        record.Line(stay => stay.Reference, ("整理番号", "Reference"), 120).Required();
        record.Choice(stay => stay.Direction, ("派遣・受入", "Direction"), MobilityWords.Of).Required().Listed();
        record.Choice(stay => stay.Kind, ("対象", "Who"), MobilityWords.Of).Required().Listed();
        record.Line(stay => stay.PersonKey, ("本人の番号", "Person's number"), 80).Personal()
            .Help(("学籍番号など。集計には仮名化した値だけを使います。", "A student number or the like; figures use a pseudonym of it only."));
        record.Line(stay => stay.PersonName, ("氏名(ローマ字)", "Name in Latin letters"), 200).Personal()
            .Help(("旅券のとおりに。安全保障輸出管理の照合に使います。", "As in the passport; it is screened for export control."));
        record.Line(stay => stay.PersonNameNative, ("氏名(漢字など)", "Name in other letters"), 200).Personal();
        record.Day(stay => stay.BornOn, ("生年月日", "Date of birth")).Personal();
        record.Code(stay => stay.Nationality, ("国籍・地域", "Nationality"), CodeLists.Countries).Listed();
        record.Choice(stay => stay.Sex, ("性別", "Sex"), PeopleWords.Of, PeopleWords.SpellingsOfSex);
        record.Link(stay => stay.Unit, ("所属・受入部局", "Org unit")).Listed();
        record.Choice(stay => stay.Level, ("課程", "Level"), PeopleWords.Of, PeopleWords.SpellingsOfLevel).Listed();
        record.Line(stay => stay.Programme, ("プログラム", "Programme"), 200);
        record.Code(stay => stay.Field, ("分野(ISCED-F)", "Field (ISCED-F)"), CodeLists.Fields);
    }

    private static void Where(Definition<MobilityPeriod> record)
    {
        record.Link(stay => stay.Home, ("送出機関", "Home organisation"));
        record.Code(stay => stay.HomeCountry, ("送出国・地域", "Home country"), CodeLists.Countries).Listed();
        record.Link(stay => stay.Host, ("受入機関", "Host organisation"));
        record.Code(stay => stay.HostCountry, ("受入国・地域", "Host country"), CodeLists.Countries).Listed();
        record.Line(stay => stay.PartnerCode, ("相手機関コード(原文)", "Partner's code as given"), 80);
        record.Line(stay => stay.PartnerName, ("相手機関名(原文)", "Partner's name as given"), 300);
        record.Link(stay => stay.Agreement, ("協定", "Agreement"));
    }

    private static void When(Definition<MobilityPeriod> record)
    {
        record.Day(stay => stay.StartedOn, ("開始日", "From")).Required().Listed();
        record.Day(stay => stay.EndedOn, ("終了日", "To")).Listed();
        record.Choice(stay => stay.DurationBand, ("期間区分", "Duration"), MobilityWords.Of)
            .Help(("日付が分からないときだけ入力します。", "Only where the dates are not known."));
        record.Amount(stay => stay.Credits, ("取得単位", "Credits"));
        record.Choice(stay => stay.Funding, ("経費", "Funding"), MobilityWords.Of);
        record.Choice(stay => stay.ResidenceStatus, ("在留資格", "Residence status"), MobilityWords.Of);
    }

    private static void Concerns(Definition<MobilityPeriod> record)
    {
        record.Concern("mobility_period.over-five-years", ConcernKind.Inconsistent,
            (stay, today) => stay.EndedOn != null && stay.EndedOn > stay.StartedOn.AddYears(5),
            ("5年を超える滞在です。開始日と終了日を確かめてください。", "The stay is longer than five years. Look at its two dates."));
        record.Concern<Agreement>("mobility_period.no-agreement", ConcernKind.Inconsistent,
            (stay, today) => stay.Kind == MobilityKind.Student && stay.Agreement == null,
            // one that has ended, nobody knows when, is not taken to have covered anything
            (stay, agreement) => agreement.Partner != null && agreement.Partner == (stay.Direction == MobilityDirection.In ? stay.Home : stay.Host)
                && agreement.State != AgreementState.Draft && agreement.State != AgreementState.UnderReview && agreement.State != AgreementState.Approved && (agreement.Type == AgreementType.StudentExchange || agreement.Type == AgreementType.DoubleDegree || agreement.Type == AgreementType.JointDegree)
                && (agreement.EffectiveFrom ?? agreement.SignedOn) <= stay.StartedOn
                && (agreement.ExpiresOn >= stay.StartedOn || (agreement.State == AgreementState.InForce && (agreement.RenewsByItself || agreement.ExpiresOn == null))),
            ("開始日に相手機関との学生交流の協定が有効でしたが、学生の滞在に協定が結び付けられていません。協定に基づくものであれば協定を選んでください。", "A student’s stay without an agreement, although one on student exchange with the partner was in force when it began. Choose the agreement where the stay was under it."));
        record.Concern("mobility_period.partner-not-linked", ConcernKind.Unresolved,
            (stay, today) => (stay.PartnerName != null || stay.PartnerCode != null)
                && ((stay.Direction == MobilityDirection.In && stay.Home == null) || (stay.Direction == MobilityDirection.Out && stay.Host == null)),
            ("相手機関の名称かコードがありますが、機関に結び付けられていません。機関を選んでください。", "The partner is named but not linked to an organisation. Choose the organisation."));
    }

    private static void Counted(FactDefinition<MobilityPeriod> fact) => fact
        .Date(stay => stay.StartedOn)
        .Until(stay => stay.EndedOn)
        .Unit(stay => stay.Unit)
        .Person("person", stay => stay.PersonKey ?? stay.Reference)
        .Fields(nameof(MobilityPeriod.Direction), nameof(MobilityPeriod.Kind), nameof(MobilityPeriod.Level), nameof(MobilityPeriod.Programme), nameof(MobilityPeriod.Field))
        .Link("organisation", ("相手機関", "Partner"), stay => stay.Partner, within: "country")
        .Country("country", ("相手国・地域", "Partner's country"), stay => stay.PartnerCountry)
        .Fields(nameof(MobilityPeriod.Nationality), nameof(MobilityPeriod.Sex))
        .Column("duration_band", FactColumnKind.Text, ("期間区分", "Duration"), stay => stay.Band is { } band ? CodeNames.Of(band) : null, Bands)
        .Column("days", FactColumnKind.Whole, ("日数", "Days"), stay => (long?)stay.Days)
        .Column("semesters", FactColumnKind.Whole, ("学期数", "Student-semesters"), stay => (long?)StudentSemesters.Of(stay.StartedOn, stay.EndedOn, stay.DurationBand))
        .Fields(nameof(MobilityPeriod.Credits), nameof(MobilityPeriod.Funding), nameof(MobilityPeriod.ResidenceStatus))
        .Column("under_agreement", FactColumnKind.Flag, ("協定に基づく", "Under an agreement"), stay => stay.Agreement is not null)
        .Link("agreement", ("協定", "Agreement"), stay => stay.Agreement)
        .AskedOf("level", "kind", MobilityKind.Student)
        .AskedOf("credits", "kind", MobilityKind.Student, whenOver: true);
}
