using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>
/// Which institutions a free text names: "Dept. of Physics, Tohoku University, Sendai, Japan". The longest run of words that is
/// the whole name of one comes first, across commas too; what has none is compared letter by letter. A country that contradicts is a veto.
/// </summary>
/// <remarks>
/// A name that is made of common words (Institute of Virology) is that of many; it counts only where the text names its city. First
/// letters count only where they are written in capitals and nothing else is found.
/// </remarks>
public sealed class Affiliations
{
    private const int MostWords = 14, LongestText = 10_000;
    private const double LeastOfAPart = 0.8, BitsOfAName = 13;

    private readonly EntityNames names;
    private readonly Dictionary<string, HashSet<string>> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> cities = new(StringComparer.Ordinal);

    /// <param name="names">The institutions.</param>
    public Affiliations(EntityNames names)
    {
        this.names = names;
        foreach (var entity in names.Entities)
        {
            if (entity.City is { } city) cities.Add(Name.Of(city).Key);
            if (entity.Country is not { } country) continue;
            foreach (var name in entity.CountryNames)
            {
                var key = Name.Of(name).Key;
                if (!countries.TryGetValue(key, out var codes)) countries[key] = codes = [];
                codes.Add(country);
            }
        }

        // as they are written beside the full names
        foreach (var (brief, code) in new[] { ("usa", "US"), ("uk", "GB"), ("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("pr china", "CN"), ("korea", "KR"), ("republic korea", "KR"), ("russia", "RU"), ("nederland", "NL"), ("deutschland", "DE"), ("espana", "ES"), ("brasil", "BR"), ("italia", "IT"), ("czech republic", "CZ"), ("vietnam", "VN"), ("日本", "JP"), ("中国", "CN") })
            countries[Name.Of(brief).Key] = [code];
    }

    /// <summary>The institutions that a text names, the surest first.</summary>
    /// <param name="text">At most <see cref="LongestText"/> characters are read.</param>
    public IReadOnlyList<Match> In(string text)
    {
        var place = new Reading(this, text.Length > LongestText ? text[..LongestText] : text);
        var found = place.Exact();
        if (found.Count == 0) found = place.Fuzzy();
        return [.. found.GroupBy(one => one.Match.Entity.Id).Select(same => same.MaxBy(one => one.Rank)).OrderByDescending(one => one.Rank).Select(one => one.Match)];
    }

    /// <summary>One text: its words in order, with the parts that commas make of it.</summary>
    private sealed class Reading
    {
        private static readonly char[] Between = [',', ';', '\n', '|', '/', '、', '，', '；', '(', ')'];

        private readonly Affiliations known;
        private readonly List<Name> parts;
        private readonly List<(Word Word, int Part)> words;
        private readonly HashSet<string> told;
        private readonly string whole;

        public Reading(Affiliations known, string text)
        {
            this.known = known;
            parts = [.. text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Name.Of).Where(part => !part.IsEmpty)];
            words = [.. parts.SelectMany((part, i) => part.Words.Select(word => (word, i)))];
            told = parts.SelectMany(CountriesIn).ToHashSet(StringComparer.Ordinal);
            whole = " " + string.Join(' ', parts.Select(part => part.Key)) + " ";
        }

        public List<(Match Match, double Rank)> Exact()
        {
            var found = new List<(Match, double)>();
            for (var from = 0; from < words.Count; from++)
            {
                if (words[from].Word.Kind == WordKind.Particle) continue;
                for (var to = Math.Min(words.Count, from + MostWords); to > from; to--)
                {
                    if (words[to - 1].Word.Kind == WordKind.Particle || words[to - 1].Part - words[from].Part > 1 || Best(from, to) is not { } best) continue;
                    found.Add(best);
                    from = to - 1;
                    break;
                }
            }

            return found;
        }

        public List<(Match Match, double Rank)> Fuzzy() =>
            [.. parts.Where(part => !CountriesIn(part).Any() && !known.cities.Contains(part.Key) && part.Words.Sum(WordBits.Of) >= BitsOfAName)
                .SelectMany(part => known.names.Find(part, LeastOfAPart, 5).Where(match => Fits(match.Entity)).Take(1)).Select(match => (match, match.Score))];

        /// <summary>Of the institutions with exactly this name the one that fits best; null where none does, or several do as well.</summary>
        private (Match Match, double Rank)? Best(int from, int to)
        {
            var window = new Name("", [.. words.Skip(from).Take(to - from).Select(one => one.Word)]);
            if (known.countries.ContainsKey(window.Key)) return null;
            var ranked = known.names.Exactly(window.Key).Where(one => one.Name.Use != NameUse.Acronym && Fits(one.Entity) && TellsEnough(window, one.Entity))
                .DistinctBy(one => one.Entity.Id).Select(one => (One: one, Rank: RankOf(one.Entity, one.Name))).OrderByDescending(one => one.Rank).ToList();
            if (ranked.Count == 0 || (ranked.Count > 1 && ranked[0].Rank == ranked[1].Rank)) return null;
            var score = NameScore.Of(window, ranked[0].One.Name.Name);
            return (new(ranked[0].One.Entity, ranked[0].One.Name, score.Value, score.Why), ranked[0].Rank + (0.1 * words[from].Part) + (window.Words.Any(word => WordBits.SenseOf(word) == "university") ? 3 : 0));
        }

        private bool TellsEnough(Name window, KnownEntity entity)
        {
            var rare = window.Words.Where(word => word.Kind == WordKind.Plain).Sum(WordBits.Of);
            if (!window.Key.Contains(' ', StringComparison.Ordinal) && window.Words.All(word => word.Script != Script.Han)) return parts.Count == 1 && words.Count == window.Words.Count;
            return rare >= BitsOfAName && (window.Words.Any(word => WordBits.Of(word) >= 9) || InItsCity(entity));
        }

        private int RankOf(KnownEntity entity, KnownName name) =>
            (entity.Country is { } country && told.Contains(country) ? 4 : 0) + (InItsCity(entity) ? 4 : 0) + (name.Use == NameUse.Label ? 2 : 0) + (entity.Parent is null ? 1 : 0);

        private bool InItsCity(KnownEntity entity) => entity.City is { } city && whole.Contains($" {Name.Of(city).Key} ", StringComparison.Ordinal);

        private bool Fits(KnownEntity entity) => told.Count == 0 || entity.Country is null || told.Contains(entity.Country);

        private IEnumerable<string> CountriesIn(Name part) => known.countries.TryGetValue(part.Key, out var all) ? all
            : part.Words.Count > 1 && known.countries.TryGetValue(part.Words[^1].Text, out var last) ? last : [];
    }
}
