using Kakehashi.Strategy.Open;
using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests.Publishing;

/// <summary>The checks are those of the standards' own world (npm); the schemas are named by the environment.</summary>
[Collection(nameof(APublicUniversity))]
[Trait("Needs", "server")]
public sealed class HoldingFormatsAgainstTheirStandards(APublicUniversity university) : IAsyncLifetime
{
    private readonly AFolder folder = new();
    private Standards? standards;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        standards = Standards.Start();
        Assert.True((await new OpenExport(university.Observatory.Workspace).WriteAsync(folder["out"], "https://data.example.ac.jp", null, Cancel)).IsDone);
    }

    public ValueTask DisposeAsync()
    {
        standards?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Says_the_same_in_Turtle_and_in_JSON_LD() =>
        Assert.Empty(await standards!.SameGraphAsync(Open("catalog.ttl"), Open("catalog.jsonld")));

    [Fact]
    public async Task Finds_what_differs()
    {
        var other = folder["other.ttl"];
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(Open("catalog.ttl"), Cancel)).Replace("foaf:Agent", "foaf:Person", StringComparison.Ordinal), Cancel);
        Assert.NotEmpty(await standards!.SameGraphAsync(other, Open("catalog.jsonld")));
    }

    [Fact]
    public async Task SDMX_JSON_2_1_data()
    {
        var schema = Standards.PathOf("sdmx-json-data-schema.json");
        foreach (var choice in APublicUniversity.Choices) Assert.Empty(await standards!.JsonAsync(schema, Open($"indicators/{choice.Indicator}.sdmx.json")));
    }

    [Fact]
    public async Task SDMX_JSON_2_1_structures()
    {
        var schema = Standards.PathOf("sdmx-json-structure-schema.json");
        foreach (var choice in APublicUniversity.Choices) Assert.Empty(await standards!.JsonAsync(schema, Open($"indicators/{choice.Indicator}.structure.json")));
    }

    [Fact]
    public async Task Data_Package_2_0() => Assert.Empty(await standards!.JsonAsync(Standards.PathOf("datapackage.json"), Open("datapackage.json")));

    [Fact]
    public async Task DCAT_AP_3() => Assert.Empty(await standards!.ShapesAsync(Standards.PathOf("dcat-ap-SHACL.ttl"), Open("catalog.ttl")));

    private string Open(string path) => Path.Combine(folder["out"], "open", path);
}
