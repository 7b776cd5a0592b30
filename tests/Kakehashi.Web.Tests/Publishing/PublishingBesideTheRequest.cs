using Kakehashi.Kernel;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Publishing;

public sealed class PublishingBesideTheRequest(Observatory observatory) : IClassFixture<Observatory>
{
    private static readonly PublicationChoice Countries = new("FL-01", ["country"], Period.Fiscal(2023));
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PublicationDesk Desk => observatory.Services.GetRequiredService<PublicationDesk>();

    [Theory]
    [InlineData("ja", "公表しています")]
    [InlineData("en", "Being published")]
    public async Task Shows_that_it_goes_on_until_it_has_ended(string language, string words)
    {
        var before = (await observatory.Workspace.PublicationsAsync(Cancel)).Count;
        // nothing can be written meanwhile: it does not end
        using (observatory.Workspace.BeginAlone(ChangeOrigin.Demo))
        {
            Assert.Null(await Desk.PublishAsync(Countries, Actor.Local, TimeSpan.Zero, Cancel));
            var page = await observatory.Page($"/{language}/publications/FL-01");
            Assert.Contains(words, page.QuerySelector("turbo-frame#publication")!.TextContent);
            Assert.NotNull(page.QuerySelector("turbo-frame#publication kk-poll"));
            Assert.Null(page.QuerySelector("form#publish"));
        }

        await Ended();
        Assert.Equal(before + 1, (await observatory.Workspace.PublicationsAsync(Cancel)).Count);
        Assert.Null((await observatory.Page($"/{language}/publications/FL-01")).QuerySelector("kk-poll"));
    }

    [Fact]
    public async Task Publishes_nothing_where_it_is_given_up_and_does_not_begin_again_by_itself()
    {
        var before = (await observatory.Workspace.PublicationsAsync(Cancel)).Count;
        using (await Elsewhere())
        {
            Assert.Null(await Desk.PublishAsync(Countries, Actor.Local, TimeSpan.Zero, Cancel));
            var page = await observatory.Page("/en/publications/FL-01");
            Assert.Contains("Waiting for other work", page.QuerySelector("turbo-frame#publication")!.TextContent);
            Desk.Cancel(Countries);
        }

        await Ended();
        Assert.Equal(before, (await observatory.Workspace.PublicationsAsync(Cancel)).Count);
        Assert.Null(Desk.Refused("FL-01"));
        var stopped = await observatory.Page($"/en/publications/FL-01?{Countries.Query}&stopped=true");
        Assert.Contains("Given up; nothing was published", stopped.QuerySelector("main")!.TextContent);
        Assert.Null(stopped.QuerySelector("kk-poll"));
        Assert.Null(Desk.Checking(Countries));
    }

    [Fact]
    public async Task Keeps_what_a_check_has_found_for_who_looks_again()
    {
        using (await Elsewhere())
        {
            var page = await observatory.Page($"/en/publications/FL-01?{Countries.Query}");
            Assert.Contains("Waiting for other work", page.QuerySelector("turbo-frame#publication")!.TextContent);
            Assert.NotNull(Desk.Checking(Countries));
        }

        while (Desk.Checking(Countries) is not null) await Task.Delay(50, Cancel);
        var found = await Desk.CheckAsync(Countries, Actor.Local, TimeSpan.Zero, Cancel);
        Assert.True(found!.Value.Value!.IsSafe);
        Assert.NotNull((await observatory.Page($"/en/publications/FL-01?{Countries.Query}")).QuerySelector("form#publish"));
    }

    [Fact]
    public async Task Tells_how_far_a_check_is_and_ends_it_in_the_middle()
    {
        var told = new List<double>();
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Assert.True((await observatory.Workspace.PrepareAsync(Countries, Patience, Cancel, new Told(told.Add))).IsDone);
        Assert.Equal(told.Order(), told);
        Assert.InRange(told[^1], 0.9, 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => observatory.Workspace.PrepareAsync(Countries, Patience, given.Token, new Told(share =>
        {
            if (share > 0.5) given.Cancel();
        })));
    }

    /// <summary>Other short work that does not end before it is let go.</summary>
    private async Task<IDisposable> Elsewhere()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        Assert.True(observatory.Services.GetRequiredService<JobQueue>().StartShort("other", (_, _) =>
        {
            begun.SetResult();
            return ended.Task;
        }));
        await begun.Task;
        return new Released(ended);
    }

    private async Task Ended()
    {
        while (Desk.Publishing("FL-01") is not null) await Task.Delay(50, Cancel);
    }

    private sealed class Released(TaskCompletionSource ended) : IDisposable
    {
        public void Dispose() => ended.SetResult();
    }

    private sealed class Told(Action<double> told) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => told(value.Share!.Value);
    }
}
