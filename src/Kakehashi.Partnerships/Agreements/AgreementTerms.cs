using Kakehashi.Partnerships.Regions;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What the parties mean to do together.</summary>
public enum AgreementPurpose
{
    StudentExchange,
    FacultyExchange,
    StaffExchange,
    JointResearch,
    JointTeaching,
    JointDegree,
    Information,
    Events,
    Other,
}

/// <summary>One purpose of an agreement.</summary>
public sealed class AgreementAim
{
    public AgreementPurpose Purpose { get; private set; }
}

/// <summary>Who goes under an exchange term.</summary>
public enum ExchangeKind
{
    StudentStudies,
    StudentTraineeship,
    StaffTeaching,
    StaffTraining,
}

/// <summary>Whether people come or go.</summary>
public enum ExchangeDirection
{
    In,
    Out,
}

/// <summary>How many may come or go in a year, for how long, and what they need for it.</summary>
public sealed class ExchangeTerm
{
    public ExchangeKind Kind { get; internal set; }

    public ExchangeDirection Direction { get; internal set; }

    /// <summary>Persons a year.</summary>
    public int? People { get; internal set; }

    /// <summary>Of all of them together, a year.</summary>
    public int? Semesters { get; internal set; }

    /// <summary>The longest stay of one person.</summary>
    public int? StayMonths { get; internal set; }

    /// <summary>The level of the European Qualifications Framework: 6 bachelor, 7 master, 8 doctor.</summary>
    public int? EqfLevel { get; internal set; }

    /// <summary>ISCED-F.</summary>
    public string? Field { get; internal set; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; internal set; }

    public CefrLevel? LanguageLevel { get; internal set; }

    public bool IsBlended { get; internal set; }

    /// <summary>Of all of them together, a year: months of students, days of staff.</summary>
    public decimal? Duration { get; internal set; }

    /// <summary>As 2026/2027; null where it is that of the agreement.</summary>
    public string? FirstYear { get; internal set; }

    /// <summary>As 2026/2027; null where it is that of the agreement.</summary>
    public string? LastYear { get; internal set; }

    /// <summary>Levels beside the first: 7, 8.</summary>
    public string? MoreLevels { get; internal set; }

    /// <summary>Fields beside the first: 0311, 0312.</summary>
    public string? MoreFields { get; internal set; }

    /// <summary>Languages beside the first: fr B2, de.</summary>
    public string? MoreLanguages { get; internal set; }

    /// <summary>The university's unit, as Erasmus Without Paper calls it.</summary>
    public string? OwnUnit { get; internal set; }

    /// <summary>The partner's unit, as Erasmus Without Paper calls it.</summary>
    public string? PartnerUnit { get; internal set; }

    public string? Remark { get; internal set; }

    /// <summary>The same, with what Erasmus Without Paper has no place for from another.</summary>
    internal ExchangeTerm Beside(ExchangeTerm other)
    {
        var after = (ExchangeTerm)MemberwiseClone();
        (after.Semesters, after.StayMonths) = (other.Semesters, other.StayMonths);
        return after;
    }
}

/// <summary>What an agreement may state.</summary>
public enum ClauseTopic
{
    ExaminationFee,
    AdmissionFee,
    Tuition,
    MutualWaiver,
    CreditRecognition,
    StudentStatus,
    Balance,
    CarryOver,
    YearlyReview,
    Termination,
    StudentsUnderWay,
    Safety,
    Insurance,
    DegreeTypes,
    Selection,
    QualityAssurance,
    IntellectualProperty,
    PersonalData,
    Disputes,
    Money,
}

/// <summary>A topic that the text of an agreement deals with, and where.</summary>
public sealed class AgreementClause
{
    public ClauseTopic Topic { get; private set; }

    /// <summary>The number of the article.</summary>
    public string? Article { get; private set; }
}

/// <summary>The office of whoever signs for the university.</summary>
public enum SignatoryOffice
{
    President,
    VicePresident,
    Dean,
    Director,
    Other,
}
