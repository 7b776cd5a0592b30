using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;

namespace Kakehashi.Partnerships.Agreements.Letters;

/// <summary>What is to be said about an agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Key">Stable: the same thing is said once to the same person.</param>
/// <param name="Subject">In a line.</param>
/// <param name="Says">In a paragraph.</param>
/// <param name="Step">Whose look is asked for; null where none is.</param>
/// <param name="To">The account it is for; null for whoever keeps the records of the unit, or looks at the step.</param>
public sealed record AgreementNotice(Agreement Agreement, string Key, Text Subject, Text Says, ApprovalStep? Step, string? To)
{
    /// <summary>Who does not get it: nobody looks at a proposal of their own.</summary>
    public string? NotTo { get; init; }

    /// <summary>What is said of several agreements at once stands in one letter: the same word for all of them, null for none.</summary>
    public string? Together { get; init; }
}

/// <summary>What there is to say about agreements on a day: it follows from the records alone.</summary>
public static class AgreementNotices
{
    /// <summary>Who has waited for so many days is reminded, and again after as many.</summary>
    internal const int ReminderDays = 7;

    /// <summary>What is older has been said, or is not worth saying any more.</summary>
    internal const int FreshDays = 14;

    /// <summary>The letter about reviews names all that began on a day; it is not written anew when one of them is over later.</summary>
    private const int ReviewDays = 3;

    /// <summary>What there is to say about one agreement.</summary>
    public static IEnumerable<AgreementNotice> Of(Agreement agreement, AgreementProcedure procedure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(procedure);
        return agreement.State switch
        {
            AgreementState.UnderReview => Looks(agreement, procedure, today),
            AgreementState.Draft or AgreementState.Approved => Outcome(agreement, procedure, today),
            AgreementState.InForce when procedure.ReviewOpenedOn is { } opened && opened >= today.AddDays(-ReviewDays) => [Review(agreement, opened)],
            _ => [],
        };
    }

    private static IEnumerable<AgreementNotice> Looks(Agreement agreement, AgreementProcedure procedure, DateOnly today)
    {
        foreach (var look in procedure.Awaited.Where(one => one.OpenedOn is not null))
        {
            var reminder = (today.DayNumber - look.OpenedOn!.Value.DayNumber) / ReminderDays;
            var name = GuidelineWords.Of(look.Step);
            var key = $"look/{look.Round}/{look.Stage}/{CodeNames.Of(look.Step)}/{reminder}";
            Text subject = reminder == 0
                ? ($"協定の審査をお願いします：{Called(agreement, Language.Ja)}", $"Please look at an agreement: {Called(agreement, Language.En)}")
                : ($"協定の審査が待っています：{Called(agreement, Language.Ja)}", $"An agreement is waiting: {Called(agreement, Language.En)}");
            yield return new(agreement, key, subject, (
                $"「{Called(agreement, Language.Ja)}」は、{look.OpenedOn:yyyy-MM-dd} から{name.Ja}の審査を待っています。",
                $"“{Called(agreement, Language.En)}” has waited for the look of “{name.En}” since {look.OpenedOn:yyyy-MM-dd}."), look.Step, null)
            { NotTo = procedure.SubmittedBy };
        }
    }

    private static IEnumerable<AgreementNotice> Outcome(Agreement agreement, AgreementProcedure procedure, DateOnly today)
    {
        if (procedure.SubmittedBy is not { } proposer || procedure.Steps.LastOrDefault(step => step.Step is AgreementStep.Approve or AgreementStep.SendBack) is not { Day: { } day } last || day < today.AddDays(-FreshDays)) yield break;
        if (agreement.State == AgreementState.Approved)
        {
            yield return new(agreement, $"approved/{procedure.Round}", ($"協定の提案が承認されました：{Called(agreement, Language.Ja)}", $"Your proposal was approved: {Called(agreement, Language.En)}"),
                ($"「{Called(agreement, Language.Ja)}」が承認されました。署名を進め、日付を記録してください。", $"“{Called(agreement, Language.En)}” was approved. Have it signed, and record the days."), null, proposer);
        }
        else if (last.Step == AgreementStep.SendBack)
        {
            yield return new(agreement, $"back/{procedure.Round}", ($"協定の提案が差し戻されました：{Called(agreement, Language.Ja)}", $"Your proposal was sent back: {Called(agreement, Language.En)}"),
                ($"「{Called(agreement, Language.Ja)}」が差し戻されました。理由：{last.Remark}", $"“{Called(agreement, Language.En)}” was sent back. The reason: {last.Remark}"), null, proposer);
        }
    }

    private static AgreementNotice Review(Agreement agreement, DateOnly opened) => new(agreement, "review",
        ("満了の近い協定の更新を検討してください", "Please review agreements before their end"),
        ($"{Called(agreement, Language.Ja)}：{agreement.ExpiresOn:yyyy-MM-dd} に満了", $"{Called(agreement, Language.En)}: expires on {agreement.ExpiresOn:yyyy-MM-dd}"), null, null)
    {
        Together = $"review/{opened:yyyy-MM-dd}",
    };

    private static string Called(Agreement agreement, Language language) => $"{agreement.Reference} {agreement.Title.In(language)}";
}
