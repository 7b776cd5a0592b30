using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What the choices of an agreement are called.</summary>
public static class AgreementWords
{
    /// <summary>How the university itself is kept among the parties.</summary>
    internal const string OwnParty = "本学 / the university";

    /// <summary>A party as a reader is told it: others by the name in the document.</summary>
    public static Text Party(PartySignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Party == OwnParty ? ("本学", "The university") : Text.Same(signature.Party);
    }

    public static Text Of(AgreementType type) => type switch
    {
        AgreementType.Academic => ("学術交流協定", "Academic exchange"),
        AgreementType.StudentExchange => ("学生交流協定", "Student exchange"),
        AgreementType.Research => ("共同研究協定", "Joint research"),
        AgreementType.JointDegree => ("ジョイント・ディグリー", "Joint degree"),
        AgreementType.DoubleDegree => ("ダブル・ディグリー", "Double degree"),
        AgreementType.Memorandum => ("覚書", "Memorandum"),
        _ => ("その他", "Other"),
    };

    public static Text Of(AgreementLevel level) => level switch
    {
        AgreementLevel.University => ("大学間", "University"),
        _ => ("部局間", "Department"),
    };

    public static Text Of(AgreementState state) => state switch
    {
        AgreementState.Draft => ("提案中", "Proposed"),
        AgreementState.UnderReview => ("審査中", "Under review"),
        AgreementState.Approved => ("承認済み(署名待ち)", "Approved, to be signed"),
        AgreementState.Concluded => ("締結済み(発効待ち)", "Concluded, not in force yet"),
        AgreementState.InForce => ("有効", "In force"),
        AgreementState.Renewed => ("更新済み", "Renewed"),
        AgreementState.Expired => ("満了", "Expired"),
        _ => ("解消", "Terminated"),
    };

    public static Text Of(AgreementPurpose purpose) => purpose switch
    {
        AgreementPurpose.StudentExchange => ("学生の交流", "Exchange of students"),
        AgreementPurpose.FacultyExchange => ("教員・研究者の交流", "Exchange of faculty"),
        AgreementPurpose.StaffExchange => ("職員の交流", "Exchange of staff"),
        AgreementPurpose.JointResearch => ("共同研究", "Joint research"),
        AgreementPurpose.JointTeaching => ("共同教育", "Joint teaching"),
        AgreementPurpose.JointDegree => ("共同学位プログラム", "Joint or double degrees"),
        AgreementPurpose.Information => ("学術情報・資料の交換", "Exchange of information and materials"),
        AgreementPurpose.Events => ("シンポジウム等の共同開催", "Joint symposia and events"),
        _ => ("その他", "Other"),
    };

    public static Text Of(ExchangeKind kind) => kind switch
    {
        ExchangeKind.StudentStudies => ("学生(修学)", "Students, to study"),
        ExchangeKind.StudentTraineeship => ("学生(研修・実習)", "Students, for a traineeship"),
        ExchangeKind.StaffTeaching => ("教職員(授業)", "Staff, to teach"),
        _ => ("教職員(研修)", "Staff, for training"),
    };

    public static Text Of(ExchangeDirection direction) => direction == ExchangeDirection.In ? ("受入", "Incoming") : ("派遣", "Outgoing");

    public static Text Of(ClauseTopic topic) => topic switch
    {
        ClauseTopic.ExaminationFee => ("検定料", "Examination fee"),
        ClauseTopic.AdmissionFee => ("入学料", "Admission fee"),
        ClauseTopic.Tuition => ("授業料", "Tuition"),
        ClauseTopic.MutualWaiver => ("相互の不徴収", "Mutual waiver"),
        ClauseTopic.CreditRecognition => ("単位の認定", "Recognition of credits"),
        ClauseTopic.StudentStatus => ("学生の身分", "Status of students"),
        ClauseTopic.Balance => ("人数の均衡(学期数)", "Balance in student-semesters"),
        ClauseTopic.CarryOver => ("差の繰越し", "Carry-over of the balance"),
        ClauseTopic.YearlyReview => ("毎年の確認", "Yearly review"),
        ClauseTopic.Termination => ("解約", "Termination"),
        ClauseTopic.StudentsUnderWay => ("解約時の在学者の保護", "Protection of students under way"),
        ClauseTopic.Safety => ("安全・危機管理", "Safety and crisis"),
        ClauseTopic.Insurance => ("保険", "Insurance"),
        ClauseTopic.DegreeTypes => ("授与する学位", "Degrees awarded"),
        ClauseTopic.Selection => ("学生の選考", "Selection of students"),
        ClauseTopic.QualityAssurance => ("質保証", "Quality assurance"),
        ClauseTopic.IntellectualProperty => ("知的財産", "Intellectual property"),
        ClauseTopic.PersonalData => ("個人情報", "Personal data"),
        ClauseTopic.Disputes => ("紛争の解決・準拠法", "Disputes and governing law"),
        _ => ("金銭の負担", "Payments"),
    };

    public static Text Of(SignatoryOffice office) => office switch
    {
        SignatoryOffice.President => ("総長・学長", "President"),
        SignatoryOffice.VicePresident => ("理事・副学長", "Vice-president"),
        SignatoryOffice.Dean => ("研究科長・学部長", "Dean"),
        SignatoryOffice.Director => ("研究所長・センター長", "Director"),
        _ => ("その他", "Other"),
    };
}
