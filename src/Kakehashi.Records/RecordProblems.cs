using Kakehashi.Kernel;
using Kakehashi.Records.Values;

namespace Kakehashi.Records;

/// <summary>What keeps a record from being written, whoever brings it: form, import or API.</summary>
public static class RecordProblems
{
    /// <summary>All required values that are missing and all rules that do not hold.</summary>
    public static IEnumerable<Problem> Of(RecordType type, Record record)
    {
        foreach (var field in type.Required)
            if (field.Read(record) is null) yield return TextReaders.Required(field).ProblemOf(field);
        foreach (var rule in type.Rules)
            if (!rule.Holds(record)) yield return new(CodeNames.Of(rule.Field), rule.Code, rule.Message);
    }

    /// <summary>What keeps a change from being made otherwise than by an operation.</summary>
    /// <param name="type">The record's type.</param>
    /// <param name="before">The record as it is; null for a new one.</param>
    /// <param name="after">The record as it would be, different from the former.</param>
    public static IEnumerable<Problem> OfChange(RecordType type, Record? before, Record after) =>
        type.Guards.Where(guard => !guard.Allows(before, after)).Select(guard => new Problem(CodeNames.Of(guard.Field), guard.Code, guard.Message));
}
