using System.Globalization;

namespace Kakehashi.Analytics.Filters;

/// <summary>Writes a filter as text, with parentheses only where they are needed.</summary>
internal static class FilterText
{
    private const int Or = 0, And = 1, Not = 2;

    internal static string Of(Filter filter) => Of(filter, Or);

    internal static string Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    // `binds` is how tightly the surrounding operator binds: what binds less tightly needs parentheses. The right side
    // asks for one more, since `a and (b and c)` is another tree than `a and b and c`.
    private static string Of(Filter filter, int binds) => filter switch
    {
        Comparison c => $"{c.Column.Name} {Of(c.Operator)} {Of(c.Operand)}",
        Membership m => $"{m.Column.Name} {(m.Negated ? "not in" : "in")} ({string.Join(", ", m.Operands.Select(Of))})",
        Absence a => $"{a.Column.Name} is {(a.Negated ? "not " : "")}null",
        Both b => Around(binds > And, $"{Of(b.Left, And)} and {Of(b.Right, And + 1)}"),
        Either e => Around(binds > Or, $"{Of(e.Left, Or)} or {Of(e.Right, Or + 1)}"),
        Negation n => $"not {Of(n.Inner, Not)}",
        _ => throw new InvalidOperationException($"A filter of unknown kind {filter.GetType().Name}."),
    };

    private static string Around(bool needed, string text) => needed ? $"({text})" : text;

    private static string Of(Operand operand) => operand switch
    {
        Parameter p => "$" + p.Name,
        Literal { Value: string text } => Quoted(text),
        Literal { Value: DateOnly day } => Quoted(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Literal { Value: bool flag } => flag ? "true" : "false",
        Literal { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("An operand of unknown kind."),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
