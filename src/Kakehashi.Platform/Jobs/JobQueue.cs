using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Platform.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Done">Rows, files or whatever it counts.</param>
/// <param name="Share">0 to 1; null where the size is not known.</param>
public readonly record struct JobProgress(long Done, double? Share)
{
    /// <summary>It goes on when others have ended that go before it.</summary>
    public bool IsWaiting { get; init; }
}

/// <summary>
/// Work that goes on after the request that asked for it: one at a time, in the order asked for. Short work has a line of
/// its own, so that it does not wait for long work.
/// </summary>
public sealed partial class JobQueue(ILogger<JobQueue> log) : BackgroundService
{
    private readonly Channel<Job> waiting = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private readonly Channel<Job> waitingShort = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, Job> jobs = new(StringComparer.Ordinal);

    /// <summary>Puts work into the queue; false where work under this key waits or runs already.</summary>
    /// <param name="key">What it is about, e.g. <c>import/12</c>.</param>
    /// <param name="work">Keeps its own state: the queue is gone after a restart.</param>
    public bool Start(string key, Func<IProgress<JobProgress>, CancellationToken, Task> work) => Start(waiting, key, work);

    /// <summary>The same for short work.</summary>
    public bool StartShort(string key, Func<IProgress<JobProgress>, CancellationToken, Task> work) => Start(waitingShort, key, work);

    private bool Start(Channel<Job> line, string key, Func<IProgress<JobProgress>, CancellationToken, Task> work)
    {
        var job = new Job(key, work);
        if (!jobs.TryAdd(key, job))
        {
            job.Dispose();
            return false;
        }

        line.Writer.TryWrite(job);
        return true;
    }

    /// <summary>How far the work under a key is; null where none waits or runs.</summary>
    public JobProgress? Progress(string key) => jobs.TryGetValue(key, out var job) ? job.Progress : null;

    /// <summary>Asks the work under a key to end.</summary>
    public void Cancel(string key)
    {
        if (jobs.TryGetValue(key, out var job)) job.Cancel();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Run(waiting, stoppingToken), Run(waitingShort, stoppingToken));

    private async Task Run(Channel<Job> line, CancellationToken stopping)
    {
        await foreach (var job in line.Reader.ReadAllAsync(stopping)) await Run(job, stopping);
    }

    private async Task Run(Job job, CancellationToken stopping)
    {
        try
        {
            // off the thread that hands out work: reading and writing files is synchronous in long stretches
            await Task.Run(() => job.RunAsync(stopping), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // the work has noted that it was ended
        }
#pragma warning disable CA1031 // one job that fails must not keep the next from running
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, job.Key);
        }
        finally
        {
            jobs.TryRemove(job.Key, out _);
            job.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "The job {Key} has failed")]
    private partial void Failed(Exception fault, string key);

    private sealed class Job(string key, Func<IProgress<JobProgress>, CancellationToken, Task> work) : IProgress<JobProgress>, IDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private readonly Lock gate = new();
        private JobProgress progress = new(0, null) { IsWaiting = true };
        private bool isDisposed;

        public string Key { get; } = key;

        public JobProgress Progress
        {
            get
            {
                lock (gate) return progress;
            }
        }

        public void Report(JobProgress value)
        {
            lock (gate) progress = value;
        }

        public async Task RunAsync(CancellationToken stopping)
        {
            Report(new(0, null));
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, ended.Token);
            await work(this, either.Token);
        }

        public void Cancel()
        {
            lock (gate)
                if (!isDisposed) ended.Cancel();
        }

        public void Dispose()
        {
            lock (gate) isDisposed = true;
            ended.Dispose();
        }
    }
}
