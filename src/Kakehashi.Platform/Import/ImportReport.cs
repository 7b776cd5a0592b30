using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import;

/// <summary>What is to be done with the files.</summary>
public sealed record ImportOptions
{
    /// <summary>Write what is good; else only look.</summary>
    public bool Commit { get; init; }

    /// <summary>Go on where most of the records that the files touch would change.</summary>
    public bool AcceptMassChange { get; init; }

    /// <summary>Write the good rows though others are rejected; else one rejected row keeps all from being written.</summary>
    public bool SkipRejected { get; init; }

    /// <summary>The batch that was uploaded and looked at before, or null for a new one.</summary>
    public long? Batch { get; init; }

    /// <summary>The most problems of each kind that the report holds; the counts go on.</summary>
    public int MostProblems { get; init; } = ImportReport.MostProblems;

    /// <summary>Told of every row that has problems, however many there are.</summary>
    internal Action<Draft>? EachWithProblems { get; init; }
}

/// <summary>A file to import: where it is, and what the person calls it.</summary>
public sealed record ImportFile(string Path, string Name);

/// <summary>A problem with its place.</summary>
public sealed record PlacedProblem(string File, int Row, RowProblem Problem);

/// <summary>What a row changes in a record that is there.</summary>
/// <param name="File">The file, as the person calls it.</param>
/// <param name="Row">Its row.</param>
/// <param name="Record">The number of the record.</param>
/// <param name="Values">JSON as in the history: {"field": [before, after]}, with marks in the place of personal values.</param>
public sealed record RowUpdate(string File, int Row, long Record, string Values);

/// <summary>How far a run is.</summary>
/// <param name="Rows">Rows read so far.</param>
/// <param name="Share">0 to 1, or null where the size is not known.</param>
public readonly record struct ImportProgress(int Rows, double? Share)
{
    /// <summary>Nothing is read or written until another import has ended.</summary>
    public bool IsWaiting { get; init; }
}

/// <summary>What came of an import. Each row that was read is in one of the counts: what came of it, or why it is no record of its own.</summary>
public sealed class ImportReport
{
    /// <summary>The most problems of each kind that a report holds; the counts go on.</summary>
    public const int MostProblems = 1_000;

    /// <summary>The most updates that a report shows; the count goes on.</summary>
    public const int MostUpdates = 20;

    /// <summary>The most problems of each kind that this one holds.</summary>
    internal int Kept { get; init; } = MostProblems;

    internal Action<Draft>? EachWithProblems { get; init; }

    /// <summary>The batch, where something was written.</summary>
    public long? Batch { get; internal set; }

    public required string Profile { get; init; }

    public int Rows { get; internal set; }

    public int Created { get; internal set; }

    public int Updated { get; internal set; }

    public int Unchanged { get; internal set; }

    public int Rejected { get; internal set; }

    /// <summary>Rows that are no records, as the profile says.</summary>
    public int Skipped { get; internal set; }

    /// <summary>Rows counted into the record of an earlier row, where the profile counts rows.</summary>
    public int Merged { get; internal set; }

    public int WarningCount { get; internal set; }

    /// <summary>Why the files as a whole were not taken.</summary>
    public Refusal? Refusal { get; internal set; }

    /// <summary>All is written.</summary>
    public bool IsCommitted { get; internal set; }

    public List<PlacedProblem> Errors { get; } = [];

    public List<PlacedProblem> Warnings { get; } = [];

    /// <summary>The first records that change, and how.</summary>
    public List<RowUpdate> Updates { get; } = [];

    /// <summary>The report of files that were not even read.</summary>
    public static ImportReport Refused(string profile, Refusal refusal) => new() { Profile = profile, Refusal = refusal };

    /// <summary>Links are found later than all else; a person reads a file from the top.</summary>
    internal void PutInOrder(List<string> files)
    {
        foreach (var list in (List<PlacedProblem>[])[Errors, Warnings])
        {
            PlacedProblem[] sorted = [.. list.OrderBy(problem => files.IndexOf(problem.File)).ThenBy(problem => problem.Row)];
            list.Clear();
            list.AddRange(sorted);
        }

        Updates.Sort((one, other) => (files.IndexOf(one.File), one.Row).CompareTo((files.IndexOf(other.File), other.Row)));
    }

    internal void Add(string file, Draft draft)
    {
        if (draft.IsRejected) Rejected++;
        else if (draft.IsLeftOut) Unchanged++;
        if (draft.Problems.Count > 0) EachWithProblems?.Invoke(draft);
        foreach (var problem in draft.Problems)
        {
            if (problem.IsWarning) WarningCount++;
            var list = problem.IsWarning ? Warnings : Errors;
            if (list.Count < Kept) list.Add(new(file, draft.Row, problem));
        }
    }
}
