using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>How sure it is that two names are of the same.</summary>
/// <remarks>
/// What both have, in bits, is held against what they have not: words that contradict each other (each has one that the other has not) count
/// fully, words that only one has count less, since short names leave them out. All is multiplied by how much there is to go by at
/// all: two names that share nothing but one common word are never sure, one rare word is nearly so. Cost: one comparison of
/// each word with each.
/// </remarks>
public sealed class NameScore
{
    private const double ContradictedCounts = 1.6, OmittedCounts = 0.45, BitsToBeHalfSure = 3.0, OfAnAcronym = 0.6;

    private NameScore(double value, IReadOnlyList<Finding> why) => (Value, Why) = (value, why);

    /// <summary>0 for nothing in common, less than 1 always: no name proves who is meant.</summary>
    public double Value { get; }

    /// <summary>What was found, the weightiest first.</summary>
    public IReadOnlyList<Finding> Why { get; }

    /// <summary>How much a word of an institution's name tells of who is meant, in bits.</summary>
    public static double BitsOf(Word word) => WordBits.Of(word);

    /// <summary>Compares. The order of the two makes no difference to the value.</summary>
    public static NameScore Of(Name one, Name other)
    {
        if (one.IsEmpty || other.IsEmpty) return new(0, [new(FindingKind.NothingToCompare, "", "", 0)]);
        var why = new List<Finding>();
        var sums = new Sums();
        sums.Add(Alignment.Of(WithoutHan(one), WithoutHan(other)), why);
        sums.Add(HanOf(one), HanOf(other), why);
        if (Acronym(one, other) is { } acronym) sums.AddAcronym(acronym, why);
        return new(sums.Value, [.. why.OrderByDescending(finding => finding.Bits)]);
    }

    private static IReadOnlyList<Word> WithoutHan(Name name) => [.. name.Words.Where(word => word.Script != Script.Han)];

    private static string HanOf(Name name) => string.Concat(name.Words.Where(word => word.Script == Script.Han && word.Kind == WordKind.Plain).Select(word => word.Text));

    /// <summary>A name of one short word that is the first letters of the other's.</summary>
    private static (string Short, string Long)? Acronym(Name one, Name other)
    {
        foreach (var (brief, full) in new[] { (one, other), (other, one) })
        {
            if (brief.Key.Contains(' ', StringComparison.Ordinal) || brief.Key.Length is < 2 or > 8) continue;
            var plain = full.Words.Where(word => word.Kind == WordKind.Plain && word.Script != Script.Han).ToList();
            if (plain.Count < 2) continue;
            if (brief.Key == string.Concat(plain.Select(word => word.Text[0])) || brief.Key == string.Concat(full.Words.Where(word => word.Script != Script.Han).Select(word => word.Text[0]))) return (brief.Key, full.Key);
        }

        return null;
    }

    private sealed class Sums
    {
        private double shared, contradicted, omitted;

        public double Value => shared <= 0 ? 0 : shared / (shared + (ContradictedCounts * contradicted) + (OmittedCounts * omitted)) * (1 - Math.Pow(2, -shared / BitsToBeHalfSure));

        public void Add(Alignment alignment, List<Finding> why)
        {
            foreach (var pair in alignment.Aligned)
            {
                shared += pair.Bits * pair.Alike;
                contradicted += pair.Bits * (1 - pair.Alike) / 2;
                why.Add(new(pair.Alike < 1 ? FindingKind.Alike : FindingKind.Same, Written(pair.One), Written(pair.Other), pair.Bits));
            }

            LeftOver(alignment.OnlyOne, alignment.OnlyOther, why);
        }

        public void Add(string one, string other, List<Finding> why)
        {
            if (one.Length == 0 && other.Length == 0) return;
            var pair = HanPair.Of(one, other);
            shared += pair.Shared;
            Weigh(pair.OnlyOne, pair.OnlyOther);
            var kind = pair.Shared <= 0 ? FindingKind.Different : one == other ? FindingKind.Same : FindingKind.Alike;
            // the other may be in Latin letters only, which says nothing against it
            if (one.Length > 0 && other.Length > 0) why.Add(new(kind, one, other, pair.Shared));
        }

        public void AddAcronym((string Short, string Long) acronym, List<Finding> why)
        {
            var bits = WordBits.OfALetter * acronym.Short.Length;
            (shared, contradicted, omitted) = (Math.Max(shared, bits), bits * (1 - OfAnAcronym), 0);
            why.Add(new(FindingKind.Acronym, acronym.Short, acronym.Long, bits));
        }

        private void LeftOver(IEnumerable<Word> onlyOne, IEnumerable<Word> onlyOther, List<Finding> why)
        {
            var (one, other) = (onlyOne.ToList(), onlyOther.ToList());
            Weigh(one.Sum(WordBits.Of), other.Sum(WordBits.Of));
            var (told, toldOther) = (one.Where(word => word.Kind == WordKind.Plain).ToList(), other.Where(word => word.Kind == WordKind.Plain).ToList());
            if (told.Count > 0 && toldOther.Count > 0) why.Add(new(FindingKind.Different, Written(told), Written(toldOther), told.Concat(toldOther).Sum(WordBits.Of)));
            else if (told.Count > 0) why.Add(new(FindingKind.OnlyInOne, Written(told), "", told.Sum(WordBits.Of)));
            else if (toldOther.Count > 0) why.Add(new(FindingKind.OnlyInOther, "", Written(toldOther), toldOther.Sum(WordBits.Of)));
        }

        private void Weigh(double one, double other)
        {
            contradicted += Math.Min(one, other);
            omitted += Math.Abs(one - other);
        }

        private static string Written(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text));
    }
}
