namespace Kakehashi.Tests.House;

public sealed class TheStyle
{
    private static readonly string[] Code = [".cs", ".razor", ".ts", ".mjs", ".js", ".css", ".sh", ".sql"];
    private static readonly string[] Texts = [.. Code, ".csproj", ".props", ".targets", ".slnx", ".slnf", ".json", ".yaml", ".yml", ".md", "/run", "/test"];

    [Fact]
    public void Keeps_files_short() =>
        Assert.Empty(Written(".cs", ".razor").SelectMany(file => StyleRules.Length(file, Source.Lines(file).Count())));

    [Fact]
    public void Postpones_nothing() => Assert.Empty(Found(Code, StyleRules.Postponed));

    [Fact]
    public void Names_no_folder_of_one_machine()
    {
        string[] scripts = ["run", "test"];
        Assert.Empty(Found(Texts, StyleRules.MachinePaths));
        Assert.Empty(scripts.SelectMany(file => StyleRules.MachinePaths(Source.Read(file))));
    }

    [Fact]
    public void Names_types_by_what_they_are() => Assert.Empty(Found([".cs", ".razor"], StyleRules.EmptyNames));

    [Fact]
    public void Puts_every_type_in_the_folder_of_its_namespace() =>
        Assert.Empty(Written(".cs").SelectMany(file => StyleRules.Misplaced(file, Source.Read(file))));

    [Theory]
    [InlineData("class RecordManager")]
    [InlineData("public sealed record struct PartnerInfo(int Id)")]
    [InlineData("static class DateUtils { }")]
    [InlineData("interface IMailService")]
    public void Finds_a_name_that_says_nothing(string code) => Assert.Single(StyleRules.EmptyNames(code));

    [Theory]
    [InlineData("class Information")]
    [InlineData("services.AddHostedService<Jobs>()")]
    [InlineData("record Informed(int Id)")]
    public void Leaves_other_names_alone(string code) => Assert.Empty(StyleRules.EmptyNames(code));

    [Theory]
    [InlineData("see /ho" + "me/taro/data", true)]
    [InlineData("path: \"C:" + @"\Users\taro""", true)]
    [InlineData("https://example.ac.jp/ho" + "me/index.html", false)]
    public void Tells_a_machine_s_folder_from_an_address(string text, bool found) =>
        Assert.Equal(found, StyleRules.MachinePaths(text).Any());

    [Theory]
    [InlineData("src/Kakehashi.Platform/Store/Rows.cs", "namespace Kakehashi.Platform.Store;", true)]
    [InlineData("src/Kakehashi.Platform/Store/Rows.cs", "namespace Kakehashi.Platform;", false)]
    [InlineData("src/Kakehashi.Web/Program.cs", "return 0;", true)]
    public void Compares_the_namespace_with_the_folder(string file, string code, bool kept) =>
        Assert.Equal(kept, !StyleRules.Misplaced(file, code).Any());

    [Theory]
    [InlineData(StyleRules.MostLines, true)]
    [InlineData(StyleRules.MostLines + 1, false)]
    public void Stops_at_four_hundred_lines(int lines, bool kept) => Assert.Equal(kept, !StyleRules.Length("A.cs", lines).Any());

    [Fact]
    public void Finds_what_is_postponed() => Assert.Equal(["TO" + "DO"], StyleRules.Postponed("// TO" + "DO: later, TODOS"));

    /// <summary>Migrations are generated: their length and layout are the tool's.</summary>
    private static IEnumerable<string> Written(params string[] endings) =>
        Source.EndingIn(endings).Where(file => !file.Contains("/Kakehashi.Migrations.", StringComparison.Ordinal));

    private static IEnumerable<string> Found(string[] endings, Func<string, IEnumerable<string>> rule) =>
        from file in Source.EndingIn(endings)
        from line in Source.Lines(file)
        from found in rule(line.Text)
        select $"{file}:{line.Number}: {found}";
}
