using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Forms;

/// <summary>Finds the records that a person means by a few typed letters: by key, else by words.</summary>
public static class LinkLookup
{
    /// <summary>Their numbers, best first; without a text the newest.</summary>
    public static async Task<IReadOnlyList<long>> FindAsync(Workspace workspace, RecordType type, string text, int limit, Actor actor, CancellationToken cancel) =>
        [.. (await RecordsAsync(workspace, type, text, limit, actor, cancel)).Select(record => record.Number)];

    /// <summary>The records.</summary>
    public static async Task<IReadOnlyList<Record>> RecordsAsync(Workspace workspace, RecordType type, string text, int limit, Actor actor, CancellationToken cancel)
    {
        text = text.Trim();
        var byWords = text.Length == 0 || type.Fields.Any(field => field.IsSearched)
            ? (await workspace.Database.ListAsync(type, new() { Text = text.Length == 0 ? null : text, Size = limit }, actor, cancel)).Records
            : [];
        if (text.Length == 0) return byWords;
        await using var context = workspace.Database.Read();
        var byKey = (await context.LoadAsync(type, await Keyed(context, type, text, limit, cancel), cancel)).Where(record => !record.IsWithdrawn && actor.Sees(type, record));
        return [.. byKey.Concat(byWords).DistinctBy(record => record.Number).Take(limit)];
    }

    private static async Task<List<long>> Keyed(RecordsContext context, RecordType type, string text, int limit, CancellationToken cancel)
    {
        var code = type.Code;
        var exact = await context.Keys.Where(key => key.Type == code && key.Key == text).Select(key => key.Record).ToListAsync(cancel);
        if (exact.Count > 0) return exact;
        // a range and not StartsWith, which no store finds by its index
        var end = text + "\U0010FFFF";
#pragma warning disable CA1309 // becomes SQL, where the order of the column counts: that of bytes
        return await context.Keys.Where(key => key.Type == code && string.Compare(key.Key, text) >= 0 && string.Compare(key.Key, end) < 0)
            .OrderBy(key => key.Key).Select(key => key.Record).Distinct().Take(limit).ToListAsync(cancel);
#pragma warning restore CA1309
    }
}
