namespace Kakehashi.Analytics.Targets;

/// <summary>How an indicator stands against its target.</summary>
public enum TargetStatus
{
    /// <summary>The target's value, or better.</summary>
    Reached,

    /// <summary>At least what the path asks for.</summary>
    OnTrack,

    /// <summary>Less, but at least <see cref="TargetPath.AtRiskFrom"/> of the way expected since the baseline.</summary>
    AtRisk,

    /// <summary>Less than that.</summary>
    Behind,

    /// <summary>No value since the baseline.</summary>
    NoData,
}
