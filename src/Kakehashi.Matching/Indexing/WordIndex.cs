using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Indexing;

/// <summary>Names by their words, whatever their order: by sense, by two Chinese characters, and where a word is kana by its sound.</summary>
internal sealed class WordIndex
{
    /// <summary>A word that so many names have tells too little to look through them for it.</summary>
    private const int MostOfAWord = 20_000;

    private readonly Dictionary<string, List<int>> names = new(StringComparer.Ordinal);
    private readonly int count;

    private WordIndex(int count) => this.count = count;

    public static WordIndex Of(IReadOnlyList<Name> all)
    {
        var index = new WordIndex(all.Count);
        for (var at = 0; at < all.Count; at++)
        {
            foreach (var key in KeysOf(all[at]).Distinct(StringComparer.Ordinal))
            {
                if (!index.names.TryGetValue(key, out var list)) index.names[key] = list = [];
                list.Add(at);
            }
        }

        return index;
    }

    /// <summary>The names that share words which tell most.</summary>
    public IEnumerable<int> Sharing(Name name, int most)
    {
        var lists = KeysOf(name).Distinct(StringComparer.Ordinal).Select(key => names.GetValueOrDefault(key)).OfType<List<int>>().OrderBy(list => list.Count).ToList();
        var shared = new Dictionary<int, double>();
        foreach (var list in lists.TakeWhile((list, i) => i == 0 || list.Count <= MostOfAWord))
        {
            var bits = Math.Log2((count + 1.0) / list.Count);
            foreach (var at in list.Count > MostOfAWord ? list.Take(MostOfAWord) : list) shared[at] = shared.GetValueOrDefault(at) + bits;
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => pair.Key);
    }

    private static IEnumerable<string> KeysOf(Name name)
    {
        foreach (var word in name.Words.Where(word => word.Kind == WordKind.Plain))
        {
            if (word.Script == Script.Han)
            {
                if (word.Text.Length == 1) yield return word.Text;
                for (var i = 0; i + 1 < word.Text.Length; i++) yield return word.Text.Substring(i, 2);
                continue;
            }

            yield return WordBits.SenseOf(word);
            if (Sound.Of(word) is { Length: > 1 } sound) yield return "~" + sound;
        }
    }
}
