using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;

namespace Kakehashi.Tests.Analytics;

public sealed class WritingAFilter
{
    private static readonly FactSchema Fact = FactSchemas.Mobility;
    private static readonly Dictionary<string, string> Parameters = new() { ["home"] = "JP" };

    [Theory]
    [InlineData("direction = 'out'", "direction = 'out'")]
    [InlineData("  direction='out'AND credits>=1 ", "direction = 'out' and credits >= 1")]
    [InlineData("country not in ('FR','DE') or country is null", "country not in ('FR', 'DE') or country is null")]
    [InlineData("not (direction = 'in' and kind = 'student')", "not (direction = 'in' and kind = 'student')")]
    [InlineData("((days < 30))", "days < 30")]
    [InlineData("(kind = 'a' or kind = 'b') and days <= -1", "(kind = 'a' or kind = 'b') and days <= -1")]
    [InlineData("nationality <> $home", "nationality <> $home")]
    [InlineData("under_agreement = TRUE and until is not null", "under_agreement = true and until is not null")]
    [InlineData("date > '2025-04-01'", "date > '2025-04-01'")]
    [InlineData("credits < 1.25 and unit in (33)", "credits < 1.25 and unit in (33)")]
    [InlineData("programme = '日本''s'", "programme = '日本''s'")]
    [InlineData("not not days = 1", "not not days = 1")]
    public void What_the_grammar_knows_is_accepted(string source, string printed) => Assert.Equal(printed, Parse(source).ToString());

    [Theory]
    [InlineData("", 1, "a column")]
    [InlineData("salary > 3", 1, "no column salary")]
    [InlineData("Direction = 'in'", 1, "no column Direction")]
    [InlineData("direction = 1", 13, "text in")]
    [InlineData("days = '1'", 8, "whole number")]
    [InlineData("days = 1.5", 8, "whole number")]
    [InlineData("days = 99999999999999999999", 8, "64 bits")]
    [InlineData("days = 12abc", 8, "not a number")]
    [InlineData("credits >= 1.00001", 12, "4 after the point")]
    [InlineData("date > '2025-02-30'", 8, "a day such as")]
    [InlineData("date > '1 April'", 8, "a day such as")]
    [InlineData("under_agreement = 1", 19, "true or false")]
    [InlineData("direction < 'out'", 11, "no order")]
    [InlineData("direction = 'out", 13, "not closed")]
    [InlineData("direction = 'out'; DROP TABLE mobility", 18, "no place")]
    [InlineData("direction = 'out' -- and", 19, "no place")]
    [InlineData("days > (select 1)", 8, "a value")]
    [InlineData("country in ()", 13, "a value")]
    [InlineData("country in ('FR'", 17, "ends where")]
    [InlineData("country = country", 11, "text in")]
    [InlineData("country is 'FR'", 12, "null")]
    [InlineData("country = null", 11, "text in")]
    [InlineData("direction = 'out' direction = 'in'", 19, "and, or, or the end")]
    [InlineData("nationality = $abroad", 15, "no parameter")]
    [InlineData("days = $home", 8, "country code")]
    [InlineData("fy = 2025", 1, "no column fy")]
    [InlineData("lower(country) = 'fr'", 1, "no column lower")]
    public void What_it_does_not_know_is_refused_with_place_and_reason(string source, int position, string reason)
    {
        Assert.Null(FilterParser.Parse(source, Fact, out var mistake));
        Assert.NotNull(mistake);
        Assert.Equal(position, mistake.Position);
        Assert.Contains(reason, mistake.Reason.En, StringComparison.Ordinal);
        Assert.NotEqual(mistake.Reason.En, mistake.Reason.Ja);
    }

    [Fact]
    public void A_filter_too_deep_or_too_long_is_refused_and_does_not_end_the_program()
    {
        Assert.Null(FilterParser.Parse(new string('(', 2000) + "days = 1" + new string(')', 1900), Fact, out var deep));
        Assert.Contains("50", deep!.Reason.En, StringComparison.Ordinal);
        Assert.Null(FilterParser.Parse(string.Join(" or ", Enumerable.Repeat("days = 1", 1000)), Fact, out var length));
        Assert.Contains("4000", length!.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\\' OR 1=1 --")]
    [InlineData("'; DROP TABLE mobility; --")]
    [InlineData("?")]
    [InlineData("$1")]
    public void What_looks_like_SQL_stays_data(string text)
    {
        var filter = Parse($"country = '{text.Replace("'", "''", StringComparison.Ordinal)}'");
        var values = new List<object?>();
        Assert.Equal("\"country\" = ?", SqlDialect.DuckDb.Condition(filter, Parameters, values));
        Assert.Equal(text, Assert.Single(values));

        using var store = FactStore.Open(null, FactSchemas.All, Kakehashi.Kernel.YearStarts.Japan, new(1, "256MB"));
        store.Project(1, p => p.Facts("mobility").Append(new(1, 1, new(2025, 4, 1)),
            "p1", "out", "student", null, null, null, text, null, null, null, null, null, null, null, null, null, null, null, null));
        using var connection = store.Connect();
        Assert.Equal(1, connection.Whole($"SELECT count(*) FROM mobility WHERE {SqlDialect.DuckDb.Condition(filter, Parameters, [])}", values));
        Assert.Equal(0, connection.Whole($"SELECT count(*) FROM mobility WHERE {SqlDialect.DuckDb.Condition(filter, Parameters, [])}", ["x"]));
    }

    [Fact]
    public void Values_are_bound_in_order_and_parameters_come_from_the_caller()
    {
        var values = new List<object?>();
        var sql = SqlDialect.DuckDb.Condition(Parse("nationality <> $home and not (credits >= 2.5 or country in ('FR', 'DE')) and until is null"), Parameters, values);
        Assert.Equal("""(("nationality" <> ? AND (NOT ("credits" >= CAST(? AS DECIMAL(18,4)) OR "country" IN (?, ?)))) AND "until" IS NULL)""", sql);
        Assert.Equal(["JP", 2.5m, "FR", "DE"], values);
    }

    [Fact]
    public void Printing_and_parsing_again_gives_the_same_filter() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Sized(size => Filters(Math.Min(size, 4))).ToArbitrary(), filter => Parse(filter.ToString()) == filter));

    private static Filter Parse(string source)
    {
        var filter = FilterParser.Parse(source, Fact, out var mistake);
        Assert.True(filter is not null, $"{source}: {mistake?.Reason.En} at {mistake?.Position}");
        return filter!;
    }

    private static Gen<Filter> Filters(int depth) => depth == 0 ? Conditions() : Gen.OneOf(
        Conditions(),
        Filters(depth - 1).Select(Filter (inner) => new Negation(inner)),
        Filters(depth - 1).Zip(Filters(depth - 1), Filter (left, right) => new Both(left, right)),
        Filters(depth - 1).Zip(Filters(depth - 1), Filter (left, right) => new Either(left, right)));

    private static Gen<Filter> Conditions() => Gen.Elements(Fact.Columns.Concat(FixedColumns.All)).SelectMany(column => Gen.OneOf(
        Gen.Elements(true, false).Select(Filter (negated) => new Absence(column, negated)),
        Operands(column).Zip(Gen.Elements(Comparisons(column)), Filter (operand, op) => new Comparison(column, op, operand)),
        Gen.NonEmptyListOf(Operands(column)).Zip(Gen.Elements(true, false), Filter (operands, negated) => new Membership(column, [.. operands.Take(5)], negated))));

    private static ComparisonOperator[] Comparisons(FactColumn column) => column.Type is FactType.Text or FactType.Flag
        ? [ComparisonOperator.Equal, ComparisonOperator.NotEqual]
        : Enum.GetValues<ComparisonOperator>();

    private static Gen<Operand> Operands(FactColumn column) => column.Type switch
    {
        FactType.Text => Gen.OneOf(
            Gen.Elements("", "FR", "it's", "' or ''", "日本", "a\\'b", "--", "\n").Select(Operand (text) => new Literal(text)),
            Gen.Constant<Operand>(new Parameter("home"))),
        FactType.Whole => Gen.Choose(int.MinValue, int.MaxValue).Select(Operand (whole) => new Literal((long)whole)),
        FactType.Number => Gen.Choose(-1_000_000, 1_000_000).Select(Operand (number) => new Literal(number / 10_000m)),
        FactType.Day => Gen.Choose(0, 40_000).Select(Operand (day) => new Literal(new DateOnly(1950, 1, 1).AddDays(day))),
        _ => Gen.Elements(true, false).Select(Operand (flag) => new Literal(flag)),
    };
}
