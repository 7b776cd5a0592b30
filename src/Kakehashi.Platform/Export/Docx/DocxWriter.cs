using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;
using DocxText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>A line of a document.</summary>
/// <param name="Style">One of <see cref="DocxParts"/>.</param>
/// <param name="Text">The text.</param>
/// <param name="Language">The language it is in.</param>
public readonly record struct DocxLine(string Style, string Text, Language Language);

/// <summary>
/// Writes a Word document straight into the archive, paragraph by paragraph: the OpenXml library's package would keep the whole
/// in memory until it is closed. Its validator checks what is written here, in a test.
/// </summary>
public sealed class DocxWriter : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Language language;
    private readonly Stream part;
    private readonly OpenXmlWriter body;
    private bool isComplete;

    /// <summary>Begins a document.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="title">The title that the file has.</param>
    /// <param name="footer">What stands before the page number on every page.</param>
    /// <param name="language">The language of the document.</param>
    public DocxWriter(Stream stream, string title, string footer, Language language)
    {
        this.language = language;
        archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in DocxParts.All(Clean(title), Clean(footer), language)) Put(name, content);
        part = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        body = OpenXmlWriter.Create(part);
        body.WriteStartDocument();
        body.WriteStartElement(new Document());
        body.WriteStartElement(new Body());
    }

    /// <summary>Paragraphs in a style, one for each line of the text.</summary>
    /// <param name="style">One of <see cref="DocxParts"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="of">The language it is in; null for that of the document.</param>
    /// <param name="note">Small, behind the last line: what has to be said of the text.</param>
    public void Paragraph(string style, string text, Language? of = null, string? note = null)
    {
        var lines = Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++) body.WriteElement(Line(style, lines[i], of ?? language, i == lines.Length - 1 ? note : null));
    }

    /// <summary>A table; its heading is repeated on every page.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="widths">The widths of the columns, in parts of the whole.</param>
    /// <param name="rows">The rows; each has as many cells as there are headings.</param>
    public void Table(IReadOnlyList<string> headings, IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<string>> rows)
    {
        var columns = BeginTable(DocxParts.Grid, widths);
        body.WriteElement(Row(headings, columns, isHeading: true));
        foreach (var row in rows) body.WriteElement(Row(row, columns, isHeading: false));
        EndTable();
    }

    /// <summary>Text in columns side by side: each row has a cell for each column, each cell its lines.</summary>
    public void Columns(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<IReadOnlyList<DocxLine>>> rows)
    {
        var columns = BeginTable(DocxParts.Columns, widths);
        foreach (var row in rows)
            body.WriteElement(new TableRow(row.Select((lines, i) => Cell(columns[i], lines.DefaultIfEmpty(new(DocxParts.Plain, "", language)).Select(line => Line(line.Style, Clean(line.Text), line.Language, null))))));
        EndTable();
    }

    private List<int> BeginTable(string style, IReadOnlyList<int> widths)
    {
        var (all, given) = (DocxParts.TextWidth, widths.Sum());
        var columns = widths.Select(width => all * width / given).ToList();
        body.WriteStartElement(new Table());
        body.WriteElement(new TableProperties(new TableStyle { Val = style }, new TableWidth { Width = Whole(all), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }));
        body.WriteElement(new TableGrid(columns.Select(width => new GridColumn { Width = Whole(width) })));
        return columns;
    }

    private void EndTable()
    {
        body.WriteEndElement();
        // a table must be followed by a paragraph, and looks better so
        body.WriteElement(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxParts.Small })));
    }

    /// <summary>Ends the document.</summary>
    public void Complete()
    {
        body.WriteElement(DocxParts.Page());
        body.WriteEndElement();
        body.WriteEndElement();
        body.Close();
        part.Dispose();
        archive.Dispose();
        isComplete = true;
    }

    public void Dispose()
    {
        if (isComplete) return;
        body.Dispose();
        part.Dispose();
        archive.Dispose();
    }

    private TableRow Row(IReadOnlyList<string> cells, List<int> widths, bool isHeading)
    {
        var row = new TableRow();
        row.AppendChild(isHeading ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        for (var i = 0; i < cells.Count; i++)
        {
            var style = isHeading ? DocxParts.TableHead : DocxParts.TableText;
            row.AppendChild(Cell(widths[i], Clean(cells[i]).Split('\n').Select(line => Line(style, line, language, null))));
        }

        return row;
    }

    private static TableCell Cell(int width, IEnumerable<Paragraph> lines) => new([new TableCellProperties(new TableCellWidth { Width = Whole(width), Type = TableWidthUnitValues.Dxa }), .. lines]);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Paragraph Line(string style, string text, Language of, string? note)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text, of, isNote: false));
        if (note is not null) paragraph.AppendChild(Run(" " + Clean(note), of, isNote: true));
        return paragraph;
    }

    private static Run Run(string text, Language of, bool isNote)
    {
        var properties = new RunProperties();
        if (isNote)
        {
            properties.AppendChild(new Color { Val = DocxParts.Quiet });
            properties.AppendChild(new FontSize { Val = "17" });
        }

        properties.AppendChild(new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = of == Language.Ja ? "ja-JP" : "en-GB", EastAsia = "ja-JP" });
        return new Run(properties, new DocxText(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static string Clean(string text) => StorableText.Lines(text);

    private void Put(string name, string content)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
