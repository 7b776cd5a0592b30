using System.Security.Cryptography;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>Turns the rows of one file into drafts, as a profile says. What can be looked up once is looked up here, not per row.</summary>
internal sealed class RowMapper : IDisposable
{
    private readonly SourceProfile profile;
    private readonly SourceTable table;
    private readonly List<FieldMapper> fields = [];
    private readonly List<(int Column, HashSet<string> Is)> skips = [];
    private readonly Seen occurrences = new();
    private readonly StringBuilder content = new();
    private readonly List<Text> missing = [];
    private readonly List<JsonPick> picks = [];
    private readonly Dictionary<string, string> headers = new(StringComparer.Ordinal);

    private RowMapper(SourceProfile profile, RecordType type, SourceTable table, CodeLists codes)
    {
        (this.profile, this.table) = (profile, table);
        var texts = new TextReaders(codes, profile.Days);
        foreach (var (code, source) in profile.Fields)
        {
            var field = type.Field(code)!;
            if (FieldMapper.Of(field, source, texts, this) is { } mapper) fields.Add(mapper);
        }

        foreach (var condition in profile.Skip)
            if (ColumnOf([condition.Column]) is var column and >= 0) skips.Add((column, [.. condition.Is.Select(CodeList.Fold)]));
            else missing.Add(Text.Same(condition.Column));
    }

    /// <summary>A mapper for a file, or a refusal that names the columns it lacks.</summary>
    public static Result<RowMapper> Of(SourceProfile profile, RecordType type, SourceTable table, CodeLists codes, string file)
    {
        var mapper = new RowMapper(profile, type, table, codes);
        if (mapper.missing.Count == 0 && mapper.fields.Count > 0) return mapper;
        string Lacking(Language language) => mapper.missing.Count > 0 ? string.Join(", ", mapper.missing.Select(name => $"“{name.In(language)}”")) : "—";
        var found = string.Join(", ", table.Headers.Where(header => header.Length > 0).Take(12).Select(header => $"“{TextReaders.Shown(header)}”"));
        return new Refusal("import.missing-column", (
            $"{file}: 列 {Lacking(Language.Ja)} が見つかりません。見つかった列: {found}。見出しを直すか、別の取込設定を選んでください。",
            $"{file}: the column {Lacking(Language.En)} is missing. Columns found: {found}. Correct the header, or choose another profile."));
    }

    /// <summary>The draft of a row, or null for a row that is no record.</summary>
    public Draft? Map(SourceRow row, int file)
    {
        foreach (var (column, values) in skips)
            if (values.Contains(CodeList.Fold(Cell(row, column) ?? ""))) return null;
        var draft = new Draft(fields.Count) { Headers = headers, File = file, Row = (int)Math.Min(row.Number, int.MaxValue) };
        foreach (var field in fields) field.Map(row, draft);
        return draft;
    }

    /// <summary>The header in the file that a column is read from.</summary>
    public string Header(int column) => column <= FirstPick ? picks[FirstPick - column].Path
        : column >= 0 && column < table.Headers.Count ? table.Headers[column] : "";

    /// <summary>The first of these headers that the file has, or -1; in JSON also a pick such as <c>names[lang=ja].value</c>.</summary>
    public int ColumnOf(IReadOnlyList<string> headers)
    {
        foreach (var header in headers)
        {
            if (table.Column(header) is var column and >= 0) return column;
            if (JsonPick.Read(header) is not { } pick || table.Kind is not (SourceKind.Json or SourceKind.JsonLines)) continue;
            picks.Add(pick);
            return FirstPick - (picks.Count - 1);
        }

        return -1;
    }

    /// <summary>The text of a column in a row.</summary>
    public string? Cell(SourceRow row, int column) =>
        column >= 0 ? row.Cell(column) : column <= FirstPick && row.Json is { } json ? picks[FirstPick - column].Of(json) : null;

    /// <summary>Picks are numbered downwards from here; -1 is a constant.</summary>
    private const int FirstPick = -2;

    /// <summary>Notes which column a field is read from, for messages about the field.</summary>
    public int Named(Field field, int column)
    {
        if (Header(column) is { Length: > 0 } header) headers[field.Code] = header;
        return column;
    }

    /// <summary>Notes that the file lacks a column that the profile needs.</summary>
    /// <remarks>A column of the product's own template has a header in each language, in this order.</remarks>
    public void Lacks(CellSource source) =>
        missing.Add(profile.IsTemplate && source.Columns is [var ja, var en, ..] ? (ja, en) : Text.Same(source.Columns[0]));

    /// <summary>
    /// A key for a row that has none: what it holds, and how often that has come before. The same file gives the same
    /// keys again, and rows that are the same to the letter stay separate people.
    /// </summary>
    public string RowKey(SourceRow row)
    {
        content.Clear();
        for (var i = 0; i < row.Count; i++) content.Append(row.Span(i)).Append('\u001f');
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()), hash);
        var key = new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
        occurrences.TryGet(key, out var count);
        occurrences.Set(key, ++count);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash[..10])}-{count}");
    }

    public void Dispose() => occurrences.Dispose();
}
