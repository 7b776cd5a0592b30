using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>What a pre-check sheet comes to.</summary>
/// <param name="Unanswered">How many questions have no answer.</param>
/// <param name="Leading">The answers that lead to a review.</param>
/// <param name="HasQuestions">A sheet has been filled in at all.</param>
public sealed record SheetOutcome(int Unanswered, IReadOnlyList<ReviewAnswer> Leading, bool HasQuestions)
{
    /// <summary>The outcome of a review's own pre-check sheet.</summary>
    public static SheetOutcome Of(ExportReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Of(review.Answers.Where(one => one.Sheet == Sheet.For(review.Subject)));
    }

    /// <summary>The outcome of the check that it is clearly otherwise: nothing leads on, nothing is left out.</summary>
    public static bool IsClearlyOtherwise(ExportReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Of(review.Answers.Where(one => one.Sheet == Sheet.ClearlyOtherwise)).NeedsNothingMore && !string.IsNullOrWhiteSpace(review.ClearReason);
    }

    /// <summary>Every question is answered, and no answer leads to a review.</summary>
    public bool NeedsNothingMore => HasQuestions && Unanswered == 0 && Leading.Count == 0;

    /// <summary>The outcome as findings.</summary>
    internal IEnumerable<ReviewFinding> Findings
    {
        get
        {
            if (!HasQuestions || Unanswered > 0)
            {
                yield return new("sheet.incomplete", FindingState.Open, (
                    HasQuestions ? $"事前確認シートに、答えていない設問が{Unanswered}問あります。すべてに答えてください。" : "事前確認シートに答えてください。",
                    HasQuestions ? $"The pre-check sheet has {Unanswered} questions without an answer. Answer all of them." : "Fill in the pre-check sheet."), Clauses.Compliance);
            }
            else if (Leading.Count == 0)
            {
                yield return new("sheet.nothing-more", FindingState.Settled, (
                    "事前確認シート：これ以上の審査は要りません。", "Pre-check sheet: nothing more is needed."), Clauses.Compliance);
            }

            if (Leading.Count > 0)
            {
                yield return new("sheet.go-on", FindingState.Settled, (
                    $"事前確認シート：審査に進みます。理由：{string.Join("", Leading.Select(one => $"「{one.Text.In(Language.Ja)}」→{ReviewWords.Of(one.Answer!.Value).Ja}。"))}",
                    $"Pre-check sheet: go on to the review, because of {string.Join(" ", Leading.Select(one => $"“{one.Text.In(Language.En)}” {ReviewWords.Of(one.Answer!.Value).En}."))}"), Clauses.Compliance);
            }
        }
    }

    private static SheetOutcome Of(IEnumerable<ReviewAnswer> answers)
    {
        List<ReviewAnswer> all = [.. answers];
        return new(all.Count(one => one.Answer is null), [.. all.Where(one => one.Answer == SheetAnswer.NotKnown || (one.Answer is not null && one.Answer == one.LeadsOn))], all.Count > 0);
    }
}
