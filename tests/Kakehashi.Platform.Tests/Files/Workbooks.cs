using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>Makes workbooks byte by byte, good and bad, so that none needs to be kept.</summary>
internal static class Workbooks
{
    internal const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";

    internal static byte[] Xlsx(string rows = Rows, string? shared = null, string? styles = null, string prolog = "", params (string Name, string Text)[] more) =>
        Zip([
            ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"{prolog}<worksheet><sheetData>{rows}</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", shared ?? "<sst/>"),
            ("xl/styles.xml", styles ?? "<styleSheet/>"),
            .. more,
        ]);

    internal static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open()) entry.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    /// <summary>A compound file with one stream of this name.</summary>
    internal static byte[] Compound(string streamName, byte[] content)
    {
        var sectors = Math.Max(8, (content.Length + 511) / 512);
        var file = new byte[512 * (3 + sectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Put16(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Put32(file, 44, 1, 1, 0, 4096, -2, 0, -2, 0, 0);
        for (var i = 1; i < 109; i++) Put32(file, 76 + i * 4, -1);
        for (var i = 0; i < 128; i++) Put32(file, 512 + i * 4, i == 0 ? -3 : i == 1 ? -2 : i < 1 + sectors ? i + 1 : i == 1 + sectors ? -2 : -1);
        Entry(file, 1024, "Root Entry", 5, 1, -2, 0);
        Entry(file, 1024 + 128, streamName, 2, -1, 2, sectors * 512);
        content.CopyTo(file, 1536);
        return file;
    }

    /// <summary>An Excel 97-2003 workbook: a header row of texts and rows of numbers.</summary>
    internal static byte[] Xls(string[] headers, double[][] rows)
    {
        var book = new MemoryStream();
        Record(book, 0x809, [0, 6, 5, 0, .. new byte[12]]);
        byte[] bound = [0, 0, 0, 0, 0, 0, 1, 0, (byte)'S'];
        var boundAt = (int)book.Position + 4;
        Record(book, 0x85, bound);
        Record(book, 0x0A, []);
        var sheetAt = (int)book.Position;
        Record(book, 0x809, [0, 6, 0x10, 0, .. new byte[12]]);
        var dimensions = new byte[14];
        BinaryPrimitives.WriteInt32LittleEndian(dimensions.AsSpan(4), rows.Length + 1);
        BinaryPrimitives.WriteInt16LittleEndian(dimensions.AsSpan(10), (short)headers.Length);
        Record(book, 0x200, dimensions);
        for (var c = 0; c < headers.Length; c++)
            Record(book, 0x204, [0, 0, (byte)c, 0, 0, 0, (byte)headers[c].Length, 0, 1, .. Encoding.Unicode.GetBytes(headers[c])]);
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
                Record(book, 0x203, [(byte)(r + 1), 0, (byte)c, 0, 0, 0, .. BitConverter.GetBytes(rows[r][c])]);
        Record(book, 0x0A, []);
        var bytes = book.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(boundAt), sheetAt);
        return Compound("Workbook", bytes);
    }

    private static void Record(Stream stream, ushort id, byte[] content)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(head, id);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)content.Length);
        stream.Write(head);
        stream.Write(content);
    }

    private static void Entry(byte[] file, int at, string name, byte type, int child, int start, int size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Put16(file, at + 64, name.Length * 2 + 2);
        file[at + 66] = type;
        file[at + 67] = 1;
        Put32(file, at + 68, -1, -1, child);
        Put32(file, at + 116, start, size);
    }

    private static void Put16(byte[] file, int at, params int[] values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + i * 2), (ushort)values[i]);
    }

    private static void Put32(byte[] file, int at, params int[] values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + i * 4), values[i]);
    }
}
