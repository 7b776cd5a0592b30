using System.Collections.Concurrent;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Searching;

/// <summary>
/// Many names, to be found by their words in any order, each though a letter of it is wrong or it is spelt by its sound; or as
/// wholes, though a letter or the spaces differ, or one of two is kana. Made once, never changed; any number of threads may read it.
/// </summary>
/// <remarks>
/// A search adds up, for each name, how much the words tell that it has in common with what is asked for, and from that how
/// sure the score of the pair can be at the most. It compares nothing: whoever asks does, with the few that are left.
/// </remarks>
public sealed class NamesByWord
{
    /// <summary>What a key that differs by a letter counts; a bit more than it does in a score, since it only opens the door.</summary>
    private const double OfAMisspelling = 0.9;

    /// <summary>Two letters are those of too many.</summary>
    private const int ShortestAcronym = 3;

    private readonly IReadOnlyList<Name> names;
    private readonly bool isOfPersons;
    private readonly Func<Word, double> bitsOf;
    private readonly double[] bits;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<List<(int Name, float Bits)>> having = [];
    private readonly Misspellings keys;
    private readonly Misspellings wholes;
    private readonly Misspellings plain;
    private readonly NamesBySound sounds;
    private readonly ILookup<string, int> acronyms;
    private readonly ConcurrentBag<Sums> idle = [];

    private NamesByWord(IReadOnlyList<Name> names, bool isOfPersons, Func<Word, double> bitsOf)
    {
        (this.names, this.isOfPersons, this.bitsOf) = (names, isOfPersons, bitsOf);
        bits = [.. names.Select(BitsOf)];
        for (var at = 0; at < names.Count; at++)
            foreach (var word in names[at].Words)
                foreach (var key in WordKeys.Kept(word, isOfPersons)) Keep(key, at, KeyBits(key, word));
        keys = new([.. places.Keys.Select(key => WordKeys.MayBeMisspelt(key) ? key : "")]);
        wholes = new([.. names.Select(Whole)]);
        plain = new([.. names.Select(name => PlainLetters.Of(name.Text))]);
        sounds = new(names);
        acronyms = Enumerable.Range(0, isOfPersons ? 0 : names.Count).SelectMany(at => FirstLetters(names[at]).Select(letters => (letters, at))).ToLookup(one => one.letters, one => one.at, StringComparer.Ordinal);
    }

    /// <summary>Makes an index.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isOfPersons">They are of persons, whose words are spelt in many ways and mean nothing.</param>
    /// <param name="bitsOf">How much a word tells.</param>
    public static NamesByWord Of(IReadOnlyList<Name> names, bool isOfPersons, Func<Word, double> bitsOf) => new(names, isOfPersons, bitsOf);

    /// <summary>How much a name tells.</summary>
    public double BitsAt(int at) => bits[at];

    /// <summary>The letters of a name without spaces; of a person's with all words, since "de" and "an" are names elsewhere.</summary>
    public string Whole(Name name) => isOfPersons ? string.Concat(name.Words.Select(word => word.Text)) : name.Key.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The names that are a letter away as wholes, and those that may be alike by their words, the likeliest first.</summary>
    /// <param name="name">The name.</param>
    /// <param name="least">How sure a score must be to be of interest.</param>
    /// <param name="most">How many at most, beside those that are alike as wholes.</param>
    public IReadOnlyList<int> Like(Name name, double least, int most)
    {
        var found = new List<(int At, int Edits)>();
        wholes.Find(Whole(name), found);
        plain.Find(PlainLetters.Of(name.Text), found);
        // an acronym stands for the long name, and the long name for the acronym that is listed
        foreach (var letters in isOfPersons ? [] : FirstLetters(name)) wholes.Find(letters, found);
        var sums = idle.TryTake(out var free) ? free : new(names.Count);
        var asked = 0;
        foreach (var near in name.Words.SelectMany(Near)) Add(near, ++asked, sums);
        var told = BitsOf(name);
        var likely = sums.Touched.Select(at => (At: at, Score: Likely(sums.Of(at), told, bits[at]))).Where(one => one.Score >= least)
            .OrderByDescending(one => one.Score).ThenBy(one => one.At).Take(most).Select(one => one.At);
        IReadOnlyList<int> all = [.. found.Select(one => one.At).Union(acronyms[Whole(name)]).Union(sounds.Like(name)).Union(likely)];
        sums.Clear();
        idle.Add(sums);
        return all;
    }

    /// <summary>The first letters of a name of several words, with those of its particles and without.</summary>
    private static IEnumerable<string> FirstLetters(Name name)
    {
        var words = name.Words.Where(word => word is { Script: not Script.Han, Kind: not WordKind.LegalForm }).ToList();
        var plain = words.Where(word => word.Kind == WordKind.Plain).ToList();
        return plain.Count < ShortestAcronym ? [] : new[] { plain, words }.Select(these => string.Concat(these.Select(word => word.Text[0]))).Distinct();
    }

    /// <summary>The keys that are meant by a word, the nearest first: of Chinese characters each piece by itself, of others whichever is nearest.</summary>
    private IEnumerable<List<(int At, int Edits)>> Near(Word word)
    {
        var all = new List<(int At, int Edits)>();
        foreach (var key in WordKeys.Asked(word, isOfPersons))
        {
            if (WordKeys.MayBeMisspelt(key)) keys.Find(key, all);
            else if (places.TryGetValue(key, out var same)) all.Add((same, 0));
            if (word.Script != Script.Han) continue;
            yield return all;
            all = [];
        }

        all.Sort((one, other) => one.Edits.CompareTo(other.Edits));
        yield return all;
    }

    private void Add(List<(int At, int Edits)> near, int asked, Sums sums)
    {
        foreach (var (place, edits) in near)
        {
            var alike = edits == 0 ? 1 : OfAMisspelling;
            foreach (var (at, told) in having[place]) sums.Add(at, asked, alike * told);
        }
    }

    private void Keep(string key, int at, double told)
    {
        if (!places.TryGetValue(key, out var place))
        {
            places.Add(key, place = having.Count);
            having.Add([]);
        }

        if (having[place] is [.., var last] && last.Name == at) return;
        having[place].Add((at, (float)told));
    }

    // a piece of a run of Chinese characters tells as much as its characters
    private double KeyBits(string key, Word word) => word.Script == Script.Han ? bitsOf(word) * key.Length / (2.0 * word.Text.Length) : bitsOf(word);

    private double BitsOf(Name name) => name.Words.Sum(bitsOf);

    private static double Likely(double shared, double one, double other)
    {
        shared = Math.Min(shared, Math.Min(one, other));
        return Persons.PersonScore.ValueOf(shared, one - shared, other - shared);
    }

    /// <summary>What was added up for each name by one search; cleared by as much as was used.</summary>
    private sealed class Sums(int count)
    {
        private readonly float[] sums = new float[count];
        private readonly int[] by = new int[count];
        private readonly List<int> touched = [];

        public IReadOnlyList<int> Touched => touched;

        public double Of(int at) => sums[at];

        /// <summary>Each word that is asked for counts once for a name.</summary>
        public void Add(int at, int asked, double bits)
        {
            if (by[at] == asked) return;
            if (by[at] == 0) touched.Add(at);
            by[at] = asked;
            sums[at] += (float)bits;
        }

        public void Clear()
        {
            foreach (var at in touched) (sums[at], by[at]) = (0, 0);
            touched.Clear();
        }
    }
}
