using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What an agreement is for.</summary>
public enum AgreementType
{
    Academic,
    StudentExchange,
    Research,
    JointDegree,
    DoubleDegree,
    Memorandum,
    Other,
}

/// <summary>Who in the university concludes an agreement.</summary>
public enum AgreementLevel
{
    University,
    Department,
}

/// <summary>How far an agreement is.</summary>
public enum AgreementState
{
    Draft,
    InForce,
    Expired,
    Terminated,
}

/// <summary>What the university has agreed with a partner.</summary>
public sealed class Agreement : Record<Agreement>
{
    public string Reference { get; private set; } = "";

    public Bilingual Title { get; private set; }

    public AgreementType Type { get; private set; }

    public AgreementLevel Level { get; private set; }

    public AgreementState State { get; private set; }

    public Id<Organisation>? Partner { get; private set; }

    public string? PartnerName { get; private set; }

    public string? Country { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public DateOnly? EffectiveFrom { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public bool RenewsByItself { get; private set; }

    public List<AgreementParty> OtherParties { get; private set; } = [];

    public List<AgreementUnit> OtherUnits { get; private set; } = [];

    public string? Website { get; private set; }

    public string? Note { get; private set; }
}

/// <summary>A partner beside the first one.</summary>
public sealed class AgreementParty
{
    public Id<Organisation>? Organisation { get; private set; }

    public string? SignedAs { get; private set; }
}

/// <summary>A unit of the university that takes part beside the responsible one.</summary>
public sealed class AgreementUnit
{
    public Id<OrgUnit>? Unit { get; private set; }
}
