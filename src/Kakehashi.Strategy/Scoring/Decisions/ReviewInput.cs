using Kakehashi.Records.Values;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>What is written of a review.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Participants">Who took part.</param>
/// <param name="Minutes">The minutes.</param>
/// <param name="Decision">What it came to.</param>
/// <param name="NewTier">The tier from now on, where it is raised or lowered.</param>
/// <param name="Steps">What is to be done.</param>
public sealed record ReviewInput(DateOnly? HeldOn, string? Participants, string? Minutes, ReviewDecision? Decision, PartnerTier? NewTier, IReadOnlyList<StepInput> Steps);

/// <summary>A next step as it is written.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Responsible">Who sees to it.</param>
/// <param name="DueOn">By when.</param>
public sealed record StepInput(string? What, string? Responsible, string? DueOn)
{
    /// <summary>Nothing was written.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Responsible) && string.IsNullOrWhiteSpace(DueOn);

    /// <summary>The step; null where something is wrong with it.</summary>
    internal NextStep? Read()
    {
        var (what, who, day) = (StorableText.Line(What ?? ""), StorableText.Line(Responsible ?? ""), DueOn?.Trim() ?? "");
        if (what.Length is 0 or > PartnershipReviewRecord.LineLength || who.Length > PartnershipReviewRecord.NameLength || (day.Length > 0 && DayText.Read(day) is null)) return null;
        return new() { What = what, Responsible = who.Length == 0 ? null : who, DueOn = day.Length == 0 ? null : DayText.Read(day) };
    }
}
