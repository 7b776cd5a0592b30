using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Lists;

/// <summary>A column of the template for a list of one's own. Only the number and the name must be filled.</summary>
public enum CsvListColumn
{
    /// <summary>A number or sign the university gives and keeps.</summary>
    Number,

    /// <summary>Organisation (also when empty), person, vessel, aircraft or other.</summary>
    Kind,

    /// <summary>The primary name.</summary>
    Name,

    /// <summary>Other names, each on a line of its own or with semicolons between them, as in every column of several values.</summary>
    Aliases,

    /// <summary>Names that alone identify nobody.</summary>
    WeakAliases,

    /// <summary>Names, or ISO 3166-1 alpha-2 codes in capitals.</summary>
    Countries,

    /// <summary>One address on a line.</summary>
    Addresses,

    /// <summary>B, C, M, N or the words for them.</summary>
    Concerns,

    /// <summary>CW or empty.</summary>
    Conventional,

    /// <summary>Why it is listed: programmes, decisions.</summary>
    Programmes,

    /// <summary>As 1962-05-11, 1962-05, 1962, circa 1962 or 1962 to 1965.</summary>
    Births,

    /// <summary>Anything else.</summary>
    Remarks,
}

/// <summary>The words of the template.</summary>
internal static class CsvListColumns
{
    internal static IReadOnlyList<(CsvListColumn Column, Text Header)> All { get; } =
    [
        (CsvListColumn.Number, ("番号", "Number")),
        (CsvListColumn.Kind, ("種別", "Kind")),
        (CsvListColumn.Name, ("名称", "Name")),
        (CsvListColumn.Aliases, ("別名", "Aliases")),
        (CsvListColumn.WeakAliases, ("識別力の低い別名", "Weak aliases")),
        (CsvListColumn.Countries, ("国・地域", "Countries and areas")),
        (CsvListColumn.Addresses, ("所在地", "Addresses")),
        (CsvListColumn.Concerns, ("懸念区分", "Types of concern")),
        (CsvListColumn.Conventional, ("通常兵器", "Conventional weapons")),
        (CsvListColumn.Programmes, ("掲載の根拠", "Programmes")),
        (CsvListColumn.Births, ("生年月日", "Dates of birth")),
        (CsvListColumn.Remarks, ("備考", "Remarks")),
    ];

    internal static IReadOnlyList<(ListedKind Kind, Text Words)> Kinds { get; } =
    [
        (ListedKind.Organisation, ("機関", "Organisation")),
        (ListedKind.Person, ("個人", "Person")),
        (ListedKind.Vessel, ("船舶", "Vessel")),
        (ListedKind.Aircraft, ("航空機", "Aircraft")),
        (ListedKind.Other, ("その他", "Other")),
    ];

    internal static Text Header(CsvListColumn column) => All.First(known => known.Column == column).Header;

    internal static Text Known(IEnumerable<Text> words)
    {
        var all = words.ToList();
        return (string.Join("、", all.Select(word => word.Ja)), string.Join(", ", all.Select(word => word.En)));
    }
}
