using Kakehashi.Analytics.Filters;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>How much a rule binds.</summary>
public enum RuleSeverity
{
    /// <summary>Without it, or a waiver, the agreement does not go on.</summary>
    Must,

    /// <summary>Usual; where it is not met the reviewers decide.</summary>
    Should,

    /// <summary>To be kept in mind.</summary>
    Note,
}

/// <summary>Who may say that a rule need not be met.</summary>
public enum RuleWaiver
{
    Nobody,

    /// <summary>Whoever keeps what all share: the international office.</summary>
    Office,

    /// <summary>Whoever steers: the executive.</summary>
    Executive,
}

/// <summary>By when a rule has to be met.</summary>
public enum RulePoint
{
    Submission,
    Approval,
    Signature,

    /// <summary>While the agreement is in force, and before it is renewed.</summary>
    InForce,
}

/// <summary>Who looks at a proposal.</summary>
public enum ApprovalStep
{
    Department,
    Office,
    Legal,
    ExportControl,
    Executive,
}

/// <summary>One rule of a guideline.</summary>
/// <param name="Code">Stable over all versions, e.g. <c>purpose</c>.</param>
/// <param name="Clause">Where it stands in the guideline, e.g. Article 3.</param>
/// <param name="Says">What it asks for.</param>
/// <param name="Remedy">What would meet it.</param>
/// <param name="Evidence">What shows that it is met; null where the record itself does.</param>
/// <param name="Severity">How much it binds.</param>
/// <param name="Waiver">Who may waive it.</param>
/// <param name="By">By when.</param>
/// <param name="Types">The types of agreement it is for; empty for all.</param>
/// <param name="Levels">The levels it is for; empty for all.</param>
/// <param name="When">Of which agreements among those it is asked; null for all.</param>
/// <param name="Met">What has to be true.</param>
public sealed record GuidelineRule(
    string Code, Text Clause, Text Says, Text Remedy, Text? Evidence, RuleSeverity Severity, RuleWaiver Waiver, RulePoint By,
    IReadOnlyList<AgreementType> Types, IReadOnlyList<AgreementLevel> Levels, Filter? When, Filter Met)
{
    internal RowFilter? Asked { get; } = When is null ? null : RowFilter.Of(When, CaseColumns.Schema, CaseColumns.NoParameters);

    internal RowFilter Meets { get; } = RowFilter.Of(Met, CaseColumns.Schema, CaseColumns.NoParameters);
}

/// <summary>Whom a proposal goes to, stage after stage; those of one stage look at the same time.</summary>
/// <param name="Types">The types of agreement it is for; empty for all.</param>
/// <param name="Levels">The levels it is for; empty for all.</param>
/// <param name="Stages">In order.</param>
public sealed record ApprovalRoute(IReadOnlyList<AgreementType> Types, IReadOnlyList<AgreementLevel> Levels, IReadOnlyList<IReadOnlyList<ApprovalStep>> Stages);

/// <summary>A guideline as it is in force from a day on.</summary>
/// <param name="From">Its first day, and the name of the version.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="ReviewMonths">How many months before its end an agreement is reviewed.</param>
/// <param name="Routes">The first that fits an agreement is its route.</param>
/// <param name="Rules">In the order of the clauses.</param>
public sealed record GuidelineVersion(DateOnly From, Text Name, Text Source, int ReviewMonths, IReadOnlyList<ApprovalRoute> Routes, IReadOnlyList<GuidelineRule> Rules)
{
    /// <summary>The route of an agreement.</summary>
    public ApprovalRoute RouteOf(AgreementType type, AgreementLevel level) => Routes.First(route => Fits(route.Types, type) && Fits(route.Levels, level));

    internal static bool Fits<T>(IReadOnlyList<T> wanted, T one) => wanted.Count == 0 || wanted.Contains(one);
}

/// <summary>A guideline with all its versions.</summary>
/// <param name="Versions">The oldest first; at least one.</param>
public sealed record Guideline(IReadOnlyList<GuidelineVersion> Versions)
{
    /// <summary>The version in force on a day; the first one for what is older.</summary>
    public GuidelineVersion On(DateOnly day) => Versions.LastOrDefault(version => version.From <= day) ?? Versions[0];

    /// <summary>The version that an agreement is judged by: that of the day it was signed or came into force; of today while it is proposed.</summary>
    public GuidelineVersion For(Agreement agreement, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return On(agreement.SignedOn ?? agreement.EffectiveFrom ?? today);
    }

    /// <summary>The version after this one; null for the last.</summary>
    public GuidelineVersion? After(GuidelineVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.FirstOrDefault(one => one.From > version.From);
    }
}
