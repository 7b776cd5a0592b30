using Kakehashi.Strategy.Quality;

namespace Kakehashi.Tests.Strategy;

public sealed class ComparingUnitsInTheSummary
{
    [Theory]
    [InlineData(1, 2, 50, 2)]
    [InlineData(2, 2, 100, 4)]
    [InlineData(30, 100, 30, 2)]
    [InlineData(1, 1000, 1, 1)]
    [InlineData(0, 7, 0, 0)]
    public void Is_by_the_most_that_any_unit_has(long count, long most, int share, int level)
    {
        var column = new SummaryColumn("late", ("遅い", "Late"), QualityPart.Timeliness, "entered", new Dictionary<long, long> { [1] = count, [2] = most });
        Assert.Equal((share, level), (column.Share(1), column.Level(1)));
    }
}
