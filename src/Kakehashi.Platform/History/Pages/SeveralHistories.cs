using Kakehashi.Kernel;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;

namespace Kakehashi.Platform.History.Pages;

/// <summary>What has happened to records that belong together, be they of several types.</summary>
public static class SeveralHistories
{
    /// <summary>The latest changes of all of them, the latest first; each leads to its record. What is personal is masked.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Workspace workspace, IReadOnlyList<Record> records, int most, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var byNumber = records.ToDictionary(record => record.Number);
        var latest = await context.HistoryAsync([.. byNumber.Keys], most, cancel);
        var all = new List<(HistoryEntry Entry, HistoryWords Words, Record Record, RecordType Type)>();
        foreach (var entry in latest)
        {
            var record = byNumber[entry.Change.Record];
            var type = workspace.Types[record.GetType()];
            all.Add((entry, await HistoryWords.OfAsync(context, type, [entry], cancel), record, type));
        }

        var captions = await LinkCaptions.LoadAsync(workspace.Database, all.SelectMany(one => one.Words.Links), actor, cancel);
        return [.. all.Select(one => one.Words.Entries(workspace, captions, showPersonal: false)[0] with { Source = Named(one.Type, one.Record), SourceHref = $"{one.Type.Route}/{one.Record.Number}" })];
    }

    private static Text Named(RecordType type, Record record)
    {
        var caption = type.Caption(record);
        return ($"{type.One.Ja}：{caption.In(Language.Ja)}", $"{type.One.En}: {caption.In(Language.En)}");
    }
}
