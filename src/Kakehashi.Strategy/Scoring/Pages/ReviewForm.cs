using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Scoring.Decisions;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Scoring.Pages;

/// <summary>What is entered of a review, as it was typed.</summary>
internal sealed record ReviewForm(string? HeldOn, string? Participants, string? Minutes, string? Decision, string? NewTier, IReadOnlyList<StepInput> Steps, string? Reason)
{
    /// <summary>The rows for next steps; rows that stay empty are left out.</summary>
    public const int Rows = 6;

    public static ReviewForm Empty(DateOnly today) => new(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, null, null, null, [], null);

    public static ReviewForm Of(PartnershipReview review) => new(
        Day(review.HeldOn), review.Participants, review.Minutes, CodeNames.Of(review.Decision), review.NewTier is { } tier ? CodeNames.Of(tier) : null,
        [.. review.NextSteps.Select(step => new StepInput(step.What, step.Responsible, step.DueOn is { } day ? Day(day) : null))], null);

    public static ReviewForm Read(IFormCollection form) => new(
        form["held_on"], form["participants"], form["minutes"], form["decision"], form["new_tier"],
        [.. Enumerable.Range(0, Math.Max(Rows, form.Keys.Count(key => key.EndsWith(".what", StringComparison.Ordinal)))).Select(at => new StepInput(form[$"step.{at}.what"], form[$"step.{at}.who"], form[$"step.{at}.due"]))], form["reason"]);

    public ReviewInput Input() => new(DayText.Read(HeldOn ?? ""), Participants, Minutes, DecisionOf(Decision), PartnershipQuestion.TierOf(NewTier), Steps);

    /// <summary>The rows that are shown: what was written, and some that are empty.</summary>
    public IEnumerable<(int At, StepInput Step)> Shown() =>
        Enumerable.Range(0, Math.Max(Rows, Steps.Count)).Select(at => (at, at < Steps.Count ? Steps[at] : new StepInput(null, null, null)));

    /// <summary>The field that a refusal is about.</summary>
    public static string? FieldOf(string code) => code switch
    {
        "partnership.no-held-day" => "held_on",
        "partnership.no-participants" => "participants",
        "partnership.no-minutes" => "minutes",
        "partnership.no-decision" or "partnership.tier-stays" => "decision",
        "partnership.no-new-tier" => "new_tier",
        "partnership.no-step" => "steps",
        "partnership.no-reason" => "reason",
        _ => null,
    };

    private static ReviewDecision? DecisionOf(string? word)
    {
        foreach (var decision in Enum.GetValues<ReviewDecision>())
            if (CodeNames.Of(decision) == word) return decision;
        return null;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
