using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Access.People.Pages;

/// <summary>How people, their browsers and their tokens are described on pages.</summary>
internal static class PersonWords
{
    /// <summary>Whether somebody can sign in.</summary>
    public static (Text Label, Tone Tone) Of(Account account) => account switch
    {
        { IsDisabled: true } => (("利用停止", "Disabled"), Tone.Bad),
        { IsPersona: true } => (("架空の利用者", "Invented"), Tone.Info),
        { PasswordHash: null } => (("招待中", "Invited"), Tone.Warning),
        _ => (("利用中", "Active"), Tone.Good),
    };

    /// <summary>The browser and the system of a session, of what the browser calls itself.</summary>
    public static Text Browser(string? agent) => (Named(agent, Browsers), Named(agent, Systems)) switch
    {
        ({ } browser, { } system) => ($"{browser}（{system}）", $"{browser} on {system}"),
        ({ } browser, null) => Text.Same(browser),
        _ => ("不明なブラウザー", "Unknown browser"),
    };

    /// <summary>In this order: each later one also calls itself by the names of those after it.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    private static string? Named(string? agent, (string Mark, string Name)[] known) =>
        known.Where(one => agent?.Contains(one.Mark, StringComparison.Ordinal) == true).Select(one => one.Name).FirstOrDefault();
}
