using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Who does something with a review, and on which day.</summary>
/// <param name="By">The name of the account.</param>
/// <param name="On">Today.</param>
public sealed record ReviewSignature(string By, DateOnly On);

/// <summary>How every operation writes a review: one transaction, the version that was seen, the step that the state allows.</summary>
internal static class WritingReview
{
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static async Task<Result<ExportReview>> WriteAsync(
        Workspace workspace, long number, int version, ReviewStep step, Actor actor, Func<ChangeSession, ExportReview, Task<Result<ExportReview>>> decide, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(ExportReview)];
        actor.Demand(Right.ControlExports);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(type, number);
        if (await session.Read().FindAsync(type, number, actor, cancel) is not ExportReview before) return ReviewRefusals.Unknown;
        var taken = ReviewSteps.Take(before.State, step);
        if (!taken.IsDone) return taken.Refusal;
        if (before.Version != version) return ReviewRefusals.ChangedMeanwhile;
        var decided = await decide(session, before);
        if (!decided.IsDone) return decided.Refusal;
        decided.Value.State = taken.Value.To;
        return Commit(session, () => session.Update(type, before, decided.Value), decided.Value);
    }

    /// <summary>Writes, and says what only the store can see.</summary>
    public static Result<ExportReview> Commit(ChangeSession session, Action write, ExportReview written)
    {
        try
        {
            write();
            session.Commit();
            return written;
        }
        catch (ConflictException)
        {
            return ReviewRefusals.ChangedMeanwhile;
        }
        catch (DuplicateKeyException taken)
        {
            return taken.Refusal;
        }
    }

    /// <summary>The review with one more step in its trace.</summary>
    public static ExportReview Traced(ExportReview before, ReviewStep step, string? remark, ReviewSignature signature)
    {
        var after = before.Copy();
        after.Steps = [.. before.Steps, new() { Day = signature.On, By = signature.By, Step = step, Remark = remark is { Length: > 0 } ? remark : null }];
        return after;
    }

    /// <summary>A remark as it is kept; null where it is too long.</summary>
    public static string? Remark(string? text)
    {
        var remark = StorableText.Lines(text ?? "").Trim();
        return remark.Length > ExportReviewRecord.RemarkLength ? null : remark;
    }
}
