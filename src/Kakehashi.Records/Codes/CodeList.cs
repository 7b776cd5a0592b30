using System.Diagnostics.CodeAnalysis;
using System.Text;
using Kakehashi.Kernel;

namespace Kakehashi.Records.Codes;

/// <summary>One entry of a code list.</summary>
/// <param name="Value">The code that is stored, e.g. <c>JP</c>.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Parent">The code above it, in this list or in the one it is grouped by, or null.</param>
public sealed record Code(string Value, Text Label, string? Parent = null);

/// <summary>A list of codes with their words in both languages: ISO 3166 countries, ISCED-F fields, the states of an agreement.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, Code> byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code> bySpelling = new(StringComparer.Ordinal);

    /// <summary>Makes a list.</summary>
    /// <param name="name">Its name, as in <c>catalogue/codes/</c>.</param>
    /// <param name="codes">Its entries, in the order they are shown.</param>
    /// <param name="spellings">Other spellings met in files, each with the code that is meant.</param>
    public CodeList(string name, IEnumerable<Code> codes, IEnumerable<(string Spelling, string Value)>? spellings = null)
    {
        Name = name;
        All = [.. codes];
        foreach (var code in All) byValue.Add(code.Value, code);
        foreach (var code in All)
        {
            bySpelling.TryAdd(Fold(code.Value), code);
            bySpelling.TryAdd(Fold(code.Label.Ja), code);
            bySpelling.TryAdd(Fold(code.Label.En), code);
        }

        foreach (var (spelling, value) in spellings ?? [])
            if (byValue.TryGetValue(value, out var code)) bySpelling.TryAdd(Fold(spelling), code);
    }

    /// <summary>The list's name.</summary>
    public string Name { get; }

    /// <summary>The entries, in the order they are shown.</summary>
    public IReadOnlyList<Code> All { get; }

    /// <summary>The entry with exactly this code, or null.</summary>
    public Code? Find(string? value) => value is null ? null : byValue.GetValueOrDefault(value);

    /// <summary>What a person reads for a code: its words, or the code itself where the list does not have it.</summary>
    public Text Label(string value) => Find(value)?.Label ?? Text.Same(value);

    /// <summary>
    /// Finds the entry that a spelling means: its code, its name in either language or another known spelling; width,
    /// case, hyphens and spaces do not matter.
    /// </summary>
    public bool TryRead(string spelling, [NotNullWhen(true)] out Code? code) =>
        byValue.TryGetValue(spelling, out code) || bySpelling.TryGetValue(Fold(spelling), out code);

    /// <summary>One key for all spellings that a reader takes for the same: NFKC, lower case, no spaces, hyphens or dots.</summary>
    public static string Fold(string spelling)
    {
        var folded = new StringBuilder(spelling.Length);
        foreach (var c in spelling.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(c) && c is not ('-' or '‐' or '–' or '−' or '_' or '.' or ',' or '\'' or '’')) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}

/// <summary>The code lists of <c>catalogue/codes/</c>, by name.</summary>
public sealed class CodeLists(IEnumerable<CodeList> lists)
{
    private readonly Dictionary<string, CodeList> byName = lists.ToDictionary(list => list.Name, StringComparer.Ordinal);

    /// <summary>The names of all lists.</summary>
    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>The list of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list; <see cref="RecordChecks"/> reports it at start-up.</exception>
    public CodeList this[string name] => byName.TryGetValue(name, out var list)
        ? list
        : throw new KeyNotFoundException($"there is no code list '{name}' in catalogue/codes");

    /// <summary>The UN M49 subregion of a country, or null.</summary>
    public string? RegionOf(string? country) => country is null ? null : this[Countries].Find(country)?.Parent;

    /// <summary>ISO 3166-1 alpha-2; the parent of a country is its UN M49 subregion.</summary>
    public const string Countries = "countries";

    /// <summary>UN M49 regions.</summary>
    public const string Regions = "regions";

    /// <summary>ISO 639 languages.</summary>
    public const string LanguagesOfTheWorld = "languages";

    /// <summary>ISCED-F 2013 fields of education.</summary>
    public const string Fields = "isced-f";
}
