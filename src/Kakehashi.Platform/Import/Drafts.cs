using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Import;

/// <summary>One row of a file on its way to a record: what it gives, and what is wrong with it.</summary>
public sealed class Draft
{
    /// <summary>The file's place among those of the run.</summary>
    public int File { get; init; }

    /// <summary>The row as a person finds it in the file.</summary>
    public int Row { get; init; }

    /// <summary>The canonical values by field; a field the file says nothing about is not in it.</summary>
    public Dictionary<Field, object?> Values { get; } = [];

    /// <summary>What is wrong, with the column it was found in.</summary>
    public List<RowProblem> Problems { get; } = [];

    public bool IsRejected => Problems.Exists(problem => !problem.IsWarning);

    /// <summary>Puts the given values into a record.</summary>
    public void Apply(Record record)
    {
        foreach (var (field, value) in Values) field.Write(record, value);
    }
}

/// <summary>What is wrong with one cell or row.</summary>
/// <param name="Column">The header in the file, or the field's name where no column is meant.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="IsWarning">The row is taken all the same.</param>
public sealed record RowProblem(string? Column, string Code, Text Message, bool IsWarning = false);
