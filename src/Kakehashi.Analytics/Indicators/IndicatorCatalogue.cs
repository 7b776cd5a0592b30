using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>The catalogue, or every mistake in its files.</summary>
/// <param name="Catalogue">Null where there are mistakes.</param>
/// <param name="Mistakes">By file and line.</param>
public sealed record CatalogueReading(IndicatorCatalogue? Catalogue, IReadOnlyList<DefinitionMistake> Mistakes);

/// <summary>The definitions of all indicators, in all their versions.</summary>
public sealed class IndicatorCatalogue
{
    private readonly Dictionary<string, Indicator[]> byCode;

    internal IndicatorCatalogue(IEnumerable<Indicator> definitions) => byCode = definitions
        .GroupBy(definition => definition.Code, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderBy(definition => definition.Version).ToArray(), StringComparer.Ordinal);

    /// <summary>The same definitions with nothing suppressed: what disclosure control begins from, and never what anybody is shown.</summary>
    public IndicatorCatalogue Unprotected() => new(byCode.Values.SelectMany(versions => versions).Select(indicator => indicator with { SuppressBelow = 0 }));

    /// <summary>The newest version of each, by code.</summary>
    public IReadOnlyList<Indicator> All => [.. byCode.Values.Select(versions => versions[^1]).OrderBy(indicator => indicator.Code, StringComparer.Ordinal)];

    /// <summary>The versions of one, oldest first; empty for a code that is not there.</summary>
    public IReadOnlyList<Indicator> Versions(string code) => byCode.GetValueOrDefault(code) ?? [];

    /// <summary>
    /// The version that defines an indicator for a period: the newest of those valid by its first day, and the oldest
    /// for periods before that, since a series goes back further than its written definition. Null for an unknown code.
    /// </summary>
    public Indicator? At(string code, Period period, YearStarts years)
    {
        var versions = Versions(code);
        if (versions.Count == 0) return null;
        return versions.LastOrDefault(version => version.ValidFrom.From(years) <= period.From(years)) ?? versions[0];
    }

    /// <summary>Reads every <c>*.yaml</c> file of a folder; a file may hold several definitions, parted by <c>---</c>.</summary>
    /// <param name="folder">The folder; those within it are read too.</param>
    /// <param name="facts">The facts that measures may name.</param>
    public static CatalogueReading Load(string folder, IEnumerable<FactSchema> facts)
    {
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)));
        return Read(files, facts);
    }

    /// <summary>Reads definitions from texts, given with the name that mistakes are reported under.</summary>
    public static CatalogueReading Read(IEnumerable<(string File, string Yaml)> files, IEnumerable<FactSchema> facts)
    {
        var mistakes = new List<DefinitionMistake>();
        var reader = new IndicatorReader(facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal));
        var found = files.SelectMany(file => reader.Read(file.File, file.Yaml, mistakes)).ToList();
        IndicatorReferences.Check(found, mistakes);
        var sorted = mistakes.Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line).ThenBy(mistake => mistake.Code, StringComparer.Ordinal).ToList();
        return new(sorted.Count == 0 ? new(found.Select(one => one.Indicator)) : null, sorted);
    }
}
