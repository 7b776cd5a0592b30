namespace Kakehashi.Platform.Import.Files;

/// <summary>What a workbook consists of: its sheets, date system, number formats and the names of its parts.</summary>
internal sealed class XlsxWorkbook
{
    private const string Main = "xl/workbook.xml";

    private readonly ZipDirectory zip;
    private readonly SourceRefusals refusals;
    private readonly List<(string Name, string Part, bool IsHidden)> sheets = [];
    private string? sharedPart;
    private string? stylesPart;

    private XlsxWorkbook(ZipDirectory zip, SourceRefusals refusals) => (this.zip, this.refusals) = (zip, refusals);

    internal IReadOnlyList<string> Sheets => [.. sheets.Select(s => s.Name)];

    /// <summary>Days are counted from 1904, as old Excel for the Macintosh did.</summary>
    internal bool From1904 { get; private set; }

    internal string? SharedPart => sharedPart;

    internal static XlsxWorkbook Read(ZipDirectory zip, SourceRefusals refusals)
    {
        var workbook = new XlsxWorkbook(zip, refusals);
        var parts = workbook.Relations();
        workbook.ReadSheets(parts);
        return workbook;
    }

    /// <summary>The named sheet, or the first one shown; a name is compared without case, as Excel does.</summary>
    internal (string Name, string Part) Sheet(string? wanted)
    {
        if (sheets.Count == 0)
            throw new SourceFault(refusals.NotATable(("ワークシートがありません。", "It has no worksheet.")));
        var found = wanted is null
            ? sheets.Find(s => !s.IsHidden) is { Name: not null } shown ? shown : sheets[0]
            : sheets.Find(s => s.Name.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found.Name is null) throw new SourceFault(refusals.SheetMissing(wanted!, Sheets));
        return (found.Name, found.Part);
    }

    /// <summary>The number format of each cell style.</summary>
    internal CellFormat[] Formats()
    {
        var codes = new Dictionary<int, string>();
        var formats = new List<CellFormat>();
        if (stylesPart is null) return [];
        using var part = XmlPart.Open(zip, stylesPart, refusals);
        var isInCells = false;
        while (part is not null && part.Read())
        {
            if (part.Name == "cellXfs") isInCells = part.IsStart && !part.IsEmpty;
            if (!part.IsStart) continue;
            if (part.Name == "numFmt" && int.TryParse(part.Attribute("numFmtId"), out var id) && part.Attribute("formatCode") is { Length: <= 1000 } code)
                codes[id] = code;
            if (part.Name == "xf" && isInCells && formats.Count < 100_000)
                formats.Add(int.TryParse(part.Attribute("numFmtId"), out var of) ? CellFormat.Of(of, codes.GetValueOrDefault(of)) : default);
            if (codes.Count > 10_000) throw new SourceFault(refusals.BrokenArchive());
        }

        return [.. formats];
    }

    private Dictionary<string, (string Part, string Type)> Relations()
    {
        var parts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var relations = XmlPart.Open(zip, "xl/_rels/workbook.xml.rels", refusals) ?? throw new SourceFault(refusals.BrokenArchive());
        while (relations.Read())
        {
            if (!relations.IsStart || relations.Name != "Relationship" || relations.Attribute("TargetMode") == "External") continue;
            if (relations.Attribute("Id") is not { } id || relations.Attribute("Target") is not { } target || parts.Count > 5000) continue;
            var kind = relations.Attribute("Type") ?? "";
            kind = kind[(kind.LastIndexOf('/') + 1)..];
            var part = target.StartsWith('/') ? target[1..] : "xl/" + target;
            parts[id] = (part, kind);
            if (kind == "sharedStrings") sharedPart = part;
            if (kind == "styles") stylesPart = part;
        }

        return parts;
    }

    private void ReadSheets(Dictionary<string, (string Part, string Type)> parts)
    {
        using var part = XmlPart.Open(zip, Main, refusals) ?? throw new SourceFault(refusals.BrokenArchive());
        while (part.Read())
        {
            if (!part.IsStart) continue;
            if (part.Name == "workbookPr") From1904 = part.Attribute("date1904") is "1" or "true";
            if (part.Name != "sheet" || sheets.Count > 5000) continue;
            var (name, state, id) = (part.Attribute("name"), part.Attribute("state"), part.PrefixedAttribute("id"));
            if (name is { Length: <= 255 } && id is not null && parts.TryGetValue(id, out var target) && target.Type == "worksheet")
                sheets.Add((name, target.Part, state is "hidden" or "veryHidden"));
        }
    }
}
