using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Plans;

namespace Kakehashi.Strategy.Assessments;

/// <summary>What shows that it is so. The value of an indicator is kept as it was seen, whatever becomes of it later.</summary>
public sealed class AssessmentEvidence
{
    public EvidenceKind? Kind { get; internal set; }

    /// <summary>A record as <c>agreements/12</c>, a web address, or the code of an indicator.</summary>
    public string Source { get; internal set; } = "";

    public Bilingual Title { get; internal set; }

    public DateOnly? AttachedOn { get; internal set; }

    /// <summary>Of an indicator: whose figure, in words.</summary>
    public Bilingual Of { get; internal set; }

    public string? Period { get; internal set; }

    /// <summary>The value, exact; null where there was none.</summary>
    public decimal? Value { get; internal set; }

    /// <summary>What was shown: the value with its unit, or why there is none.</summary>
    public Bilingual Shown { get; internal set; }

    /// <summary>Units that had reported, and that should have.</summary>
    public int? Submitted { get; internal set; }

    public int? Expected { get; internal set; }

    /// <summary>The revision of a closed period; null where the figure was of the records as they were.</summary>
    public int? Revision { get; internal set; }

    /// <summary>The moment of the last change that the figure took in, as 2026-04-01 14:05.</summary>
    public string? DataAsOf { get; internal set; }

    /// <summary>The version of the definition.</summary>
    public int? Definition { get; internal set; }

    /// <summary>What tells it from other evidence of the same assessment, wherever it stands among them.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Kind}|{Source}|{Of.Ja}|{Period}|{AttachedOn:yyyy-MM-dd}");

    /// <summary>The address that a reader follows.</summary>
    public string Href => EvidenceSource.Href(Kind ?? EvidenceKind.Record, Source);
}
