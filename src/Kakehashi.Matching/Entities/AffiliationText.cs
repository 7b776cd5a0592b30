using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>One text: its words in order, with the parts that commas make of it.</summary>
internal sealed class AffiliationText
{
    private const int MostWords = 14, MostOfAPair = 8, WordsToSchool = 4, LettersOfABrief = 3;
    private const double LeastOfAPart = 0.8, LeastBySound = 0.75, BehindMembers = 6;

    private static readonly char[] Between = [',', ';', '\n', '|', '/', '、', '，', '；', '(', ')', '#'];
    private static readonly char[] BetweenWords = [' ', '-', '.', ':', '"'];

    // what an institution is divided into: nobody else has it for a name
    private static readonly HashSet<string> InnerUnits = ["department", "departments", "division", "faculty", "laboratory", "section", "unit", "group", "team", "program", "programme", "school", "chair"];

    // what a university has, and is called by its name
    private static readonly HashSet<string> PartsOfAUniversity = ["school", "medical", "medicine", "cancer", "college", "hospital", "institute", "center", "campus", "faculty"];

    private readonly CalledNames called;
    private readonly Places places;
    private readonly ToldPlaces told;
    private readonly NamePick pick;
    private readonly List<(string Text, Name Name)> parts;
    private readonly List<(Word Word, int Part)> words;

    public AffiliationText(CalledNames called, Places places, string text)
    {
        (this.called, this.places) = (called, places);
        parts = [.. text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => (part, Name.Of(part))).Where(part => !part.Item2.IsEmpty)];
        words = [.. parts.SelectMany((part, i) => part.Name.Words.Select(word => (word, i)))];
        told = new(places, [.. parts.Select(part => part.Name)], part => called.By(part.Key).Any(one => one.By <= Calling.Alias));
        pick = new(places, told);
    }

    /// <summary>Whole names, the longest where one begins.</summary>
    public List<RankedMatch> Whole()
    {
        var found = new List<RankedMatch>();
        for (var from = 0; from < words.Count; from++)
        {
            if (words[from].Word.Kind == WordKind.Particle) continue;
            for (var to = Math.Min(words.Count, from + MostWords); to > from; to--)
            {
                if (words[to - 1].Word.Kind == WordKind.Particle || Best(from, to) is not { } best) continue;
                found.Add(best);
                if (UniversityIn(from, to, best) is { } university) found.Add(university);
                from = to - 1;
                break;
            }
        }

        return found;
    }

    /// <summary>First letters in capitals, names of one word, and universities of which only the head is written: Yale School of Medicine.</summary>
    public List<RankedMatch> Brief()
    {
        var found = new List<RankedMatch>();
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var raw in parts[i].Text.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries))
                if (OfOneWord(raw, i) is { } brief) found.Add(brief);
            if (ByHead(i) is { } university) found.Add(university);
        }

        return found;
    }

    /// <summary>Names that are like a part of the text, or like two that a comma divides.</summary>
    public List<RankedMatch> Alike(EntityNames names)
    {
        var pairs = parts.Zip(parts.Skip(1), (one, next) => NameOf(one.Name.Words.Concat(next.Name.Words))).Where(pair => pair.Words.Count <= MostOfAPair);
        return [.. parts.Select(part => part.Name).Concat(pairs)
            .Where(part => !places.CountriesIn(part).Any() && !places.IsCity(part) && part.Words.Sum(WordBits.Of) >= NamePick.BitsOfAName && !InnerUnits.Contains(WordBits.SenseOf(part.Words[0])))
            .Select(part => Nearest(names, part)).OfType<RankedMatch>()];
    }

    /// <summary>Names that a part in katakana sounds like.</summary>
    public List<RankedMatch> BySound(Func<SpokenEntities> spoken) =>
        [.. parts.Select(part => KanaReadings.Of(part.Text).Append(part.Text).Select(Name.Of).Where(name => name.Words.Any(word => word.Script == Script.Kana)).ToList()).Where(readings => readings.Count > 0)
            .Select(readings => readings.SelectMany(name => spoken().Like(name, LeastBySound)).Where(one => told.Allows(one.Match.Entity)).MaxBy(one => one.Rank)).OfType<RankedMatch>()];

    private RankedMatch? Nearest(EntityNames names, Name part) => names.Find(part, LeastOfAPart).Where(match => told.Allows(match.Entity))
        // kana are no first letters
        .Where(match => match.Name.Use != NameUse.Acronym || !part.Words.Any(word => word.Script == Script.Kana))
        .Select(match => new RankedMatch(match, match.Score + (match.Name == match.Entity.Names[0] ? 0.02 : 0) + (0.01 * Math.Log2(1 + match.Entity.Renown)))).MaxBy(match => match.Rank);

    private RankedMatch? Best(int from, int to)
    {
        if (words[to - 1].Part - words[from].Part > 1) return null;
        var name = NameOf(from, to);
        if (pick.IsPlace(name)) return null;
        IEnumerable<Called> all = words[to - 1].Part != words[from].Part ? called.By(name.Key).Where(one => one.By <= Calling.Alias && !RestIsAnother(from, to, one.Entity))
            : called.By(name.Key).Concat(EndsInAnother(from, to) ? [] : called.BySameWords(name));
        // one word is a name only where it is all there is
        all = name.Key.Contains(' ', StringComparison.Ordinal) || name.Words.Any(word => word.Script == Script.Han) ? all.Where(one => pick.TellsEnough(name, one))
            : all.Where(one => one.By <= Calling.Alias && parts.Count == 1 && words.Count == name.Words.Count);
        return pick.Of(all, name, words[from].Part) is { } best ? best with { Rank = best.Rank - (IsBehindMembers(words[from].Part) ? BehindMembers : 0) } : null;
    }

    /// <summary>In "School of Science and Technology Tianjin University" nothing is a Tianjin University of Technology.</summary>
    private bool EndsInAnother(int from, int to)
    {
        if (from == 0 || words[from - 1].Part != words[from].Part || words[from - 1].Word.Kind == WordKind.Particle) return false;
        return Enumerable.Range(from + 1, to - from - 1).Any(inner => NameOf(inner, to) is var name && name.Words.Any(CalledNames.IsUniversity) && called.By(name.Key).Any(one => one.By <= Calling.Label));
    }

    /// <summary>What follows the comma begins with a name of its own: "Institute of Medical Science, University of Tokyo".</summary>
    private bool RestIsAnother(int from, int to, KnownEntity entity)
    {
        var rest = from;
        while (words[rest].Part == words[from].Part) rest++;
        for (var end = to; end <= words.Count && end - rest < MostWords && words[end - 1].Part == words[rest].Part; end++)
        {
            var name = NameOf(rest, end);
            if (places.IsCity(name) || name.Words.Sum(WordBits.Of) < NamePick.BitsOfAUniversity) continue;
            if (called.By(name.Key).Where(one => one.By <= Calling.Alias).ToList() is { Count: > 0 } all && all.TrueForAll(one => one.Entity.Id != entity.Id)) return true;
        }

        return false;
    }

    /// <summary>The university that a part of it is called by: Indiana University School of Medicine. It is meant rather than its part.</summary>
    private RankedMatch? UniversityIn(int from, int to, RankedMatch part)
    {
        for (var end = to - 1; end > from + 1; end--)
        {
            if (words[end - 1].Word.Kind == WordKind.Particle || !words.Skip(end).Take(to - end).Any(one => PartsOfAUniversity.Contains(WordBits.SenseOf(one.Word)))) continue;
            var name = NameOf(from, end);
            if (name.Words.Any(CalledNames.IsUniversity) && pick.Of(called.By(name.Key).Where(one => one.By <= Calling.Label && called.WholesOf(part.Match.Entity).Any(whole => whole.Id == one.Entity.Id)), name, words[from].Part) is { } whole)
                return whole with { Rank = Math.Max(whole.Rank, part.Rank + 0.5) };
        }

        return null;
    }

    private RankedMatch? OfOneWord(string raw, int part)
    {
        if (raw.Length < LettersOfABrief || Name.Of(raw) is not { Words: [var word] } name || pick.IsPlace(name)) return null;
        var isCapital = raw.Count(char.IsUpper) >= LettersOfABrief;
        if (!isCapital && (WordBits.Of(word) < NamePick.BitsOfARareWord || !char.IsUpper(raw[0]))) return null;
        var all = called.By(name.Key).Concat(isCapital ? called.ByAcronym(name.Key) : []);
        return pick.Of(all.Where(one => one.Entity.Renown >= NamePick.MuchRenown || pick.IsNear(name, one.Entity) || (one.By != Calling.Acronym && parts[part].Name.Key == name.Key)), name, part);
    }

    private RankedMatch? ByHead(int part)
    {
        var name = parts[part].Name;
        for (var i = 0; i < name.Words.Count; i++)
        {
            var head = name.Words[i];
            if (WordBits.Of(head) < NamePick.BitsOfAFairWord || places.IsCity(NameOf([head])) || !name.Words.Skip(i + 1).Take(WordsToSchool).Any(word => WordBits.SenseOf(word) == "school")) continue;
            if (pick.Of(called.ByHeadOf(head.Text), name, part) is { } found) return found;
        }

        return null;
    }

    /// <summary>"Charité, corporate member of Freie Universität Berlin": others are named only to say where it belongs.</summary>
    private bool IsBehindMembers(int part) => part > 0 && parts[part].Name.Words.Any(word => word.Text == "member");

    private Name NameOf(int from, int to) => NameOf(words.Skip(from).Take(to - from).Select(one => one.Word));

    private static Name NameOf(IEnumerable<Word> words) => new("", [.. words]);
}
