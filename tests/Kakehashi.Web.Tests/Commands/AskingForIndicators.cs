using System.Text.Json;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class AskingForIndicators(AUniversity university)
{
    private static readonly string[] States = ["value", "zero", "missing", "undefined", "suppressed"];

    private Task<Ended> Run(params string[] arguments) => TheProgram.Run(["indicators", .. arguments, "--data", university.Data]);

    [Fact]
    public async Task As_json_gives_an_array_of_figures_with_their_parts_state_and_version()
    {
        var answer = await Run("ST-01", "--period", "FY2024", "--json");
        var figure = Assert.Single(answer.Json.EnumerateArray().ToArray());
        Assert.Equal("ST-01", figure.GetProperty("code").GetString());
        Assert.Equal("FY2024", figure.GetProperty("period").GetString());
        Assert.Empty(figure.GetProperty("keys").EnumerateObject());
        Assert.Equal("value", figure.GetProperty("state").GetString());
        Assert.Equal(1, figure.GetProperty("version").GetInt32());
        var share = 100 * figure.GetProperty("numerator").GetDecimal() / figure.GetProperty("denominator").GetDecimal();
        Assert.Equal(Math.Round(share, 1, MidpointRounding.AwayFromZero), figure.GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task By_two_dimensions_at_once_gives_a_figure_for_each_country_of_each_unit()
    {
        var answer = await Run("--period", "FY2024", "--by", "country,unit", "--json");
        Assert.Equal(0, answer.Code);
        var figures = answer.Json.EnumerateArray().ToArray();
        Assert.Contains(figures, figure => figure.GetProperty("code").GetString() == "FL-01");
        Assert.All(figures, figure => Assert.Contains(figure.GetProperty("state").GetString(), States));
        Assert.All(figures, figure => Assert.Equal(["country", "unit"], figure.GetProperty("keys").EnumerateObject().Select(key => key.Name)));
        Assert.Contains(figures, figure => KeysOf(figure) == ("VN", "F07"));
        Assert.Equal(figures.Length, figures.Select(figure => (figure.GetProperty("code").GetString(), KeysOf(figure))).Distinct().Count());
    }

    [Fact]
    public async Task Of_a_period_that_nobody_has_reported_says_so()
    {
        var figure = Assert.Single((await Run("ST-01", "--period", "FY1990", "--json")).Json.EnumerateArray().ToArray());
        Assert.Equal(("missing", JsonValueKind.Null), (figure.GetProperty("state").GetString(), figure.GetProperty("value").ValueKind));
    }

    [Fact]
    public async Task By_a_dimension_that_it_has_not_is_refused_with_those_that_it_has()
    {
        var answer = await Run("ST-01", "--by", "unit,colour");
        Assert.Equal(2, answer.Code);
        Assert.StartsWith("indicator.dimension", answer.Errors);
        Assert.Contains("nationality", answer.Errors);
    }

    private static (string? Country, string? Unit) KeysOf(JsonElement figure) =>
        (figure.GetProperty("keys").GetProperty("country").GetString(), figure.GetProperty("keys").GetProperty("unit").GetString());
}
