using System.Text.RegularExpressions;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Facts;

/// <summary>What a column of a fact holds.</summary>
public enum FactType
{
    /// <summary>Text or a code.</summary>
    Text,

    /// <summary>A whole number of 64 bits, e.g. persons, days, or the id of a record.</summary>
    Whole,

    /// <summary>A decimal with 14 digits before and 4 after the point, e.g. credits.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>A column of a fact, beside the fixed ones.</summary>
/// <param name="Name">Snake case, as tables, filters and exports spell it.</param>
/// <param name="Type">What it holds; any column may be null.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="IsDimension">True where figures may be broken down by it.</param>
/// <param name="CodeList">The code list its values come from, or null.</param>
public sealed record FactColumn(string Name, FactType Type, Text Label, bool IsDimension = false, string? CodeList = null)
{
    /// <summary>
    /// The column in one value of which each value lies, as everybody knows: that of the region, for a country. Figures of
    /// the one add up to figures of the other. Null where there is none.
    /// </summary>
    public string? Within { get; init; }

    /// <summary>
    /// Its value is asked only of facts with this value in another column, and, where that is said, once they are over.
    /// Null where it is asked of all.
    /// </summary>
    public (string Column, string Value, bool WhenOver)? AskedOf { get; init; }
}

/// <summary>
/// A kind of fact: a table with the fixed columns of <see cref="FixedColumns"/> and its own. A fact holds no name of a
/// person, only pseudonymous keys.
/// </summary>
public sealed partial class FactSchema
{
    /// <summary>Checks the names, since they go into SQL.</summary>
    /// <param name="name">Snake case, e.g. <c>mobility</c>.</param>
    /// <param name="label">What a person reads.</param>
    /// <param name="columns">Its own columns, in the order in which rows give their values.</param>
    /// <param name="lasts">
    /// True where a fact is true from its date until its <c>until</c> (both days included; for ever where that is
    /// null), false where it is true on its date alone, as a headcount is.
    /// </param>
    /// <exception cref="ArgumentException">A name is not snake case, is taken, or comes twice.</exception>
    public FactSchema(string name, Text label, IReadOnlyList<FactColumn> columns, bool lasts = false)
    {
        if (!SnakeCase().IsMatch(name) || FactTables.Reserved.Contains(name)) throw new ArgumentException($"A fact cannot be called {name}.", nameof(name));
        var names = new HashSet<string>(FixedColumns.All.Select(column => column.Name), StringComparer.Ordinal);
        names.UnionWith(FixedColumns.Periods);
        foreach (var column in columns)
        {
            if (!SnakeCase().IsMatch(column.Name) || !names.Add(column.Name))
                throw new ArgumentException($"A column of {name} cannot be called {column.Name}.", nameof(columns));
        }

        // only further on, so that none lies within itself
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Within is { } around && columns.Skip(i + 1).All(column => column.Name != around))
                throw new ArgumentException($"{columns[i].Name} of {name} lies within {around}, which is no later column.", nameof(columns));
        }

        (Name, Label, Columns, Lasts) = (name, label, columns, lasts);
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>What a person reads.</summary>
    public Text Label { get; }

    /// <summary>Its own columns, in the order in which rows give their values.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>True where a fact lasts from its date until its <c>until</c>.</summary>
    public bool Lasts { get; }

    /// <summary>The columns that a column lies within, the nearest first: country, region.</summary>
    public IEnumerable<FactColumn> Around(string column)
    {
        for (var around = Find(column)?.Within; around is not null && Find(around) is { } found; around = found.Within) yield return found;
    }

    /// <summary>The column that filters and aggregates may name, fixed ones included; null where there is none.</summary>
    public FactColumn? Find(string column) =>
        Columns.Concat(FixedColumns.All).FirstOrDefault(candidate => candidate.Name == column);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,59}\z")]
    private static partial Regex SnakeCase();
}

/// <summary>The values of <see cref="FixedColumns.All"/> of one fact.</summary>
/// <param name="Record">The id of the record behind it.</param>
/// <param name="Unit">The unit it belongs to, or null.</param>
/// <param name="Date">The day it starts, or the day of a headcount.</param>
/// <param name="Until">The last day on which it is true, or null.</param>
/// <param name="Entered">The day on which the record was first written, or null.</param>
public readonly record struct FixedValues(long Record, long? Unit, DateOnly Date, DateOnly? Until = null, DateOnly? Entered = null);

/// <summary>The columns that every fact has.</summary>
public static class FixedColumns
{
    /// <summary>The id of the record behind the fact.</summary>
    public static FactColumn Record { get; } = new("record", FactType.Whole, ("レコード", "Record"));

    /// <summary>The org unit that the fact belongs to; null for the university as a whole.</summary>
    public static FactColumn Unit { get; } = new("unit", FactType.Whole, ("部局", "Unit"), IsDimension: true);

    /// <summary>The day it starts, or the day of a headcount.</summary>
    public static FactColumn Date { get; } = new("date", FactType.Day, ("開始日", "Start"));

    /// <summary>The last day on which it is true; null where open.</summary>
    public static FactColumn Until { get; } = new("until", FactType.Day, ("終了日", "End"));

    /// <summary>The day on which the record was first written; null where nobody knows.</summary>
    public static FactColumn Entered { get; } = new("entered", FactType.Day, ("入力日", "Entered on"));

    /// <summary>All that a filter may name.</summary>
    public static IReadOnlyList<FactColumn> All { get; } = [Record, Unit, Date, Until, Entered];

    /// <summary>The columns with the <see cref="Period.Key"/> of the date, written by the store: fiscal, academic, calendar year, quarter.</summary>
    public static IReadOnlyList<string> Periods { get; } = ["fy", "ay", "cy", "cq"];

    /// <summary>The column with the keys of this kind of period.</summary>
    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.FiscalYear => "fy",
        PeriodKind.AcademicYear => "ay",
        PeriodKind.CalendarYear => "cy",
        _ => "cq",
    };
}
