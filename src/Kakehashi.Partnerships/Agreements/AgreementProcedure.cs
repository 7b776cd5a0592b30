using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>Whether somebody on the route has looked at a proposal.</summary>
public enum ApprovalState
{
    Waiting,
    Approved,
    SentBack,

    /// <summary>The proposal was sent back by another, or taken back, before it was looked at.</summary>
    Lapsed,
}

/// <summary>Whether a proposal met the guideline when it was submitted first.</summary>
public enum FirstLook
{
    Met,

    /// <summary>Something was waived, or what is usual was not met.</summary>
    NotMet,
}

/// <summary>協定手続: what has been done to conclude an agreement, to keep it and to renew it. One for each agreement, written by operations alone.</summary>
public sealed class AgreementProcedure : Record<AgreementProcedure>
{
    /// <summary>The number of the agreement: each has one procedure.</summary>
    public string Reference { get; internal set; } = "";

    public Id<Agreement>? Agreement { get; internal set; }

    /// <summary>That of the agreement when something was last done: who sees the one sees the other.</summary>
    public Id<OrgUnit>? Unit { get; internal set; }

    public Bilingual Title { get; internal set; }

    public DateOnly? SubmittedOn { get; internal set; }

    public string? SubmittedBy { get; internal set; }

    public DateOnly? ApprovedOn { get; internal set; }

    public DateOnly? ReviewOpenedOn { get; internal set; }

    public DateOnly? EvaluatedOn { get; internal set; }

    public string? Evaluation { get; internal set; }

    /// <summary>SHA-256 of the evaluation sheet that was before whoever evaluated: the name of the document that is kept.</summary>
    public string? Sheet { get; internal set; }

    /// <summary>The day of the guideline whose findings are kept.</summary>
    public DateOnly? Guideline { get; internal set; }

    /// <summary>All rules that bind were met when it was submitted first: nothing was waived.</summary>
    public FirstLook? MetAtFirst { get; internal set; }

    public string? EndReason { get; internal set; }

    public List<Approval> Approvals { get; internal set; } = [];

    public List<PartySignature> Signatures { get; internal set; } = [];

    public List<RuleWaived> Waivers { get; internal set; } = [];

    public List<KeptRuleFinding> Findings { get; internal set; } = [];

    public List<AgreementFile> Files { get; internal set; } = [];

    public List<AgreementTrace> Steps { get; internal set; } = [];

    /// <summary>The round of looks that is under way, or was last: it grows with each submission.</summary>
    internal int Round => Approvals.Count == 0 ? 0 : Approvals.Max(one => one.Round);

    /// <summary>All of the last round have agreed.</summary>
    internal bool IsApproved => Approvals.Count > 0 && Approvals.Where(one => one.Round == Round).All(one => one.State == ApprovalState.Approved);

    /// <summary>All parties have signed.</summary>
    internal bool IsSigned => Signatures.Count > 0 && Signatures.TrueForAll(one => one.SignedOn is not null);

    /// <summary>The text is kept as it was signed.</summary>
    internal bool HasSignedCopy => Files.Exists(one => one.Kind == AgreementFileKind.SignedCopy);

    /// <summary>The stage that is looking now; null where none is.</summary>
    internal int? Stage => Approvals.Where(one => one.Round == Round && one.State == ApprovalState.Waiting).Select(one => one.Stage).DefaultIfEmpty(-1).Min() is >= 0 and var stage ? stage : null;

    /// <summary>The looks that are awaited now: those of the stage that is looking.</summary>
    internal IReadOnlyList<Approval> Awaited => Stage is { } stage ? [.. Approvals.Where(one => one.Round == Round && one.Stage == stage && one.State == ApprovalState.Waiting)] : [];

    /// <summary>Whether it is of this account: nobody looks at a proposal of their own.</summary>
    internal bool IsOf(string account) => string.Equals(SubmittedBy, account, StringComparison.OrdinalIgnoreCase);

    /// <summary>What one step of the last round says; null where it is not on the route.</summary>
    internal Approval? Latest(ApprovalStep step) => Approvals.LastOrDefault(one => one.Round == Round && one.Step == step);

    /// <summary>The days that a step has had it, over all rounds; null while it has not looked once, or looks now.</summary>
    internal long? DaysAt(ApprovalStep step)
    {
        var looks = Approvals.Where(one => one.Step == step && one.OpenedOn is not null).ToList();
        return looks.Count == 0 || looks.Exists(one => one.DoneOn is null) ? null : looks.Sum(one => (long)(one.DoneOn!.Value.DayNumber - one.OpenedOn!.Value.DayNumber));
    }

    /// <summary>The first of an agreement, or the next state of the one it has: of the unit and by the title that the agreement has now.</summary>
    internal static AgreementProcedure Next(Agreement agreement, AgreementProcedure? before)
    {
        var after = before?.Copy() ?? new() { Reference = agreement.Id.ToString(), Agreement = agreement.Id };
        (after.Unit, after.Title) = (agreement.Unit, agreement.Title);
        return after;
    }

    /// <summary>One more step that was taken.</summary>
    internal void Note(AgreementStep step, AgreementState from, AgreementState to, AgreementSignature signature, string? remark = null) =>
        Steps = [.. Steps, new() { Day = signature.On, By = signature.By, Step = step, From = from, To = to, Remark = string.IsNullOrEmpty(remark) ? null : remark }];

    private AgreementProcedure Copy() => (AgreementProcedure)MemberwiseClone();
}

/// <summary>One look at a proposal.</summary>
public sealed class Approval
{
    /// <summary>1 for the first submission.</summary>
    public int Round { get; internal set; }

    /// <summary>0 for the first stage; those of one stage look at the same time.</summary>
    public int Stage { get; internal set; }

    public ApprovalStep Step { get; internal set; }

    public ApprovalState State { get; internal set; }

    /// <summary>Since when it waits for this look; null before its stage has come.</summary>
    public DateOnly? OpenedOn { get; internal set; }

    public DateOnly? DoneOn { get; internal set; }

    public string? By { get; internal set; }

    /// <summary>Whose place was taken, where somebody was absent.</summary>
    public string? For { get; internal set; }

    public string? Remark { get; internal set; }
}

/// <summary>The signature of one party.</summary>
public sealed class PartySignature
{
    /// <summary>The partner; null for the university itself.</summary>
    public Id<Organisation>? Organisation { get; internal set; }

    /// <summary>What the party is called in the document.</summary>
    public string Party { get; internal set; } = "";

    public string? Signatory { get; internal set; }

    public string? Office { get; internal set; }

    public DateOnly? SignedOn { get; internal set; }
}

/// <summary>A rule that need not be met.</summary>
public sealed class RuleWaived
{
    public string Rule { get; internal set; } = "";

    public string Reason { get; internal set; } = "";

    public string By { get; internal set; } = "";

    public DateOnly? On { get; internal set; }
}

/// <summary>What a rule said of the agreement at a step: kept as it was.</summary>
public sealed class KeptRuleFinding
{
    public string Rule { get; internal set; } = "";

    public RuleState State { get; internal set; }

    public RuleSeverity Severity { get; internal set; }

    public Bilingual Clause { get; internal set; }

    public Bilingual Says { get; internal set; }
}

/// <summary>What a file is.</summary>
public enum AgreementFileKind
{
    DraftText,
    SignedCopy,
    PastActivity,
    Plan,
    Minutes,
    Other,
}

/// <summary>A file kept with an agreement, by its hash.</summary>
public sealed class AgreementFile
{
    public AgreementFileKind Kind { get; internal set; }

    /// <summary>1 for the first of its kind and language.</summary>
    public int Issue { get; internal set; }

    /// <summary>ISO 639-1; null where it has none.</summary>
    public string? Language { get; internal set; }

    public string Name { get; internal set; } = "";

    public string Sha256 { get; internal set; } = "";

    public int Size { get; internal set; }

    public DateOnly? AddedOn { get; internal set; }

    public string AddedBy { get; internal set; } = "";
}

/// <summary>One step that was taken.</summary>
public sealed class AgreementTrace
{
    public DateOnly? Day { get; internal set; }

    public string By { get; internal set; } = "";

    public AgreementStep Step { get; internal set; }

    public AgreementState From { get; internal set; }

    public AgreementState To { get; internal set; }

    public string? Remark { get; internal set; }
}
