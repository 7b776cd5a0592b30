using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A page in a browser context of its own that remembers what the page complained about.</summary>
public sealed class Tab : IAsyncDisposable
{
    private static readonly string[] Grave = ["serious", "critical"];
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    internal Tab(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => complaints.Enqueue("uncaught: " + error);
        page.RequestFailed += (_, request) =>
        {
            // A download, and a page left before it is loaded, abort their request as they should.
            if (request.Failure != "net::ERR_ABORTED")
                complaints.Enqueue($"request failed: {request.Url} {request.Failure}");
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, uncaught exceptions and failed requests since the tab was opened.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public void HasNoComplaints() => Assert.True(complaints.IsEmpty, string.Join('\n', complaints));

    /// <summary>What axe finds serious or critical, one readable entry per rule with the elements.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Where(violation => Grave.Contains(violation.Impact)).Select(Described)];
    }

    public async Task HasNoBarriers()
    {
        var barriers = await Barriers();
        Assert.True(barriers.Count == 0, $"{Page.Url}\n{string.Join('\n', barriers)}");
    }

    /// <summary>The tab has this cookie from now on.</summary>
    public Task Bring(string site, string cookie) =>
        context.AddCookiesAsync([new() { Url = site, Name = cookie[..cookie.IndexOf('=')], Value = cookie[(cookie.IndexOf('=') + 1)..] }]);

    /// <summary>Looks something up by a few letters and takes what is called this.</summary>
    public async Task Choose(ILocator box, string typed, string name)
    {
        await box.PressSequentiallyAsync(typed);
        await Page.GetByRole(AriaRole.Option, new() { Name = name }).First.ClickAsync();
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private static string Described(AxeResultItem violation)
    {
        var elements = violation.Nodes.Select(node => $"\n  {node.Target}: {node.Html}");
        return $"{violation.Impact} {violation.Id}: {violation.Help}{string.Concat(elements)}";
    }
}
