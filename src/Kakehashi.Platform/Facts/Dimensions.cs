using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Facts;

namespace Kakehashi.Platform.Facts;

/// <summary>An org unit as figures show it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The unit above it, or null.</param>
public sealed record UnitName(long Number, Text Name, long? Parent)
{
    /// <summary>The units right below one; at the top those below the only root, else the roots.</summary>
    public static List<long> Below(IReadOnlyList<UnitName> units, long? unit)
    {
        var known = units.Select(one => one.Number).ToHashSet();
        var roots = units.Where(one => one.Parent is null || !known.Contains(one.Parent.Value)).Select(one => one.Number).ToList();
        if (unit is null && roots.Count != 1) return roots;
        var above = unit ?? roots[0];
        return [.. units.Where(one => one.Parent == above).Select(one => one.Number)];
    }
}

/// <summary>What the dimensions of indicators and their values are called: nobody reads codes or numbers of records.</summary>
public sealed class Dimensions(Workspace workspace)
{
    private static readonly Text None = ("記録なし", "Not recorded");

    /// <summary>What a dimension is called.</summary>
    public Text Name(Indicator indicator, string dimension) =>
        dimension == FixedColumns.Unit.Name ? FixedColumns.Unit.Label : Column(indicator, dimension)?.Label ?? Text.Same(dimension);

    /// <summary>What values of a dimension are called; null is the records that have none.</summary>
    public async Task<Func<string?, Text>> LabelsAsync(Indicator indicator, string dimension, IReadOnlyCollection<string?> keys, CancellationToken cancel)
    {
        var column = Column(indicator, dimension);
        var target = dimension == FixedColumns.Unit.Name ? Units : column?.Target is { } entity ? workspace.Types.Find(entity) : null;
        if (target is not null)
        {
            var captions = await CaptionsAsync(target, keys, cancel);
            return key => key is null ? None : captions.GetValueOrDefault(key, Text.Same($"#{key}"));
        }

        var list = column?.List is { } name ? workspace.Codes[name] : column?.Words;
        return key => key switch
        {
            null => None,
            "true" when column?.Kind == FactColumnKind.Flag => ("該当", "Yes"),
            "false" when column?.Kind == FactColumnKind.Flag => ("非該当", "No"),
            _ => list?.Label(key) ?? Text.Same(key),
        };
    }

    /// <summary>The org units in use, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<UnitName>> UnitsAsync(CancellationToken cancel)
    {
        var names = new List<UnitName>();
        if (Units is not { } type) return names;
        await foreach (var chunk in FactReading.ChunksAsync(workspace.Database, type, cancel))
            names.AddRange(chunk.Select(unit => new UnitName(unit.Number, Both(type.Caption(unit)), type.ParentUnit!(unit))));
        return names;
    }

    /// <summary>The codes of org units, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<long, string>> UnitCodesAsync(IReadOnlyList<long> numbers, CancellationToken cancel)
    {
        if (Units is not { } type || numbers.Count == 0) return new Dictionary<long, string>();
        await using var context = workspace.Database.Read();
        return (await context.LoadAsync(type, numbers, cancel)).ToDictionary(unit => unit.Number, unit => type.Keys(unit).First());
    }

    /// <summary>The record type whose records lie behind a fact.</summary>
    public RecordType? RecordsOf(FactSchema fact) => workspace.Types.All.FirstOrDefault(type => type.Facts.Any(one => one.Name == fact.Name));

    private RecordType? Units => workspace.Types.All.FirstOrDefault(type => type.ParentUnit is not null);

    private FactColumnDefinition? Column(Indicator indicator, string dimension) => workspace.Types.All
        .SelectMany(type => type.Facts)
        .Where(fact => workspace.Figures.FactsOf(indicator).Any(schema => schema.Name == fact.Name))
        .SelectMany(fact => fact.Columns)
        .FirstOrDefault(column => column.Name == dimension);

    private async Task<Dictionary<string, Text>> CaptionsAsync(RecordType type, IReadOnlyCollection<string?> keys, CancellationToken cancel)
    {
        var numbers = keys.OfType<string>().Select(key => long.Parse(key, System.Globalization.CultureInfo.InvariantCulture)).Distinct();
        await using var context = workspace.Database.Read();
        var captions = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(1_000))
            foreach (var (number, caption) in await context.CaptionsAsync(type, some, Actor.Program, cancel))
                captions[number.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Both(caption);
        return captions;
    }

    private static Text Both(Bilingual name) => (name.In(Language.Ja), name.In(Language.En));
}
