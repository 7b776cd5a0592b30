using System.Text.Json.Nodes;

namespace Kakehashi.Web.Tests.Commands;

/// <summary>Names against a small registry, from the command line.</summary>
[Trait("Needs", "program")]
public sealed class MatchingNames : IDisposable
{
    private readonly AFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public MatchingNames() => File.WriteAllLines(folder["ror.jsonl"],
    [
        Organisation("https://ror.org/01dq60k83", "active", "JP", "Japan", "Sendai", "Tohoku University", "東北大学"),
        Organisation("https://ror.org/042nb2s44", "active", "US", "United States", "Cambridge", "Massachusetts Institute of Technology", "MIT"),
        Organisation("https://ror.org/00000000", "withdrawn", "JP", "Japan", "Sendai", "Sendai Old College"),
    ]);

    [Fact]
    public async Task Names_one_or_none_for_each_line_of_a_file()
    {
        await File.WriteAllLinesAsync(folder["names.txt"], ["Dept. of Physics, Tohuku Univ., Sendai, Japan", "東北大學", "Sendai Old College", "", "\u202e🎓"], Cancel);
        var ended = await Run("--file", folder["names.txt"], "--json");
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([1, 1, 0, 0, 0], lines.Select(line => line["matches"]!.AsArray().Count));
        Assert.All(lines.Take(2), line => Assert.Equal("https://ror.org/01dq60k83", line["matches"]![0]!["id"]!.GetValue<string>()));
        Assert.Contains("tohuku", lines[0]["matches"]![0]!["why"]!.GetValue<string>());
        Assert.InRange(lines[0]["matches"]![0]!["score"]!.GetValue<double>(), 0.5, 0.9999);
    }

    [Theory]
    [InlineData("ja", "該当なし")]
    [InlineData("en", "no match")]
    public async Task Says_an_explicit_no_to_a_person(string language, string no)
    {
        var ended = await TheProgram.Run("match", "Atlantis Academy", "--registry", folder["ror.jsonl"], "--lang", language);
        Assert.Equal(0, ended.Code);
        Assert.Contains(no, ended.Output);
    }

    [Fact]
    public async Task Compares_pairs_without_a_registry()
    {
        await File.WriteAllTextAsync(folder["pairs.csv"], "a,b,type\nTōhoku University,Tohoku Univ.,organisation\nKyoto University,Tohoku University,\n\"\",x,\n", Cancel);
        var ended = await TheProgram.Run("match", "--pairs", folder["pairs.csv"], "--json", "--lang", "en");
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([true, false, false], lines.Select(line => line["same"]!.GetValue<bool>()));
        Assert.Contains("kyoto", lines[1]["why"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("match.what")]
    [InlineData("match.what", "x", "--pairs", "y.csv")]
    [InlineData("match.no-file", "--file", "there-is-none.txt")]
    [InlineData("registry.not-found", "x", "--registry", "there-is-none.json")]
    public async Task Is_refused_with_the_reason(string code, params string[] arguments)
    {
        var ended = await TheProgram.Run(["match", .. arguments, "--lang", "en"]);
        Assert.Equal(2, ended.Code);
        Assert.StartsWith(code, ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"names\": 3}")]
    [InlineData("{\"status\": \"active\"}")]
    [InlineData("name,country")]
    public async Task Refuses_a_file_that_is_no_dump(string content)
    {
        await File.WriteAllTextAsync(folder["other.jsonl"], content, Cancel);
        var ended = await TheProgram.Run("match", "x", "--registry", folder["other.jsonl"], "--lang", "en");
        Assert.Equal(2, ended.Code);
        Assert.StartsWith("registry.not-read", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("record 1", ended.Errors);
    }

    [Fact]
    public async Task Refuses_pairs_without_their_columns()
    {
        await File.WriteAllTextAsync(folder["pairs.csv"], "one,two\nx,y\n", Cancel);
        Assert.StartsWith("match.columns", (await TheProgram.Run("match", "--pairs", folder["pairs.csv"], "--lang", "en")).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Task<Ended> Run(params string[] arguments) => TheProgram.Run(["match", .. arguments, "--registry", folder["ror.jsonl"], "--lang", "en"]);

    private static string Organisation(string id, string status, string country, string countryName, string city, params string[] names) => new JsonObject
    {
        ["id"] = id,
        ["status"] = status,
        ["names"] = new JsonArray([.. names.Select(name => new JsonObject { ["value"] = name, ["types"] = new JsonArray(name.Length > 3 ? "label" : "acronym") })]),
        ["locations"] = new JsonArray(new JsonObject { ["geonames_details"] = new JsonObject { ["country_code"] = country, ["country_name"] = countryName, ["name"] = city } }),
        ["relationships"] = new JsonArray(),
    }.ToJsonString();
}
