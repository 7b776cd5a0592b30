using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Closing;

/// <summary>Closes periods beside the request that asks for it: of a large university it takes longer than somebody waits, and may be given up.</summary>
public sealed class ClosingDesk(Workspace workspace, JobQueue jobs)
{
    /// <summary>So long the latest changes may take to be in the figures.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Errands<PeriodClose> closing = new(jobs, "period", Failed, TimeSpan.FromDays(1));

    /// <summary>Begins to close a period, and waits a while for the end of it.</summary>
    /// <returns>What came of it, with the refusals of <see cref="ClosePeriod"/>; null where it goes on, or was begun before.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public Task<Result<PeriodClose>?> CloseAsync(Period period, string? reason, Actor actor, TimeSpan wait, CancellationToken cancel)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        return closing.AskAsync(period.ToString(), (progress, ending) => workspace.CloseAsync(period, reason, actor, new(Patience, new Told(progress)), ending), wait, cancel);
    }

    /// <summary>How far the closing of a period is; null where it is not being closed.</summary>
    public JobProgress? Progress(Period period) => closing.Progress(period.ToString());

    /// <summary>Gives it up: nothing of it is written.</summary>
    public void Cancel(Period period) => closing.Cancel(period.ToString());

    /// <summary>Why the last one that went on by itself was refused; null where it was not.</summary>
    public Refusal? Refused(Period period) => closing.Left(period.ToString())?.Refusal;

    /// <summary>Tells at once: what is put off to another thread may come after the end.</summary>
    private sealed class Told(IProgress<JobProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new(0, value));
    }

    private static Refusal Failed { get; } = new("period.failed", (
        "エラーのため確定できませんでした。何も書き込まれていません。もう一度実行し、続くときは管理者にログの確認を依頼してください。",
        "It failed, and nothing was written. Try again; if it goes on, ask the administrator to look at the log."));
}
