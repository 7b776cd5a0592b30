using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;

namespace Kakehashi.Tests.Analytics;

public sealed class AskingRows
{
    private static readonly FactSchema Schema = new("thing", ("物", "Thing"),
    [
        new("name", FactType.Text, ("名", "Name")), new("count", FactType.Whole, ("数", "Count")), new("amount", FactType.Number, ("量", "Amount")),
        new("day", FactType.Day, ("日", "Day")), new("is_on", FactType.Flag, ("可否", "On")),
    ]);

    private static readonly object?[] Row = ["a", 3L, 2.5m, new DateOnly(2026, 4, 1), true];
    private static readonly object?[] Nothing = [null, null, null, null, null];

    [Theory]
    [InlineData("name = 'a'", true)]
    [InlineData("name <> 'a'", false)]
    [InlineData("count > 2 and count <= 3", true)]
    [InlineData("amount < 2.5", false)]
    [InlineData("amount >= 2.5", true)]
    [InlineData("day > '2026-03-31' and day < '2026-04-02'", true)]
    [InlineData("is_on = false or name in ('x', 'a')", true)]
    [InlineData("not name in ('x')", true)]
    [InlineData("name not in ('x', 'a')", false)]
    [InlineData("day is not null and count is null", false)]
    public void Says_whether_a_condition_holds(string condition, bool holds) => Assert.Equal(holds, Of(condition).Holds(Row));

    [Theory]
    [InlineData("count = 1", null)]
    [InlineData("not count = 1", null)]
    [InlineData("count is null", true)]
    [InlineData("count = 1 and is_on is not null", false)]
    [InlineData("count = 1 and is_on is null", null)]
    [InlineData("count = 1 or is_on is null", true)]
    [InlineData("count = 1 or is_on is not null", null)]
    [InlineData("name not in ('a')", null)]
    public void Does_not_say_where_a_value_is_missing(string condition, bool? holds) => Assert.Equal(holds, Of(condition).Holds(Nothing));

    [Fact]
    public void Needs_the_columns_of_the_row_and_a_value_for_each_parameter()
    {
        Assert.Throws<ArgumentException>(() => Of("record = 1"));
        Assert.Throws<ArgumentException>(() => Of("name = $home"));
        Assert.True(RowFilter.Of(FilterParser.Parse("name = $home", Schema, out _)!, Schema, new Dictionary<string, object> { ["home"] = "a" }).Holds(Row));
    }

    private static RowFilter Of(string condition)
    {
        var filter = FilterParser.Parse(condition, Schema, out var mistake);
        Assert.Null(mistake);
        return RowFilter.Of(filter!, Schema, new Dictionary<string, object>());
    }
}
