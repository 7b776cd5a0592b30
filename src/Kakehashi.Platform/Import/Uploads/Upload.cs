using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>How far an uploaded import is; kept beside its files, so that it outlives a restart.</summary>
public enum UploadStep
{
    /// <summary>The files are here; nobody has said yet how to read them, or the work was ended.</summary>
    Waiting,

    Checking,

    Checked,

    Committing,

    Committed,

    /// <summary>Something unforeseen happened; nothing was written.</summary>
    Failed,
}

/// <summary>One upload: its files, how they are read, and what came of it.</summary>
public sealed record Upload
{
    /// <summary>The number of the batch.</summary>
    public required long Id { get; init; }

    /// <summary>The names of the files as the person called them, in order; on disk they are called 0, 1, 2 …</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The size of each.</summary>
    public required IReadOnlyList<long> Sizes { get; init; }

    /// <summary>The profile to read them with; null where none has been chosen.</summary>
    public string? Profile { get; init; }

    public UploadStep Step { get; init; }

    /// <summary>What the check or the import has found.</summary>
    public UploadReport? Report { get; init; }
}

/// <summary>A problem as it is kept.</summary>
public sealed record KeptProblem(string File, int Row, string? Column, string Code, string Ja, string En, bool IsWarning)
{
    public Text Message => new(Ja, En);
}

/// <summary>Why an import was not undone, as it is kept for whoever looks at its page next.</summary>
/// <param name="Code">The code of the refusal.</param>
/// <param name="Ja">Why, in Japanese.</param>
/// <param name="En">Why, in English.</param>
/// <param name="ChangedSince">Addresses of records that somebody has worked on since.</param>
public sealed record KeptRefusal(string Code, string Ja, string En, IReadOnlyList<string> ChangedSince)
{
    public Text Message => new(Ja, En);
}

/// <summary>What a check or an import has found, as it is kept.</summary>
public sealed record UploadReport
{
    public int Rows { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int Warnings { get; init; }

    public int Skipped { get; init; }

    public int Merged { get; init; }

    public string? RefusalCode { get; init; }

    public string? RefusalJa { get; init; }

    public string? RefusalEn { get; init; }

    public IReadOnlyList<KeptProblem> Problems { get; init; } = [];

    /// <summary>The first records that would change; none once they are written, since the history has them then.</summary>
    public IReadOnlyList<RowUpdate> Updates { get; init; } = [];

    public Refusal? Refusal => RefusalCode is null ? null : new(RefusalCode, new(RefusalJa!, RefusalEn!));

    public static UploadReport Of(ImportReport report) => new()
    {
        Rows = report.Rows,
        Created = report.Created,
        Updated = report.Updated,
        Unchanged = report.Unchanged,
        Rejected = report.Rejected,
        Warnings = report.WarningCount,
        Skipped = report.Skipped,
        Merged = report.Merged,
        RefusalCode = report.Refusal?.Code,
        RefusalJa = report.Refusal?.Message.Ja,
        RefusalEn = report.Refusal?.Message.En,
        Updates = report.IsCommitted ? [] : report.Updates,
        Problems = [.. report.Errors.Concat(report.Warnings).Select(one =>
            new KeptProblem(one.File, one.Row, one.Problem.Column, one.Problem.Code, one.Problem.Message.Ja, one.Problem.Message.En, one.Problem.IsWarning))],
    };
}
