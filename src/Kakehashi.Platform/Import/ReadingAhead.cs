using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kakehashi.Platform.Import;

/// <summary>Takes what comes next on another core, while what came before is worked on.</summary>
internal static class ReadingAhead
{
    /// <summary>The same items; at most <paramref name="most"/> of them wait.</summary>
    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> items, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<T>(most);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(items, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancel)) yield return item;
        }
        finally
        {
            // the files are closed before the caller goes on, also where it stopped early
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>What goes wrong is thrown to whoever takes the items.</summary>
    private static async Task ReadAsync<T>(IEnumerable<T> items, ChannelWriter<T> into, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            foreach (var item in items) await into.WriteAsync(item, stop);
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        into.Complete(fault);
    }
}
