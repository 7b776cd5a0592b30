using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Tests.Files;

namespace Kakehashi.Tests.ExportControl;

/// <summary>Whatever a file holds, the answer is a list or a refusal.</summary>
public sealed class ListsThatCannotBeTrusted
{
    public static TheoryData<string, Func<ListFile, Result<ListVersion>>> Readers { get; } = new()
    {
        { "list.xlsx", file => MetiList.Read(file, ListFiles.Dates, ListFiles.Countries) },
        { "sdn.csv", file => OfacList.Read(new(file, file, file), ListFiles.Dates, ListFiles.Countries) },
        { "un.xml", file => UnList.Read(file, ListFiles.Countries) },
        { "uk.jsonl", file => UkList.Read(file, ListFiles.Dates) },
        { "own.csv", file => CsvList.Read(file, ListFiles.Dates, ListFiles.Countries) },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_file_of_noise_is_refused(string name, Func<ListFile, Result<ListVersion>> read)
    {
        var random = new Random(20260227);
        foreach (var length in new[] { 0, 1, 2, 3, 17, 500, 5000 })
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            var refusal = read(new(name, new MemoryStream(noise))).Refusal;
            Assert.Contains(name, refusal!.Message.Ja, StringComparison.Ordinal);
            Assert.Contains(name, refusal.Message.En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_file_that_is_too_large_is_refused_unread(string name, Func<ListFile, Result<ListVersion>> read)
    {
        using var endless = new Unread();
        Assert.Equal("list.file-too-large", read(new(name, endless)).Refused(name, "32"));
    }

    [Fact]
    public void An_error_of_the_spreadsheet_is_no_value()
    {
        var headers = string.Concat(ListFiles.MetiHeaders.Select((header, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{header}</t></is></c>"));
        var book = Workbooks.Xlsx($"<row r=\"1\">{headers}</row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>");
        Assert.Equal("list.cell-error", MetiList.Read(new("list.xlsx", new MemoryStream(book)), ListFiles.Dates, ListFiles.Countries).Refused("B2", "#N/A"));
    }

    [Fact]
    public void A_text_that_stands_in_every_row_does_not_fill_the_memory()
    {
        var text = new string('x', 40_000);
        var rows = string.Concat(Enumerable.Range(1, 1100).Select(i => $"<row><c t=\"inlineStr\"><is><t>{i}</t></is></c><c t=\"s\"><v>0</v></c></row>"));
        var book = Workbooks.Xlsx("<row><c t=\"inlineStr\"><is><t>Number</t></is></c><c t=\"inlineStr\"><is><t>Name</t></is></c></row>" + rows, shared: $"<sst><si><t>{text}</t></si></sst>");
        Assert.Equal("list.too-much", CsvList.Read(new("own.xlsx", new MemoryStream(book)), ListFiles.Dates, ListFiles.Countries).Refused("own.xlsx"));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_cell_is_made_visible()
    {
        var book = Workbooks.Xlsx("<row><c t=\"inlineStr\"><is><t>Number</t></is></c><c t=\"inlineStr\"><is><t>Name</t></is></c><c t=\"inlineStr\"><is><t>Countries and areas</t></is></c></row>"
            + "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>A_xD800_B</t></is></c><c t=\"inlineStr\"><is><t>_xD800_</t></is></c></row>");
        Assert.Equal("list.country-unknown", CsvList.Read(new("own.xlsx", new MemoryStream(book)), ListFiles.Dates, ListFiles.Countries).Refused("C2"));
    }

    [Theory]
    [InlineData("sdn.csv", "36,\"AIR, ONE\",-0- ,\"SDGT] [IFSR\",-0- ,-0- ,-0- ,-0- ,-0- ,\"Cyprus\",-0- ,\"DOB circa 1962; a.k.a. 'B'.\"\n")]
    [InlineData("un.xml", "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><ENTITIES><ENTITY><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME><ENTITY_ADDRESS><COUNTRY>Mali</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>")]
    [InlineData("uk.jsonl", "{\"id\":\"a\",\"kind\":\"Ship\",\"regime\":\"x\",\"names\":[{\"name\":\"x\",\"type\":\"Primary name\"}],\"non_latin\":{\"names\":[{\"name_non_latin_script\":\"\\u0635\"}]}}\n{\"id\":null}\n")]
    [InlineData("own.csv", "番号,名称,国・地域,懸念区分,生年月日\n1,A,JP,核,1962-05\n")]
    public void A_file_with_any_byte_changed_is_a_list_or_a_refusal(string name, string text)
    {
        var read = Readers.Single(reader => reader.Data.Item1 == name).Data.Item2;
        var good = System.Text.Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < good.Length; at++)
            foreach (byte changed in new byte[] { 0, (byte)'"', (byte)',', (byte)'\n', (byte)'<', (byte)'9', 0x80, 0xFF })
            {
                byte[] bytes = [.. good[..at], changed, .. good[(at + 1)..]];
                var result = read(new(name, new MemoryStream(bytes)));
                Assert.True(result.IsDone || result.Refusal.Message.En.Contains(name, StringComparison.Ordinal));
            }
    }

    private sealed class Unread : MemoryStream
    {
        public override long Length => 33L << 20;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("it was read");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("it was read");
    }
}
