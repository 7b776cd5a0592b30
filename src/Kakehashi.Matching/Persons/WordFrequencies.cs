using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Persons;

/// <summary>
/// How much each word tells of who is meant, by how many of some persons have it in a name: that somebody is called Ali or
/// Aleksandrovich tells less than a family name that no other has. Made once, never changed.
/// </summary>
public sealed class WordFrequencies
{
    /// <summary>Of a word that nobody or one alone has, and of each letter: a name of two letters is that of many.</summary>
    private const double OfARareWord = 12, OfALetter = 4.7;

    private const double OfAParticle = 3, OfAnInitial = 3, OfACharacter = 5.5;

    private readonly Dictionary<string, int> persons = new(StringComparer.Ordinal);
    private readonly int count;

    /// <param name="persons">The names of each person.</param>
    public WordFrequencies(IEnumerable<IReadOnlyList<Name>> persons)
    {
        foreach (var names in persons)
        {
            count++;
            foreach (var word in names.SelectMany(name => name.Words).Select(word => word.Text).Distinct(StringComparer.Ordinal))
                this.persons[word] = this.persons.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>In how many persons' names a word is.</summary>
    public int Of(string word) => persons.GetValueOrDefault(word);

    /// <summary>How much a word tells, in bits.</summary>
    public double BitsOf(Word word)
    {
        if (word.Script == Script.Han) return OfACharacter * word.Text.Length;
        if (word.Text.Length == 1) return OfAnInitial;
        var rare = Math.Min(OfARareWord, OfALetter * word.Text.Length);
        // among few persons nothing is known of what is common
        var bits = persons.TryGetValue(word.Text, out var having) && having > 1 ? Math.Min(rare, Math.Log2((double)Math.Max(count, 1 << (int)OfARareWord) / having)) : rare;
        return word.Kind == WordKind.Particle ? Math.Min(OfAParticle, bits) : bits;
    }
}
