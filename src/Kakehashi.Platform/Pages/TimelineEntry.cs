using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages;

/// <summary>One thing that happened to a record.</summary>
/// <param name="When">The moment, in the university's offset.</param>
/// <param name="Who">The actor's name.</param>
/// <param name="What">What was done: 登録 / Entered.</param>
public sealed record TimelineEntry(DateTimeOffset When, string Who, Text What)
{
    public string Icon { get; init; } = "edit";

    public Tone Tone { get; init; }

    /// <summary>What changed, field by field.</summary>
    public IReadOnlyList<TimelineChange> Changes { get; init; } = [];

    /// <summary>What else is to be said of it, a paragraph each.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>Where it came from: an import's row, an operation.</summary>
    public Text? Source { get; init; }

    /// <summary>The page of that import or operation, where it has one.</summary>
    public string? SourceHref { get; init; }
}

/// <summary>A field before and after; null is no value.</summary>
public sealed record TimelineChange(Text Field, string? Before, string? After)
{
    /// <summary>The value before was erased from the history.</summary>
    public bool IsBeforeErased { get; init; }

    /// <summary>The value after was erased from the history.</summary>
    public bool IsAfterErased { get; init; }
}
