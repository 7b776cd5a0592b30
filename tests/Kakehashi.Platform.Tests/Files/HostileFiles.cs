using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>Memory is measured for the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(MeasuredMemory), DisableParallelization = true)]
public sealed class MeasuredMemory;

/// <summary>Whatever a person hands in gets an answer in both languages, soon and without filling the memory.</summary>
[Collection(nameof(MeasuredMemory))]
public sealed class HostileFiles
{
    private const long Gigabyte = 1L << 30;
    private const long MostMemory = 150L << 20;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, (string Name, string Code, Func<Stream> Make)> Files = new()
    {
        ["nothing"] = ("a.csv", "file-empty", () => Bytes([])),
        ["only a mark"] = ("a.csv", "file-empty", () => Bytes([0xEF, 0xBB, 0xBF])),
        ["only blank lines"] = ("a.csv", "file-empty", () => Text("\r\n\r\n  \r\n")),
        ["nothing, compressed"] = ("a.csv.gz", "file-empty", () => Gzip([])),
        ["an image called CSV"] = ("a.csv", "wrong-kind", () => Bytes([0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13])),
        ["a PDF called CSV"] = ("a.csv", "wrong-kind", () => Text("%PDF-1.7\n1 0 obj")),
        ["a web page called XLS"] = ("a.xls", "wrong-kind", () => Text("<html><body><table><tr><td>1</td></tr></table></body></html>")),
        ["a workbook called CSV"] = ("a.csv", "wrong-kind", () => Bytes(Workbooks.Xlsx())),
        ["a workbook called XLS"] = ("a.xls", "wrong-kind", () => Bytes(Workbooks.Xlsx())),
        ["JSON called CSV"] = ("a.csv", "wrong-kind", () => Text("[{\"a\":1}]")),
        ["CSV called XLSX"] = ("a.xlsx", "wrong-kind", () => Text("a,b\n1,2\n")),
        ["CSV called GZ"] = ("a.csv.gz", "wrong-kind", () => Text("a,b\n1,2\n3,4\n5,6\n7,8\n")),
        ["a ZIP of files"] = ("a.zip", "wrong-kind", () => Bytes(Workbooks.Zip(("a.csv", "a,b")))),
        ["a Word document called XLSX"] = ("a.xlsx", "wrong-kind", () => Bytes(Workbooks.Zip(("word/document.xml", "<x/>")))),
        ["random bytes"] = ("a.csv", "wrong-kind", () => Bytes([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))])),
        ["UTF-16 without a mark"] = ("a.csv", "encoding", () => Bytes(Encoding.Unicode.GetBytes("名前,値\r\n京都,1\r\n大阪,2\r\n"))),
        ["bytes of no encoding"] = ("a.csv", "encoding", () => Bytes([.. "a,b\n"u8, 0x81, 0x20, 0xFF, 0x8D, 0x0A])),
        ["a bad byte far into UTF-8"] = ("a.csv", "encoding", () => Bytes([.. Encoding.UTF8.GetBytes("名,値\n" + string.Concat(Enumerable.Repeat("京都,大阪\n", 20_000))), 0xFF, 0x0A])),
        ["a NUL in the middle"] = ("a.csv", "nul", () => Text("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000)) + "1,\0\n")),
        ["a NUL in quotes"] = ("a.csv", "nul", () => Text("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000)) + "1,\"x\0\"\n")),
        ["a gigabyte without a line break"] = ("a.csv", "cell-too-long", () => new EndlessBytes("", "a", Gigabyte)),
        ["a gigabyte of cells in one row"] = ("a.csv", "too-many-columns", () => new EndlessBytes("a,b\n", "a,", Gigabyte)),
        ["few cells, too long together"] = ("a.csv", "row-too-long", () => new EndlessBytes("a,b\n", new string('x', 900_000) + ",", Gigabyte)),
        ["a quote never closed"] = ("a.csv", "unclosed-quote", () => new EndlessBytes("a,b\n1,\"2\n", "3,4\n", Gigabyte)),
        ["a quote never closed in a small file"] = ("a.csv", "unclosed-quote", () => Text("a,b\n1,\"2\n3,4\n")),
        ["16,384 columns of text"] = ("a.csv", "too-many-columns", () => Text(string.Join(',', Enumerable.Range(0, 16_384)))),
        ["16,384 columns in a workbook"] = ("a.xlsx", "too-many-columns", () => Bytes(Workbooks.Xlsx(
            "<row r=\"1\">" + string.Concat(Enumerable.Range(0, 16_384).Select(i => $"<c r=\"{ColumnLetters.Of(i)}1\"><v>{i}</v></c>")) + "</row>"))),
        ["a header twice"] = ("a.csv", "duplicate-header", () => Text("a,b,a\n1,2,3\n")),
        ["a gzip bomb"] = ("a.csv.gz", "zip-bomb", () => Bomb("a,b\n", "1,2\n", 1L << 28)),
        ["a gzip bomb that lies about its size"] = ("a.csv.gz", "zip-bomb", () => Lying(Bomb("a,b\n", "1,2\n", 1L << 28))),
        ["a gzip in a gzip"] = ("a.csv.gz", "zip-bomb", () => Gzip(((MemoryStream)Gzip([.. "a,b\n1,2\n"u8])).ToArray())),
        ["a gzip cut off"] = ("a.csv.gz", "broken-archive", () => Cut(Gzip(Noise()))),
        ["a gzip with a wrong sum"] = ("a.csv.gz", "broken-archive", () => Flip(Gzip([.. "a,b\n1,2\n3,4\n"u8]), 6)),
        ["a workbook cut off"] = ("a.xlsx", "broken-archive", () => Cut(Bytes(Workbooks.Xlsx()))),
        ["a workbook with a sheet cut off"] = ("a.xlsx", "broken-archive", () => Bytes(Workbooks.Xlsx(Workbooks.Rows + "<row r=\"3\"><c r=\"A3\">"))),
        ["a workbook that is a bomb"] = ("a.xlsx", "zip-bomb", () => WorkbookBomb("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<row/>", 1L << 28)),
        ["a workbook of endless depth"] = ("a.xlsx", "broken-archive", () => Bytes(Workbooks.Xlsx(string.Concat(Enumerable.Repeat("<x>", 1_000_000))))),
        ["a workbook with one endless attribute"] = ("a.xlsx", "cell-too-long", () => Bytes(Workbooks.Xlsx("<row r=\"" + new string('1', 20_000_000) + "\"/>"))),
        ["a workbook with an outside entity"] = ("a.xlsx", "unsafe-xml", () => Bytes(Workbooks.Xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>", prolog: "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"))),
        ["a workbook with a billion laughs"] = ("a.xlsx", "unsafe-xml", () => Bytes(Workbooks.Xlsx(Workbooks.Rows, shared:
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><sst><si><t>&c;</t></si></sst>"))),
        ["a workbook with a text that is not there"] = ("a.xlsx", "broken-archive", () => Bytes(Workbooks.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"))),
        ["a workbook without sheets"] = ("a.xlsx", "not-a-table", () => Bytes(Workbooks.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/_rels/workbook.xml.rels", "<x/>")))),
        ["a sheet elsewhere"] = ("a.xlsx", "broken-archive", () => Bytes(Workbooks.Zip(
            ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"s\" r:id=\"1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<x><Relationship Id=\"1\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></x>")))),
        ["an empty sheet"] = ("a.xlsx", "file-empty", () => Bytes(Workbooks.Xlsx(""))),
        ["a ZIP directory of a million entries"] = ("a.xlsx", "broken-archive", () => Bytes(ManyEntries())),
        ["a workbook with a password"] = ("a.xlsx", "encrypted", () => Bytes(Workbooks.Compound("EncryptedPackage", new byte[5000]))),
        ["a damaged old workbook"] = ("a.xls", "broken-archive", () => Bytes(Workbooks.Compound("Workbook", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31))]))),
        ["an old Word document called XLS"] = ("a.xls", "wrong-kind", () => Bytes(Workbooks.Compound("WordDocument", new byte[5000]))),
        ["JSON of endless depth"] = ("a.json", "json", () => Text("[{\"a\":" + new string('[', 5_000_000))),
        ["JSON cut off"] = ("a.json", "json", () => Text("[{\"a\":1},{\"a\":")),
        ["JSON with half a character"] = ("a.json", "json", () => Text("[{\"a\":\"\\ud800\"}]")),
        ["JSON with a name twice"] = ("a.json", "json", () => Text("[{\"a\":1,\"a\":2}]")),
        ["JSON without an array"] = ("a.json", "not-a-table", () => Text("{\"a\":1,\"b\":{\"c\":2}}")),
        ["JSON with one endless text"] = ("a.json", "row-too-long", () => new EndlessBytes("[{\"a\":\"", "x", Gigabyte)),
        ["JSON of too many columns"] = ("a.json", "too-many-columns", () => Text("[{" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"k{i}\":1")) + "}]")),
        ["a line of JSON lines that is none"] = ("a.jsonl", "json", () => Text("{\"a\":1}\n{\"a\":2}\n{\"a\":\n")),
        ["an endless line of JSON lines"] = ("a.jsonl", "row-too-long", () => new EndlessBytes("{\"a\":1}\n{\"a\":\"", "x", Gigabyte)),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused_by_its_code_in_both_languages_soon_and_in_little_memory(string name)
    {
        var (fileName, code, make) = Files[name];
        using var file = make();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 5);
        var clock = Stopwatch.StartNew();
        var refusal = ReadAll(file, fileName);
        clock.Stop();
        Assert.NotNull(refusal);
        Assert.Equal("import." + code, refusal.Code);
        Assert.Contains(fileName, refusal.Message.Ja, StringComparison.Ordinal);
        Assert.Contains(fileName, refusal.Message.En, StringComparison.Ordinal);
        Assert.True(refusal.Message.Ja.Any(c => c is >= '\u3041' and <= '\u30FE'), refusal.Message.Ja);
        Assert.DoesNotContain(refusal.Message.En, c => c is >= '\u3041' and <= '\u9FFF');
        Assert.True(clock.Elapsed < Soon, $"{clock.Elapsed}");
        Assert.True(peak - before < MostMemory, $"{(peak - before) >> 20} MB");
    }

    [Theory]
    [InlineData("a.json", "[{\"a\":1},{\"a\":")]
    [InlineData("a.jsonl", "{\"a\":1}\n{\"a\":")]
    public void JSON_that_is_only_nested_too_deeply_is_not_called_wrong(string name, string start)
    {
        const int depth = 500;
        var refusal = ReadAll(Text(start + new string('[', depth) + new string(']', depth) + (name == "a.json" ? "}]" : "}")), name);
        Assert.Equal("import.json", refusal?.Code);
        Assert.Contains("nested too deeply at item 2", refusal!.Message.En, StringComparison.Ordinal);
        Assert.Contains("入れ子が深すぎます", refusal.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_turns_bad_in_the_middle_gives_its_good_rows_first()
    {
        using var file = Text("a,b\n1,2\n3,4\n5,\"6\n");
        var rows = new List<string?>();
        using var table = SourceFile.Open(file, "a.csv").Value!;
        var fault = Assert.Throws<SourceFault>(() => rows.AddRange(table.Rows().Select(r => r.Cell(0))));
        Assert.Equal(["1", "3"], rows);
        Assert.Contains("line 4", fault.Refusal.Message.En, StringComparison.Ordinal);
        Assert.Contains("4行目", fault.Refusal.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_bytes_of_changed_and_cut_workbooks_never_break_the_reader()
    {
        var random = new Random(7);
        foreach (var (good, name) in new[] { (Workbooks.Xlsx(), "a.xlsx"), (Workbooks.Xls(["a", "b"], [[1, 2], [3, 4]]), "a.xls") })
            for (var i = 0; i < 300; i++)
            {
                var bad = (byte[])good.Clone();
                for (var n = 0; n < 4; n++) bad[random.Next(bad.Length)] = (byte)random.Next(256);
                using var file = Bytes(i % 3 == 0 ? bad[..random.Next(bad.Length)] : bad);
                if (ReadAll(file, name) is { } refusal) Assert.StartsWith("import.", refusal.Code, StringComparison.Ordinal);
            }
    }

    private static Refusal? ReadAll(Stream file, string fileName)
    {
        var opened = SourceFile.Open(file, fileName);
        if (!opened.IsDone) return opened.Refusal;
        using var table = opened.Value;
        try
        {
            foreach (var row in table.Rows()) Assert.True(row.Number > 0);
            return null;
        }
        catch (SourceFault fault)
        {
            return fault.Refusal;
        }
    }

    private static MemoryStream Bytes(byte[] bytes) => new(bytes);

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Gzip(byte[] content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
            gzip.Flush();
        }

        return Rewound(stream);
    }

    private static MemoryStream Bomb(string start, string pattern, long length)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        using (var endless = new EndlessBytes(start, pattern, length)) endless.CopyTo(gzip, 1 << 20);
        return Rewound(stream);
    }

    private static MemoryStream WorkbookBomb(string start, string pattern, long length)
    {
        var stream = new MemoryStream();
        stream.Write(Workbooks.Xlsx());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            using var endless = new EndlessBytes("<worksheet><sheetData>" + start, pattern, length);
            endless.CopyTo(entry, 1 << 20);
        }

        return Rewound(stream);
    }

    private static byte[] Noise()
    {
        var random = new Random(1);
        return Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(_ => $"{random.Next()},{random.Next()}\n")));
    }

    private static MemoryStream Cut(MemoryStream whole)
    {
        whole.SetLength(whole.Length / 2);
        return Rewound(whole);
    }

    private static MemoryStream Lying(MemoryStream bomb)
    {
        var bytes = bomb.ToArray();
        bytes.AsSpan(^4..).Clear();
        return new(bytes);
    }

    private static MemoryStream Flip(MemoryStream stream, int place)
    {
        var bytes = stream.ToArray();
        bytes[^place] ^= 1;
        return new(bytes);
    }

    private static byte[] ManyEntries()
    {
        // one directory entry of 46 bytes a million times; the end record states how many are there modulo 65,536
        var entry = new byte[47];
        "PK\x1\x2"u8.CopyTo(entry);
        entry[28] = 1;
        entry[46] = (byte)'a';
        const int Count = 1_000_000;
        var file = new byte[30 + Count * entry.Length + 22];
        "PK\x3\x4"u8.CopyTo(file);
        for (var i = 0; i < Count; i++) entry.CopyTo(file, 30 + i * entry.Length);
        var end = file.AsSpan(file.Length - 22);
        "PK\x5\x6"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], 100);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], 30);
        return file;
    }

    private static MemoryStream Rewound(MemoryStream stream)
    {
        stream.Position = 0;
        return stream;
    }
}
