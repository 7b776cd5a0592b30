using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Import;

/// <summary>One row of a file on its way to a record: what it gives, and what is wrong with it.</summary>
/// <param name="fields">How many fields the file says something about.</param>
public sealed class Draft(int fields)
{
    /// <summary>The file's place among those of the run.</summary>
    public int File { get; init; }

    /// <summary>The row as a person finds it in the file.</summary>
    public int Row { get; init; }

    /// <summary>The canonical values by field; a field the file says nothing about is not in it.</summary>
    public Dictionary<Field, object?> Values { get; } = new(fields);

    /// <summary>Links within parts, which are found like those of the record; null where there are none.</summary>
    public List<PartLink>? PartLinks { get; set; }

    /// <summary>The header in the file, by field.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>A row like one before it, which the profile leaves out.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>What is wrong, with the column it was found in.</summary>
    public List<RowProblem> Problems { get; } = [];

    public bool IsRejected => Problems.Exists(problem => !problem.IsWarning);

    /// <summary>The header that a field is read from, as the person finds it; the field's code where it comes from nowhere.</summary>
    public string Header(string field) => Headers.GetValueOrDefault(field, field);
}

/// <summary>A link of a part.</summary>
/// <param name="Part">The part.</param>
/// <param name="Field">Its field.</param>
/// <param name="Target">A number, or a <see cref="Records.Values.LinkKey"/>.</param>
/// <param name="Column">The header in the file.</param>
public sealed record PartLink(object Part, LinkField Field, object Target, string? Column);

/// <summary>Only one side of a bilingual value comes from the file; the other stays as it is.</summary>
internal sealed record OneSide(Bilingual Value, Language Side)
{
    /// <summary>With the other side of what is there.</summary>
    public Bilingual Over(Bilingual there) => Side == Language.Ja ? new(Value.Ja, there.En) : new(there.Ja, Value.En);
}

/// <summary>Parts that are added to those a record has.</summary>
internal sealed record AddedParts(System.Collections.IList Parts);

/// <summary>What is wrong with one cell or row.</summary>
/// <param name="Column">The header in the file, or the field's name where no column is meant.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="IsWarning">The row is taken all the same.</param>
public sealed record RowProblem(string? Column, string Code, Text Message, bool IsWarning = false);
