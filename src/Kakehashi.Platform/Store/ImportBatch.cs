using Kakehashi.Platform.Import;

namespace Kakehashi.Platform.Store;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file is here; nothing has been read yet.</summary>
    Uploaded,

    /// <summary>Every row has been read and checked; nothing is written.</summary>
    Checked,

    /// <summary>Written, all of it.</summary>
    Committed,

    /// <summary>Written, and taken back since.</summary>
    Undone,

    /// <summary>The file as a whole could not be taken.</summary>
    Refused,
}

/// <summary>One file on its way into the database, or come in.</summary>
public sealed record ImportBatch
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Profile { get; init; }

    /// <summary>The names of the files, as the person called them, one a line.</summary>
    public required string Files { get; init; }

    public ImportState State { get; init; }

    public int Rows { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int Warnings { get; init; }

    /// <summary>The change set that it was written with.</summary>
    public long? ChangeSet { get; init; }

    /// <summary>The change set that took it back.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>With what a check or an import has counted.</summary>
    internal ImportBatch Counted(ImportReport report) => this with
    {
        Rows = report.Rows,
        Created = report.Created,
        Updated = report.Updated,
        Unchanged = report.Unchanged,
        Rejected = report.Rejected,
        Warnings = report.WarningCount,
    };
}
