using System.Text.Json;
using System.Text.Unicode;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Reads JSON items as rows.</summary>
internal sealed class JsonRows : RowReader
{
    private readonly JsonItems items;
    private readonly JsonColumns columns;
    private readonly bool isLines;
    private readonly List<(int, JsonElement)> found = [];
    private readonly JsonDocumentOptions options;

    internal JsonRows(Stream stream, bool isLines, string? path, JsonColumns columns, SourceRefusals refusals, SourceLimits limits)
        : base(refusals, limits)
    {
        (this.isLines, this.columns) = (isLines, columns);
        options = new() { MaxDepth = limits.JsonDepth, AllowDuplicateProperties = false };
        items = new(stream, refusals, limits);
        if (isLines || items.Enter(path)) return;
        items.Dispose();
        throw Fault(refusals.NotATable(path is null
            ? ("オブジェクトの配列が見つかりません。配列の場所（例：results）を指定してください。", "It has no array of objects. State where the array is, e.g. results.")
            : ($"「{path}」に配列がありません。配列の場所を確かめてください。", $"There is no array at “{path}”. Check the path.")));
    }

    internal override bool Read(SourceRow row)
    {
        row.Clear();
        var item = isLines ? items.NextLine() : items.NextItem();
        if (item.IsEmpty)
        {
            if (!isLines) items.Finish();
            return false;
        }

        (row.Number, row.Line) = (items.Number, items.Line);
        try
        {
            Fill(row, item);
        }
        catch (JsonException e)
        {
            throw items.Wrong(e);
        }
        catch (InvalidOperationException)
        {
            throw Fault(Refusals.Json(items.Place, (
                "文字列に、対にならないサロゲート（\\uD800 など）があります。書き出し元で直してください。",
                "A text in it has half of a surrogate pair (such as \\uD800). Correct it where it was exported.")));
        }

        return true;
    }

    private void Fill(SourceRow row, ReadOnlyMemory<byte> item)
    {
        if (item.Span.Contains((byte)0)) throw Fault(Refusals.Nul(items.Place));
        if (!Utf8.IsValid(item.Span)) throw Fault(Refusals.Encoding(items.Place, "utf-8"));
        var root = row.Hold(item.Span, options);
        if (root.ValueKind != JsonValueKind.Object)
            throw Fault(Refusals.Json(items.Place, ("オブジェクト（{ … }）ではない項目です。", "The item is no object ({ … }).")));
        if (!columns.Fill(row, root, Limits, found))
            throw columns.Headers.Count > Limits.Columns ? TooManyColumns(row) : Fault(Refusals.CellTooLong(items.Place, Limits.HeaderChars));
    }

    protected override SourcePlace Place(SourceRow row) => items.Place;

    public override void Dispose()
    {
        items.Dispose();
        base.Dispose();
    }
}
