using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Persons;

/// <summary>A word of a person's name with all that comparing needs.</summary>
internal readonly record struct PersonWord(string Text, double Bits, Script Script, string Skeleton, string Sound)
{
    /// <summary>A single letter stands for a name in Latin letters only: elsewhere it may be the whole of one.</summary>
    public bool IsInitial => Text.Length == 1 && Script == Script.Latin;

    /// <summary>Written in a script without vowels, or so short of them that each letter tells more.</summary>
    public bool IsWithoutVowels => !Text.AsSpan().ContainsAny('a', 'e', 'i') && !Text.AsSpan().ContainsAny('o', 'u', 'y');
}

/// <summary>The name of a person, made ready to be compared with many.</summary>
public sealed class PersonName
{
    /// <summary>Names of persons have fewer words; what has more holds remarks.</summary>
    internal const int MostWords = 16;

    private PersonName(Name name, PersonWord[] words, string[] han)
    {
        (Name, Words, Han) = (name, words, han);
        Bits = words.Sum(word => word.Bits);
    }

    /// <summary>The name.</summary>
    public Name Name { get; }

    /// <summary>Words in letters, in order; "of", "al" and "de" too, which are names elsewhere.</summary>
    internal PersonWord[] Words { get; }

    /// <summary>Runs of Chinese characters, in order.</summary>
    internal string[] Han { get; }

    /// <summary>How much its words in letters tell.</summary>
    internal double Bits { get; }

    /// <summary>Makes a name ready.</summary>
    /// <param name="name">The name.</param>
    /// <param name="frequencies">How common words are.</param>
    public static PersonName Of(Name name, WordFrequencies frequencies)
    {
        var letters = name.Words.Where(word => word.Script != Script.Han).Take(MostWords)
            .Select(word => new PersonWord(word.Text, frequencies.BitsOf(word), word.Script, Skeleton.Of(word.Text), Sound.Of(word)));
        return new(name, [.. letters], [.. name.Words.Where(word => word.Script == Script.Han).Select(word => word.Text)]);
    }
}
