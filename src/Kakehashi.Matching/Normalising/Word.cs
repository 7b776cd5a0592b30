namespace Kakehashi.Matching.Normalising;

/// <summary>What a word does in a name.</summary>
public enum WordKind
{
    /// <summary>It says who is meant.</summary>
    Plain,

    /// <summary>It says in which legal form: Ltd, GmbH, 株式会社.</summary>
    LegalForm,

    /// <summary>It holds others together: of, de, und.</summary>
    Particle,
}

/// <summary>A word of a name, made comparable.</summary>
/// <param name="Text">Lower case, without marks; Latin letters and digits, or Chinese characters.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Script">What it was written in: Chinese characters are not divided into words, and kana spell foreign names by their sound.</param>
public readonly record struct Word(string Text, WordKind Kind, Script Script);
