using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Reads a list that the university keeps itself, as CSV or an Excel workbook in the template of
/// <see cref="CsvListColumn"/>, with headers in either language.
/// </summary>
public sealed class CsvList
{
    private readonly SourceTable table;
    private readonly ListRefusals refusals;
    private readonly CountryNames countries;
    private readonly Dictionary<CsvListColumn, int> at;

    private CsvList(SourceTable table, ListRefusals refusals, CountryNames countries)
    {
        (this.table, this.refusals, this.countries) = (table, refusals, countries);
        at = Columns();
    }

    /// <summary>Reads a file; refuses it whole where one cell is not understood.</summary>
    public static Result<ListVersion> Read(ListFile file, ListDates dates, CodeList countries) => ListFile.Reading(() =>
    {
        using var table = file.Table(new() { HeaderRow = 1 });
        var refusals = file.Refusals();
        var list = new CsvList(table, refusals, new(countries));
        var entries = new ListEntries(refusals);
        foreach (var row in table.Rows().Where(row => !Enumerable.Range(0, row.Count).All(column => row.Span(column).IsWhiteSpace())))
            entries.Add(list.Entity(row), list.Place(row, CsvListColumn.Number));
        return entries.Version(ConcernList.Own, dates, ListFile.Sha256(file));
    });

    /// <summary>Writes the template: a row of headers in one language and nothing else.</summary>
    public static void WriteTemplate(Stream stream, Language language)
    {
        using var writer = TableWriter.Csv(stream, [.. CsvListColumns.All.Select(column => new TableColumn(column.Header.In(language)))]);
        writer.Complete();
    }

    private EntityDraft Entity(SourceRow row)
    {
        if (row.Count > table.Headers.Count) throw refusals.Columns(ListPlace.Row(row.Number), row.Count, table.Headers.Count);
        var number = Required(row, CsvListColumn.Number);
        var draft = new EntityDraft(number, KindOf(row));
        draft.Name(Required(row, CsvListColumn.Name), ListedNameKind.Primary);
        foreach (var alias in Parts(row, CsvListColumn.Aliases)) draft.Name(alias, ListedNameKind.Alias);
        foreach (var alias in Parts(row, CsvListColumn.WeakAliases)) draft.Name(alias, ListedNameKind.Alias, isWeak: true);
        draft.In(Parts(row, CsvListColumn.Countries).Select(words => countries.NameOrCode(words) ?? throw refusals.Country(Place(row, CsvListColumn.Countries), words)));
        draft.Addresses.AddRange(ListText.Lines(Cell(row, CsvListColumn.Addresses)).Select(line => new ListedAddress(line, [])));
        draft.Concerns = Concerns(row);
        draft.ConventionalWeapons = IsConventional(row);
        draft.Programmes.AddRange(Parts(row, CsvListColumn.Programmes));
        draft.Births.AddRange(Parts(row, CsvListColumn.Births).Select(words => Birth(row, words)));
        draft.Remark(CsvListColumns.Header(CsvListColumn.Remarks).En, Cell(row, CsvListColumn.Remarks));
        return draft;
    }

    private ListedKind KindOf(SourceRow row)
    {
        if (ListText.OneLine(Cell(row, CsvListColumn.Kind)) is not { } words) return ListedKind.Organisation;
        return CsvListColumns.Kinds.FirstOrDefault(kind => IsEither(kind.Words, words)) is { Words.En: not null } found
            ? found.Kind
            : throw refusals.Unknown(Place(row, CsvListColumn.Kind), ("種別", "kind"), words, CsvListColumns.Known(CsvListColumns.Kinds.Select(kind => kind.Words)));
    }

    private ConcernTypes Concerns(SourceRow row)
    {
        var text = ListText.OneLine(Cell(row, CsvListColumn.Concerns)) ?? "";
        var (japanese, latin, rest) = ConcernWords.Read(text);
        return rest.Length == 0 ? japanese | latin
            : throw refusals.Unknown(Place(row, CsvListColumn.Concerns), ("懸念区分", "type of concern"), text, ("生物・化学・ミサイル・核（B・C・M・N）", "B, C, M and N"));
    }

    private bool IsConventional(SourceRow row) => ConcernWords.Conventional(Cell(row, CsvListColumn.Conventional))
        ?? throw refusals.Unknown(Place(row, CsvListColumn.Conventional), ("通常兵器の表記", "word for conventional weapons"), Cell(row, CsvListColumn.Conventional)!, ("CW と空欄", "CW and an empty cell"));

    private BirthDate Birth(SourceRow row, string words) => BirthDate.Read(words) is { Earliest: not null } birth
        ? birth
        : throw refusals.Unknown(Place(row, CsvListColumn.Births), ("生年月日", "date of birth"), words, ("1962-05-11、1962-05、1962、circa 1962、1962 to 1965 の形", "forms such as 1962-05-11, 1962-05, 1962, circa 1962, 1962 to 1965"));

    private string Required(SourceRow row, CsvListColumn column) =>
        ListText.OneLine(Cell(row, column)) ?? throw refusals.Missing(Place(row, column), CsvListColumns.Header(column));

    /// <summary>Several values stand on lines of their own, or have a semicolon between them.</summary>
    private IEnumerable<string> Parts(SourceRow row, CsvListColumn column) =>
        ListText.Lines(Cell(row, column)).SelectMany(line => line.Split(';', '；')).Select(ListText.OneLine).OfType<string>();

    private string? Cell(SourceRow row, CsvListColumn column)
    {
        var index = at.GetValueOrDefault(column, -1);
        return row.IsError(index) ? throw refusals.CellError(Place(row, column), row.Cell(index)!) : row.Cell(index);
    }

    private ListPlace Place(SourceRow row, CsvListColumn column) => ListPlace.Cell(row.Number, at.GetValueOrDefault(column));

    private Dictionary<CsvListColumn, int> Columns()
    {
        var found = new Dictionary<CsvListColumn, int>();
        for (var i = 0; i < table.Headers.Count; i++)
        {
            var header = table.Headers[i];
            var column = CsvListColumns.All.FirstOrDefault(known => IsEither(known.Header, header));
            if (column.Header.En is null || !found.TryAdd(column.Column, i)) throw refusals.ColumnUnknown(header, CsvListColumns.Known(CsvListColumns.All.Select(known => known.Header)));
        }

        foreach (var needed in new[] { CsvListColumn.Number, CsvListColumn.Name })
            if (!found.ContainsKey(needed)) throw refusals.ColumnMissing(CsvListColumns.Header(needed), table.Headers);
        return found;
    }

    private static bool IsEither(Text words, string written) =>
        CodeList.Fold(ListText.OneLine(written) ?? "") is var folded && (folded == CodeList.Fold(words.Ja) || folded == CodeList.Fold(words.En));
}
