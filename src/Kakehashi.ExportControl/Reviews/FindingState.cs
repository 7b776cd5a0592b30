using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>How a finding of a review stands.</summary>
public enum FindingState
{
    /// <summary>Nothing is needed for it.</summary>
    Settled,

    /// <summary>Something is not known or not there: it cannot be decided.</summary>
    Open,

    /// <summary>It takes a licence.</summary>
    Licence,

    /// <summary>It takes a licence, or METI is asked first.</summary>
    Consult,
}

/// <summary>Words for findings.</summary>
public static class FindingWords
{
    public static Text Of(FindingState state) => state switch
    {
        FindingState.Settled => ("確認済み", "Settled"),
        FindingState.Open => ("未確認", "Open"),
        FindingState.Licence => ("許可が必要", "Licence needed"),
        _ => ("許可申請か経済産業省への相談", "Licence, or ask METI"),
    };

    public static Tone Tone(FindingState state) => state switch
    {
        FindingState.Settled => Platform.Pages.Tone.Good,
        FindingState.Open => Platform.Pages.Tone.Warning,
        _ => Platform.Pages.Tone.Bad,
    };

    public static string Icon(FindingState state) => state switch
    {
        FindingState.Settled => "circle-check",
        FindingState.Open => "circle-dashed",
        _ => "alert-triangle",
    };
}
