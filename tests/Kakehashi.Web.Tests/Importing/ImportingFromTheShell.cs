using System.Text.Json;

namespace Kakehashi.Web.Tests.Importing;

/// <summary><c>kakehashi import</c> as a person and as a program meet it.</summary>
[Trait("Needs", "program")]
public sealed class ImportingFromTheShell
{
    private const string Head = "reference,title_ja,type,level,state,country\n";

    [Fact]
    public async Task Without_commit_nothing_is_written_and_with_it_all_is_once()
    {
        using var office = new AnOfficeWithFiles();
        var file = office.Write("a.csv", Head + "A-1,協定,research,university,in_force,FR\nA-2,覚書,memorandum,university,in_force,\n");
        var looked = await office.Run("import", file, "--profile", "agreements", "--json");
        Assert.Equal((0, 2, 2), (looked.Code, looked.Number("rows"), looked.Number("created")));
        Assert.Equal(JsonValueKind.Null, looked.Json.GetProperty("batch").ValueKind);
        var written = await office.Run("import", file, "--profile", "agreements", "--json", "--commit");
        Assert.Equal((0, 2, 0), (written.Code, written.Number("created"), written.Number("unchanged")));
        Assert.Equal(JsonValueKind.Number, written.Json.GetProperty("batch").ValueKind);
        var again = await office.Run("import", file, "--profile", "agreements", "--json", "--commit");
        Assert.Equal((0, 0, 0, 2), (again.Code, again.Number("created"), again.Number("updated"), again.Number("unchanged")));
        Assert.Equal(["batch", "profile", "rows", "created", "updated", "unchanged", "rejected", "skipped", "merged", "is_committed", "warnings", "errors"], again.Json.EnumerateObject().Select(one => one.Name));
    }

    [Theory]
    [InlineData("ja", "一覧")]
    [InlineData("en", "is not in the list")]
    public async Task Rejected_rows_are_told_in_the_language_asked_for_and_exit_1(string language, string words)
    {
        using var office = new AnOfficeWithFiles();
        var file = office.Write("a.csv", Head + "A-1,協定,research,university,in_force,Atlantis\n");
        var answer = await office.Run("import", file, "--profile", "agreements", "--json", "--commit", "--lang", language);
        var error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((1, "a.csv", 2, "country", "value.unknown-code"), (answer.Code, error.GetProperty("file").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString()));
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var plain = await office.Run("import", file, "--profile", "agreements", "--lang", language);
        Assert.Contains("a.csv:2 country value.unknown-code", plain.Output, StringComparison.Ordinal);
        Assert.Contains(words, plain.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such file", "import.no-file", "import", "nowhere.csv", "--profile", "agreements", "--json")]
    [InlineData("no such profile", "import.unknown-profile", "import", "a.csv", "--profile", "nobody", "--json")]
    [InlineData("no such option", "command.invalid", "import", "a.csv", "--profile", "agreements", "--json", "--comit")]
    [InlineData("no profile", "command.invalid", "import", "a.csv", "--json")]
    [InlineData("a folder", "import.no-file", "import", "/", "--profile", "agreements", "--json")]
    public async Task A_refusal_is_one_object_too_and_exits_2(string what, string code, params string[] arguments)
    {
        using var office = new AnOfficeWithFiles();
        var file = office.Write("a.csv", Head);
        var answer = await office.Run([.. arguments.Select(one => one == "a.csv" ? file : one)]);
        Assert.True(answer.Code == 2, $"{what}: {answer.Code} {answer.Errors}");
        Assert.Equal([code], answer.Codes);
    }

    [Fact]
    public async Task An_unknown_option_exits_2()
    {
        using var office = new AnOfficeWithFiles();
        Assert.Equal(2, (await office.Run("import", "a.csv", "--profile", "agreements", "--comit")).Code);
    }

    [Theory]
    [InlineData("ja", "はフォルダーです")]
    [InlineData("en", "is a folder. Name a file in it.")]
    public async Task A_folder_in_the_place_of_a_file_is_called_one(string language, string words)
    {
        using var office = new AnOfficeWithFiles();
        var answer = await office.Run("import", office.Folder, "--profile", "agreements", "--lang", language);
        Assert.Equal(2, answer.Code);
        Assert.Contains(words, answer.Output, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "はフォルダーです" : "is a folder", (await office.Run("restore", office.Folder, "--lang", language)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_of_the_file_is_in_one_of_the_counts()
    {
        using var office = new AnOfficeWithFiles();
        Directory.CreateDirectory(Path.Combine(office.Data, "profiles"));
        await File.WriteAllTextAsync(Path.Combine(office.Data, "profiles", "people.yaml"), """
            code: people
            name: {ja: 名簿, en: People}
            record: staff_headcount
            file: {kind: delimited}
            count_into: persons
            fields:
              as_of: {column: day}
              nationality: {column: country}
              category: {constant: academic}
              sex: {constant: unknown}
              persons: {constant: "1"}
            skip:
              - {column: country, is: [total]}
            """, TestContext.Current.CancellationToken);
        var file = office.Write("people.csv", "day,country\n2025-05-01,FR\n2025-05-01,FR\n2025-05-01,DE\n2025-05-01,FR\n2025-05-01,total\n2025-05-01,Atlantis\n");
        var json = await office.Run("import", file, "--profile", "people", "--json");
        Assert.Equal("6 2 0 0 1 1 2", string.Join(' ', "rows created updated unchanged rejected skipped merged".Split(' ').Select(json.Number)));
        Assert.Contains("1 rejected, 1 left out by the profile, 2 counted together with another row,", (await office.Run("import", file, "--profile", "people", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.Contains("エラー 1、取込設定による対象外 1、ほかの行と合わせて計数 2、", (await office.Run("import", file, "--profile", "people", "--lang", "ja")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "開けません")]
    [InlineData("en", "cannot be opened")]
    public async Task A_folder_that_cannot_be_opened_is_refused(string language, string words)
    {
        using var office = new AnOfficeWithFiles();
        var file = office.Write("a.csv", Head);
        office.Data = file;
        var answer = await office.Run("import", file, "--profile", "agreements", "--json", "--lang", language);
        Assert.Equal((2, "data.cannot-open"), (answer.Code, Assert.Single(answer.Codes)));
        Assert.Contains(words, answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A_mistake_in_the_words_of_a_command_is_told_in_the_language_asked_for(string language)
    {
        using var office = new AnOfficeWithFiles();
        var answer = await office.Run("template", "--comit", "--to", "none.csv", "--lang", language);
        Assert.Equal(2, answer.Code);
        Assert.Contains("--comit", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(language == "ja", answer.Errors.Any(c => c is >= '\u3040' and <= '\u30ff'));
    }

    [Theory]
    [InlineData("--help", "ja")]
    [InlineData("--help", "en")]
    [InlineData("records --help", "ja")]
    [InlineData("serve --help", "ja")]
    [InlineData("import --help", "en")]
    public async Task The_help_is_in_the_language_asked_for_alone(string asked, string language)
    {
        var help = await TheProgram.Run([.. asked.Split(' '), "--lang", language]);
        Assert.Equal((0, ""), (help.Code, help.Errors));
        Assert.Equal(language == "ja", help.Output.Any(c => c is >= '\u3040' and <= '\u30ff' && !"架け橋".Contains(c)));
        Assert.Equal(language == "en", help.Output.Contains("Language of messages: ja or en", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "mine.yaml の1行目: name がありません。")]
    [InlineData("en", "mine.yaml, line 1: name is missing")]
    public async Task A_profile_of_the_university_with_a_mistake_is_told_of_and_left_out(string language, string mistake)
    {
        using var office = new AnOfficeWithFiles();
        Directory.CreateDirectory(Path.Combine(office.Data, "profiles"));
        await File.WriteAllTextAsync(Path.Combine(office.Data, "profiles", "mine.yaml"), "code: mine\n", TestContext.Current.CancellationToken);
        var answer = await office.Run("import", office.Write("a.csv", Head + "A-1,協定,research,university,in_force,FR\n"), "--profile", "agreements", "--json", "--lang", language);
        Assert.Equal((0, 1), (answer.Code, answer.Number("created")));
        Assert.Contains(mistake, answer.Errors, StringComparison.Ordinal);
    }
}
