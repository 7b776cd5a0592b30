using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>
/// Gives a workbook back with one column more, and all else as it was: other sheets, formats, formulas. Only the part of
/// the sheet is written anew, cell by cell as it is read.
/// </summary>
internal sealed class WorkbookColumn(string part, Func<long, string?> words)
{
    private const int LongestText = 32_767;
    private const int LastColumn = 16_383;

    private int column;
    private long last;

    /// <summary>Where the headers are; the new one looks like that beside it.</summary>
    public long HeaderRow { get; init; }

    public void Write(Stream workbook, Stream output)
    {
        using var source = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            if (entry.FullName == part) Sheet(entry, to);
            else
            {
                using var from = entry.Open();
                from.CopyTo(to);
            }
        }
    }

    private void Sheet(ZipArchiveEntry entry, Stream output)
    {
        using (var first = Read(entry)) column = Math.Min(Width(first), LastColumn);
        using var reader = Read(entry);
        using var writer = XmlWriter.Create(output, new() { CloseOutput = false });
        while (reader.Read())
        {
            if (IsCell(reader, "row")) Row(reader, writer);
            else if (reader is not { NodeType: XmlNodeType.Element, LocalName: "dimension" }) Copy(reader, writer);
        }
    }

    /// <summary>The first column right of all cells that hold something; cells that are only painted do not count.</summary>
    private static int Width(XmlReader reader)
    {
        var (widest, at) = (0, -1);
        while (reader.Read())
        {
            if (IsCell(reader, "row")) at = -1;
            if (!IsCell(reader, "c")) continue;
            at = Column(reader, at);
            if (!reader.IsEmptyElement) widest = Math.Max(widest, at + 1);
        }

        return widest;
    }

    private void Row(XmlReader reader, XmlWriter writer)
    {
        var number = long.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : last + 1;
        last = number;
        var (isEmpty, space) = (reader.IsEmptyElement, reader.NamespaceURI);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, space);
        Attributes(reader, writer, without: "spans");
        var (at, style) = (-1, (string?)null);
        while (!isEmpty && reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"))
        {
            if (IsCell(reader, "c"))
            {
                at = Column(reader, at);
                // painted cells in and behind the new column give way to it
                if (at >= column) continue;
                style = reader.GetAttribute("s");
            }

            Copy(reader, writer);
        }

        if (words(number) is { } text) Cell(writer, space, number, number == HeaderRow ? style : null, text);
        writer.WriteEndElement();
    }

    private void Cell(XmlWriter writer, string space, long row, string? style, string text)
    {
        writer.WriteStartElement("c", space);
        writer.WriteAttributeString("r", ColumnLetters.Of(column) + row.ToString(CultureInfo.InvariantCulture));
        if (style is not null) writer.WriteAttributeString("s", style);
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", space);
        writer.WriteStartElement("t", space);
        writer.WriteString(new string(StorableText.Start(StorableText.Line(text), LongestText)));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                Attributes(reader, writer, without: null);
                if (isEmpty) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
        }
    }

    private static void Attributes(XmlReader reader, XmlWriter writer, string? without)
    {
        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
            if (reader.LocalName != without) writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        reader.MoveToElement();
    }

    /// <summary>A row or cell of the sheet, and not of what else a sheet may hold.</summary>
    private static bool IsCell(XmlReader reader, string name) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName == name && reader.Depth == (name == "row" ? 2 : 3);

    private static int Column(XmlReader reader, int before) =>
        reader.GetAttribute("r") is { } reference && ColumnLetters.Column(reference) is var stated and >= 0 ? stated : before + 1;

    private static XmlReader Read(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
