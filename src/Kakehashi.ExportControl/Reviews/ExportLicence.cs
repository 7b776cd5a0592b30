using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>The kind of a licence.</summary>
public enum LicenceKind
{
    /// <summary>For one deal.</summary>
    Individual,

    /// <summary>For many deals with destinations of Group A.</summary>
    GeneralBulk,

    /// <summary>For many deals, of an exporter whose own control was looked at.</summary>
    SpecialGeneralBulk,

    /// <summary>For many deals with one counterparty, and others.</summary>
    OtherBulk,
}

/// <summary>What is to be seen to of a licence.</summary>
public enum LicenceStanding
{
    /// <summary>Within six months.</summary>
    ExpiresSoon,

    Expired,
}

/// <summary>輸出許可・役務取引許可: a licence of the minister, with the reviews that rest on it.</summary>
public sealed class ExportLicence : Record<ExportLicence>
{
    private const int SoonMonths = 6;

    public string Licence { get; internal set; } = "";

    public LicenceKind Kind { get; internal set; }

    public string? Authority { get; internal set; }

    public DateOnly? IssuedOn { get; internal set; }

    public DateOnly? ExpiresOn { get; internal set; }

    public string? Scope { get; internal set; }

    public string? Conditions { get; internal set; }

    /// <summary>Nothing is done under it any more.</summary>
    public bool IsFinished { get; internal set; }

    public List<LicenceUse> Uses { get; internal set; } = [];

    /// <summary>What is to be seen to; null where nothing is.</summary>
    internal LicenceStanding? Standing(DateOnly today) =>
        IsFinished || ExpiresOn is not { } end || end > today.AddMonths(SoonMonths) ? null : end < today ? LicenceStanding.Expired : LicenceStanding.ExpiresSoon;

    /// <summary>Whether it covers a day.</summary>
    internal bool Covers(DateOnly day) => IssuedOn <= day && (ExpiresOn is not { } end || day <= end);
}

/// <summary>A review that rests on a licence.</summary>
public sealed class LicenceUse
{
    public Id<ExportReview>? Review { get; internal set; }

    public string? Note { get; internal set; }
}
