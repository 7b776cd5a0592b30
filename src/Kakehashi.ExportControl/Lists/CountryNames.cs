using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>Countries and areas as publishers of lists write them.</summary>
internal sealed class CountryNames(CodeList countries)
{
    /// <summary>
    /// What the publishers write that is no country's name or means another one there than elsewhere: the parts a place
    /// belongs to, all successors of a country that is no more where they are few, and nothing where the words tell no
    /// country (the words themselves stay in the address or the remarks).
    /// </summary>
    private static readonly Dictionary<string, string[]> Written = new Dictionary<string, string[]>
    {
        ["Congo"] = ["CG"],
        ["former Soviet Union"] = [],
        ["Macedonia, The Former Yugoslav Republic of"] = ["MK"],
        ["na"] = [],
        ["Netherlands Antilles"] = ["BQ", "CW", "SX"],
        ["None Identified"] = [],
        ["Palestinian"] = ["PS"],
        ["possibly Palestinian"] = ["PS"],
        ["Region: Crimea"] = ["UA"],
        ["Region: Gaza"] = ["PS"],
        ["Region: Kafia Kingi"] = ["SD", "SS"],
        ["Region: Northern Mali"] = ["ML"],
        ["St. Vincent and the Grenadines"] = ["VC"],
        ["undetermined"] = [],
        ["West Bank"] = ["PS"],
    }.ToDictionary(pair => CodeList.Fold(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The codes that a publisher's words mean; null where they are unknown. Publishers write names, never codes.</summary>
    internal IReadOnlyList<string>? Named(string words) =>
        Written.TryGetValue(CodeList.Fold(words), out var codes) ? codes : MayBeCode(words) ? null : Found(words);

    /// <summary>A code in capitals, or a name.</summary>
    internal string? NameOrCode(string words) =>
        countries.Find(words)?.Value ?? (MayBeCode(words) ? null : Found(words)?[0]);

    // among the spellings of countries are codes, and "na" is not Namibia
    private static bool MayBeCode(string words) => words.Length <= 3 && words.All(char.IsAscii);

    private string[]? Found(string words) => countries.TryRead(words, out var code) ? [code.Value] : null;
}
