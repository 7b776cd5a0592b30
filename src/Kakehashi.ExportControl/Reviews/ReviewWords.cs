using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Words around reviews.</summary>
public static class ReviewWords
{
    public static Text Of(ReviewSubject subject) => subject switch
    {
        ReviewSubject.Acceptance => ("人の受入れ", "Acceptance of a person"),
        ReviewSubject.Provision => ("技術の提供", "Provision of technology"),
        ReviewSubject.Export => ("貨物の輸出(持出しを含む)", "Export of goods, also by hand"),
        ReviewSubject.JointResearch => ("共同研究・契約", "Joint research or contract"),
        _ => ("海外への派遣・出張", "Sending staff abroad"),
    };

    public static Text Of(ReviewState state) => state switch
    {
        ReviewState.Drafted => ("作成中", "Draft"),
        ReviewState.Submitted => ("一次審査待ち", "Waits for the first look"),
        ReviewState.Checked => ("決定待ち", "Waits for the decision"),
        ReviewState.SentBack => ("差戻し中", "Sent back"),
        ReviewState.Decided => ("決定済み", "Decided"),
        _ => ("取下げ", "Withdrawn"),
    };

    public static Tone Tone(ReviewState state) => state switch
    {
        ReviewState.Submitted or ReviewState.Checked => Platform.Pages.Tone.Info,
        ReviewState.SentBack => Platform.Pages.Tone.Warning,
        ReviewState.Decided => Platform.Pages.Tone.Good,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static Text Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.NoLicenceNeeded => ("承認(許可不要)", "Approved: no licence needed"),
        ReviewOutcome.WithConditions => ("条件付き承認(許可不要)", "Approved on conditions: no licence needed"),
        ReviewOutcome.LicenceNeeded => ("経済産業大臣の許可が必要", "A licence is needed"),
        _ => ("不承認", "Refused"),
    };

    public static Text Of(SheetAnswer answer) => answer switch
    {
        SheetAnswer.Yes => ("はい", "Yes"),
        SheetAnswer.No => ("いいえ", "No"),
        _ => ("分からない", "Not known"),
    };

    public static Text Of(Residence residence) => residence switch
    {
        Residence.Resident => ("居住者", "Resident"),
        _ => ("非居住者", "Non-resident"),
    };

    public static Text Of(ResidenceBasis basis) => basis switch
    {
        ResidenceBasis.Japanese => ("日本に住む日本人", "Japanese national who lives in Japan"),
        ResidenceBasis.Employed => ("日本国内の事務所に勤務", "Works for an office in Japan"),
        _ => ("入国後6か月以上経過", "In Japan for six months or more"),
    };

    public static Text Of(ListExemption exemption) => exemption switch
    {
        ListExemption.PublicDomain => ("公知の技術", "Technology in the public domain"),
        ListExemption.BasicResearch => ("基礎科学分野の研究活動", "Research in basic science"),
        ListExemption.PatentApplication => ("工業所有権の出願", "Application for a patent"),
        _ => ("その他の特例", "Another exemption"),
    };

    public static Text Of(EvidencePurpose purpose) => purpose switch
    {
        EvidencePurpose.Pledge => ("誓約書・自己申告書", "Pledge or declaration"),
        EvidencePurpose.Classification => ("該非判定書・パラメータシート", "Classification, parameter sheet"),
        EvidencePurpose.EndUse => ("用途・需要者の資料", "Use and end user"),
        EvidencePurpose.Contract => ("契約書", "Contract"),
        EvidencePurpose.Screening => ("懸念先リストとの照合", "Screening"),
        EvidencePurpose.Authority => ("経済産業省への相談・申請", "Asked of METI"),
        _ => ("その他", "Other"),
    };

    public static Text Of(LicenceKind kind) => kind switch
    {
        LicenceKind.Individual => ("個別許可", "Individual"),
        LicenceKind.GeneralBulk => ("一般包括許可", "General bulk"),
        LicenceKind.SpecialGeneralBulk => ("特別一般包括許可", "Special general bulk"),
        _ => ("特定包括許可など", "Special bulk and others"),
    };
}
