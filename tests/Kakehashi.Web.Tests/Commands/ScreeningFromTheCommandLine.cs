using System.Text.Json.Nodes;

namespace Kakehashi.Web.Tests.Commands;

/// <summary>Names against lists of invented entities, from the command line.</summary>
[Trait("Needs", "program")]
public sealed class ScreeningFromTheCommandLine : IDisposable
{
    private readonly AFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ScreeningFromTheCommandLine() => File.WriteAllLines(folder["own.csv"],
    [
        "Number,Kind,Name,Weak aliases,Countries and areas,Types of concern,Conventional weapons,Dates of birth",
        "K1,Organisation,Velmora Institute of Applied Rocketry,,IR,\"N,M\",CW,",
        "K2,Person,\"BORDANSKY, Oleg Petrovich\",Anna,RU,,,1962-05-11",
    ]);

    [Fact]
    public async Task Answers_each_line_of_a_file_with_an_object()
    {
        await File.WriteAllTextAsync(folder["names.csv"], "name,country,born,kind\nVelmora Inst. of Applied Roketry,Iran,,organisation\nNobody Inparticular,,,\n\"Bordansky, O. P.\",RU,1962,person\n,,,\n\u202e🎓,,,\nBordansky,Atlantis,,\n", Cancel);
        var ended = await Screen("--file", folder["names.csv"], "--json");
        Assert.Equal((1, ""), (ended.Code, ended.Errors));
        var lines = Lines(ended);
        Assert.Equal([1, 0, 1, 0, 0, 0], lines.Select(line => line["hits"]!.AsArray().Count));
        Assert.Equal([null, null, null, "screen.empty", "screen.nothing-to-compare", "screen.country"], lines.Select(line => line["error"]?["code"]!.GetValue<string>()));
        var hit = lines[0]["hits"]![0]!;
        Assert.Equal(("OWN", "K1", "Velmora Institute of Applied Rocketry", true), (Word(hit, "list"), Word(hit, "number"), Word(hit, "matched"), hit["conventionalWeapons"]!.GetValue<bool>()));
        Assert.Equal(("IR", "M", "N"), (lines[0]["country"]!.GetValue<string>(), hit["concerns"]![0]!.GetValue<string>(), hit["concerns"]![1]!.GetValue<string>()));
        Assert.Contains("the country agrees", Word(hit, "why"));
        Assert.InRange(hit["score"]!.GetValue<double>(), 0.7, 0.9999);
    }

    [Theory]
    [InlineData("ja", "該当なし")]
    [InlineData("en", "no hit")]
    public async Task Says_an_explicit_no_to_a_person(string language, string no)
    {
        var ended = await TheProgram.Run("screen", "Nobody Inparticular", "--lists", folder["own.csv"], "--lang", language);
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains(no, ended.Output);
    }

    [Fact]
    public async Task Gives_weak_ones_where_all_are_asked_for()
    {
        Assert.Empty(Lines(await Screen("Anna Smith", "--json"))[0]["hits"]!.AsArray());
        Assert.True(Lines(await Screen("Anna Smith", "--all", "--json"))[0]["hits"]![0]!["isWeak"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Uses_the_lists_that_were_added()
    {
        Assert.StartsWith("screen.no-lists", (await TheProgram.Run("screen", "Velmora", "--data", folder["data"], "--lang", "en")).Errors, StringComparison.Ordinal);
        var added = await TheProgram.Run("lists", "add", "own", folder["own.csv"], "--published", "2026-04-01", "--in-force", "2026-04-10", "--data", folder["data"], "--json");
        Assert.Equal((0, 2), (added.Code, added.Json.GetProperty("added").GetProperty("entities").GetInt32()));
        var list = (await TheProgram.Run("lists", "--data", folder["data"], "--json")).Json.GetProperty("lists")[0];
        Assert.Equal(("OWN", "2026-04-01", "2026-04-10"), (list.GetProperty("list").GetString(), list.GetProperty("published_on").GetString(), list.GetProperty("in_force_on").GetString()));
        var hit = Lines(await TheProgram.Run("screen", "Oleg Bordansky", "--data", folder["data"], "--json"))[0]["hits"]![0]!;
        Assert.Equal(("2026-04-01", "2026-04-10"), (Word(hit, "publishedOn"), Word(hit, "inForceOn")));
    }

    [Fact]
    public async Task Says_what_a_new_version_changed()
    {
        await TheProgram.Run("lists", "add", "OWN", folder["own.csv"], "--published", "2026-04-01", "--data", folder["data"]);
        await File.WriteAllLinesAsync(folder["own.csv"], ["Number,Name", "K1,Velmora Institute of Applied Rocketry", "K3,Tarnholm University"], Cancel);
        var ended = await TheProgram.Run("lists", "add", "OWN", folder["own.csv"], "--published", "2026-05-01", "--data", folder["data"], "--lang", "en");
        Assert.Contains("1 added, 1 changed, 1 removed", ended.Output);
        Assert.Contains("+ K3", ended.Output);
    }

    [Theory]
    [InlineData("screen.what")]
    [InlineData("screen.what", "x", "--file", "y.txt")]
    [InlineData("screen.no-file", "--file", "there-is-none.txt")]
    [InlineData("screen.empty", "")]
    [InlineData("screen.nothing-to-compare", "🎓🎓")]
    [InlineData("screen.country", "x", "--country", "Atlantis")]
    [InlineData("screen.born", "x", "--born", "yesterday")]
    [InlineData("screen.kind", "x", "--person", "--organisation")]
    [InlineData("lists.no-file", "x", "--lists", "there-is-none.xlsx")]
    public async Task Is_refused_with_the_reason(string code, params string[] arguments)
    {
        var ended = await TheProgram.Run(["screen", .. arguments, "--lang", "en"]);
        Assert.Equal(2, ended.Code);
        Assert.StartsWith(code, ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lists.unknown", "EU", "--published", "2026-04-01")]
    [InlineData("lists.dates", "OWN", "--published", "1.4.2026")]
    [InlineData("lists.dates", "UN", "--published", "2026-04-01")]
    [InlineData("lists.dates", "OWN", "--published", "2026-04-02", "--in-force", "2026-04-01")]
    [InlineData("lists.files", "OFAC", "--published", "2026-04-01")]
    public async Task Adds_no_list_that_is_not_understood(string code, string list, params string[] arguments)
    {
        var ended = await TheProgram.Run(["lists", "add", list, folder["own.csv"], .. arguments, "--data", folder["data"], "--lang", "en"]);
        Assert.Equal(2, ended.Code);
        Assert.StartsWith(code, ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("\u0001\u0002 \u0000")]
    [InlineData("\u202eBordansky\u202c Олег 🎓")]
    [InlineData("Velmora ヴェルモラ 研究所 \ud83d")]
    public async Task Survives_what_no_name_looks_like(string text)
    {
        await File.WriteAllTextAsync(folder["names.txt"], text + "\n" + new string('x', 1 << 20) + "\n", Cancel);
        var ended = await Screen("--file", folder["names.txt"], "--json");
        Assert.Equal((1, "", 2), (ended.Code, ended.Errors, Lines(ended).Count));
        Assert.Equal("screen.too-long", Lines(ended)[1]["error"]!["code"]!.GetValue<string>());
    }

    public void Dispose() => folder.Dispose();

    private Task<Ended> Screen(params string[] arguments) => TheProgram.Run(["screen", .. arguments, "--lists", folder["own.csv"], "--lang", "en"]);

    private static List<JsonNode> Lines(Ended ended) => [.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static string Word(JsonNode hit, string name) => hit[name]!.GetValue<string>();
}
