using Kakehashi.ExportControl.Lists;

namespace Kakehashi.ExportControl.Screening;

/// <summary>Whom or what to look for in the lists.</summary>
/// <param name="Name">The name, in any script.</param>
public sealed record ScreeningQuery(string Name)
{
    /// <summary>Other names of the same; the one that fits best counts.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>A person or an organisation; null where it is not known.</summary>
    public ListedKind? Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public string? Country { get; init; }

    /// <summary>Date of birth, as precisely as it is known; null where it is not.</summary>
    public BirthDate? Born { get; init; }

    /// <summary>Also what is below the threshold, marked as weak.</summary>
    public bool WithWeak { get; init; }
}
