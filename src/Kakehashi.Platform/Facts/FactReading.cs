using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Facts;

/// <summary>Reads records for their facts: in the order of their numbers, in chunks, never all at once.</summary>
internal static class FactReading
{
    private const int ChunkSize = 5_000;

    /// <summary>All records of a type that are in use.</summary>
    public static IAsyncEnumerable<IReadOnlyList<Record>> ChunksAsync(Database database, RecordType type, CancellationToken cancel) =>
        EnteredAsync(database, type, null, cancel).Select(chunk => chunk.Records);

    /// <summary>All records of a type that are in use, with the days on which they were entered. While one chunk is worked on, the next one is read.</summary>
    public static async IAsyncEnumerable<RecordChunk> EnteredAsync(
        Database database, RecordType type, EntryDays? days, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var next = ReadAsync(database, type, days, 0, cancel);
        while (await next is { Records.Count: > 0 } chunk)
        {
            next = ReadAsync(database, type, days, chunk.Records[^1].Number, cancel);
            yield return chunk;
        }
    }

    private static Task<RecordChunk> ReadAsync(Database database, RecordType type, EntryDays? days, long after, CancellationToken cancel) =>
        Task.Run(() => type.Accept(new Reading(database, days, after, cancel)), cancel);

    private sealed class Reading(Database database, EntryDays? days, long after, CancellationToken cancel) : IEntityVisitor<Task<RecordChunk>>
    {
        public async Task<RecordChunk> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = database.Read();
            var last = new Id<T>(after);
            var records = await context.Set<T>().Where(record => record.Id > last && !record.IsWithdrawn)
                .OrderBy(record => record.Id).Take(ChunkSize).ToListAsync(cancel);
            return new(records, days is null ? null : await days.OfAsync(context, records, cancel));
        }
    }
}

/// <summary>Some records, and the days on which they were entered where those were asked for.</summary>
internal sealed record RecordChunk(IReadOnlyList<Record> Records, IReadOnlyDictionary<long, DateOnly>? Entered);
