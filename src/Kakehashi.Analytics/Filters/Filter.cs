using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Filters;

/// <summary>
/// A condition on the rows of one fact, with columns and types already checked. It follows SQL in what null means: a
/// comparison with null is neither true nor false, and only rows for which the whole is true are taken.
/// </summary>
public abstract record Filter
{
    private protected Filter()
    {
    }

    /// <summary>The filter as a person would write it; parsing it gives the same filter.</summary>
    public sealed override string ToString() => FilterText.Of(this);
}

/// <summary>A column compared with a value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operator">How.</param>
/// <param name="Operand">With what.</param>
public sealed record Comparison(FactColumn Column, ComparisonOperator Operator, Operand Operand) : Filter;

/// <summary>A column being one of several values, or none of them.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operands">At least one.</param>
/// <param name="Negated">True for <c>not in</c>.</param>
public sealed record Membership(FactColumn Column, IReadOnlyList<Operand> Operands, bool Negated) : Filter
{
    /// <inheritdoc/>
    public bool Equals(Membership? other) =>
        other is not null && Column == other.Column && Negated == other.Negated && Operands.SequenceEqual(other.Operands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Negated, Operands.Count);
}

/// <summary>A column having no value, or having one.</summary>
/// <param name="Column">The column.</param>
/// <param name="Negated">True for <c>is not null</c>.</param>
public sealed record Absence(FactColumn Column, bool Negated) : Filter;

/// <summary>Both are true.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record Both(Filter Left, Filter Right) : Filter;

/// <summary>At least one is true.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record Either(Filter Left, Filter Right) : Filter;

/// <summary>The inner is false.</summary>
/// <param name="Inner">What must be false.</param>
public sealed record Negation(Filter Inner) : Filter;

/// <summary>How a column is compared; the last four for numbers and days only.</summary>
public enum ComparisonOperator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>What a column is compared with.</summary>
public abstract record Operand
{
    private protected Operand()
    {
    }
}

/// <summary>A value written in the filter: string, long, decimal, DateOnly or bool, of its column's type.</summary>
/// <param name="Value">The value.</param>
public sealed record Literal(object Value) : Operand;

/// <summary>A value that the caller gives, e.g. <c>$home</c>.</summary>
/// <param name="Name">Without the dollar sign.</param>
public sealed record Parameter(string Name) : Operand;

/// <summary>Why a filter was refused.</summary>
/// <param name="Position">Where, as the number of the character, from 1.</param>
/// <param name="Reason">What is wrong there and what would be right, in both languages.</param>
public sealed record FilterMistake(int Position, Kernel.Text Reason);
