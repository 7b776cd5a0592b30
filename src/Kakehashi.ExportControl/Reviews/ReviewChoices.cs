namespace Kakehashi.ExportControl.Reviews;

/// <summary>What a review is about.</summary>
public enum ReviewSubject
{
    /// <summary>Taking a person in: student, researcher, visitor, employee.</summary>
    Acceptance,

    /// <summary>Technology for somebody abroad, or for a non-resident in Japan.</summary>
    Provision,

    /// <summary>Goods sent abroad or carried by hand.</summary>
    Export,

    /// <summary>Joint research, or another contract with a partner abroad.</summary>
    JointResearch,

    /// <summary>Somebody of the university goes abroad.</summary>
    Dispatch,
}

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>It is being written.</summary>
    Drafted,

    /// <summary>It waits for the first look.</summary>
    Submitted,

    /// <summary>Somebody has looked at it, and it waits for the decision.</summary>
    Checked,

    /// <summary>It has been given back with a reason.</summary>
    SentBack,

    /// <summary>It is decided, and never changes again but for evidence and the day of the provision.</summary>
    Decided,

    /// <summary>The application was taken back.</summary>
    Withdrawn,
}

/// <summary>What was decided.</summary>
public enum ReviewOutcome
{
    /// <summary>It may be done, without a licence of the minister.</summary>
    NoLicenceNeeded,

    /// <summary>It may be done without a licence, on conditions that the university sets.</summary>
    WithConditions,

    /// <summary>It may be done once there is a licence, and not before.</summary>
    LicenceNeeded,

    /// <summary>It may not be done.</summary>
    Refused,
}

/// <summary>An answer to a question of a sheet, or of the review.</summary>
public enum SheetAnswer
{
    Yes,

    No,

    /// <summary>Nobody knows yet. It never counts as a no.</summary>
    NotKnown,
}

/// <summary>What a person is under the Foreign Exchange and Foreign Trade Act.</summary>
public enum Residence
{
    Resident,

    NonResident,
}

/// <summary>Why somebody is a resident.</summary>
public enum ResidenceBasis
{
    /// <summary>Lives in Japan as a Japanese national.</summary>
    Japanese,

    /// <summary>Works for an office in Japan.</summary>
    Employed,

    /// <summary>Has been in Japan for six months or more.</summary>
    SixMonths,
}

/// <summary>Why an item needs no licence whatever it is.</summary>
public enum ListExemption
{
    /// <summary>Technology that is in the public domain, or is put there.</summary>
    PublicDomain,

    /// <summary>Technology of research in basic science.</summary>
    BasicResearch,

    /// <summary>The least that an application for a patent takes.</summary>
    PatentApplication,

    /// <summary>Another exemption; the reason names its provision.</summary>
    Other,
}

/// <summary>What a file of a review shows.</summary>
public enum EvidencePurpose
{
    /// <summary>The signed statement on the specific categories.</summary>
    Pledge,

    /// <summary>The certificate of a classification, a parameter sheet.</summary>
    Classification,

    /// <summary>The use and the end user.</summary>
    EndUse,

    Contract,

    /// <summary>What was found about a name on lists.</summary>
    Screening,

    /// <summary>What was asked of METI, and answered.</summary>
    Authority,

    Other,
}
