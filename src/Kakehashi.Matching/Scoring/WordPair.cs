using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>How alike two words are.</summary>
internal static class WordPair
{
    private const double OfTheSameSense = 0.96, OfTheSameSound = 0.93, OfABeginning = 0.8, Least = 0.6;
    private const int ShortestBeginning = 4;

    /// <summary>0 for different words to 1 for the same.</summary>
    public static double Alike(Word one, Word other)
    {
        if (one.Text == other.Text) return 1;
        if ((one.Script == Script.Han) != (other.Script == Script.Han)) return 0;
        if (WordBits.SenseOf(one) == WordBits.SenseOf(other)) return OfTheSameSense;
        if ((one.Script == Script.Kana) != (other.Script == Script.Kana) && BySound(one, other) is > 0 and var bySound) return bySound;
        var (shorter, longer) = one.Text.Length <= other.Text.Length ? (one.Text, other.Text) : (other.Text, one.Text);
        if (shorter.Length >= ShortestBeginning && longer.StartsWith(shorter, StringComparison.Ordinal)) return OfABeginning;
        var most = MostEdits(longer.Length);
        if (most == 0) return 0;
        var edits = new EditDistance(shorter).To(longer, most);
        // digits are never mistyped letters: building 3 is not building 8
        if (edits > most || (edits > 0 && HasDigit(one.Text) != HasDigit(other.Text)) || (HasDigit(one.Text) && edits > 0)) return 0;
        var alike = 1 - (1.2 * edits / longer.Length);
        return alike >= Least ? alike : 0;
    }

    /// <summary>How many letters of a word of this length may be wrong.</summary>
    private static int MostEdits(int length) => length switch { < 4 => 0, < 7 => 1, < 11 => 2, _ => 3 };

    private static double BySound(Word one, Word other)
    {
        var (first, second) = (Sound.Of(one), Sound.Of(other));
        if (first.Length < 2 || second.Length < 2) return 0;
        if (first == second) return OfTheSameSound;
        var longest = Math.Max(first.Length, second.Length);
        var most = longest >= 5 ? 2 : longest >= 4 ? 1 : 0;
        var edits = new EditDistance(first).To(second, most);
        return edits <= most && most > 0 ? OfTheSameSound * (1 - (0.8 * edits / longest)) : 0;
    }

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');
}
