using System.Text.Json.Nodes;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class ExportingWhatIsPublic(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    private Task<Ended> Run(string to, params string[] more) => TheProgram.Run(["export-open", "--to", to, "--data", university.Data, "--lang", "en", .. more]);

    [Fact]
    public async Task Writes_a_folder_and_writes_it_again_but_over_nothing_else()
    {
        var to = folder["public"];
        var first = await Run(to, "--site", "https://data.example.ac.jp/", "--json");
        Assert.True(first.Code == 0, first.Output + first.Errors);
        var list = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(to, "kakehashi-open.json"), TestContext.Current.CancellationToken))!["files"]!.AsArray();
        Assert.Equal(first.Json.GetProperty("files").GetInt32(), list.Count);
        Assert.All(list, file => Assert.Equal(file!["bytes"]!.GetValue<long>(), new FileInfo(Path.Combine(to, file["path"]!.GetValue<string>())).Length));
        Assert.Contains("<https://data.example.ac.jp/open/catalog.ttl#catalog>", await File.ReadAllTextAsync(Path.Combine(to, "open", "catalog.ttl"), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await Run(to)).Code);

        await File.WriteAllTextAsync(Path.Combine(to, "notes.txt"), "mine", TestContext.Current.CancellationToken);
        var refused = await Run(to);
        Assert.Equal(2, refused.Code);
        Assert.Contains("notes.txt", refused.Errors);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(to, "notes.txt"), TestContext.Current.CancellationToken));
        // nothing half-written stays beside it
        Assert.Equal([to], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Is_refused_where_the_site_is_no_address() => Assert.Equal(2, (await Run(folder["public"], "--site", "data.example.ac.jp")).Code);

    public void Dispose() => folder.Dispose();
}
