using System.Collections.Concurrent;
using System.Diagnostics;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Jobs;

/// <summary>
/// Work of one sort that a page asks for and that may take longer than somebody waits: it is done beside the request, once
/// for all who ask for the same, and may be given up. What came of it after its request had gone is kept for who looks next.
/// </summary>
/// <typeparam name="T">What comes of it.</typeparam>
/// <param name="jobs">Where it is done.</param>
/// <param name="sort">What its keys begin with, e.g. <c>period</c>.</param>
/// <param name="failed">What is said where it breaks off with a fault; the fault is in the log.</param>
/// <param name="kept">How long what came of it is kept.</param>
public sealed class Errands<T>(JobQueue jobs, string sort, Refusal failed, TimeSpan kept)
{
    private readonly ConcurrentDictionary<string, (Result<T> Answer, long At)> left = new(StringComparer.Ordinal);

    /// <summary>Begins it, and waits a while for the end of it.</summary>
    /// <returns>What came of it; null where it goes on, was begun before, or was given up.</returns>
    public async Task<Result<T>?> AskAsync(string key, Func<IProgress<JobProgress>, CancellationToken, Task<Result<T>>> work, TimeSpan wait, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource<Result<T>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!jobs.StartShort(NameOf(key), (progress, ending) => RunAsync(key, work, ended, progress, ending))) return null;
        try
        {
            var answer = await ended.Task.WaitAsync(wait, cancel);
            left.TryRemove(key, out _);
            return answer;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>How far it is; null where it has ended or was never begun.</summary>
    public JobProgress? Progress(string key) => jobs.Progress(NameOf(key));

    /// <summary>Gives it up.</summary>
    public void Cancel(string key) => jobs.Cancel(NameOf(key));

    /// <summary>What came of the last that went on by itself; null where there is none, or it was given up.</summary>
    public Result<T>? Left(string key) => left.TryGetValue(key, out var one) && Stopwatch.GetElapsedTime(one.At) < kept ? one.Answer : default(Result<T>?);

    /// <summary>Forgets what came of all of them: something has changed that they were worked out from.</summary>
    public void Forget() => left.Clear();

    private async Task RunAsync(string key, Func<IProgress<JobProgress>, CancellationToken, Task<Result<T>>> work, TaskCompletionSource<Result<T>?> ended, IProgress<JobProgress> progress, CancellationToken ending)
    {
        foreach (var old in left.Where(one => one.Key == key || Stopwatch.GetElapsedTime(one.Value.At) >= kept)) left.TryRemove(old);
        try
        {
            End(key, ended, await work(progress, ending));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            End(key, ended, failed);
            throw;
        }
        finally
        {
            ended.TrySetResult(null);
        }
    }

    /// <summary>Kept before it is told: whoever finds that it has ended finds what came of it.</summary>
    private void End(string key, TaskCompletionSource<Result<T>?> ended, Result<T> answer)
    {
        left[key] = (answer, Stopwatch.GetTimestamp());
        ended.TrySetResult(answer);
    }

    private string NameOf(string key) => $"{sort}/{key}";
}
