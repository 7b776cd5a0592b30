using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Facts;

/// <summary>Reads records for their facts: in the order of their numbers, in chunks, never all at once.</summary>
internal static class FactReading
{
    private const int ChunkSize = 5_000;

    /// <summary>All records of a type that are in use. While one chunk is worked on, the next one is read.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Record>> ChunksAsync(
        Database database, RecordType type, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var next = ReadAsync(database, type, 0, cancel);
        while (await next is { Count: > 0 } chunk)
        {
            next = ReadAsync(database, type, chunk[^1].Number, cancel);
            yield return chunk;
        }
    }

    private static Task<IReadOnlyList<Record>> ReadAsync(Database database, RecordType type, long after, CancellationToken cancel) =>
        Task.Run(() => type.Accept(new Chunk(database, after, cancel)), cancel);

    private sealed class Chunk(Database database, long after, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = database.Read();
            var last = new Id<T>(after);
            return await context.Set<T>().Where(record => record.Id > last && !record.IsWithdrawn)
                .OrderBy(record => record.Id).Take(ChunkSize).ToListAsync(cancel);
        }
    }
}
