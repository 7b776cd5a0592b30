using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>The three files that OFAC publishes together; all of the same day.</summary>
/// <param name="Main"><c>sdn.csv</c>: one row for each entry.</param>
/// <param name="Names"><c>alt.csv</c>: other names.</param>
/// <param name="Addresses"><c>add.csv</c>: addresses.</param>
public sealed record OfacFiles(ListFile Main, ListFile Names, ListFile Addresses);

/// <summary>
/// Reads the list of Specially Designated Nationals of OFAC: text without headers, in which <c>-0-</c> is an empty cell.
/// Weak aliases, dates of birth and nationalities stand among the remarks, which are kept whole.
/// </summary>
public sealed class OfacList
{
    private const int Name = 1;
    private const int Kind = 2;
    private const int Programme = 3;
    private const int Flag = 9;
    private const int Remarks = 11;

    private static readonly (int Column, string Heading)[] AlsoSaid =
        [(4, "Title"), (5, "Call sign"), (6, "Vessel type"), (7, "Tonnage"), (8, "Gross registered tonnage"), (Flag, "Vessel flag"), (10, "Vessel owner"), (Remarks, "Remarks")];

    private readonly CountryNames countries;
    private readonly Dictionary<string, (EntityDraft Draft, ListPlace Place)> drafts = new(StringComparer.Ordinal);

    private OfacList(CountryNames countries) => this.countries = countries;

    /// <summary>Reads the files; refuses them where a row belongs to no entry or one value is not understood.</summary>
    public static Result<ListVersion> Read(OfacFiles files, ListDates dates, CodeList countries) => ListFile.Reading(() =>
    {
        var list = new OfacList(new(countries));
        OfacRows.Each(files.Main, 12, list.ReadEntry);
        OfacRows.Each(files.Names, 5, list.ReadName);
        OfacRows.Each(files.Addresses, 6, list.ReadAddress);
        var entries = new ListEntries(files.Main.Refusals());
        foreach (var (draft, place) in list.drafts.Values) entries.Add(draft, place);
        return entries.Version(ConcernList.OfacSdn, dates, ListFile.Sha256(files.Main, files.Names, files.Addresses));
    });

    private void ReadEntry(OfacRow row)
    {
        var draft = new EntityDraft(row.Number, KindOf(row));
        if (!drafts.TryAdd(row.Number, (draft, ListPlace.Row(row.Line)))) throw row.Refusals.NumberTwice(row.Place(0), row.Number);
        draft.Name(row.Cell(Name), ListedNameKind.Primary);
        // several programmes stand in one cell as "NPWMD] [IFSR"
        if (row.Cell(Programme) is { } programmes) draft.Programmes.AddRange(programmes.Split("] [").Select(p => p.Trim(' ', '[', ']')).Where(p => p.Length > 0));
        if (row.Cell(Flag) is { } flag) draft.In(Countries(row, Flag, flag));
        foreach (var (column, heading) in AlsoSaid) draft.Remark(heading, row.Cell(column));
        foreach (var remark in OfacRemarks.Of(row.Cell(Remarks)))
        {
            if (remark.Name is { } name) draft.Name(name, remark.Kind, isWeak: true);
            else if (remark.Birth is { } birth) draft.Births.Add(birth);
            else draft.In(Countries(row, Remarks, remark.Country!));
        }
    }

    private void ReadName(OfacRow row)
    {
        var kind = row.Cell(2) switch
        {
            "aka" => ListedNameKind.Alias,
            "fka" => ListedNameKind.Former,
            "nka" => ListedNameKind.Later,
            var other => throw row.Refusals.Unknown(row.Place(2), ("別名の種類", "kind of alias"), other ?? "-0-", Text.Same("aka, fka, nka")),
        };
        var draft = Draft(row);
        draft.Name(row.Cell(3) ?? throw row.Refusals.Missing(row.Place(3), ("別名", "the alias")), kind);
        draft.Remark("Alternate name", row.Cell(4));
    }

    private void ReadAddress(OfacRow row)
    {
        var draft = Draft(row);
        var codes = row.Cell(4) is { } country ? Countries(row, 4, country) : [];
        var lines = new[] { row.Cell(2), row.Cell(3), row.Cell(4) }.OfType<string>().ToList();
        draft.In(codes);
        if (lines.Count > 0) draft.Addresses.Add(new(string.Join(", ", lines), codes));
        draft.Remark("Address", row.Cell(5));
    }

    private EntityDraft Draft(OfacRow row) =>
        drafts.TryGetValue(row.Number, out var found) ? found.Draft : throw row.Refusals.Orphan(row.Place(0), row.Number);

    private IReadOnlyList<string> Countries(OfacRow row, int column, string words) =>
        countries.Named(words) ?? throw row.Refusals.Country(row.Place(column), words);

    private static ListedKind KindOf(OfacRow row) => row.Cell(Kind) switch
    {
        null => ListedKind.Organisation,
        "individual" => ListedKind.Person,
        "vessel" => ListedKind.Vessel,
        "aircraft" => ListedKind.Aircraft,
        var other => throw row.Refusals.Unknown(row.Place(Kind), ("種別", "kind of entry"), other, Text.Same("-0-, individual, vessel, aircraft")),
    };
}
