using System.Text.RegularExpressions;
using Kakehashi.Web.Commands;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

public sealed partial class TheDocumentation
{
    private static readonly string[] Folders = ["how-to", "operations"];

    private static readonly string Root = FindRoot();

    public static TheoryData<string> Pages => [.. Files()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Names_only_commands_and_options_that_there_are(string page)
    {
        foreach (var line in Blocks(page, "sh").SelectMany(block => block.Split('\n')))
        {
            var words = line.Split(" #")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not ["./run" or "kakehashi", _, ..]) continue;
            var asked = CommandLine.Root().Parse(words[1..]);
            Assert.True(asked.Errors.Count == 0, $"{page}: {line}: {string.Join(' ', asked.Errors.Select(error => error.Message))}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_only_to_files_that_there_are(string page)
    {
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Root, page))))
        {
            var target = link.Groups[1].Value;
            // the picture is taken of the finished product
            if (target.Contains("://", StringComparison.Ordinal) || target.EndsWith(".png", StringComparison.Ordinal)) continue;
            Assert.True(Path.Exists(Path.Combine(Root, Path.GetDirectoryName(page)!, target)), $"{page} links to {target}");
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void Lists_every_command(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root, page));
        Assert.All(CommandLine.Root().Subcommands, command => Assert.Contains($"| `{command.Name}` |", text));
    }

    [Fact]
    public void Exists_in_both_languages_beside_each_other_or_in_two_files() => Assert.All(
        Files().Where(page => !page.EndsWith(".ja.md", StringComparison.Ordinal)),
        page => Assert.True(File.ReadLines(Path.Combine(Root, page)).First().Contains(" / ", StringComparison.Ordinal) || File.Exists(Path.Combine(Root, page[..^3] + ".ja.md")), page));

    /// <summary>The profile and the file of the guide, imported as the guide says.</summary>
    [Theory]
    [InlineData("docs/how-to/import-your-file.md")]
    [InlineData("docs/how-to/import-your-file.ja.md")]
    public async Task Imports_its_own_example(string page)
    {
        using var folder = new AFolder();
        var cancel = TestContext.Current.CancellationToken;
        var profiles = Directory.CreateDirectory(Path.Combine(folder["data"], "profiles")).FullName;
        await File.WriteAllTextAsync(Path.Combine(profiles, "office-agreements.yaml"), Blocks(page, "yaml").Single(), cancel);
        await File.WriteAllTextAsync(folder["agreements.csv"], Blocks(page, "csv").Single(), cancel);
        using var workspace = await AUniversity.Open(folder["data"]);
        Assert.Empty(workspace.Profiles.Faults);
        var report = await workspace.ImportAsync(workspace.Profiles.Find("office-agreements")!, [new(folder["agreements.csv"], "agreements.csv")], new() { Commit = true }, Kernel.Actor.Local, null, cancel);
        Assert.Null(report.Refusal);
        Assert.Equal([], report.Errors.Concat(report.Warnings).Select(problem => $"{problem.Row} {problem.Problem.Column} {problem.Problem.Code}"));
        Assert.Equal(3, report.Created);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static IEnumerable<string> Files() => ["README.md", "README.ja.md",
        .. Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, "docs", folder), "*.md")).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Blocks(string page, string language) =>
        Block().Matches(File.ReadAllText(Path.Combine(Root, page))).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kakehashi.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
