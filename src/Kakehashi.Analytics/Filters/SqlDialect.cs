using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Filters;

/// <summary>
/// SQL with its values apart, in the order of the <c>?</c> in it. Only names from a checked schema and words of the
/// dialect reach <see cref="Sql"/>.
/// </summary>
/// <param name="Sql">The text.</param>
/// <param name="Values">The values to bind.</param>
public sealed record SqlText(string Sql, IReadOnlyList<object?> Values);

/// <summary>
/// What SQL a store speaks. Everything in which stores differ is here: how names are quoted, values are passed, and
/// aggregates are spelled. This is DuckDB's.
/// </summary>
public sealed class SqlDialect
{
    private SqlDialect()
    {
    }

    /// <summary>DuckDB.</summary>
    public static SqlDialect DuckDb { get; } = new();

    /// <summary>A name from a checked schema.</summary>
    public string Name(string name) => $"\"{name}\"";

    /// <summary>A place for a value, which is added to <paramref name="values"/>.</summary>
    /// <param name="value">string, long, int, decimal, DateOnly, bool.</param>
    /// <param name="values">The values so far.</param>
    public string Value(object value, ICollection<object?> values)
    {
        values.Add(value);
        return value is decimal ? "CAST(? AS DECIMAL(18,4))" : "?";
    }

    /// <summary>The exact number of distinct values that are not null.</summary>
    public string CountDistinct(string column) => $"count(DISTINCT {Name(column)})";

    /// <summary>The median of the values that are not null, made exact: it lies between two values.</summary>
    public string Median(string column) => Exactly($"median({Name(column)})");

    /// <summary>A whole number in a type that its square fits into.</summary>
    public string Wide(string expression) => $"CAST({expression} AS HUGEINT)";

    /// <summary>A floating number as a decimal of 12 digits after the point, as far as numbers are read from a store.</summary>
    public string Exactly(string expression) => $"CAST({expression} AS DECIMAL(38,12))";

    /// <summary>The column as text, for keys of any type.</summary>
    public string AsText(FactColumn column) => column.Type == FactType.Text ? Name(column.Name) : $"CAST({Name(column.Name)} AS VARCHAR)";

    /// <summary>A filter as a condition.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="parameters">The values of <c>$…</c>, e.g. home = JP.</param>
    /// <param name="values">Gets the values to bind.</param>
    public string Condition(Filter filter, IReadOnlyDictionary<string, string> parameters, ICollection<object?> values) => filter switch
    {
        Comparison c => $"{Name(c.Column.Name)} {FilterText.Of(c.Operator)} {Operand(c.Operand, parameters, values)}",
        Membership m => $"{Name(m.Column.Name)} {(m.Negated ? "NOT IN" : "IN")} ({string.Join(", ", m.Operands.Select(operand => Operand(operand, parameters, values)))})",
        Absence a => $"{Name(a.Column.Name)} IS {(a.Negated ? "NOT " : "")}NULL",
        Both b => $"({Condition(b.Left, parameters, values)} AND {Condition(b.Right, parameters, values)})",
        Either e => $"({Condition(e.Left, parameters, values)} OR {Condition(e.Right, parameters, values)})",
        Negation n => $"(NOT {Condition(n.Inner, parameters, values)})",
        _ => throw new InvalidOperationException($"A filter of unknown kind {filter.GetType().Name}."),
    };

    private string Operand(Operand operand, IReadOnlyDictionary<string, string> parameters, ICollection<object?> values) => operand switch
    {
        Literal literal => Value(literal.Value, values),
        Parameter parameter => Value(parameters[parameter.Name], values),
        _ => throw new InvalidOperationException("An operand of unknown kind."),
    };
}
