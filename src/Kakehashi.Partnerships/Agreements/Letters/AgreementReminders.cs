using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Letters;

/// <summary>An agreement that waits for somebody.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Column">Where on the board it stands.</param>
/// <param name="Steps">Whose looks it waits for; none where it waits for whoever keeps it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Proposer">Who submitted it; null where nobody has.</param>
public sealed record WaitingAgreement(Agreement Agreement, BoardColumn Column, IReadOnlyList<ApprovalStep> Steps, DateOnly? Since, string? Proposer);

/// <summary>A reminder as it would go out.</summary>
/// <param name="To">To whom.</param>
/// <param name="About">Of which agreements.</param>
/// <param name="Letter">The letter.</param>
public sealed record Reminder(Recipient To, IReadOnlyList<WaitingAgreement> About, Letter Letter);

/// <summary>Reminders that an officer sends by hand: one letter to each whose turn it is, about all that waits for that person.</summary>
public sealed class AgreementReminders(Workspace workspace, AgreementLetters letters, Outbox outbox)
{
    /// <summary>The most characters of what an officer adds.</summary>
    public const int SentenceLength = 1_000;

    /// <summary>More that waits at once than any office has.</summary>
    private const int Most = 2_000;

    private static readonly AgreementState[] Moving = [AgreementState.Draft, AgreementState.UnderReview, AgreementState.Approved];

    /// <summary>All that waits and the actor sees, what has waited longest first.</summary>
    /// <param name="column">Only these; null for all.</param>
    /// <param name="days">Only what has waited for so many days.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<WaitingAgreement>> WaitingAsync(BoardColumn? column, int days, Actor actor, CancellationToken cancel)
    {
        var latest = workspace.Today.AddDays(-days);
        await using var context = workspace.Database.Read();
        var procedures = context.Set<AgreementProcedure>().Where(one => !one.IsWithdrawn);
        var opened = procedures.Where(one => one.ReviewOpenedOn != null).Select(one => one.Agreement);
        var begun = procedures.Select(one => one.Agreement);
        var seen = await context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor)
            .Where(one => !one.IsWithdrawn && ((Moving.Contains(one.State) && begun.Contains(one.Id)) || (one.State == AgreementState.InForce && opened.Contains(one.Id))))
            .OrderBy(one => one.Id).Take(Most).ToListAsync(cancel);
        var references = seen.ConvertAll(one => one.Id.ToString());
        var known = await procedures.Where(one => references.Contains(one.Reference)).ToDictionaryAsync(one => one.Reference, cancel);
        return [.. seen.Select(one => Of(one, known[one.Id.ToString()])).OfType<WaitingAgreement>()
            .Where(one => (column is null || one.Column == column) && (days == 0 || one.Since <= latest))
            .OrderBy(one => one.Since ?? DateOnly.MaxValue).ThenBy(one => one.Agreement.Number)];
    }

    /// <summary>What would go out, and to whom.</summary>
    /// <param name="waiting">What was chosen.</param>
    /// <param name="sentence">What the officer adds; may be empty.</param>
    /// <param name="key">Of the form: sent twice, the letters go out once.</param>
    /// <param name="sender">How the officer is called.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Reminder>> PreviewAsync(IReadOnlyList<WaitingAgreement> waiting, string? sentence, Guid key, string sender, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        await using var context = workspace.Database.Read();
        var reviewers = await Looking.ReviewersAsync(context, cancel);
        var told = new List<(Recipient To, WaitingAgreement About)>();
        foreach (var one in waiting)
            told.AddRange((await WhomAsync(one, reviewers, cancel)).Select(to => (to, one)));
        var added = StorableText.Lines(sentence ?? "").Trim();
        return [.. told.GroupBy(one => one.To).Select(same => Of(same.Key, [.. same.Select(one => one.About).Distinct()], added, key, sender)).OrderBy(one => one.To.Name, StringComparer.Ordinal)];
    }

    /// <summary>Operation: puts them into the outbox.</summary>
    /// <returns>How many are new.</returns>
    public Task<int> SendAsync(IReadOnlyList<Reminder> reminders, Actor actor, CancellationToken cancel)
    {
        actor.Demand(Right.WriteShared);
        return outbox.PutAsync([.. reminders.Select(one => one.Letter)], cancel);
    }

    private static WaitingAgreement? Of(Agreement agreement, AgreementProcedure procedure)
    {
        DateOnly? since = procedure.Steps.LastOrDefault(step => step.From != step.To || step.Step == AgreementStep.OpenReview)?.Day;
        return agreement.State switch
        {
            AgreementState.UnderReview => procedure.Awaited is { Count: > 0 } looks ? new(agreement, BoardColumn.UnderReview, [.. looks.Select(look => look.Step)], looks.Min(look => look.OpenedOn), procedure.SubmittedBy) : null,
            // one that nobody has submitted yet waits for nobody
            AgreementState.Draft => procedure.SubmittedBy is null ? null : new(agreement, BoardColumn.Draft, [], since, procedure.SubmittedBy),
            AgreementState.Approved => new(agreement, BoardColumn.Approved, [], since, procedure.SubmittedBy),
            _ => new(agreement, BoardColumn.Renewal, [], procedure.ReviewOpenedOn, null),
        };
    }

    private async Task<IEnumerable<Recipient>> WhomAsync(WaitingAgreement one, IReadOnlyList<AgreementReviewer> reviewers, CancellationToken cancel)
    {
        if (one.Steps.Count == 0)
        {
            var proposer = one.Proposer is { } account ? await letters.WhomAsync(one.Agreement, null, account, reviewers, cancel) : [];
            return proposer.Count > 0 ? proposer : await letters.WhomAsync(one.Agreement, null, null, reviewers, cancel);
        }

        var all = new List<Recipient>();
        foreach (var step in one.Steps) all.AddRange(await letters.WhomAsync(one.Agreement, step, null, reviewers, cancel));
        // nobody looks at a proposal of their own
        return all.Where(to => !string.Equals(to.UserName, one.Proposer, StringComparison.OrdinalIgnoreCase)).Distinct();
    }

    private Reminder Of(Recipient to, IReadOnlyList<WaitingAgreement> about, string sentence, Guid key, string sender)
    {
        Text subject = ($"協定の手続きをお願いします({about.Count}件)", about.Count == 1 ? "An agreement is waiting for you" : $"{about.Count} agreements are waiting for you");
        var lines = string.Join('\n', about.Select(one => $"{new Text("・", "- ").In(to.Language)}{Line(one).In(to.Language)}"));
        var from = new Text($"{sender} からの連絡です。", $"A reminder by {sender}.").In(to.Language);
        var says = $"{from}\n\n{(sentence.Length > 0 ? $"{sentence}\n\n" : "")}{lines}";
        var page = about.Count == 1 ? $"procedures/{about[0].Agreement.Id}" : "procedures";
        return new(to, about, letters.Of($"agreements/by-hand/{key:N}", to, subject, says, page));
    }

    private static Text Line(WaitingAgreement one)
    {
        var (ja, en) = ($"{one.Agreement.Reference} {one.Agreement.Title.In(Language.Ja)}", $"{one.Agreement.Reference} {one.Agreement.Title.In(Language.En)}");
        var since = one.Since is { } on ? new Text($"、{on:yyyy-MM-dd} から", $", since {on:yyyy-MM-dd}") : default;
        var what = Asked(one);
        return ($"{ja}({what.Ja}{since.Ja})", $"{en} ({what.En}{since.En})");
    }

    /// <summary>What it waits for.</summary>
    public static Text Asked(WaitingAgreement one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var steps = one.Steps.Select(GuidelineWords.Of).ToList();
        return one.Column switch
        {
            BoardColumn.UnderReview => ($"{string.Join('、', steps.Select(step => step.Ja))}の審査待ち", $"waits for: {string.Join(", ", steps.Select(step => step.En))}"),
            BoardColumn.Draft => ("書き直して再提出", "to be written again and submitted"),
            BoardColumn.Approved => ("署名待ち", "to be signed"),
            _ => ("更新の検討中", "reviewed before renewal"),
        };
    }
}
