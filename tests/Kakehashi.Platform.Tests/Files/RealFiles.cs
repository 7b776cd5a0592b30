using Kakehashi.Platform.Import.Files;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>Files as offices and authorities publish them.</summary>
public sealed class RealFiles
{
    private static readonly SourceFormat Headless = new() { HeaderRow = 0 };
    private static readonly SourceFormat Duplicates = new() { NumbersDuplicateHeaders = true };

    [Theory]
    [InlineData("mobility/Ent-UC3M-2019-20.csv", 2755, "IMPORTANTE", "utf-8", ',')]
    [InlineData("mobility/Sal-UC3M-2019-20.csv", 1751, "IMPORTANTE", "utf-8", ',')]
    [InlineData("mobility/erasmus-2013-14-flow.csv", 928, "CountrySending", "utf-8", ';')]
    [InlineData("staff/PAS-UC3M-2020.csv.gz", 729, "IMPORTANTE", "utf-8", ',')]
    [InlineData("staff/PDI-UC3M-2020.csv.gz", 1775, "IMPORTANTE", "utf-8", ',')]
    [InlineData("staff/PI-UC3M-2020.csv.gz", 745, "IMPORTANTE", "utf-8", ',')]
    [InlineData("affiliations/crossref_train.csv", 6499, "affiliation", "utf-8", ',')]
    [InlineData("affiliations/logs_train.csv", 659, "affiliation", "utf-8", ',')]
    [InlineData("affiliations/s2aff_train_val.csv", 1674, "affiliation", "utf-8", ',')]
    [InlineData("names/negatives-global.csv", 50_000, "full_name", "utf-8", ',')]
    [InlineData("names/gleif_elf_codes_1.4.1.csv", 3659, "ELF Code", "utf-8", ',')]
    [InlineData("lists/dpl.txt", 581, "Name", "utf-8", '\t')]
    public void A_text_file_opens_with_its_headers_and_rows(string name, int rows, string first, string encoding, char separator)
    {
        using var table = Open(name);
        Assert.Equal((first, encoding, separator), (table.Headers[0], table.Encoding, table.Separator));
        Assert.Equal(rows, table.Rows().Count());
    }

    [Theory]
    [InlineData("lists/sdn.csv", 8976, 12)]
    [InlineData("lists/alt.csv", 11_910, 5)]
    [InlineData("lists/add.csv", 13_837, 6)]
    public void A_text_file_without_headers_has_letters_for_them(string name, int rows, int columns)
    {
        using var table = Open(name, Headless);
        Assert.Equal(Enumerable.Range(0, columns).Select(ColumnLetters.Of), table.Headers);
        Assert.Equal(rows, table.Rows().Count());
    }

    [Theory]
    [InlineData("charters/eche-2022-03.xlsx")]
    [InlineData("charters/eche-2022-07.xlsx")]
    [InlineData("charters/eche-2023-07-05.xlsx")]
    [InlineData("charters/eche-2024-06-27.xlsx")]
    public void Every_release_of_the_charters_opens_with_its_header_row(string name)
    {
        using var found = Open(name, Duplicates);
        using var asked = Open(name, Duplicates with { HeaderContains = ["erasmus CODE"] });
        Assert.Equal(asked.HeaderRow, found.HeaderRow);
        Assert.InRange(found.HeaderRow, 1, 2);
        Assert.InRange(found.Rows().Count(), 5206, 6142);
        Assert.True(found.Column("Country Cd") >= 0 || found.Column("Country") >= 0 || found.Column("Country Code") >= 0, string.Join('|', found.Headers));
    }

    [Fact]
    public void The_charters_of_June_2024_have_5912_holders()
    {
        using var table = Open("charters/eche-2024-06-27.xlsx", Duplicates);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('|', table.Headers));
        Assert.Equal(5912, table.Rows().Count());
    }

    [Fact]
    public void The_end_user_list_has_several_lines_in_one_cell()
    {
        using var table = Open("lists/meti-foreign-end-user-list-2025-09-29.xlsx");
        TestContext.Current.TestOutputHelper!.WriteLine(table.HeaderRow + ": " + string.Join('|', table.Headers));
        Assert.Equal("ユーザーリスト", table.Sheet);
        Assert.Equal(835, table.Rows().Count(r => int.TryParse(r.Cell(0), out _)));
        Assert.Contains(table.Rows(), r => r.Span(3).Contains('\n'));
    }

    [Fact]
    public void Agreements_are_found_within_their_JSON_document()
    {
        using var table = Open("agreements/fib_upc_mobilitat_2020.json");
        Assert.Equal(202, table.Rows().Count());
        Assert.Contains("coord.lat", table.Headers);
        Assert.Equal("ERASMUS+", table.Rows().First().Values("programes[]").Single());
        using var stated = Open("agreements/fib_upc_mobilitat_2020.json", new() { JsonPath = "results" });
        Assert.Equal(table.Headers, stated.Headers);
    }

    [Fact]
    public void The_registry_streams_from_its_compressed_lines()
    {
        using var table = Open("registry/ror_partial_v2.jsonl.gz");
        var (rows, names, active, japanese) = (0, 0, 0, 0);
        foreach (var row in table.Rows())
        {
            rows++;
            names += row.Values("names[].value").Count();
            if (row.Cell(table.Column("status")) == "active") active++;
            if (row.Values("names[].lang").Contains("ja")) japanese++;
        }

        Assert.Equal((51_370, 150_990, 48_746, 5479), (rows, names, active, japanese));
    }

    [Fact]
    public void The_list_of_names_streams_from_its_lines()
    {
        using var table = Open("lists/uk_list_names.jsonl");
        Assert.Equal(6349, table.Rows().Count());
    }

    [Fact]
    public void An_XML_list_is_refused_by_what_it_is()
    {
        var refusal = SourceFile.Open(SharedData.Path("lists/UN_consolidated_20260227.xml")).Refusal;
        Assert.Equal("import.wrong-kind", refusal?.Code);
        Assert.Contains("XML", refusal!.Message.En, StringComparison.Ordinal);
    }

    private static SourceTable Open(string name, SourceFormat? format = null) =>
        SourceFile.Open(SharedData.Path(name), format) is { IsDone: true } opened
            ? opened.Value! : throw new InvalidOperationException(SourceFile.Open(SharedData.Path(name), format).Refusal!.Message.En);
}
