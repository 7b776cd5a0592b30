using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Persons;

/// <summary>Which words of two persons' names are the same, and which are left over. Made for many pairs: nothing is kept of it.</summary>
internal ref struct PersonAlignment
{
    /// <summary>What is written as one elsewhere, Abd al-Rahman, has at most so many words.</summary>
    private const int MostGlued = 3;

    private const double LeastOfGlued = 0.85;

    private readonly ReadOnlySpan<PersonWord> one;
    private readonly ReadOnlySpan<PersonWord> other;
    private readonly List<Finding>? why;
    private uint oneTaken, otherTaken;

    public PersonAlignment(ReadOnlySpan<PersonWord> one, ReadOnlySpan<PersonWord> other, List<Finding>? why)
    {
        this.one = one;
        this.other = other;
        this.why = why;
        Pair();
        if (one.Length != other.Length) Glue();
        OnlyOne += LeftOver(one, oneTaken);
        OnlyOther += LeftOver(other, otherTaken);
        if (why is not null) Explain();
    }

    /// <summary>Bits of what both have.</summary>
    public double Shared { get; private set; }

    /// <summary>Bits of what only the one has.</summary>
    public double OnlyOne { get; private set; }

    /// <summary>Bits of what only the other has.</summary>
    public double OnlyOther { get; private set; }

    /// <summary>The pairs that tell most first; in a tie the first words.</summary>
    private void Pair()
    {
        Span<double> alike = stackalloc double[one.Length * other.Length];
        for (var i = 0; i < one.Length; i++)
            for (var j = 0; j < other.Length; j++) alike[(i * other.Length) + j] = PersonWordPair.Alike(one[i], other[j]);
        while (true)
        {
            var (best, at) = (0.0, -1);
            for (var k = 0; k < alike.Length; k++)
            {
                if (alike[k] <= 0 || IsTaken(oneTaken, k / other.Length) || IsTaken(otherTaken, k % other.Length)) continue;
                var tells = alike[k] * BitsOf(one[k / other.Length], other[k % other.Length]);
                if (tells > best) (best, at) = (tells, k);
            }

            if (at < 0) return;
            Take(at / other.Length, at % other.Length, alike[at]);
        }
    }

    private void Take(int i, int j, double alike)
    {
        oneTaken |= 1u << i;
        otherTaken |= 1u << j;
        var bits = BitsOf(one[i], other[j]);
        Shared += bits * alike;
        // half of what differs contradicts, on both sides; of an initial half of the rest is left out, since it could have contradicted
        OnlyOne += one[i].IsInitial == other[j].IsInitial ? bits * (1 - alike) / 2 : (one[i].Bits - bits) / 2;
        OnlyOther += one[i].IsInitial == other[j].IsInitial ? bits * (1 - alike) / 2 : (other[j].Bits - bits) / 2;
        why?.Add(new(one[i].Text == other[j].Text ? FindingKind.Same : FindingKind.Alike, one[i].Text, other[j].Text, bits));
    }

    private void Glue()
    {
        GlueInto(one, ref oneTaken, other, ref otherTaken, isTurned: false);
        GlueInto(other, ref otherTaken, one, ref oneTaken, isTurned: true);
    }

    /// <summary>Neighbours that nothing stands for yet, or that are but a particle beside one, against a word that nothing stands for.</summary>
    private void GlueInto(ReadOnlySpan<PersonWord> parts, ref uint partsTaken, ReadOnlySpan<PersonWord> wholes, ref uint wholesTaken, bool isTurned)
    {
        for (var j = 0; j < wholes.Length; j++)
        {
            if (IsTaken(wholesTaken, j)) continue;
            for (var count = 2; count <= MostGlued && !IsTaken(wholesTaken, j); count++)
            {
                for (var i = 0; i + count <= parts.Length; i++)
                {
                    var mask = ((1u << count) - 1) << i;
                    if ((partsTaken & mask) != 0) continue;
                    var glued = string.Concat(parts[i].Text, parts[i + 1].Text, count > 2 ? parts[i + 2].Text : "");
                    var alike = glued == wholes[j].Text ? 1 : PersonWordPair.Alike(new(glued, 0, wholes[j].Script, Skeleton.Of(glued), ""), wholes[j]);
                    if (alike < LeastOfGlued) continue;
                    partsTaken |= mask;
                    wholesTaken |= 1u << j;
                    Shared += wholes[j].Bits * alike;
                    why?.Add(new(alike < 1 ? FindingKind.Alike : FindingKind.Same, isTurned ? wholes[j].Text : glued, isTurned ? glued : wholes[j].Text, wholes[j].Bits));
                    break;
                }
            }
        }
    }

    private readonly void Explain()
    {
        var (left, leftOther) = (Words(one, oneTaken), Words(other, otherTaken));
        if (left.Length > 0 && leftOther.Length > 0) why!.Add(new(FindingKind.Different, left, leftOther, OnlyOne + OnlyOther));
        else if (left.Length > 0) why!.Add(new(FindingKind.OnlyInOne, left, "", OnlyOne));
        else if (leftOther.Length > 0) why!.Add(new(FindingKind.OnlyInOther, "", leftOther, OnlyOther));
    }

    private static double LeftOver(ReadOnlySpan<PersonWord> words, uint taken)
    {
        var bits = 0.0;
        for (var i = 0; i < words.Length; i++)
            if (!IsTaken(taken, i)) bits += words[i].Bits;
        return bits;
    }

    private static string Words(ReadOnlySpan<PersonWord> words, uint taken)
    {
        var left = new List<string>();
        for (var i = 0; i < words.Length; i++)
            if (!IsTaken(taken, i)) left.Add(words[i].Text);
        return string.Join(' ', left);
    }

    private static double BitsOf(in PersonWord one, in PersonWord other) => Math.Min(one.Bits, other.Bits);

    private static bool IsTaken(uint taken, int at) => (taken & (1u << at)) != 0;
}
