using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class ExportingFromTheCommandLine(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    private Task<Ended> Run(params string[] arguments) => TheProgram.Run([.. arguments, "--data", university.Data]);

    [Theory]
    [InlineData("organisations", "all.xlsx", "en")]
    [InlineData("agreements", "all.csv", "ja")]
    [InlineData("student-headcounts", "all.csv", "en")]
    public async Task What_was_exported_imports_as_unchanged(string type, string file, string language)
    {
        var exported = await Run("export", type, "--to", folder[file], "--lang", language, "--json");
        Assert.True(exported.Code == 0, exported.Output + exported.Errors);
        var count = exported.Json.GetProperty("records").GetInt32();
        var imported = await Run("import", folder[file], "--profile", type, "--json");
        Assert.True(imported.Code == 0, imported.Output);
        Assert.Equal((count, count), (imported.Json.GetProperty("rows").GetInt32(), imported.Json.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Into_a_pipe_gives_the_table_alone()
    {
        var exported = await Run("export", "org-units", "--where", "kind=institute", "--to", "-", "--lang", "en");
        Assert.Equal(5, exported.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("export", "agreements", "--to", "agreements.pdf")]
    [InlineData("export", "nothing", "--to", "agreements.csv")]
    [InlineData("template", "nothing", "--to", "agreements.csv")]
    public async Task What_cannot_be_is_refused(params string[] arguments) => Assert.Equal(2, (await Run(arguments)).Code);

    [Fact]
    public async Task A_template_is_a_file_that_imports_as_nothing()
    {
        Assert.Equal(0, (await Run("template", "agreements", "--to", folder["empty.csv"])).Code);
        var imported = await Run("import", folder["empty.csv"], "--profile", "agreements", "--json");
        Assert.Equal(0, imported.Json.GetProperty("rows").GetInt32());
    }

    public void Dispose() => folder.Dispose();
}
