using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>
/// A Word document with marks in its text: <c>{{name}}</c> for a value, <c>{{#name}}</c> to <c>{{/name}}</c> for what is repeated,
/// <c>{{?name}}</c> and <c>{{^name}}</c> for what stands only where there is a value or none.
/// </summary>
public sealed class DocxTemplate
{
    /// <summary>The most bytes of a template.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>The most bytes that it may unfold to.</summary>
    private const long MostUnpacked = 64 << 20;

    private const int MostMistakes = 20;

    private readonly byte[] content;
    private readonly DocxTerms terms;

    private DocxTemplate(byte[] content, DocxTerms terms) => (this.content, this.terms) = (content, terms);

    /// <summary>Reads a template, and looks at all its marks.</summary>
    /// <returns>The template, or all that is wrong with it.</returns>
    public static (DocxTemplate? Template, IReadOnlyList<DocxMistake> Mistakes) Read(byte[] content, DocxTerms terms)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(terms);
        if (content.Length > MostBytes || !IsDocument(content)) return (null, [NoDocument]);
        try
        {
            var template = new DocxTemplate(content, terms);
            var (_, mistakes) = template.Filled(null);
            return mistakes.Count == 0 ? (template, []) : (null, [.. mistakes.Distinct().Take(MostMistakes)]);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException)
        {
            return (null, [NoDocument]);
        }
    }

    /// <summary>The document with its values.</summary>
    /// <param name="value">What the terms read.</param>
    public byte[] Fill(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Filled(value).Content;
    }

    private (byte[] Content, List<DocxMistake> Mistakes) Filled(object? value)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        var mistakes = new List<DocxMistake>();
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart ?? throw new InvalidDataException("there is no text");
            if (main.GetPartsOfType<VbaProjectPart>().Any() || main.Parts.Any(pair => pair.OpenXmlPart is AlternativeFormatImportPart)) throw new InvalidDataException("there is a program or another file in it");
            foreach (var (root, name) in Roots(main))
            {
                var filling = new DocxFilling(root, name);
                filling.Fill(root, new(terms, value));
                mistakes.AddRange(filling.Mistakes);
            }
        }

        return (stream.ToArray(), mistakes);
    }

    private static IEnumerable<(OpenXmlElement Root, Text Name)> Roots(MainDocumentPart main)
    {
        yield return (main.Document.Body ?? throw new InvalidDataException("there is no text"), ("本文", "the text"));
        foreach (var header in main.HeaderParts) yield return (header.Header, ("ヘッダー", "the header"));
        foreach (var footer in main.FooterParts) yield return (footer.Footer, ("フッター", "the footer"));
        if (main.FootnotesPart?.Footnotes is { } notes) yield return (notes, ("脚注", "the footnotes"));
    }

    /// <summary>An archive that unfolds to no more than it may, and reaches for nothing outside but links that a person follows.</summary>
    private static bool IsDocument(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            long size = 0;
            foreach (var entry in archive.Entries)
            {
                if ((size += entry.Length) > MostUnpacked) return false;
                if (!entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;
                using var reader = new StreamReader(entry.Open());
                var relationships = System.Xml.Linq.XDocument.Parse(reader.ReadToEnd());
                if (relationships.Root!.Elements().Any(one => (string?)one.Attribute("TargetMode") == "External" && !((string?)one.Attribute("Type") ?? "").EndsWith("/hyperlink", StringComparison.Ordinal))) return false;
            }

            return archive.GetEntry("word/document.xml") is not null;
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Xml.XmlException)
        {
            return false;
        }
    }

    private static DocxMistake NoDocument { get; } = new("", (
        "4MBまでのWord文書(.docx)ではないか、マクロや外部ファイルへの参照を含んでいます。", "It is no Word document (.docx) of up to 4 MB, or it holds macros or reaches for other files."));
}
