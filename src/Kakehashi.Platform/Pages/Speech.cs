using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages;

/// <summary>
/// The language of the page being written and the words in it. Components import it statically, so that they read
/// <c>@T("協定", "Agreement")</c>: both languages or it does not compile. The language is the request's culture, which
/// flows through every component without being handed on.
/// </summary>
public static class Speech
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language of this request.</summary>
    public static Language Spoken => Languages.Read(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.En;

    /// <summary>The same, short for markup: <c>lang="@Lang"</c>.</summary>
    public static string Lang => Spoken.Code();

    /// <summary>The culture that dates and numbers of a language are shown in.</summary>
    public static CultureInfo Culture(Language language) => language == Language.Ja ? Japanese : English;

    /// <summary>One text in both languages, shown in the page's.</summary>
    public static string T(string ja, string en) => Spoken == Language.Ja ? ja : en;

    /// <summary>A text in the page's language.</summary>
    public static string T(Text text) => text.In(Spoken);

    /// <summary>A value that somebody entered, in the page's language where it is there, else in the other.</summary>
    public static string T(Bilingual value) => value.In(Spoken);
}
