using Kakehashi.Access.People;
using Kakehashi.Platform;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;
using Kakehashi.Web.Commands;
using Kakehashi.Web.Demo;
using Microsoft.AspNetCore.StaticAssets;

namespace Kakehashi.Web;

/// <summary>
/// Opens the records while the program is already answering: files and health at once, pages as soon as the records are
/// there. Where they cannot be opened the program ends and says why. Records given open already stay the caller's.
/// </summary>
/// <param name="options">Where the records are.</param>
/// <param name="lifetime">Ended where they cannot be opened.</param>
/// <param name="log">Where that is said.</param>
/// <param name="strategy">Reads the strategy, once the records are open.</param>
/// <param name="first">Opens the accounts, once the records are open.</param>
/// <param name="given">Records that are open already; they stay the caller's.</param>
internal sealed partial class WorkspaceOpening(ServeOptions options, IHostApplicationLifetime lifetime, ILogger<WorkspaceOpening> log, Func<StrategyReading> strategy, Func<FirstStart> first, Workspace? given) : IHostedService, IAsyncDisposable
{
    private readonly TaskCompletionSource<Workspace> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ending = new();
    private Workspace? workspace;
    private Task opening = Task.CompletedTask;
    private Task furnishing = Task.CompletedTask;
    private string? firstLink;

    /// <summary>The records, once they are open.</summary>
    public Task<Workspace> Opened => opened.Task;

    /// <summary>The records, for what only runs after <see cref="Opened"/>.</summary>
    public Workspace Workspace => workspace ?? throw new InvalidOperationException("the records are not open yet");

    /// <summary>Once the records are open: the secret of the link that makes the first administrator, where there is none.</summary>
    public async Task<string?> FirstLinkAsync()
    {
        await opened.Task;
        return firstLink;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        opening = Task.Run(Open, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        await opening.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await opening;
        await furnishing;
        if (given is null) workspace?.Dispose();
        ending.Dispose();
    }

    private async Task Open()
    {
        try
        {
            if (options.Demo && given is null) await DemoCommand.FillWhereEmpty(options.Data, ending.Token);
            workspace = given ?? await WorkspaceOptions.OpenAsync(options.Data, ending.Token);
            ClosedPeriods.AnswerFigures(workspace);
            firstLink = await first().OpenAsync(workspace, ending.Token);
            opened.SetResult(workspace);
            FiguresInBackground.Start(workspace, strategy, log);
            if (given is null) furnishing = FurnishAsync(workspace);
        }
        catch (OperationCanceledException)
        {
            opened.TrySetCanceled();
        }
#pragma warning disable CA1031 // whatever it is, those who wait must hear of it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // what a DataFault says is for whoever started the program, not for its log
            if (fault is not DataFault) CannotOpen(fault, options.Data);
            opened.SetException(fault);
            lifetime.StopApplication();
        }
    }

    /// <summary>What the demonstration shows beyond its records; what is published is not closed yet, as in the life of a university.</summary>
    private async Task FurnishAsync(Workspace opened)
    {
        await DemoPublications.PublishAsync(opened, log, ending.Token);
        await DemoCloses.CloseAsync(opened, log, ending.Token);
    }

    [LoggerMessage(LogLevel.Critical, "The records in {Data} cannot be opened")]
    private partial void CannotOpen(Exception fault, string data);
}

/// <summary>Requests wait for the records.</summary>
internal static class WorkspaceWaiting
{
    /// <summary>An endpoint that answers before the records are open.</summary>
    public sealed class WithoutRecords;

    public static void AddWorkspace(this IServiceCollection services, Workspace? given)
    {
        services.AddSingleton(provider => new WorkspaceOpening(
            provider.GetRequiredService<ServeOptions>(), provider.GetRequiredService<IHostApplicationLifetime>(), provider.GetRequiredService<ILogger<WorkspaceOpening>>(),
            () => provider.GetRequiredService<StrategyInForce>().Reading, provider.GetRequiredService<FirstStart>, given));
        services.AddHostedService(provider => provider.GetRequiredService<WorkspaceOpening>());
        services.AddHostedService<LeftoversInBackground>();
        // what is given is not made here, and so not closed with the program either
        if (given is not null) services.AddSingleton(given);
        else services.AddSingleton(provider => provider.GetRequiredService<WorkspaceOpening>().Workspace);
    }

    /// <summary>Files and health are answered before the records are open, to anybody.</summary>
    public static bool NeedsRecords(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<StaticAssetDescriptor>() is null && metadata.GetMetadata<WithoutRecords>() is null;

    public static void UseWorkspace(this WebApplication app)
    {
        var opening = app.Services.GetRequiredService<WorkspaceOpening>();
        app.Use(async (http, next) =>
        {
            if (NeedsRecords(http) && !opening.Opened.IsCompletedSuccessfully) await opening.Opened.WaitAsync(http.RequestAborted);
            await next(http);
        });
    }
}
