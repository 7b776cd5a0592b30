using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Filters;

/// <summary>
/// Reads filters such as <c>direction = 'out' and (credits &gt;= 1 or country in ('FR', 'DE'))</c>. Grammar, loosest
/// first: <c>or</c>, <c>and</c>, <c>not</c>, then a comparison, <c>[not] in (…)</c>, <c>is [not] null</c> or
/// parentheses. Words of the grammar may be in capitals; columns may not.
/// </summary>
public sealed class FilterParser
{
    /// <summary>More characters than anyone writes.</summary>
    private const int Longest = 4000;

    /// <summary>Deep enough for any definition, shallow enough for the stack.</summary>
    private const int Deepest = 50;

    private static readonly Dictionary<string, ComparisonOperator> Operators = Enum.GetValues<ComparisonOperator>().ToDictionary(FilterText.Of);
    private readonly FactSchema fact;
    private readonly List<Token> tokens;
    private int at;
    private int depth;

    private FilterParser(FactSchema fact, List<Token> tokens) => (this.fact, this.tokens) = (fact, tokens);

    private Token Now => tokens[at];

    /// <summary>Reads a filter over a fact's columns.</summary>
    /// <param name="source">The text; at most 4,000 characters.</param>
    /// <param name="fact">The fact whose columns it may name.</param>
    /// <param name="mistake">Null where the filter is right, else the first thing wrong with it.</param>
    /// <returns>The filter, or null where it was refused.</returns>
    public static Filter? Parse(string source, FactSchema fact, out FilterMistake? mistake)
    {
        mistake = null;
        try
        {
            if (source.Length > Longest) throw new FilterRefused(Longest + 1, ($"条件式は{Longest}文字までです。", $"A filter has at most {Longest} characters."));
            var parser = new FilterParser(fact, FilterTokens.Of(source));
            var filter = parser.Or();
            if (parser.Now.Kind != TokenKind.End) throw parser.Unexpected(("and、or または式の終わり", "and, or, or the end"));
            return filter;
        }
        catch (FilterRefused refused)
        {
            mistake = refused.Mistake;
            return null;
        }
    }

    private Filter Or()
    {
        var left = And();
        while (Take("or")) left = new Either(left, And());
        return left;
    }

    private Filter And()
    {
        var left = Not();
        while (Take("and")) left = new Both(left, Not());
        return left;
    }

    private Filter Not()
    {
        if (++depth > Deepest) throw new FilterRefused(Now.Position, ($"入れ子は{Deepest}段までです。", $"Filters nest at most {Deepest} deep."));
        Filter filter;
        if (Take("not")) filter = new Negation(Not());
        else if (TakeSign("("))
        {
            filter = Or();
            Need(")");
        }
        else filter = Condition();

        depth--;
        return filter;
    }

    private Filter Condition()
    {
        var column = Column();
        if (Take("is"))
        {
            var negated = Take("not");
            if (!Take("null")) throw Unexpected(("null", "null"));
            return new Absence(column, negated);
        }

        if (Take("not"))
        {
            if (!Take("in")) throw Unexpected(("in", "in"));
            return new Membership(column, Operands(column), Negated: true);
        }

        if (Take("in")) return new Membership(column, Operands(column), Negated: false);
        if (Now.Kind != TokenKind.Sign || !Operators.TryGetValue(Now.Value, out var comparison))
            throw Unexpected(("比較演算子、in、not in、is", "a comparison, in, not in or is"));
        if (comparison > ComparisonOperator.NotEqual && column.Type is FactType.Text or FactType.Flag)
        {
            throw new FilterRefused(Now.Position, (
                $"{column.Name}は大小を比べられません。=、<>、inを使ってください。",
                $"{column.Name} has no order; use =, <> or in."));
        }

        at++;
        return new Comparison(column, comparison, Operand(column));
    }

    private FactColumn Column()
    {
        if (Now.Kind != TokenKind.Word) throw Unexpected(("列名", "a column"));
        var column = fact.Find(Now.Value) ?? throw new FilterRefused(Now.Position, (
            $"{fact.Name}に{Now.Value}という列はありません。使える列: {Columns()}",
            $"{fact.Name} has no column {Now.Value}. Its columns: {Columns()}"));
        at++;
        return column;
    }

    private string Columns() => string.Join(", ", fact.Columns.Concat(FixedColumns.All).Select(column => column.Name));

    private List<Operand> Operands(FactColumn column)
    {
        Need("(");
        var operands = new List<Operand> { Operand(column) };
        while (TakeSign(",")) operands.Add(Operand(column));
        Need(")");
        return operands;
    }

    private Operand Operand(FactColumn column)
    {
        var token = Now;
        if (token.Kind is TokenKind.End or TokenKind.Sign) throw Unexpected(("値", "a value"));
        at++;
        return FilterValues.Read(token, column);
    }

    private bool Take(string word)
    {
        if (Now.Kind != TokenKind.Word || !Now.Value.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        at++;
        return true;
    }

    private bool TakeSign(string sign)
    {
        if (Now.Kind != TokenKind.Sign || Now.Value != sign) return false;
        at++;
        return true;
    }

    private void Need(string sign)
    {
        if (!TakeSign(sign)) throw Unexpected(($"「{sign}」", $"\"{sign}\""));
    }

    private FilterRefused Unexpected(Kernel.Text expected) => Now.Kind == TokenKind.End
        ? new(Now.Position, ($"ここに{expected.Ja}が必要ですが、式が終わっています。", $"The filter ends where {expected.En} is expected."))
        : new(Now.Position, ($"ここには{expected.Ja}が必要ですが、「{Now.Value}」があります。", $"Expected {expected.En}, found \"{Now.Value}\"."));
}
