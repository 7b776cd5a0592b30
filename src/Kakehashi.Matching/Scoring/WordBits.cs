using System.Collections.Frozen;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>How much a word tells of who is meant, in bits: log2 of how many names there are to one that has it.</summary>
internal static class WordBits
{
    // what is in none of the tables is in fewer than one name of two thousand; twelve bits is one of four thousand
    private const double OfARareWord = 12, OfAParticle = 0.3, OfALegalForm = 1.0, OfACharacter = 5.5;

    /// <summary>Of one letter: log2 of the letters there are.</summary>
    public const double OfALetter = 4.7;

    private static readonly FrozenDictionary<string, string> Senses = Table.Lines("same-words").SelectMany(line => line.Split(' ') is var words ? words.Select(word => KeyValuePair.Create(Folded(word), Folded(words[0]))) : [])
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Common = Table.Lines("common-words").Select(line => line.Split(' '))
        .Select(parts => KeyValuePair.Create(Folded(parts[0]), double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);

    // generic characters of institutions' names: 大学, 研究所, 工業, 国立
    private static readonly FrozenDictionary<char, double> CommonCharacters =
        "大1.5学1.0研2.5究2.5所2.5国2.5立2.5院3.0工3.5業3.5科3.0医3.0技4.0術4.0機4.0構4.0中3.5心3.5高3.5等4.0専4.0門4.0校3.0公4.0病3.5会3.0社3.0法3.5人3.5財4.0団3.5部3.5".Chunk(4)
            .ToFrozenDictionary(part => NameReader.FoldHan(part[0].ToString())[0], part => double.Parse(new string(part, 1, 3), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same for words that mean the same in other languages, spellings and abbreviations: university, universität, univ.</summary>
    public static string SenseOf(Word word) => word.Script != Script.Han && Senses.TryGetValue(word.Text, out var sense) ? sense : word.Text;

    /// <summary>Of a word that is not divided into characters.</summary>
    public static double Of(Word word) => word.Kind switch
    {
        WordKind.Particle => OfAParticle,
        WordKind.LegalForm => OfALegalForm,
        _ when word.Script == Script.Han => word.Text.Sum(Of),
        _ => Math.Min(Common.GetValueOrDefault(SenseOf(word), Common.GetValueOrDefault(word.Text, OfARareWord)), OfALetter * word.Text.Length),
    };

    /// <summary>Of a Chinese character.</summary>
    public static double Of(char character) => CommonCharacters.GetValueOrDefault(character, OfACharacter);

    private static string Folded(string word) => Name.Of(word) is { Words: [var only] } ? only.Text : word;
}
