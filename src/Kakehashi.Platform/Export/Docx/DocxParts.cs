using System.Security;
using DocumentFormat.OpenXml.Wordprocessing;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>What a Word document needs besides its text: styles, footer, properties, and the list of all that.</summary>
public static class DocxParts
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Chapter = "Heading1";
    public const string Section = "Heading2";
    public const string Part = "Heading3";
    public const string Label = "FieldLabel";
    public const string Plain = "Normal";
    /// <summary>A line that stays with what follows.</summary>
    public const string Opening = "OpeningLine";
    public const string Point = "ListPoint";
    public const string Small = "SmallText";
    public const string TableHead = "TableHead";
    public const string TableText = "TableText";
    public const string Grid = "ReportTable";

    /// <summary>Text in columns: a table without lines.</summary>
    public const string Columns = "TextColumns";

    /// <summary>Grey that can be read on white, on paper too.</summary>
    public const string Quiet = "595959";

    /// <summary>A4 without its margins of 25 mm, in twentieths of a point.</summary>
    public const int TextWidth = 11906 - 2 * Margin;

    private const int Margin = 1417;
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>The parts by their names.</summary>
    public static IEnumerable<(string Name, string Content)> All(string title, string footer, Language language)
    {
        yield return ("[Content_Types].xml", Head + $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="{Type}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """);
        yield return ("_rels/.rels", Head + $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        yield return ("word/_rels/document.xml.rels", Head + $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/footer" Target="footer1.xml"/></Relationships>
            """);
        yield return ("docProps/core.xml", Head + $"""
            <cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:creator>Kakehashi</dc:creator><dc:language>{language.Code()}</dc:language></cp:coreProperties>
            """);
        yield return ("word/footer1.xml", Head + $"""
            <w:ftr xmlns:w="{Word}"><w:p><w:pPr><w:pStyle w:val="{Small}"/><w:tabs><w:tab w:val="right" w:pos="{TextWidth}"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">{SecurityElement.Escape(footer)}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
            """);
        yield return ("word/styles.xml", Head + Styles(language));
    }

    /// <summary>The page: A4, with the footer.</summary>
    public static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId2" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 708, Footer = 708, Gutter = 0 });

    private static string Styles(Language language) => $"""
        <w:styles xmlns:w="{Word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Yu Gothic" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{(language == Language.Ja ? "ja-JP" : "en-GB")}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="{Plain}"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Heading(Title, "Title", null, 40, 1200, 120)}
        {Heading(Subtitle, "Subtitle", null, 24, 0, 60)}
        {Heading(Chapter, "heading 1", 0, 30, 480, 160)}
        {Heading(Section, "heading 2", 1, 26, 420, 120)}
        {Heading(Part, "heading 3", 2, 23, 280, 80)}
        {Style(Label, "Field Label", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"20\"/>", $"<w:b/><w:color w:val=\"{Quiet}\"/><w:sz w:val=\"19\"/>")}
        {Style(Opening, "Opening Line", "<w:keepNext/>", "<w:b/>")}
        {Style(Point, "List Point", "<w:ind w:left=\"284\" w:hanging=\"284\"/><w:contextualSpacing/>", "")}
        {Style(Small, "Small Text", "<w:spacing w:after=\"60\"/>", $"<w:color w:val=\"{Quiet}\"/><w:sz w:val=\"17\"/>")}
        {Style(TableText, "Table Text", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"260\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"19\"/>")}
        {Style(TableHead, "Table Head", "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"260\" w:lineRule=\"auto\"/>", "<w:b/><w:sz w:val=\"19\"/>")}
        <w:style w:type="table" w:customStyle="1" w:styleId="{Grid}"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="{Columns}"><w:name w:val="Text Columns"/><w:basedOn w:val="TableNormal"/></w:style>
        </w:styles>
        """;

    private static string Heading(string id, string name, int? level, int size, int before, int after) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{Plain}\"/><w:next w:val=\"{Plain}\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"264\" w:lineRule=\"auto\"/>{(level is { } known ? $"<w:outlineLvl w:val=\"{known}\"/>" : "")}</w:pPr><w:rPr><w:b/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>";

    private static string Style(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{Plain}\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
