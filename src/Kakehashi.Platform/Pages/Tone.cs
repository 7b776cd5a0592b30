namespace Kakehashi.Platform.Pages;

/// <summary>What something means for the reader. Never told by colour alone: a badge has its word, an alert its icon.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Bad,
}

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Good => "success",
        Tone.Warning => "warning",
        Tone.Bad => "danger",
        _ => "neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Good => "circle-check",
        Tone.Warning => "alert-triangle",
        Tone.Bad => "alert-circle",
        _ => "info-circle",
    };
}
