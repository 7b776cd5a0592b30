using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Persons;

/// <summary>How sure it is that two names are of one person.</summary>
/// <remarks>
/// As in <see cref="NameScore"/>, bits that both have are held against bits that contradict and bits that one leaves out; but a word tells as
/// much as it is rare among persons, the order of words makes no difference (family names stand first or last), an initial
/// stands for a name, ways of spelling a sound are the same, and Abd al-Rahman is Abdulrahman. Cost: one comparison of each word with each.
/// </remarks>
public sealed class PersonScore
{
    private const double ContradictedCounts = 1.6, OmittedCounts = 0.45, BitsToBeHalfSure = 3.0, OfACharacter = 5.5;

    private PersonScore(double value, IReadOnlyList<Finding> why) => (Value, Why) = (value, why);

    /// <summary>0 for nothing in common, less than 1 always: no name proves who is meant.</summary>
    public double Value { get; }

    /// <summary>What was found, the weightiest first.</summary>
    public IReadOnlyList<Finding> Why { get; }

    /// <summary>Compares, and says why.</summary>
    public static PersonScore Of(PersonName one, PersonName other)
    {
        if (one.Name.IsEmpty || other.Name.IsEmpty) return new(0, [new(FindingKind.NothingToCompare, "", "", 0)]);
        var why = new List<Finding>();
        return new(ValueOf(one, other, why), [.. why.OrderByDescending(finding => finding.Bits)]);
    }

    /// <summary>The value alone, for many pairs.</summary>
    public static double ValueOf(PersonName one, PersonName other) => ValueOf(one, other, null);

    /// <summary>How sure bits make: three bits are half sure.</summary>
    /// <param name="shared">Bits that both have.</param>
    /// <param name="one">Bits that only the one has.</param>
    /// <param name="other">Bits that only the other has.</param>
    internal static double ValueOf(double shared, double one, double other) => shared <= 0 ? 0
        : shared / (shared + (ContradictedCounts * Math.Min(one, other)) + (OmittedCounts * Math.Abs(one - other))) * (1 - Math.Pow(2, -shared / BitsToBeHalfSure));

    private static double ValueOf(PersonName one, PersonName other, List<Finding>? why)
    {
        var shared = 0.0;
        var (onlyOne, onlyOther) = (0.0, 0.0);
        if (one.Han.Length > 0 || other.Han.Length > 0)
        {
            var (bits, bitsOfOther) = (OfACharacter * one.Han.Sum(run => run.Length), OfACharacter * other.Han.Sum(run => run.Length));
            if (SameHan(one.Han, other.Han)) shared = bits;
            else (onlyOne, onlyOther) = (bits, bitsOfOther);
            if (one.Han.Length > 0 && other.Han.Length > 0) why?.Add(new(shared > 0 ? FindingKind.Same : FindingKind.Different, string.Concat(one.Han), string.Concat(other.Han), bits));
        }

        // the other may be written in Chinese characters only, which says nothing against it
        if (one.Words.Length == 0 || other.Words.Length == 0) return ValueOf(shared, onlyOne, onlyOther);
        var words = new PersonAlignment(one.Words, other.Words, why);
        return ValueOf(shared + words.Shared, onlyOne + words.OnlyOne, onlyOther + words.OnlyOther);
    }

    /// <summary>The same characters, the family name first or last.</summary>
    private static bool SameHan(string[] one, string[] other)
    {
        var (first, second) = (string.Concat(one), string.Concat(other));
        if (first.Length != second.Length) return false;
        return first == second || first == string.Concat(other[^1], string.Concat(other[..^1])) || second == string.Concat(one[^1], string.Concat(one[..^1]));
    }
}
