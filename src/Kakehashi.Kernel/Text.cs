namespace Kakehashi.Kernel;

/// <summary>One of the two languages of the product.</summary>
public enum Language
{
    /// <summary>Japanese.</summary>
    Ja,

    /// <summary>English.</summary>
    En,
}

/// <summary>
/// A text of the product itself, in both languages; neither may be missing. For values that a person entered, where one
/// side may be unknown, see <see cref="Bilingual"/>.
/// </summary>
/// <param name="Ja">The Japanese text.</param>
/// <param name="En">The English text.</param>
public readonly record struct Text(string Ja, string En)
{
    /// <summary>Lets a definition read <c>("協定", "Agreement")</c>.</summary>
    public static implicit operator Text((string Ja, string En) pair) => new(pair.Ja, pair.En);

    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Ja ? Ja : En;

    /// <summary>The same text in both languages: a code, a number, a proper name.</summary>
    public static Text Same(string text) => new(text, text);

    /// <summary>Both languages, for logs and outlines.</summary>
    public override string ToString() => Ja == En ? En : $"{En} / {Ja}";
}

/// <summary>The address segment and the culture name of a language.</summary>
public static class Languages
{
    /// <summary>Both languages, Japanese first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Ja, Language.En];

    /// <summary>The ISO 639-1 code: <c>ja</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.Ja ? "ja" : "en";

    /// <summary>The other one of the two.</summary>
    public static Language Other(this Language language) => language == Language.Ja ? Language.En : Language.Ja;

    /// <summary>Reads <c>ja</c> or <c>en</c> (also <c>ja-JP</c>, <c>en-GB</c> …); null for any other.</summary>
    public static Language? Read(string? code) => code?.Split('-')[0].ToLowerInvariant() switch
    {
        "ja" => Language.Ja,
        "en" => Language.En,
        _ => null,
    };
}
