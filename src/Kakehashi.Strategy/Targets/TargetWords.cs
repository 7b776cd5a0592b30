using System.Globalization;
using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Strategy.Targets;

/// <summary>Words around targets.</summary>
public static class TargetWords
{
    private static readonly string Part = (TargetPath.AtRiskFrom * 100).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The rule by which a status is given, for those who read it.</summary>
    public static Text Rule { get; } = (
        $"目標値に届いていれば「達成」、その期間の想定値と同じかそれより良ければ「順調」、基準値から想定値までの{Part}%以上を進んでいれば「要注意」、それ未満なら「遅れ」とします。基準値の期間以後の数値がなければ「データなし」です。",
        $"Reached: the target's value or better. On track: as good as expected in the period, or better. At risk: worse, but at least {Part} % of the way from the baseline to the expected value. Behind: less than that. No data: no figure since the baseline.");

    public static Text Of(TargetStatus status) => status switch
    {
        TargetStatus.Reached => ("達成", "Reached"),
        TargetStatus.OnTrack => ("順調", "On track"),
        TargetStatus.AtRisk => ("要注意", "At risk"),
        TargetStatus.Behind => ("遅れ", "Behind"),
        _ => ("データなし", "No data"),
    };

    public static Tone Tone(TargetStatus status) => status switch
    {
        TargetStatus.Reached => Platform.Pages.Tone.Good,
        TargetStatus.OnTrack => Platform.Pages.Tone.Info,
        TargetStatus.AtRisk => Platform.Pages.Tone.Warning,
        TargetStatus.Behind => Platform.Pages.Tone.Bad,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static string Icon(TargetStatus status) => status switch
    {
        TargetStatus.Reached => "circle-check",
        TargetStatus.OnTrack => "trending-up",
        TargetStatus.AtRisk => "alert-triangle",
        TargetStatus.Behind => "alert-circle",
        _ => "circle-dashed",
    };
}
