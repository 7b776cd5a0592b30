using System.Text;
using Kakehashi.Kernel;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>Whatever is wrong, the answer names the place and the remedy in both languages, and nothing is written.</summary>
public sealed class BadInput
{
    private const string Head = "reference,title_ja,type,level,state,partner,country,effective_from,expires_on\n";
    private const string Good = "A-1,協定,research,university,in_force,,FR,2024-04-01,2029-03-31\n";

    [Theory]
    [InlineData("unknown code", "A-2,協定,research,university,in_force,,Atlantis,,\n", "value.unknown-code", "country", "「Atlantis」", "“Atlantis”")]
    [InlineData("unknown choice", "A-2,協定,picnic,university,in_force,,FR,,\n", "value.unknown-code", "type", "「picnic」", "“picnic”")]
    [InlineData("impossible date", "A-2,協定,research,university,in_force,,FR,2023-02-29,\n", "value.not-a-day", "effective_from", "「2023-02-29」", "“2023-02-29”")]
    [InlineData("end before start", "A-2,協定,research,university,in_force,,FR,2024-04-01,2023-04-01\n", "record.ends-before-start", "expires_on", "満了日が発効日より前", "expires before")]
    [InlineData("unresolved key", "A-2,協定,research,university,in_force,ror:nowhere,FR,,\n", "reference.unresolved", "partner", "「ror:nowhere」", "“ror:nowhere”")]
    [InlineData("unresolved number", "A-2,協定,research,university,in_force,#999999,FR,,\n", "reference.unresolved", "partner", "「#999999」", "“#999999”")]
    [InlineData("empty identity", ",協定,research,university,in_force,,FR,,\n", "value.required", "reference", "「協定番号」は必須", "“Reference” is required")]
    [InlineData("empty name", "A-2,,research,university,in_force,,FR,,\n", "value.required", "title_ja", "「名称」は必須", "“Title” is required")]
    [InlineData("empty choice", "A-2,協定,,university,in_force,,FR,,\n", "value.required", "type", "「種類」は必須", "“Type” is required")]
    [InlineData("same key twice", "A-1,別の協定,research,university,in_force,,FR,,\n", "import.duplicate-row", null, "2行目と同じ「A-1」", "as in row 2")]
    public async Task Names_row_column_and_remedy(string what, string row, string code, string? column, string ja, string en)
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import("agreements", world.Write("agreements.csv", Head + Good + row));
        var problem = Assert.Single(report.Errors);
        Assert.Equal((code, column, 3, "agreements.csv"), (problem.Problem.Code, problem.Problem.Column, problem.Row, problem.File));
        Assert.True(problem.Problem.Message.Ja.Contains(ja, StringComparison.Ordinal), $"{what}: {problem.Problem.Message.Ja}");
        Assert.True(problem.Problem.Message.En.Contains(en, StringComparison.Ordinal), $"{what}: {problem.Problem.Message.En}");
        Assert.Equal((1, 1, false), (report.Created, report.Rejected, report.IsCommitted));
        Assert.Equal((0, 0, 0), await world.Written());
    }

    [Fact]
    public async Task Says_what_a_ROR_ID_looks_like()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import("organisations", world.Write("organisations.csv", "name_en,kind,status,identifiers\nA,education,active,ror | https://ror.org/nonsense\n"));
        var problem = Assert.Single(report.Errors).Problem;
        Assert.Equal(("organisation.ror-id", "identifiers"), (problem.Code, problem.Column));
        Assert.Contains("例：https://ror.org/01dq60k83", problem.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("e.g. https://ror.org/01dq60k83", problem.Message.En, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await world.Written());
    }

    [Fact]
    public async Task Is_told_from_the_top_of_the_file_to_its_end()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import("agreements", world.Write("agreements.csv", Head
            + "A-2,協定,research,university,in_force,ror:nowhere,FR,,\nA-3,協定,picnic,university,in_force,,FR,,\nA-4,協定,research,university,in_force,#77,FR,,\nA-5,,research,university,in_force,,FR,,\n"));
        Assert.Equal([2, 3, 4, 5], report.Errors.Select(problem => problem.Row));
    }

    [Fact]
    public async Task Good_rows_are_written_beside_rejected_ones_only_when_that_is_asked_for()
    {
        await using var world = await ImportWorld.Open();
        var file = world.Write("agreements.csv", Head + Good + "A-2,協定,research,university,in_force,,Atlantis,,\n");
        Assert.True((await world.Run("agreements", new() { Commit = true, SkipRejected = true }, file)).IsCommitted);
        Assert.Equal((1, 1, 1), await world.Written());
    }

    [Fact]
    public async Task A_pattern_that_takes_for_ever_ends_the_import_and_is_named()
    {
        await using var world = await ImportWorld.Open();
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(world.Workspace.Data, "profiles")).FullName, "slow.yaml"), """
            code: slow
            name: {ja: 遅い設定, en: Slow}
            record: agreement
            fields:
              reference: {column: reference, extract: '^(.*a)(?:.*a){9}b$'}
              title: {ja: {column: title_ja}}
              type: {column: type}
              level: {column: level}
              state: {column: state}
            """);
        await using var again = await world.Another();
        var report = await again.Import("slow", again.Write("agreements.csv", Head + Good + $"{new string('a', 60)}!,協定,research,university,in_force,,FR,,\n"));
        Assert.Equal("import.slow-pattern", report.Refusal?.Code);
        Assert.Contains("(?:.*a){9}", report.Refusal!.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("(?:.*a){9}", report.Refusal.Message.En, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await again.Written());
    }

    public static TheoryData<string, string, byte[], string, string> Files => new()
    {
        { "eche", "list.xlsx", Encoding.UTF8.GetBytes("Erasmus Code,PIC\nE MADRID14,1\n"), "import.wrong-kind", "list.xlsx" },
        { "agreements", "agreements.csv", "%PDF-1.7\n%\u00e2\n"u8.ToArray(), "import.wrong-kind", "agreements.csv" },
        { "agreements", "broken.csv", [.. Encoding.UTF8.GetBytes("\uFEFF" + Head + Good), 0xE5, 0x8D, 0x0A], "import.encoding", "broken.csv" },
        { "uc3m-mobility-in", "in.csv", [.. Encoding.UTF8.GetBytes("des_genero\n"), 0xFF, 0xFE, 0x0A], "import.encoding", "in.csv" },
        { "agreements", "headers.csv", Encoding.UTF8.GetBytes("reference,title_ja\nA-1,協定\n"), "import.missing-column", "headers.csv" },
        { "agreements", "surrogate.csv", [.. Encoding.UTF8.GetBytes(Head), (byte)'A', 0xED, 0xA0, 0x80, 0x0A], "import.encoding", "surrogate.csv" },
        { "agreements", "empty.csv", [], "import.file-empty", "empty.csv" },
        { "eche", "cut.xlsx", [0x50, 0x4B, 3, 4, .. new byte[60]], "import.broken-archive", "cut.xlsx" },
        { "fib-agreements", "fib.json", Encoding.UTF8.GetBytes("{\"results\": [{\"codi\": "), "import.json", "fib.json" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_refused_by_name(string profile, string name, byte[] bytes, string code, string shown)
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import(profile, world.Write(name, bytes));
        var refusal = Assert.IsType<Refusal>(report.Refusal);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(shown, refusal.Message.Ja, StringComparison.Ordinal);
        Assert.Contains(shown, refusal.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(refusal.Message.Ja, refusal.Message.En);
        Assert.False(report.IsCommitted);
        Assert.Equal((0, 0, 0), await world.Written());
    }

    [Fact]
    public async Task A_column_that_is_missing_is_named_as_the_template_of_the_language_names_it()
    {
        await using var world = await ImportWorld.Open();
        var message = (await world.Import("org-units", world.Write("units.csv", "A1,文学部\n"u8.ToArray()))).Refusal!.Message;
        Assert.Contains("“部局コード”", message.Ja, StringComparison.Ordinal);
        Assert.Contains("“Unit code”", message.En, StringComparison.Ordinal);
        Assert.DoesNotContain("部局コード", message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_far_into_the_file_takes_back_what_was_read_before_it()
    {
        await using var world = await ImportWorld.Open();
        var rows = new StringBuilder(Head);
        for (var i = 0; i < 5_000; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"A-{i},協定,research,university,in_force,,FR,,\n");
        var report = await world.Import("agreements", world.Write("late.csv", [.. Encoding.UTF8.GetBytes(rows.ToString()), (byte)'B', 0, (byte)'\n']));
        Assert.Equal("import.nul", report.Refusal?.Code);
        Assert.Contains("5,002", report.Refusal!.Message.En, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await world.Written());
    }

    [Fact]
    public async Task A_message_quotes_the_cell_and_not_what_the_profile_made_of_it()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Look("fib-agreements", world.Write("fib.json",
            """{"results": [{"codi": "E_X01", "universitat": "X", "is_doble_titulacio": false, "pais": "Francia", "vigent_fins": 2}]}"""));
        var problem = Assert.Single(report.Warnings).Problem;
        Assert.Equal(("value.not-a-day", "vigent_fins"), (problem.Code, problem.Column));
        Assert.StartsWith("“2” ", problem.Message.En, StringComparison.Ordinal);
        Assert.StartsWith("「2」", problem.Message.Ja, StringComparison.Ordinal);
    }
}
