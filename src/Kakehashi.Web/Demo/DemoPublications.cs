using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Web.Demo;

/// <summary>What the demonstration university shows to everybody, checked like any other publication.</summary>
public static partial class DemoPublications
{
    private const int Years = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly (string Indicator, string[] Dimensions, bool IsCrossed, PublicationMethod Method)[] All =
    [
        ("AG-01", ["region", "type"], false, PublicationMethod.Suppress),
        ("FL-01", ["country", "level"], true, PublicationMethod.Suppress),
        ("FL-02", ["country"], false, PublicationMethod.Suppress),
        ("OU-01", ["level"], false, PublicationMethod.Suppress),
        ("SF-02", ["sex"], false, PublicationMethod.Suppress),
        ("ST-01", ["level"], false, PublicationMethod.Suppress),
    ];

    /// <summary>What is published, of the last five years.</summary>
    public static IEnumerable<PublicationChoice> Choices(DateOnly today)
    {
        var from = Period.Of(today, PeriodKind.FiscalYear, YearStarts.Japan).Plus(-Years);
        return All.Select(one => new PublicationChoice(one.Indicator, one.Dimensions, from) { IsCrossed = one.IsCrossed, Method = one.Method });
    }

    /// <summary>Publishes where the records are invented and nothing has ever been published; the program answers meanwhile.</summary>
    public static async Task PublishAsync(Workspace workspace, ILogger log, CancellationToken cancel)
    {
        try
        {
            if (!workspace.IsSynthetic || (await workspace.PublicationsAsync(cancel)).Count > 0) return;
            foreach (var choice in Choices(workspace.Today))
            {
                var published = await workspace.PublishAsync(choice, Actor.Program, Patience, cancel);
                if (!published.IsDone) NotPublished(log, choice.Indicator, published.Refusal.Message.En);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // stopped meanwhile: published when it is started again
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Indicator} of the demonstration is not published: {Reason}")]
    private static partial void NotPublished(ILogger log, string indicator, string reason);
}
