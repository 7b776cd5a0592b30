using System.Globalization;
using System.Linq.Expressions;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>What reports need of an agreement; not more, since they look at all of them.</summary>
public sealed record ReportedAgreement
{
    private static readonly Func<Agreement, ReportedAgreement> Compiled = Selected.Compile();

    public required Id<Agreement> Id { get; init; }

    public long Number => Id.Value;

    public required AgreementType Type { get; init; }

    public required AgreementLevel Level { get; init; }

    public required AgreementState State { get; init; }

    public string? Country { get; init; }

    public Id<OrgUnit>? Unit { get; init; }

    public Id<Organisation>? Partner { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required bool RenewsByItself { get; init; }

    /// <summary>What a query reads.</summary>
    internal static Expression<Func<Agreement, ReportedAgreement>> Selected => one => new ReportedAgreement
    {
        Id = one.Id,
        Type = one.Type,
        Level = one.Level,
        State = one.State,
        Country = one.Country,
        Unit = one.Unit,
        Partner = one.Partner,
        From = one.EffectiveFrom ?? one.SignedOn,
        ExpiresOn = one.ExpiresOn,
        RenewsByItself = one.RenewsByItself,
    };

    public static ReportedAgreement Of(Agreement agreement) => Compiled(agreement);

    /// <summary>Whether it was in force on a day, by the rule of the indicators: from its first day to its last; while it is in force and renews by itself it has no last.</summary>
    public bool IsInForceOn(DateOnly day) =>
        State is not (AgreementState.Draft or AgreementState.UnderReview or AgreementState.Approved) && From <= day && !(LastDay < day);

    /// <summary>Whether it ends after a day, and by another.</summary>
    public bool EndsBetween(DateOnly day, DateOnly last) => LastDay > day && LastDay <= last;

    /// <summary>The value of a cut, by which rows are found again; empty where there is none.</summary>
    public string Key(ReportCut cut) => cut switch
    {
        ReportCut.Type => CodeNames.Of(Type),
        ReportCut.Level => CodeNames.Of(Level),
        ReportCut.Country => Country ?? "",
        ReportCut.Unit => Unit?.Value.ToString(CultureInfo.InvariantCulture) ?? "",
        ReportCut.Year => From?.Year.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => CodeNames.Of(State),
    };

    private DateOnly? LastDay => RenewsByItself && State == AgreementState.InForce ? null : ExpiresOn;
}
