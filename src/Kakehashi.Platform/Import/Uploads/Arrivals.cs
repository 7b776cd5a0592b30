using System.Collections.Concurrent;
using System.Globalization;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>
/// Files that were sent and are in no batch yet: a batch gets its number from the database, where another import may be
/// writing for long. Whoever sent them is not kept waiting without a word.
/// </summary>
internal sealed class Arrivals(UploadFolder folder, JobQueue jobs, TimeProvider clock)
{
    /// <summary>Nobody is told of a wait as short as this.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongGone = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Task<long>> all = new(StringComparer.Ordinal);

    /// <summary>The batch that these files will be; null where nobody knows of them.</summary>
    public Task<long>? Find(string token) => all.GetValueOrDefault(token);

    public void Cancel(string token) => jobs.Cancel(Key(token));

    /// <summary>Takes files in; answers the number of their batch, or the token of files that still wait for theirs.</summary>
    /// <param name="files">What was sent.</param>
    /// <param name="number">Gives the batch its number; may wait.</param>
    /// <param name="take">Goes on once the files lie where those of the batch do.</param>
    /// <param name="cancel">Ends the sending.</param>
    public async Task<(long? Batch, string Token)> TakeAsync(IReadOnlyList<IFormFile> files, Func<Turn, long> number, Action<long> take, CancellationToken cancel)
    {
        RemoveOld();
        var token = Guid.NewGuid().ToString("N");
        var place = Directory.CreateDirectory(Path.Combine(folder.OfArrivals, token)).FullName;
        for (var i = 0; i < files.Count; i++)
        {
            await using var target = File.Create(Path.Combine(place, i.ToString(CultureInfo.InvariantCulture)));
            await files[i].CopyToAsync(target, cancel);
        }

        var arrived = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        all[token] = arrived.Task;
        jobs.StartShort(Key(token), (progress, ended) => Arrive(place, arrived, () => number(new(() => progress.Report(new(0, null) { IsWaiting = true }), ended)), take));
        await Task.WhenAny(arrived.Task, Task.Delay(Moment, cancel));
        if (!arrived.Task.IsCompleted) return (null, token);
        all.TryRemove(token, out _);
        return (await arrived.Task, token);
    }

    private Task Arrive(string place, TaskCompletionSource<long> arrived, Func<long> number, Action<long> take)
    {
        try
        {
            var id = number();
            Directory.Move(place, folder.Of(id));
            take(id);
            arrived.SetResult(id);
            return Task.CompletedTask;
        }
        catch (Exception fault)
        {
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
            arrived.SetException(fault);
            throw;
        }
    }

    /// <summary>What a program left that was stopped meanwhile.</summary>
    private void RemoveOld()
    {
        var arrivals = new DirectoryInfo(folder.OfArrivals);
        if (!arrivals.Exists) return;
        foreach (var old in arrivals.EnumerateDirectories().Where(old => clock.GetUtcNow() - old.LastWriteTimeUtc > LongGone)) old.Delete(recursive: true);
    }

    private static string Key(string token) => $"arrival/{token}";
}
