using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>Two texts that may name the same: by their words or, where one is in katakana, by what that may stand for and by its sound.</summary>
/// <param name="Value">How sure it is, 0 to less than 1. The order of the two makes no difference.</param>
/// <param name="Why">What was found, the weightiest first.</param>
/// <remarks>Cost: one comparison of each word with each; for katakana as many as there are ways to read it, at most four.</remarks>
public sealed record TextPair(double Value, IReadOnlyList<Finding> Why)
{
    /// <summary>Compares.</summary>
    public static TextPair Of(string one, string other)
    {
        var (first, second) = (ReadingsOf(one), ReadingsOf(other));
        return (from a in first from b in second select OfReading(a.Name, a.Spoken, b.Name, b.Spoken)).MaxBy(pair => pair.Value)!;
    }

    /// <summary>One way to read a text held against a name.</summary>
    /// <remarks>The sound of wholes goes before that of words: it hears the vowels too, without which short words are those of many.</remarks>
    internal static TextPair OfReading(Name reading, SpokenInstitution? spoken, Name name, SpokenInstitution? other) =>
        BySound(reading, spoken, name, other) ?? ByWords(reading, name);

    private static TextPair ByWords(Name one, Name other)
    {
        var score = NameScore.Of(one, other);
        return new(score.Value, score.Why);
    }

    private static TextPair? BySound(Name one, SpokenInstitution? first, Name other, SpokenInstitution? second)
    {
        if (first is null || second is null) return null;
        var score = SpokenInstitution.Score(first, second);
        return score > 0 ? new(score, [new(FindingKind.Sound, one.Text.Trim(), other.Text.Trim(), score)]) : null;
    }

    private static IReadOnlyList<(Name Name, SpokenInstitution? Spoken)> ReadingsOf(string text) => [.. KanaReadings.Of(text).Prepend(text).Select(Name.Of).Select(name => (name, SpokenInstitution.Of(name)))];
}
