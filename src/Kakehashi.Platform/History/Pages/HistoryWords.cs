using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Merging;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Pages;

/// <summary>Facet History, as a person reads it: who changed what, when and through what, in labels.</summary>
internal sealed class HistoryWords
{
    /// <summary>The changes on one page.</summary>
    public const int Most = 100;

    private readonly RecordType type;
    private readonly IReadOnlyList<HistoryEntry> entries;
    private readonly Dictionary<long, ImportBatch> batches;
    private readonly Dictionary<HistoryEntry, IReadOnlyList<FieldChange>> values;

    private HistoryWords(RecordType type, IReadOnlyList<HistoryEntry> entries, Dictionary<long, ImportBatch> batches)
    {
        (this.type, this.entries, this.batches) = (type, entries, batches);
        values = entries.ToDictionary(entry => entry, Changed);
    }

    /// <summary>A page of the history; each change is one version of the record.</summary>
    public static async Task<HistoryWords> LoadAsync(RecordsContext context, RecordType type, Record record, int page, CancellationToken cancel)
    {
        var entries = await context.HistoryAsync(record.Number, record.Version - (page - 1) * Most + 1, Most, cancel);
        return await OfAsync(context, type, entries, cancel);
    }

    /// <summary>Changes of records of one type.</summary>
    public static async Task<HistoryWords> OfAsync(RecordsContext context, RecordType type, IReadOnlyList<HistoryEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Select(entry => entry.Set.Batch).OfType<long>().Distinct().ToArray();
        var batches = ids.Length == 0 ? [] : await context.ImportBatches.Where(batch => ids.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, cancel);
        return new(type, entries, batches);
    }

    /// <summary>The records that values of the history link to.</summary>
    public IEnumerable<Link> Links => values.Values.SelectMany(changes => changes).SelectMany(change => change.Links)
        .Concat(entries.Select(entry => MergeNote.Of(entry.Change)).OfType<MergeNote>().Select(note => new Link(type.Entity, note.Other)));

    public IReadOnlyList<TimelineEntry> Entries(Workspace workspace, LinkCaptions captions, bool showPersonal) =>
        [.. entries.Select(entry => Of(entry, workspace, captions, showPersonal))];

    private TimelineEntry Of(HistoryEntry entry, Workspace workspace, LinkCaptions captions, bool showPersonal)
    {
        var (what, icon, tone) = What(entry);
        var (when, words) = (workspace.University.Here(entry.Set.At), new ValueWords(workspace.Codes, captions));
        var merge = MergeNote.Of(entry.Change);
        var batch = entry.Set.Batch is { } id ? batches.GetValueOrDefault(id) : null;
        return new(when, Who(entry.Set.Actor), what)
        {
            Icon = icon,
            Tone = tone,
            Changes = [.. values[entry].Select(change => Of(change, words, showPersonal))],
            Notes = [.. Notes(entry.Change), .. merge is null ? [] : Turned(merge, workspace.Types)],
            Source = batch is not null ? Source(batch, entry.Change.Row) : merge is null ? null : Other(merge, captions),
            SourceHref = batch is not null ? $"imports/{batch.Id}" : merge is null ? null : $"{type.Route}/{merge.Other}",
        };
    }

    private static TimelineChange Of(FieldChange change, ValueWords words, bool showPersonal)
    {
        var isMasked = change.Field.IsPersonal && !showPersonal;
        return new(change.Field.Label, Side(change.Before), Side(change.After)) { IsBeforeErased = change.IsBeforeErased, IsAfterErased = change.IsAfterErased };

        string? Side(object? value) => value is null ? null : isMasked ? "●●●●" : words.Of(change.Field, value);
    }

    /// <summary>Of a new record all values are on the page already; of a changed one what differs.</summary>
    private IReadOnlyList<FieldChange> Changed(HistoryEntry entry) =>
        entry.Change.Kind == ChangeKinds.Updated && entry.Change.Values is { } values ? FieldChange.Read(type, values) : [];

    /// <summary>Of an erasure: why, and what.</summary>
    private IEnumerable<Text> Notes(Change change)
    {
        if (ErasedNote.Of(change) is not { } note) yield break;
        yield return ($"理由：{note.Reason}", $"Reason: {note.Reason}");
        var labels = note.Fields.Select(code => type.Field(code)?.Label ?? Text.Same(code)).ToList();
        yield return ($"消去した項目：{string.Join("、", labels.Select(label => label.Ja))}", $"Erased: {string.Join(", ", labels.Select(label => label.En))}");
    }

    /// <summary>Of a merge: how many records were turned.</summary>
    private static IEnumerable<Text> Turned(MergeNote note, RecordTypes types)
    {
        var turned = note.Turned.Select(one => (Type: types.WithCode(one.Key), Count: one.Value)).Where(one => one.Type is not null).ToList();
        if (turned.Count == 0) yield break;
        yield return ($"付け替えた記録：{string.Join("、", turned.Select(one => $"{one.Type!.Many.Ja}{one.Count:N0}件"))}",
            $"Records turned: {string.Join(", ", turned.Select(one => $"{one.Type!.Many.En} {one.Count:N0}"))}");
    }

    /// <summary>The other record of a merge.</summary>
    private Text Other(MergeNote note, LinkCaptions captions)
    {
        var caption = captions.Of(type.Entity, note.Other) is { IsEmpty: false } known ? known : new($"#{note.Other}", $"#{note.Other}");
        return note.Into is null ? ($"統合した記録：{caption.In(Language.Ja)}", $"Taken in: {caption.In(Language.En)}") : ($"統合先：{caption.In(Language.Ja)}", $"Merged into: {caption.In(Language.En)}");
    }

    private static (Text, string, Tone) What(HistoryEntry entry) => (entry.Change.Kind, entry.Set.Origin) switch
    {
        (ChangeKinds.Created, "import") => (("取込で登録", "Added by import"), "file-import", Tone.Good),
        (ChangeKinds.Created, "demo") => (("架空のデータとして登録", "Added as synthetic data"), "plus", Tone.Neutral),
        (ChangeKinds.Created, "api") => (("APIから登録", "Added through the API"), "plus", Tone.Good),
        (ChangeKinds.Created, _) => (("登録", "Added"), "plus", Tone.Good),
        (ChangeKinds.Updated, "import") => (("取込で更新", "Changed by import"), "file-import", Tone.Info),
        (ChangeKinds.Updated, "undo") => (("取込の取消で復元", "Put back by undoing an import"), "history", Tone.Warning),
        (ChangeKinds.Updated, "merge") => (("統合に伴う変更", "Changed by a merge"), "git-merge", Tone.Info),
        (ChangeKinds.Updated, "api") => (("APIから変更", "Changed through the API"), "edit", Tone.Info),
        (ChangeKinds.Updated, _) => (("変更", "Changed"), "edit", Tone.Info),
        (ChangeKinds.Withdrawn, "undo") => (("取込の取消で取り下げ", "Withdrawn by undoing an import"), "history", Tone.Warning),
        (ChangeKinds.Withdrawn, "merge") => (("統合により取り下げ", "Withdrawn by a merge"), "git-merge", Tone.Warning),
        (ChangeKinds.Withdrawn, _) => (("取り下げ", "Withdrawn"), "trash", Tone.Bad),
        (ChangeKinds.Restored, _) => (("元に戻した", "Restored"), "history", Tone.Good),
        (ChangeKinds.Merged, _) => (("別の記録を統合", "Another record merged into this one"), "git-merge", Tone.Good),
        _ => (("個人情報を消去", "Personal data erased"), "eye-off", Tone.Bad),
    };

    internal static string Who(string actor) => actor switch
    {
        "local" => Speech.T("この端末の利用者", "User of this computer"),
        "command line" => Speech.T("コマンドライン", "Command line"),
        _ => actor,
    };

    private static Text Source(ImportBatch batch, int? row)
    {
        var files = batch.Files.Replace("\n", ", ", StringComparison.Ordinal);
        return row is { } number ? ($"{files} {number:N0}行目", $"{files}, row {number:N0}") : Text.Same(files);
    }
}
