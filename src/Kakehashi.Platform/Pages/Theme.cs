namespace Kakehashi.Platform.Pages;

/// <summary>Light, dark, or as the reader's system says. A cookie, so that the first byte already has the right colours.</summary>
public static class Theme
{
    public const string Cookie = "kakehashi.theme";
    public const string Auto = "auto";
    public const string Light = "light";
    public const string Dark = "dark";

    /// <summary>A theme from a cookie or a form; anything unknown is <see cref="Auto"/>.</summary>
    public static string Read(string? value) => value is Light or Dark ? value : Auto;
}
