using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What the choices of an agreement are called.</summary>
public static class AgreementWords
{
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
        AgreementState.Draft => ("準備中", "In preparation"),
        AgreementState.InForce => ("有効", "In force"),
        AgreementState.Expired => ("満了", "Expired"),
        _ => ("解消", "Terminated"),
    };
}
