using Kakehashi.Kernel;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Store;

/// <summary>Reads records by number and by key, of any type.</summary>
public static class RecordReader
{
    /// <summary>The records with these numbers that there are, withdrawn ones too, in any order.</summary>
    public static Task<IReadOnlyList<Record>> LoadAsync(this RecordsContext context, RecordType type, IReadOnlyCollection<long> numbers, CancellationToken cancel) =>
        numbers.Count == 0 ? Task.FromResult<IReadOnlyList<Record>>([]) : type.Accept(new Loading(context, numbers, cancel));

    /// <summary>The record with this number, if it is of this type and the actor sees it, as far as this actor may see.</summary>
    public static async Task<Record?> FindAsync(this RecordsContext context, RecordType type, long number, Actor actor, CancellationToken cancel) =>
        (await context.LoadAsync(type, [number], cancel)).FirstOrDefault(record => actor.Sees(type, record))?.ShownTo(type, actor);

    /// <summary>The numbers of the records that keys lead to; a key without a record is left out.</summary>
    public static async Task<Dictionary<string, long>> ResolveAsync(this RecordsContext context, RecordType type, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return [];
        var code = type.Code;
        var list = keys.ToArray();
        return await context.Keys.Where(key => key.Type == code && list.Contains(key.Key)).ToDictionaryAsync(key => key.Key, key => key.Record, cancel);
    }

    /// <summary>The numbers of the records that a key leads to, or else those whose keys begin with it, in the order of the keys.</summary>
    public static async Task<IReadOnlyList<long>> KeyedAsync(this RecordsContext context, RecordType type, string text, int limit, CancellationToken cancel)
    {
        var code = type.Code;
        var exact = await context.Keys.Where(key => key.Type == code && key.Key == text).Select(key => key.Record).ToListAsync(cancel);
        if (exact.Count > 0) return exact;
        // a range and not StartsWith, for which no store uses its index
        var end = text + "\U0010FFFF";
#pragma warning disable CA1309 // becomes SQL, where the order of the column counts: that of bytes
        var keyed = await context.Keys.Where(key => key.Type == code && string.Compare(key.Key, text) >= 0 && string.Compare(key.Key, end) < 0)
            .OrderBy(key => key.Key).Select(key => key.Record).Take(limit).ToListAsync(cancel);
#pragma warning restore CA1309
        return [.. keyed.Distinct()];
    }

    /// <summary>How records are called where they are linked to, by number.</summary>
    public static async Task<IReadOnlyDictionary<long, Bilingual>> CaptionsAsync(this RecordsContext context, RecordType type, IReadOnlyCollection<long> numbers, Actor actor, CancellationToken cancel) =>
        (await context.LoadAsync(type, numbers, cancel)).Where(record => actor.Sees(type, record)).ToDictionary(record => record.Number, record => type.Caption(record.ShownTo(type, actor)));

    private sealed class Loading(RecordsContext context, IReadOnlyCollection<long> numbers, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var ids = numbers.Select(number => new Id<T>(number)).ToArray();
            return await context.Set<T>().Where(record => ids.Contains(record.Id)).ToListAsync(cancel);
        }
    }
}
