using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Facts;

/// <summary>What a column of a fact holds.</summary>
public enum FactColumnKind
{
    /// <summary>A code or a pseudonymous key.</summary>
    Text,

    /// <summary>A whole number, also the number of a record.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>One column of a fact.</summary>
/// <param name="Name">Its name in filters and in the analytic store.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="IsDimension">Figures may be broken down by it.</param>
/// <param name="List">The code list that explains its values, or null.</param>
/// <param name="Words">The words of a choice, or null.</param>
/// <param name="Target">The entity whose numbers it holds, or null.</param>
/// <param name="Value">Its value for one record.</param>
public sealed record FactColumnDefinition(
    string Name,
    FactColumnKind Kind,
    Text Label,
    bool IsDimension,
    string? List,
    CodeList? Words,
    Type? Target,
    Func<Record, FactScope, object?> Value)
{
    /// <summary>The column in one value of which each value lies: that of the region, for a country; null where there is none.</summary>
    public string? Within { get; init; }

    /// <summary>The value of another column for which a value is expected, and whether only once the fact is over; null where it always is.</summary>
    public (string Column, string Value, bool WhenOver)? AskedOf { get; init; }
}

/// <summary>What a fact may look at beside its record.</summary>
/// <param name="Codes">The code lists.</param>
/// <param name="Pseudonym">Turns a personal key into one that cannot be traced back; the same key always gives the same.</param>
public sealed record FactScope(CodeLists Codes, Func<string, string> Pseudonym);

/// <summary>What indicators count of a record: when, where, and the columns to filter and break down by.</summary>
public abstract class FactDefinition(string name, Text label)
{
    private readonly List<FactColumnDefinition> columns = [];

    /// <summary>Its name in indicator definitions.</summary>
    public string Name { get; } = name;

    /// <summary>What a person reads.</summary>
    public Text Label { get; } = label;

    /// <summary>Its columns, beside record, unit, date and until.</summary>
    public IReadOnlyList<FactColumnDefinition> Columns => columns;

    /// <summary>The day it happened or was true on; a record without it gives no fact.</summary>
    public Func<Record, DateOnly?>? DateOf { get; protected set; }

    /// <summary>The last day it was true on; null where it happened once or has no end.</summary>
    public Func<Record, DateOnly?>? UntilOf { get; protected set; }

    /// <summary>The same as <see cref="DateOf"/>, as part of a statement.</summary>
    public LambdaExpression? DayInQuery { get; protected set; }

    /// <summary>The same as <see cref="UntilOf"/>, as part of a statement.</summary>
    public LambdaExpression? LastDayInQuery { get; protected set; }

    /// <summary>The org unit it belongs to.</summary>
    public Func<Record, long?>? UnitOf { get; protected set; }

    /// <summary>The same fact with further columns, taken over from fields.</summary>
    internal abstract FactDefinition With(IEnumerable<Field> fields);

    /// <summary>Adds a column.</summary>
    protected void Add(FactColumnDefinition column) => columns.Add(column);

    /// <summary>Says of a column for which value of another one it is expected.</summary>
    protected void Ask(string name, (string Column, string Value, bool WhenOver) of)
    {
        if (columns.All(column => column.Name != of.Column)) throw new ArgumentException($"{Name} has no column {of.Column}.", nameof(of));
        var at = columns.FindIndex(column => column.Name == name);
        columns[at] = columns[at] with { AskedOf = of };
    }

    /// <summary>Adds a column taken over from a field.</summary>
    protected void Take(Field field) =>
        Add(new(field.Code, KindOf(field), field.Label, field is ChoiceField or CodeField or FlagField or LinkField or LineField,
            (field as CodeField)?.List, (field as ChoiceField)?.Values, (field as LinkField)?.Target, (record, _) => field.Read(record)));

    private static FactColumnKind KindOf(Field field) => field switch
    {
        NumberField or LinkField => FactColumnKind.Whole,
        AmountField => FactColumnKind.Number,
        DayField => FactColumnKind.Day,
        FlagField => FactColumnKind.Flag,
        _ => FactColumnKind.Text,
    };
}

/// <summary>Says what indicators count of a record.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class FactDefinition<T>(string name, Text label, IReadOnlyList<Field> known) : FactDefinition(name, label)
    where T : Record<T>, new()
{
    /// <summary>The day it happened, or was true on.</summary>
    public FactDefinition<T> Date(Expression<Func<T, DateOnly?>> date)
    {
        (DayInQuery, DateOf) = (date, Reading(date));
        return this;
    }

    /// <summary>The last day it was true on.</summary>
    public FactDefinition<T> Until(Expression<Func<T, DateOnly?>> until)
    {
        (LastDayInQuery, UntilOf) = (until, Reading(until));
        return this;
    }

    /// <summary>The org unit it belongs to.</summary>
    public FactDefinition<T> Unit<TUnit>(Func<T, Id<TUnit>?> unit)
        where TUnit : Record<TUnit>
    {
        UnitOf = record => unit((T)record)?.Value;
        return this;
    }

    /// <summary>Columns taken over from fields, by their C# names; a personal field cannot be one.</summary>
    public FactDefinition<T> Fields(params string[] names)
    {
        foreach (var name in names) Take(known.Single(field => field.Name == name));
        return this;
    }

    /// <summary>A country and the UN M49 subregion it lies in: columns <paramref name="name"/> and <c>region</c>.</summary>
    public FactDefinition<T> Country(string name, Text label, Func<T, string?> country, string region = "region")
    {
        Add(new(name, FactColumnKind.Text, label, true, CodeLists.Countries, null, null, (record, _) => country((T)record)) { Within = region });
        Add(new(region, FactColumnKind.Text, ("地域", "Region"), true, CodeLists.Regions, null, null, (record, scope) => scope.Codes.RegionOf(country((T)record))));
        return this;
    }

    /// <summary>Who it is about, as a pseudonym: what distinct persons are counted by.</summary>
    public FactDefinition<T> Person(string name, Func<T, string?> key)
    {
        Add(new(name, FactColumnKind.Text, ("人(仮名)", "Person (pseudonym)"), false, null, null, null,
            (record, scope) => key((T)record) is { } person ? scope.Pseudonym(person) : null));
        return this;
    }

    /// <summary>A column worked out from the record, with words for its values where it is a choice.</summary>
    public FactDefinition<T> Column(string name, FactColumnKind kind, Text label, Func<T, object?> value, CodeList? words = null)
    {
        Add(new(name, kind, label, words is not null, null, words, null, (record, _) => value((T)record)));
        return this;
    }

    /// <summary>A column that holds the number of another record, which may lie within one value of a further column: a partner in a country.</summary>
    public FactDefinition<T> Link<TRecord>(string name, Text label, Func<T, Id<TRecord>?> link, string? within = null)
        where TRecord : Record<TRecord>
    {
        Add(new(name, FactColumnKind.Whole, label, true, null, null, typeof(TRecord), (record, _) => link((T)record)?.Value) { Within = within });
        return this;
    }

    /// <summary>A column that lacks a value only where another column holds this choice and, if so said, the fact is over.</summary>
    public FactDefinition<T> AskedOf<TChoice>(string name, string column, TChoice choice, bool whenOver = false)
        where TChoice : struct, Enum
    {
        Ask(name, (column, CodeNames.Of(choice), whenOver));
        return this;
    }

    internal override FactDefinition With(IEnumerable<Field> fields)
    {
        var extended = new FactDefinition<T>(Name, Label, known) { DateOf = DateOf, UntilOf = UntilOf, UnitOf = UnitOf, DayInQuery = DayInQuery, LastDayInQuery = LastDayInQuery };
        foreach (var column in Columns) extended.Add(column);
        foreach (var field in fields) extended.Take(field);
        return extended;
    }

    /// <summary>Compiled when the first fact is written: most starts of the program write none.</summary>
    private static Func<Record, DateOnly?> Reading(Expression<Func<T, DateOnly?>> day)
    {
        var compiled = new Lazy<Func<T, DateOnly?>>(day.Compile);
        return record => compiled.Value((T)record);
    }
}
