using Kakehashi.Analytics.Quality;

namespace Kakehashi.Tests.Analytics;

public sealed class CountsBesideFormerYears
{
    [Theory]
    // mean 100, deviation 10
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 120, Outlying.No)]
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 121, Outlying.Notable)]
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 130, Outlying.Notable)]
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 131, Outlying.Strong)]
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 79, Outlying.Notable)]
    [InlineData(new long[] { 90, 90, 100, 110, 110 }, 0, Outlying.Strong)]
    // what never changed may change by two records
    [InlineData(new long[] { 5, 5, 5, 5 }, 7, Outlying.No)]
    [InlineData(new long[] { 5, 5, 5, 5 }, 8, Outlying.Notable)]
    [InlineData(new long[] { 0, 0, 0, 0 }, 4, Outlying.Strong)]
    public void Are_outside_beyond_two_deviations_and_far_outside_beyond_three(long[] former, long count, Outlying expected) =>
        Assert.Equal(expected, Band.Of(former)!.Place(count));

    [Fact]
    public void Need_four_former_years() => Assert.Null(Band.Of([90, 100, 110]));

    [Fact]
    public void Have_a_band_that_never_goes_below_nothing()
    {
        var band = Band.Of([0, 0, 10, 10])!;
        Assert.Equal(5, band.Mean);
        Assert.Equal(0, band.Low());
        Assert.Equal(5 + 2 * band.Deviation, band.High());
    }
}
