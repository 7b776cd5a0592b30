using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Platform.Export.Files;

/// <summary>The fixed parts of a workbook, and how text is written in it.</summary>
internal static partial class XlsxParts
{
    // indexes into cellXfs below
    internal const int General = 0;
    internal const int Header = 1;
    internal const int Text = 2;
    internal const int QuotedText = 3;
    internal const int Date = 4;
    internal const int Moment = 5;
    internal const int QuotedHeader = 6;
    private const int FirstOfDecimals = 7;
    private const int MostDecimals = 4;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private const string Styles = $"""
        {Declaration}<styleSheet xmlns="{Main}"><numFmts count="6"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/>
        <numFmt numFmtId="166" formatCode="#,##0.0"/><numFmt numFmtId="167" formatCode="#,##0.00"/><numFmt numFmtId="168" formatCode="#,##0.000"/><numFmt numFmtId="169" formatCode="#,##0.0000"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font><font><b/><sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1"/>
        <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="167" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="168" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="169" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    /// <summary>The style of numbers with so many decimals; whole numbers look as they are.</summary>
    internal static int Decimals(int decimals) => decimals == 0 ? General : FirstOfDecimals + Math.Min(decimals, MostDecimals) - 1;

    internal static void WriteSheetStart(TextWriter sheet, IReadOnlyList<TableColumn> columns, bool isFirst)
    {
        sheet.Write($"""{Declaration}<worksheet xmlns="{Main}"><sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId="0">""");
        sheet.Write("""<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (columns.Count > 0) sheet.Write("<cols>");
        for (var i = 0; i < columns.Count; i++)
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Places}" customWidth="1"/>"""));
        if (columns.Count > 0) sheet.Write("</cols>");
        sheet.Write("<sheetData>");
    }

    internal static void WriteSheetEnd(TextWriter sheet, string? filter)
    {
        sheet.Write("</sheetData>");
        if (filter is not null) sheet.Write($"""<autoFilter ref="{filter}"/>""");
        sheet.Write("</worksheet>");
    }

    /// <summary>Everything but the sheets.</summary>
    internal static void Write(ZipArchive archive, IReadOnlyList<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        var styles = sheets.Count + 1;
        Part(archive, "xl/styles.xml", Styles);
        Part(archive, "xl/workbook.xml", $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>"""
            + string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(sheets[n - 1])}" sheetId="{n}" r:id="rId{n}"/>""")) + "</sheets></workbook>");
        Part(archive, "xl/_rels/workbook.xml.rels", $"""{Declaration}<Relationships xmlns="{Package}/relationships">"""
            + string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))
            + $"""<Relationship Id="rId{styles}" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        Part(archive, "_rels/.rels", $"""{Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Part(archive, "[Content_Types].xml", $"""{Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>"""
            + string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Sheet}.worksheet+xml"/>""")) + "</Types>");
    }

    /// <summary>Text with what XML cannot hold written as Office does, <c>_x000D_</c>, and what looks like that kept apart from it.</summary>
    internal static void WriteText(TextWriter writer, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                writer.Write(c);
                writer.Write(text[++i]);
            }
            else if (c == '&') writer.Write("&amp;");
            else if (c == '<') writer.Write("&lt;");
            else if (c == '>') writer.Write("&gt;");
            else if ((c < ' ' && c is not ('\t' or '\n')) || char.IsSurrogate(c) || c >= '\uFFFE' || (c == '_' && LooksEscaped().IsMatch(text.AsSpan(i, Math.Min(7, text.Length - i)))))
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_"));
            else writer.Write(c);
        }
    }

    /// <summary>A name that Excel accepts: at most 31 characters, none of <c>:\/?*[]</c>, no apostrophe at either end.</summary>
    internal static string SheetName(string name, int number = 1)
    {
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        var clean = new string([.. name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']') && !char.IsControl(c) && !char.IsSurrogate(c))]).Trim('\'', ' ');
        clean = clean[..Math.Min(clean.Length, 31 - suffix.Length)];
        return (clean.Length == 0 ? "Data" : clean) + suffix;
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex LooksEscaped();
}
