using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Holds what a file's name and its source profile say it is against what it is.</summary>
internal static class SourceClaims
{
    internal static void Check(string fileName, SourceFormat format, bool isGzip, SourceKind found, SourceRefusals refusals)
    {
        var name = fileName.ToUpperInvariant();
        var saysGzip = name.EndsWith(".GZ", StringComparison.Ordinal);
        if (saysGzip != isGzip && (saysGzip || Claimed(name) is not null))
            throw new SourceFault(refusals.WrongKind(saysGzip ? Gzip : Name(Claimed(name)![0]), isGzip ? Gzip : Name(found)));
        var claimed = format.Kind is { } kind ? [kind] : Claimed(saysGzip ? name[..^3] : name);
        if (claimed is not null && !claimed.Contains(found)) throw new SourceFault(refusals.WrongKind(Name(claimed[0]), Name(found)));
    }

    internal static Text Name(SourceKind kind) => kind switch
    {
        SourceKind.Delimited => ("区切り文字のあるテキスト（CSV など）", "text with separators (CSV or the like)"),
        SourceKind.Xlsx => ("Excel ブック（.xlsx）", "an Excel workbook (.xlsx)"),
        SourceKind.Xls => ("Excel 97-2003 ブック（.xls）", "an Excel 97-2003 workbook (.xls)"),
        SourceKind.Json => ("JSON", "JSON"),
        _ => ("JSON Lines（1行に1件の JSON）", "JSON lines (one JSON object on each line)"),
    };

    private static Text Gzip => ("gzip で圧縮したファイル（.gz）", "a file compressed by gzip (.gz)");

    /// <summary>What an extension says; JSON and JSON lines go by each other's. Null: it says nothing.</summary>
    private static SourceKind[]? Claimed(string name) => Path.GetExtension(name) switch
    {
        ".CSV" or ".TSV" or ".TAB" => [SourceKind.Delimited],
        ".XLSX" or ".XLSM" or ".XLTX" or ".XLTM" => [SourceKind.Xlsx],
        ".XLS" or ".XLT" => [SourceKind.Xls],
        ".JSON" => [SourceKind.Json, SourceKind.JsonLines],
        ".JSONL" or ".NDJSON" => [SourceKind.JsonLines, SourceKind.Json],
        _ => null,
    };
}
