using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Publishing;

/// <summary>Checks and publishes beside the request that asks for it: the attack on large tables takes longer than somebody waits, and may be given up.</summary>
public sealed class PublicationDesk(Workspace workspace, JobQueue jobs)
{
    /// <summary>So long the latest changes may take to be in the figures.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // what was found is of the records as they were: long enough to be read, printed and taken away
    private readonly Errands<PreparedPublication> checks = new(jobs, "check", Failed, TimeSpan.FromMinutes(2));
    private readonly Errands<Publication> publishing = new(jobs, "publish", Failed, TimeSpan.FromDays(1));

    /// <summary>Begins to check what would be published, and waits a while for the end of it; what was found a moment ago is told again.</summary>
    /// <returns>What came of it, with the refusals of <see cref="Publish"/>; null where it goes on.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public async Task<Result<PreparedPublication>?> CheckAsync(PublicationChoice choice, Actor actor, TimeSpan wait, CancellationToken cancel)
    {
        Demand(actor);
        if (checks.Left(choice.Query) is { } found) return found;
        return await checks.AskAsync(choice.Query, (progress, ending) => workspace.PrepareAsync(choice, Patience, ending, progress), wait, cancel);
    }

    /// <summary>Begins to publish, and waits a while for the end of it.</summary>
    /// <returns>What came of it, with the refusals of <see cref="Publish"/>; null where it goes on, or was begun before.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public Task<Result<Publication>?> PublishAsync(PublicationChoice choice, Actor actor, TimeSpan wait, CancellationToken cancel)
    {
        Demand(actor);
        return publishing.AskAsync(choice.Indicator, async (progress, ending) =>
        {
            var published = await workspace.PublishAsync(choice, actor, Patience, ending, progress);
            checks.Forget();
            return published;
        }, wait, cancel);
    }

    /// <summary>How far a check is; null where none is made.</summary>
    public JobProgress? Checking(PublicationChoice choice) => checks.Progress(choice.Query);

    /// <summary>How far the publishing of an indicator is; null where it is not being published.</summary>
    public JobProgress? Publishing(string indicator) => publishing.Progress(indicator);

    /// <summary>Gives up what is being done: nothing of it is written.</summary>
    public void Cancel(PublicationChoice choice)
    {
        publishing.Cancel(choice.Indicator);
        checks.Cancel(choice.Query);
    }

    /// <summary>Why the last publishing that went on by itself was refused; null where it was not.</summary>
    public Refusal? Refused(string indicator) => publishing.Left(indicator)?.Refusal;

    private static void Demand(Actor actor)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
    }

    private static Refusal Failed { get; } = new("publication.failed", (
        "エラーのため完了できませんでした。何も公表されていません。もう一度実行し、続くときは管理者にログの確認を依頼してください。",
        "It failed, and nothing was published. Try again; if it goes on, ask the administrator to look at the log."));
}
