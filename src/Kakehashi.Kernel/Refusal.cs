using System.Diagnostics.CodeAnalysis;

namespace Kakehashi.Kernel;

/// <summary>
/// An expected no, as a value: why an operation was not done. Bugs are exceptions; a refusal is an answer.
/// </summary>
/// <param name="Code">Stable, in the form <c>room.reason</c>, e.g. <c>import.mass-change</c>; it never changes once published.</param>
/// <param name="Message">What is wrong, where, and what to do about it, in both languages.</param>
public record Refusal(string Code, Text Message);

/// <summary>Either what was asked for, or why not.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly record struct Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was asked for; only where <see cref="Refusal"/> is null.</summary>
    public T? Value { get; }

    /// <summary>Why not; null where it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True where it was done.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>One answer out of both cases.</summary>
    public TOut Match<TOut>(Func<T, TOut> done, Func<Refusal, TOut> refused) =>
        Refusal is null ? done(Value!) : refused(Refusal);
}

/// <summary>What is wrong with one field of one input, for forms, imports and the API alike.</summary>
/// <param name="Field">The field's code name, or null where the whole record is meant.</param>
/// <param name="Code">Stable, e.g. <c>value.required</c>, <c>value.not-a-date</c>, <c>record.ends-before-start</c>.</param>
/// <param name="Message">What is wrong and what to do about it, in both languages.</param>
public sealed record Problem(string? Field, string Code, Text Message)
{
    /// <summary>A warning does not keep the record from being written.</summary>
    public bool IsWarning { get; init; }
}
