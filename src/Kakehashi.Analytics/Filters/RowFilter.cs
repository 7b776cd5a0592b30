using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Filters;

/// <summary>
/// A filter that is asked of rows in memory, and means there what it means in the store: what is compared with nothing is
/// neither true nor false.
/// </summary>
public sealed class RowFilter
{
    private readonly Func<IReadOnlyList<object?>, bool?> holds;

    private RowFilter(Func<IReadOnlyList<object?>, bool?> holds) => this.holds = holds;

    /// <summary>Compiles a filter over a schema's own columns.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="schema">Its columns, in the order of the values of a row.</param>
    /// <param name="parameters">The values of what the filter names with a dollar sign.</param>
    /// <exception cref="ArgumentException">It names a fixed column, or a parameter without a value.</exception>
    public static RowFilter Of(Filter filter, FactSchema schema, IReadOnlyDictionary<string, object> parameters) => new(Compile(filter, new(schema, parameters)));

    /// <summary>Whether it is true of a row; null where that cannot be said, since a value is missing.</summary>
    /// <param name="row">A value for each column: string, long, decimal, DateOnly, bool or null.</param>
    public bool? Holds(IReadOnlyList<object?> row) => holds(row);

    private static Func<IReadOnlyList<object?>, bool?> Compile(Filter filter, Names names) => filter switch
    {
        Comparison one => Compare(names.At(one.Column), one.Operator, names.Value(one.Operand)),
        Membership one => IsOneOf(names.At(one.Column), [.. one.Operands.Select(names.Value)], one.Negated),
        Absence one => IsAbsent(names.At(one.Column), one.Negated),
        Both both => And(Compile(both.Left, names), Compile(both.Right, names)),
        Either either => Or(Compile(either.Left, names), Compile(either.Right, names)),
        Negation not => Not(Compile(not.Inner, names)),
        _ => throw new InvalidOperationException($"A filter of unknown kind {filter.GetType().Name}."),
    };

    private static Func<IReadOnlyList<object?>, bool?> Compare(int at, ComparisonOperator comparison, object value) => comparison switch
    {
        ComparisonOperator.Equal => row => row[at] is { } found ? found.Equals(value) : null,
        ComparisonOperator.NotEqual => row => row[at] is { } found ? !found.Equals(value) : null,
        ComparisonOperator.Less => row => row[at] is { } found ? Order(found, value) < 0 : null,
        ComparisonOperator.LessOrEqual => row => row[at] is { } found ? Order(found, value) <= 0 : null,
        ComparisonOperator.Greater => row => row[at] is { } found ? Order(found, value) > 0 : null,
        _ => row => row[at] is { } found ? Order(found, value) >= 0 : null,
    };

    // the parser lets only numbers and days be ordered, and reads values as the type of their column
    private static int Order(object found, object value) => ((IComparable)found).CompareTo(value);

    private static Func<IReadOnlyList<object?>, bool?> IsOneOf(int at, object[] values, bool negated) =>
        row => row[at] is { } found ? Array.IndexOf(values, found) >= 0 != negated : null;

    private static Func<IReadOnlyList<object?>, bool?> IsAbsent(int at, bool negated) => row => row[at] is null != negated;

    private static Func<IReadOnlyList<object?>, bool?> And(Func<IReadOnlyList<object?>, bool?> left, Func<IReadOnlyList<object?>, bool?> right) => row =>
    {
        var first = left(row);
        if (first == false) return false;
        var second = right(row);
        return second == false ? false : first is null || second is null ? null : true;
    };

    private static Func<IReadOnlyList<object?>, bool?> Or(Func<IReadOnlyList<object?>, bool?> left, Func<IReadOnlyList<object?>, bool?> right) => row =>
    {
        var first = left(row);
        if (first == true) return true;
        var second = right(row);
        return second == true ? true : first is null || second is null ? null : false;
    };

    private static Func<IReadOnlyList<object?>, bool?> Not(Func<IReadOnlyList<object?>, bool?> inner) => row => !inner(row);

    /// <summary>Where columns are in a row, and what parameters stand for.</summary>
    private sealed class Names(FactSchema schema, IReadOnlyDictionary<string, object> parameters)
    {
        private readonly Dictionary<string, int> places = schema.Columns.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);

        public int At(FactColumn column) => places.TryGetValue(column.Name, out var at) ? at : throw new ArgumentException($"{column.Name} is no column of a row of {schema.Name}.");

        public object Value(Operand operand) => operand switch
        {
            Literal literal => literal.Value,
            Parameter parameter when parameters.TryGetValue(parameter.Name, out var value) => value,
            _ => throw new ArgumentException($"{operand} has no value."),
        };
    }
}
