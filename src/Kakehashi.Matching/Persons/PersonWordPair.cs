using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Persons;

/// <summary>How alike two words of persons' names are.</summary>
internal static class PersonWordPair
{
    /// <summary>An initial is no contradiction, and tells as much as a letter.</summary>
    public const double OfAnInitial = 1;

    private const double OfTheSameSound = 0.9, OfABeginning = 0.8, OfAnEdit = 1.2, Least = 0.6;
    private const int ShortestBeginning = 4, ShortestSkeleton = 3, ShortestWithoutVowels = 6, MostEdits = 2;

    /// <summary>0 for different words to 1 for the same.</summary>
    public static double Alike(in PersonWord one, in PersonWord other)
    {
        if (one.Text == other.Text) return 1;
        if (one.IsInitial || other.IsInitial) return one.Text[0] == other.Text[0] ? OfAnInitial : 0;
        var bySpelling = one.IsWithoutVowels && other.IsWithoutVowels && Math.Max(one.Text.Length, other.Text.Length) < ShortestWithoutVowels ? 0 : BySpelling(one.Text, other.Text);
        return Math.Max(bySpelling, BySound(one, other));
    }

    private static double BySpelling(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length >= ShortestBeginning && longer.StartsWith(shorter, StringComparison.Ordinal)) return OfABeginning;
        var most = longer.Length switch { < 3 => 0, < 7 => 1, _ => MostEdits };
        if (most == 0 || longer.Length - shorter.Length > most || HasDigit(one) || HasDigit(other)) return 0;
        var edits = Misspelling.Edits(shorter, longer, most);
        var alike = edits > most ? 0 : 1 - (OfAnEdit * edits / longer.Length);
        return alike >= Least ? alike : 0;
    }

    private static double BySound(in PersonWord one, in PersonWord other)
    {
        if ((one.Script == Script.Kana) != (other.Script == Script.Kana)) return one.Sound.Length >= ShortestSkeleton && one.Sound == other.Sound ? OfTheSameSound : 0;
        if (one.Skeleton.Length < ShortestSkeleton || one.Skeleton != other.Skeleton) return 0;
        return OfTheSameSound;
    }

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');
}
