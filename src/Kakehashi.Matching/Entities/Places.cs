using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>Countries and cities as texts name them: those of the institutions that are known.</summary>
internal sealed class Places
{
    // as they are written beside the full names
    private static readonly (string Brief, string Code)[] Briefs =
    [
        ("usa", "US"), ("uk", "GB"), ("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northern ireland", "GB"), ("pr china", "CN"), ("peoples republic of china", "CN"), ("prc", "CN"), ("korea", "KR"), ("republic korea", "KR"),
        ("russia", "RU"), ("nederland", "NL"), ("deutschland", "DE"), ("west germany", "DE"), ("frg", "DE"), ("espana", "ES"), ("brasil", "BR"), ("italia", "IT"), ("czech republic", "CZ"), ("turkey", "TR"), ("iran", "IR"), ("vietnam", "VN"), ("日本", "JP"), ("中国", "CN"),
    ];

    // what is also the name of a part of another, or is said of what has a code of its own
    private static readonly (string Name, string Code)[] Also = [("georgia", "US"), ("china", "HK"), ("china", "MO"), ("pr china", "HK"), ("pr china", "MO")];

    private readonly Dictionary<string, HashSet<string>> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> cities = new(StringComparer.Ordinal);

    public Places(IEnumerable<KnownEntity> entities)
    {
        foreach (var entity in entities)
        {
            if (entity.City is { } city) cities.Add(Told(Name.Of(city)));
            foreach (var name in entity.Country is null ? [] : entity.CountryNames) Add(name, entity.Country!);
        }

        foreach (var (brief, code) in Briefs) countries[Name.Of(brief).Key] = [code];
        foreach (var (name, code) in Also) Add(name, code);
    }

    /// <summary>The words of a name, of each that word which stands for all of its sense: St Louis is Saint Louis.</summary>
    public static string Told(Name name) => string.Join(' ', name.Words.Where(word => word.Kind == WordKind.Plain).Select(WordBits.SenseOf));

    /// <summary>What a country is called, in any record: not every one of them says it.</summary>
    public IEnumerable<string> NamesOf(string? country) => country is null ? [] : countries.Where(pair => pair.Value.Contains(country) && !Also.Contains((pair.Key, country))).Select(pair => pair.Key);

    public bool IsCountry(Name name) => countries.ContainsKey(name.Key);

    public bool IsCity(Name name) => cities.Contains(Told(name));

    /// <summary>The countries that a part of a text may name: it is the name of one, or ends in one.</summary>
    public IEnumerable<string> CountriesIn(Name part) => countries.TryGetValue(part.Key, out var all) ? all
        : part.Words.Count > 1 && countries.TryGetValue(part.Words[^1].Text, out var last) ? last : [];

    private void Add(string name, string country)
    {
        var key = Name.Of(name).Key;
        if (!countries.TryGetValue(key, out var codes)) countries[key] = codes = [];
        codes.Add(country);
    }
}
