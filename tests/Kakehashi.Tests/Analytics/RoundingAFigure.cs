using Kakehashi.Platform.Pages;

namespace Kakehashi.Tests.Analytics;

/// <summary>As forms of the ministry ask for percentages: half away from zero, one decimal.</summary>
public sealed class RoundingAFigure
{
    public static TheoryData<string, string> OneDecimal { get; } = new()
    {
        { "0", "0.0" }, { "0.04", "0.0" }, { "0.05", "0.1" }, { "0.15", "0.2" }, { "0.25", "0.3" }, { "2.5", "2.5" }, { "2.45", "2.5" },
        { "99.94", "99.9" }, { "99.95", "100.0" }, { "199.95", "200.0" }, { "-0.05", "\u22120.1" }, { "-2.25", "\u22122.3" },
        { "33.333333333333333333333333", "33.3" }, { "66.666666666666666666666667", "66.7" }, { "1234.55", "1,234.6" },
    };

    [Theory]
    [MemberData(nameof(OneDecimal))]
    public void To_one_decimal_goes_half_away_from_zero(string exact, string shown) =>
        Assert.Equal(shown, Shown.Number(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), 1));

    [Theory]
    [InlineData("0.5", "1")]
    [InlineData("1.5", "2")]
    [InlineData("2.5", "3")]
    [InlineData("-2.5", "\u22123")]
    [InlineData("2.49", "2")]
    public void To_whole_numbers_too(string exact, string shown) =>
        Assert.Equal(shown, Shown.Number(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture)));
}
