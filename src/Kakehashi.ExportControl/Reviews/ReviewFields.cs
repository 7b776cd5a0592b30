using Kakehashi.Records;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>What is entered on the form of a review.</summary>
internal static class ReviewFields
{
    private const int NameLength = 200;

    public static void Application(Definition<ExportReview> record)
    {
        record.Line(one => one.Reference, ("審査番号", "Reference"), 60).Required().Listed().Searched();
        record.Line(one => one.Title, ("件名", "Title"), 300).Required().Listed().Searched()
            .Help(("個人の氏名は書かず、「人」の欄に書きます。", "Name no person here; there is a field for that."));
        record.Choice(one => one.Subject, ("審査の対象", "Subject"), ReviewWords.Of).Required().Listed();
        record.Link(one => one.Unit, ("担当部局", "Responsible unit")).Listed();
        record.Line(one => one.Applicant, ("申請者", "Applicant"), 120).Required()
            .Help(("申請する教職員。決定する人とは別の人です。", "The member of staff who applies; somebody else decides."));
        record.Day(one => one.AppliedOn, ("申請日", "Applied on")).Required();
        record.Day(one => one.NeededBy, ("いつまでに必要か", "Needed by")).Listed();
        record.Link(one => one.Former, ("元の審査", "Takes up"))
            .Help(("決定済みの審査をやり直すときに、その審査を選びます。", "The decided review that is taken up again."));
    }

    public static void Parties(Definition<ExportReview> record)
    {
        record.Line(one => one.Counterparty, ("相手方", "Counterparty"), NameLength).Searched()
            .Help(("受入れでは派遣元の機関。", "For an acceptance, the sending institution."));
        record.Code(one => one.CounterpartyCountry, ("相手方の国・地域(仕向地)", "Country of the counterparty (destination)"), "countries").Listed();
        record.Line(one => one.EndUser, ("需要者", "End user"), NameLength).Searched()
            .Help(("相手方と違うときだけ。", "Where it is not the counterparty."));
        record.Code(one => one.EndUserCountry, ("需要者の国・地域", "Country of the end user"), "countries");
        record.Note(one => one.Use, ("用途", "Use"))
            .Help(("何のために、どこで使うか。受入れでは研究テーマ。", "What for, and where. For an acceptance, the topic of research."));
    }

    public static void People(Definition<ExportReview> record)
    {
        record.Line(one => one.Person, ("氏名", "Name"), NameLength).Personal();
        record.Code(one => one.Nationality, ("国籍", "Nationality"), "countries").Personal();
        record.Line(one => one.Affiliation, ("所属・経歴", "Affiliation and career"), 500).Personal();
        record.Choice(one => one.Residence, ("居住者・非居住者", "Resident or non-resident"), ReviewWords.Of);
        record.Choice(one => one.ResidenceBasis, ("居住者である根拠", "Why a resident"), ReviewWords.Of)
            .Help(("外国人は、日本の事務所に勤務するか、入国後6か月以上経過すると居住者になります。", "A foreign national becomes a resident by working for an office in Japan, or after six months in the country."));
        Category(record.Choice(one => one.UnderContract, ("類型1：外国法人等・外国政府等と雇用などの契約があり、その指揮命令に服する", "Category 1: under a contract with a foreign entity or government, and bound by its orders"), ReviewWords.Of));
        record.Note(one => one.ContractNote, ("類型1の説明", "On category 1")).Personal();
        Category(record.Choice(one => one.Benefits, ("類型2：外国政府等から、年収の25%以上などの多額の利益を得ている", "Category 2: a substantial benefit from a foreign government, as a quarter of the yearly income"), ReviewWords.Of));
        record.Note(one => one.BenefitNote, ("類型2の説明", "On category 2")).Personal();
        Category(record.Choice(one => one.Instructed, ("類型3：日本国内での行動について、外国政府等の指示や依頼を受けている", "Category 3: acts in Japan on the instruction or request of a foreign government"), ReviewWords.Of));
        record.Note(one => one.InstructionNote, ("類型3の説明", "On category 3")).Personal();
        record.Day(one => one.PledgedOn, ("誓約書を受け取った日", "Pledge received on"))
            .Help(("誓約書の写しは、保存した後に「証跡」に加えます。", "Add a copy as evidence once this is saved."));
    }

    public static void Items(Definition<ExportReview> record) =>
        record.Parts(one => one.Items, ("貨物・技術", "Goods and technology"), item =>
        {
            item.Line(one => one.Name, ("名称", "Name"), 300).Required();
            item.Choice(one => one.Kind, ("区分", "Kind"), kind => kind == ControlledItemKind.Goods ? ("貨物", "Goods") : ("技術", "Technology")).Required();
            item.Link(one => one.Classification, ("該非判定", "Classification"));
            item.Choice(one => one.Exemption, ("許可を要しない特例", "Exemption"), ReviewWords.Of);
            item.Line(one => one.Reason, ("特例に当たる理由", "Why the exemption applies"), 1000);
        });

    public static void CatchAll(Definition<ExportReview> record)
    {
        record.Flag(one => one.IsInformed, ("経済産業大臣から許可申請をすべき旨の通知(インフォーム)を受けた", "METI has said that a licence is to be applied for (inform)"));
        record.Choice(one => one.WeaponsUse, ("用途：大量破壊兵器等の開発等に使われるおそれ", "Use: could serve the development of weapons of mass destruction"), ReviewWords.Of);
        record.Choice(one => one.ConventionalUse, ("用途：通常兵器の開発等に使われるおそれ", "Use: could serve the development of conventional weapons"), ReviewWords.Of);
        record.Choice(one => one.UserDevelops, ("需要者：兵器等の開発等を行う、または行っていたとの情報", "User: is said to develop weapons, or to have done so"), ReviewWords.Of);
        record.Choice(one => one.UserIsListed, ("需要者：外国ユーザーリストへの掲載", "User: is on the Foreign End User List"), ReviewWords.Of);
        record.Line(one => one.UserEntry, ("掲載の名称・番号", "The entry’s name and number"), 300);
        record.Flag(one => one.ListedForBiological, ("掲載の懸念区分：生物兵器(B)", "Listed for biological weapons (B)"));
        record.Flag(one => one.ListedForChemical, ("掲載の懸念区分：化学兵器(C)", "Listed for chemical weapons (C)"));
        record.Flag(one => one.ListedForMissiles, ("掲載の懸念区分：ミサイル(M)", "Listed for missiles (M)"));
        record.Flag(one => one.ListedForNuclear, ("掲載の懸念区分：核兵器(N)", "Listed for nuclear weapons (N)"));
        record.Flag(one => one.ListedForConventional, ("掲載の懸念区分：通常兵器", "Listed for conventional weapons"));
        record.Choice(one => one.MayServe, ("貨物・技術は、何かの兵器等に使われうるか", "Could the goods or technology serve weapons"), ReviewWords.Of);
        record.Flag(one => one.ServesBiological, ("使われうるもの：生物兵器(B)", "Could serve biological weapons (B)"));
        record.Flag(one => one.ServesChemical, ("使われうるもの：化学兵器(C)", "Could serve chemical weapons (C)"));
        record.Flag(one => one.ServesMissiles, ("使われうるもの：ミサイル(M)", "Could serve missiles (M)"));
        record.Flag(one => one.ServesNuclear, ("使われうるもの：核兵器(N)", "Could serve nuclear weapons (N)"));
        record.Flag(one => one.ServesConventional, ("使われうるもの：通常兵器", "Could serve conventional weapons"));
        record.Note(one => one.ClearReason, ("おそれが明らかにないといえる理由", "Why it is clearly otherwise"));
    }

    private static void Category(FieldOptions field) => field.Help(("本人の自己申告で確かめます。分からないままでは決定できません。", "As the person declares. It cannot be decided while it is not known."));
}
