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

/// <summary>How far an agreement is. What leads from one to the next is in <c>AgreementSteps</c>.</summary>
public enum AgreementState
{
    /// <summary>It is proposed, and still being written.</summary>
    Draft,

    /// <summary>The route of its approval has begun.</summary>
    UnderReview,

    /// <summary>The university has decided to conclude it; signatures are awaited.</summary>
    Approved,

    /// <summary>All parties have signed; its day has not come.</summary>
    Concluded,

    InForce,

    /// <summary>Another agreement has taken its place.</summary>
    Renewed,

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

    public AgreementState State { get; internal set; }

    public Id<Organisation>? Partner { get; private set; }

    public string? PartnerName { get; private set; }

    public string? Country { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public DateOnly? SignedOn { get; internal set; }

    public DateOnly? EffectiveFrom { get; internal set; }

    public DateOnly? ExpiresOn { get; internal set; }

    public bool RenewsByItself { get; private set; }

    public List<AgreementParty> OtherParties { get; private set; } = [];

    public List<AgreementUnit> OtherUnits { get; private set; } = [];

    /// <summary>The general agreement that a memorandum rests on.</summary>
    public Id<Agreement>? Parent { get; private set; }

    /// <summary>The agreement that this one renews.</summary>
    public Id<Agreement>? Former { get; internal set; }

    public List<AgreementAim> Purposes { get; private set; } = [];

    public List<ExchangeTerm> Places { get; private set; } = [];

    public List<AgreementClause> Clauses { get; private set; } = [];

    public string? PastActivity { get; private set; }

    public string? Plan { get; private set; }

    public string? Contact { get; private set; }

    public string? ContactMail { get; private set; }

    public string? PartnerContact { get; private set; }

    public string? PartnerContactMail { get; private set; }

    public SignatoryOffice? Signatory { get; private set; }

    public int? NoticeMonths { get; private set; }

    public string? AuthoritativeLanguage { get; private set; }

    public bool IsStrategic { get; private set; }

    /// <summary>The degrees that students of a double or joint degree get.</summary>
    public string? Degrees { get; private set; }

    /// <summary>How students of a double or joint degree are chosen.</summary>
    public string? Selection { get; private set; }

    /// <summary>What the agreement is called in Erasmus Without Paper where that is not its number, as by a program used before.</summary>
    public string? EwpId { get; private set; }

    /// <summary>What the partner calls it in Erasmus Without Paper.</summary>
    public string? PartnerEwpId { get; private set; }

    /// <summary>The partner's own number of it.</summary>
    public string? PartnerReference { get; private set; }

    /// <summary>The partner's unit that it is of, as Erasmus Without Paper calls it.</summary>
    public string? PartnerUnit { get; private set; }

    public string? Website { get; private set; }

    public string? Note { get; private set; }

    internal Agreement Copy() => (Agreement)MemberwiseClone();

    /// <summary>It is to renew another, under a reference of its own.</summary>
    internal void Renews(Id<Agreement> former, string reference) => (Former, Reference) = (former, reference);
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
