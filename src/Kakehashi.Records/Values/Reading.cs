using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Values;

/// <summary>What reading one value gave: a canonical value, or what is wrong with it.</summary>
/// <param name="Value">The canonical value; null for an empty cell.</param>
/// <param name="Code">Null where all is well, else a stable code such as <c>value.not-a-day</c>.</param>
/// <param name="Message">What is wrong and what to do, where there is a code.</param>
public readonly record struct Reading(object? Value, string? Code = null, Text Message = default)
{
    /// <summary>Something is wrong.</summary>
    public bool IsWrong => Code is not null;

    /// <summary>A value that could not be read.</summary>
    public static Reading Wrong(string code, Text message) => new(null, code, message);

    /// <summary>The same as a problem of a field.</summary>
    public Problem ProblemOf(Field field) => new(field.Code, Code!, Message);
}

/// <summary>A link that a file gives by key; the importer finds the record for all rows at once.</summary>
/// <param name="Key">As in the target's identity, e.g. <c>erasmus:E MADRID14</c>.</param>
public sealed record LinkKey(string Key);
