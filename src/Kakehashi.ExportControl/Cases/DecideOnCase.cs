using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.ExportControl.Cases;

/// <summary>What somebody says of some hits of a case.</summary>
/// <param name="Pairs">The hits, by <see cref="CaseHit.Pair"/>.</param>
/// <param name="Verdict">The same or not.</param>
/// <param name="Because">By what they were told apart; needed where they are not the same.</param>
/// <param name="Note">In words; needed where they are the same, or for another reason.</param>
public sealed record HitDecision(IReadOnlyCollection<string> Pairs, HitVerdict Verdict, ClearingReason? Because, string? Note);

/// <summary>Operations: says whether who is listed is meant, and asks again. A case that has no open hit is closed.</summary>
public static class DecideOnCase
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 2_000;

    /// <summary>Decides some hits.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="number">The case.</param>
    /// <param name="version">Its version, as it was seen.</param>
    /// <param name="decision">What is said.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: <c>case.unknown</c>, <c>case.changed</c>, <c>case.closed</c>, <c>case.no-hit</c>, <c>case.no-reason</c>, <c>case.no-note</c>, <c>case.long-note</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static async Task<Result<ScreeningCase>> DecideAsync(this Workspace workspace, long number, int version, HitDecision decision, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(ScreeningCase)];
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Operation(actor));
            if (await session.Read().FindAsync(type, number, actor, cancel) is not ScreeningCase { IsWithdrawn: false } before) return Unknown(number);
            if (before.Version != version) return Changed;
            var after = Decide(before, decision, actor.Name, workspace.Today);
            if (!after.IsDone) return after.Refusal;
            session.Update(type, before, after.Value);
            session.Commit();
            return after;
        }
        catch (ConflictException)
        {
            return Changed;
        }
    }

    /// <summary>The case as it is to be.</summary>
    public static Result<ScreeningCase> Decide(ScreeningCase before, HitDecision decision, string by, DateOnly day)
    {
        if (before.State != CaseState.Open) return Closed;
        var note = string.IsNullOrWhiteSpace(decision.Note) ? null : decision.Note.Trim();
        if (note?.Length > LongestNote) return new Refusal("case.long-note", ($"備考は{LongestNote:N0}文字までです。", $"A note has at most {LongestNote:N0} characters."));
        if (decision.Verdict == HitVerdict.NotSame && decision.Because is null) return new Refusal("case.no-reason", ("別人・別機関とした理由を選んでください。", "Choose by what they were told apart."));
        if (note is null && (decision.Verdict == HitVerdict.Same || decision.Because == ClearingReason.Other)) return new Refusal("case.no-note", ("判断の理由を備考に記入してください。", "Say why in the note."));
        var after = before.Copy();
        var hits = after.Hits.Where(hit => hit.IsOpen && decision.Pairs.Contains(hit.Pair)).ToList();
        if (hits.Count == 0) return new Refusal("case.no-hit", ("確認待ちの候補を選んでください。", "Choose hits that are to be looked at."));
        foreach (var hit in hits)
            (hit.Verdict, hit.Because, hit.Note, hit.DecidedBy, hit.DecidedOn) = (decision.Verdict, decision.Verdict == HitVerdict.NotSame ? decision.Because : null, note, by, day);
        after.Settle(day);
        return after;
    }

    /// <summary>Asks again what was decided: another case with the same hits, all open. The one that is closed stays as it was.</summary>
    /// <returns>Refusals: <c>case.unknown</c>, <c>case.open</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static async Task<Result<ScreeningCase>> LookAgainAsync(this Workspace workspace, long number, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(ScreeningCase)];
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Operation(actor));
            if (await session.Read().FindAsync(type, number, actor, cancel) is not ScreeningCase { IsWithdrawn: false } before) return Unknown(number);
            var cases = await session.Read().Set<ScreeningCase>().Where(one => one.SubjectType == before.SubjectType && one.SubjectNumber == before.SubjectNumber && !one.IsWithdrawn).ToListAsync(cancel);
            if (cases.Exists(one => one.State == CaseState.Open)) return Open;
            var again = before.Again(cases.Max(one => one.Round) + 1, workspace.Today);
            session.Create(type, again);
            session.Commit();
            return again;
        }
        catch (Exception fault) when (fault is DuplicateKeyException or ConflictException)
        {
            return Open;
        }
    }

    private static Refusal Unknown(long number) => new("case.unknown", ($"案件 #{number} はありません。", $"There is no case #{number}."));

    private static Refusal Changed { get; } = new("case.changed", ("この案件は、ほかの人かリストの更新によって変わりました。読み込み直して確かめてください。", "Somebody else, or another version of a list, has changed this case. Load it again and look."));

    private static Refusal Closed { get; } = new("case.closed", ("この案件は終了しています。もう一度確かめるときは「もう一度確認する」を選んでください。", "This case is closed. To look once more, choose “Look again”."));

    private static Refusal Open { get; } = new("case.open", ("この記録には、確認待ちの案件がすでにあります。", "There is an open case of this record already."));
}
