using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Reads the Foreign End User List (外国ユーザーリスト) in the workbook that METI publishes. It is no embargo: see
/// <see cref="ConcernList"/>. The workbook says neither the day of publication nor the day it comes into force.
/// </summary>
public sealed class MetiList
{
    private static readonly Text Country = ("国名、地域名", "Country or Region");
    private static readonly Text Company = ("企業名､組織名", "Company or Organization");
    private static readonly Text Alias = ("別名", "Also Known As");
    private static readonly Text Concern = ("懸念区分", "Type of WMD");
    private static readonly Text Conventional = ("通常兵器", "Conventional Weapons");
    private static readonly Text KnownConcerns = ("生物（B）、化学（C）、ミサイル（M）、核（N）", "Biological (B), Chemical (C), Missiles (M), Nuclear (N)");

    private readonly SourceTable table;
    private readonly ListRefusals refusals;
    private readonly CountryNames countries;
    private readonly (int Number, int Country, int Name, int Alias, int Concern, int Conventional) at;

    private MetiList(SourceTable table, ListRefusals refusals, CountryNames countries)
    {
        (this.table, this.refusals, this.countries) = (table, refusals, countries);
        at = (Column(("No.", "No.")), Column(Country), Column(Company), Column(Alias), Column(Concern), Column(Conventional));
    }

    /// <summary>Reads a workbook; refuses it whole where one cell is not understood or one number is missing.</summary>
    public static Result<ListVersion> Read(ListFile file, ListDates dates, CodeList countries) => ListFile.Reading(() =>
    {
        using var table = file.Table(new());
        CheckSheets(file, table, new(countries));
        var entries = new ListEntries(file.Refusals());
        new MetiList(table, file.Refusals(), new(countries)).ReadInto(entries);
        return entries.Version(ConcernList.MetiForeignEndUsers, dates, ListFile.Sha256(file));
    });

    /// <summary>Only one sheet is read: no other may go on with the list. Sheets of notes do no harm.</summary>
    private static void CheckSheets(ListFile file, SourceTable read, CountryNames countries)
    {
        foreach (var sheet in read.Sheets.Where(sheet => sheet != read.Sheet))
        {
            try
            {
                using var other = file.Table(new() { Sheet = sheet, NumbersDuplicateHeaders = true });
                _ = new MetiList(other, file.Refusals(), countries);
            }
            catch (ListFault)
            {
                continue;
            }

            throw file.Refusals().Sheets(read.Sheet!, sheet);
        }
    }

    private void ReadInto(ListEntries entries)
    {
        var last = 0L;
        foreach (var row in table.Rows())
        {
            if (Enumerable.Range(0, row.Count).All(column => row.Span(column).IsWhiteSpace())) continue;
            last = Number(row, last + 1);
            entries.Add(Entity(row, last), ListPlace.Cell(row.Number, at.Name));
        }
    }

    private long Number(SourceRow row, long expected)
    {
        var (text, place) = (Cell(row, at.Number) ?? "", ListPlace.Cell(row.Number, at.Number));
        if (!long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw refusals.NoNumber(place, text);
        return number == expected ? number : throw refusals.Gap(place, expected, number);
    }

    private EntityDraft Entity(SourceRow row, long number)
    {
        var draft = new EntityDraft(number.ToString(CultureInfo.InvariantCulture), ListedKind.Organisation);
        draft.In([CountryOf(row)]);
        draft.Names.AddRange(MetiNames.Read(Cell(row, at.Name), Cell(row, at.Alias)));
        draft.Concerns = Concerns(row);
        draft.ConventionalWeapons = IsConventional(row);
        if (draft is { Concerns: ConcernTypes.None, ConventionalWeapons: false })
            throw refusals.Missing(ListPlace.Cell(row.Number, at.Concern), (Concern.Ja, "the type of concern"));
        for (var column = 0; column < row.Count; column++)
            if (!IsRead(column)) draft.Remark(column < table.Headers.Count ? table.Headers[column] : ColumnLetters.Of(column), Cell(row, column));
        return draft;
    }

    /// <summary>The cell says it in Japanese and in English; both must be known and the same.</summary>
    private string CountryOf(SourceRow row)
    {
        var place = ListPlace.Cell(row.Number, at.Country);
        var text = Cell(row, at.Country) ?? "";
        var codes = ListText.Lines(text).Select(line => countries.Named(line) is [var code] ? code : throw refusals.Country(place, line)).Distinct().ToList();
        return codes switch
        {
            [] => throw refusals.Missing(place, ("国・地域", "the country or area")),
            [var code] => code,
            _ => throw refusals.Disagreement(place, text),
        };
    }

    private ConcernTypes Concerns(SourceRow row)
    {
        var (text, place) = (ListText.OneLine(Cell(row, at.Concern)) ?? "", ListPlace.Cell(row.Number, at.Concern));
        var (japanese, latin, rest) = ConcernWords.Read(text);
        if (rest.Length > 0) throw refusals.Unknown(place, (Concern.Ja, "type of concern"), text, KnownConcerns);
        return japanese == latin || japanese == ConcernTypes.None || latin == ConcernTypes.None ? japanese | latin : throw refusals.Disagreement(place, text);
    }

    private bool IsConventional(SourceRow row)
    {
        var cell = Cell(row, at.Conventional);
        return ConcernWords.Conventional(cell)
            ?? throw refusals.Unknown(ListPlace.Cell(row.Number, at.Conventional), (Conventional.Ja, "word for conventional weapons"), cell!, ("通常兵器（CW）と空欄", "CW and an empty cell"));
    }

    private string? Cell(SourceRow row, int column) =>
        row.IsError(column) ? throw refusals.CellError(ListPlace.Cell(row.Number, column), row.Cell(column)!) : row.Cell(column);

    private bool IsRead(int column) =>
        column == at.Number || column == at.Country || column == at.Name || column == at.Alias || column == at.Concern || column == at.Conventional;

    /// <summary>The column one of whose lines of header is this in either language.</summary>
    private int Column(Text header)
    {
        string[] wanted = [CodeList.Fold(header.Ja), CodeList.Fold(header.En)];
        for (var i = 0; i < table.Headers.Count; i++)
            if (ListText.Lines(table.Headers[i]).Any(line => wanted.Contains(CodeList.Fold(line)))) return i;
        throw refusals.ColumnMissing(header, table.Headers);
    }
}
