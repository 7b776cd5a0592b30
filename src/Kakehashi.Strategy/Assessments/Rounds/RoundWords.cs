using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Words around rounds.</summary>
public static class RoundWords
{
    public static Text Of(RoundState state) => state switch
    {
        RoundState.Prepared => ("準備中", "Prepared"),
        RoundState.Open => ("実施中", "Open"),
        _ => ("終了", "Closed"),
    };

    public static Tone Tone(RoundState state) => state switch
    {
        RoundState.Open => Platform.Pages.Tone.Info,
        RoundState.Closed => Platform.Pages.Tone.Good,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static string Icon(RoundState state) => state switch
    {
        RoundState.Open => "clock",
        RoundState.Closed => "lock",
        _ => "edit",
    };

    /// <summary>The period, as a reader knows it.</summary>
    public static Text Period(string period) => Kernel.Period.Read(period) is { } read ? read.Label : Text.Same(period);
}
