namespace Kakehashi.Matching.Normalising;

/// <summary>
/// A name made comparable: two ways of writing the same name have the same words, whatever script's forms, case, width,
/// marks, romanisation or legal form they use.
/// </summary>
/// <param name="Text">As it was given.</param>
/// <param name="Words">Its words, in order.</param>
public sealed record Name(string Text, IReadOnlyList<Word> Words)
{
    /// <summary>A longer text is no name.</summary>
    public const int Longest = 2_000;

    /// <summary>All words but legal forms and particles, with a space between; all words where that leaves none.</summary>
    public string Key { get; } = KeyOf(Words);

    /// <summary>True where there is nothing to compare: no letter and no digit.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>Reads a name.</summary>
    /// <param name="text">Any text of at most <see cref="Longest"/> characters; of a longer one the rest is not read.</param>
    public static Name Of(string text) => NameReader.Read(text);

    private static string KeyOf(IReadOnlyList<Word> words)
    {
        var plain = words.Where(word => word.Kind == WordKind.Plain).Select(word => word.Text).ToList();
        return string.Join(' ', plain.Count > 0 ? plain : words.Select(word => word.Text));
    }
}
