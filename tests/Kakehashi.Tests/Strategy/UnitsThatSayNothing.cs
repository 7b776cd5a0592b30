using Kakehashi.Platform.Facts;
using Kakehashi.Strategy.Quality;

namespace Kakehashi.Tests.Strategy;

/// <summary>A university (1) with two faculties (2, 3), a graduate school (4) with two departments (5, 6), and a department (7) of a faculty.</summary>
public sealed class UnitsThatSayNothing
{
    private static readonly UnitName[] Units = [Unit(1, null), Unit(2, 1), Unit(3, 1), Unit(4, 1), Unit(5, 4), Unit(6, 4), Unit(7, 2)];

    [Fact]
    public void Are_those_beside_a_unit_that_has_an_entry() => Assert.Equal([3L, 4L], Unstated.Of([2], Units));

    [Fact]
    public void Are_none_that_a_unit_above_or_below_speaks_for()
    {
        // 5 speaks of the graduate school, but not for 6 beside it; 7 is spoken for by its faculty
        Assert.Equal([3L, 6L], Unstated.Of([2, 5], Units));
        Assert.Equal([3L], Unstated.Of([2, 5, 6], Units));
    }

    [Fact]
    public void Are_none_where_the_university_speaks_as_a_whole()
    {
        Assert.Empty(Unstated.Of([null, 2], Units));
        Assert.Empty(Unstated.Of([1], Units));
    }

    [Fact]
    public void Are_none_where_nobody_has_said_anything_or_all_have()
    {
        Assert.Empty(Unstated.Of([], Units));
        Assert.Empty(Unstated.Of([2, 3, 4], Units));
    }

    [Fact]
    public void Are_found_in_finite_time_where_units_contain_each_other() =>
        Assert.Empty(Unstated.Of([8], [Unit(8, 9), Unit(9, 8), .. Units]));

    private static UnitName Unit(long number, long? parent) => new(number, ("部局", "Unit"), parent);
}
