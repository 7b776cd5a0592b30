using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class AskingForTheStrategy(AUniversity university)
{
    [Theory]
    [InlineData("ja", "P1 プロセス1", "FL-01 海外からの受入者数(学生・研究者)")]
    [InlineData("en", "P1 Process 1", "FL-01 Incoming students and researchers")]
    public async Task Lists_every_action_with_its_indicators(string language, string group, string indicator)
    {
        var told = await TheProgram.Run("strategy", "--lang", language, "--data", university.Data);
        Assert.Equal(0, told.Code);
        Assert.Contains(group, told.Output, StringComparison.Ordinal);
        Assert.Contains("      " + indicator, told.Output, StringComparison.Ordinal);
        Assert.Equal(31, told.Output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task As_json_gives_one_object()
    {
        var told = await TheProgram.Run("strategy", "--json", "--lang", "en", "--data", university.Data);
        Assert.Equal("2019-09-10", told.Json.GetProperty("date").GetString());
        var actions = told.Json.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("actions").EnumerateArray()).ToList();
        Assert.Equal(31, actions.Count);
        var agreements = actions.Single(action => action.GetProperty("code").GetString() == "P1.1");
        Assert.Equal(["AG-01", "AG-02", "AG-06", "PA-02", "PA-07", "AG-16", "AG-17", "AG-18"], agreements.GetProperty("indicators").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["56", "57"], agreements.GetProperty("goals").EnumerateArray().Select(code => code.GetString()));
    }
}
