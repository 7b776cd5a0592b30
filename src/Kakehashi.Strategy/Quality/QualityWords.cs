using Kakehashi.Access.People;
using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Quality;

namespace Kakehashi.Strategy.Quality;

/// <summary>Words for the quality of data.</summary>
public static class QualityWords
{
    /// <summary>What a check is about.</summary>
    public static Text Of(CheckKind kind) => kind switch
    {
        CheckKind.Inconsistent => ("整合性", "Consistency"),
        CheckKind.Unresolved => ("未結び付け", "Not linked"),
        CheckKind.UnknownCode => ("未知のコード", "Unknown code"),
        _ => ("翻訳なし", "Not translated"),
    };

    /// <summary>How far a count is from what it was.</summary>
    public static Text Of(Outlying place) => place switch
    {
        Outlying.Strong => ("大きく外れている", "Far outside"),
        Outlying.Notable => ("外れている", "Outside"),
        _ => ("範囲内", "Within"),
    };

    public static Tone Tone(Outlying place) => place switch
    {
        Outlying.Strong => Platform.Pages.Tone.Bad,
        Outlying.Notable => Platform.Pages.Tone.Warning,
        _ => Platform.Pages.Tone.Neutral,
    };

    /// <summary>Whether something was handed in.</summary>
    public static Text Of(HandedInState state) => state switch
    {
        HandedInState.Submitted => ("提出済み", "Submitted"),
        HandedInState.NotSubmitted => ("未提出", "Not submitted"),
        _ => ("未申告", "Not stated"),
    };

    public static Tone Tone(HandedInState state) => state switch
    {
        HandedInState.Submitted => Platform.Pages.Tone.Good,
        HandedInState.NotSubmitted => Platform.Pages.Tone.Warning,
        _ => Platform.Pages.Tone.Info,
    };

    /// <summary>When records were entered.</summary>
    public static Text Of(EntryTime time) => time switch
    {
        EntryTime.TakenOver => ("引き継いだ記録", "Taken over"),
        EntryTime.Since => ("入力された記録", "Entered since"),
        _ => ("遅れて入力された記録", "Entered late"),
    };

    /// <summary>A unit, or what stands under none: records that name none, and what the university hands in as a whole.</summary>
    public static Text UnitOrAll(UnitNames units, long? unit) => unit is null ? ("大学全体・部局の記録なし", "Whole university or no unit") : units.Of(unit);

    /// <summary>A unit, or that the records name none.</summary>
    public static Text Unit(UnitNames units, long? unit) => unit is null ? ("部局の記録なし", "No unit recorded") : units.Of(unit);
}
