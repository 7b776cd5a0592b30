namespace Kakehashi.Kernel;

/// <summary>
/// A value that a person entered in one or both languages. A missing side stays missing: it is shown as such and queued
/// for translation, never filled in from the other.
/// </summary>
/// <param name="Ja">The Japanese side, or null where nobody has entered it.</param>
/// <param name="En">The English side, or null where nobody has entered it.</param>
public readonly record struct Bilingual(string? Ja, string? En)
{
    /// <summary>Neither side is there.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Ja) && string.IsNullOrEmpty(En);

    /// <summary>Both sides are there.</summary>
    public bool IsComplete => !string.IsNullOrEmpty(Ja) && !string.IsNullOrEmpty(En);

    /// <summary>The side in this language, or null.</summary>
    public string? Exactly(Language language) => language == Language.Ja ? Ja : En;

    /// <summary>The side in this language, else the other one, else an empty string: what a list shows.</summary>
    public string In(Language language)
    {
        var wanted = Exactly(language);
        return string.IsNullOrEmpty(wanted) ? Exactly(language.Other()) ?? "" : wanted;
    }

    /// <summary>Both sides, for logs.</summary>
    public override string ToString() => IsComplete ? $"{En} / {Ja}" : In(Language.En);
}
