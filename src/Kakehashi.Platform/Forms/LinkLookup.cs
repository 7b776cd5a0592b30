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
        var byKey = (await context.LoadAsync(type, await context.KeyedAsync(type, text, limit, cancel), cancel)).Where(record => !record.IsWithdrawn && actor.Sees(type, record)).Select(record => record.ShownTo(type, actor));
        return [.. byKey.Concat(byWords).DistinctBy(record => record.Number).Take(limit)];
    }
}
