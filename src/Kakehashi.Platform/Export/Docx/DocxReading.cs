using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using DocxText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>A piece of text as a page shows it.</summary>
public sealed record DocxSpan(string Text, bool IsBold, bool IsMarked);

/// <summary>A paragraph or a table of a document, as a page shows it.</summary>
public abstract record DocxBlock;

/// <summary>A paragraph.</summary>
/// <param name="Style">The name of its style.</param>
/// <param name="Spans">Its text.</param>
public sealed record DocxParagraph(string Style, IReadOnlyList<DocxSpan> Spans) : DocxBlock;

/// <summary>A table.</summary>
/// <param name="HasLines">Whether lines are drawn: else it is text in columns.</param>
/// <param name="Rows">Rows of cells of blocks.</param>
public sealed record DocxTable(bool HasLines, IReadOnlyList<DocxRow> Rows) : DocxBlock;

/// <summary>A row of a table.</summary>
public sealed record DocxRow(bool IsHeading, IReadOnlyList<IReadOnlyList<DocxBlock>> Cells);

/// <summary>Reads the text of a document with its paragraphs and tables: enough to show and to print it, not its layout.</summary>
public static class DocxReading
{
    public static IReadOnlyList<DocxBlock> Read(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. Blocks(document.MainDocumentPart!.Document.Body!)];
    }

    private static IEnumerable<DocxBlock> Blocks(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            if (child is Paragraph paragraph) yield return new DocxParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? DocxParts.Plain, [.. Spans(paragraph)]);
            else if (child is Table table) yield return Of(table);
            else if (child is SdtBlock { SdtContentBlock: { } inner })
                foreach (var block in Blocks(inner)) yield return block;
        }
    }

    private static DocxTable Of(Table table) => new(table.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value != DocxParts.Columns,
        [.. table.Elements<TableRow>().Select(row => new DocxRow(row.TableRowProperties?.GetFirstChild<TableHeader>() is not null, [.. row.Elements<TableCell>().Select(cell => (IReadOnlyList<DocxBlock>)[.. Blocks(cell)])]))]);

    private static IEnumerable<DocxSpan> Spans(Paragraph paragraph)
    {
        foreach (var run in paragraph.Descendants<Run>())
        {
            var text = string.Concat(run.ChildElements.Select(one => one switch
            {
                DocxText said => said.Text,
                Break => "\n",
                TabChar => "\t",
                _ => "",
            }));
            if (text.Length > 0) yield return new(text, run.RunProperties?.Bold is { } bold && (bold.Val is null || bold.Val.Value), run.RunProperties?.Highlight is not null);
        }
    }
}
