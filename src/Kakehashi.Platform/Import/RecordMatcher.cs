using System.Collections;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Import;

/// <summary>Finds the records that drafts mean, a few statements for thousands of rows, and counts or writes what changes.</summary>
internal sealed class RecordMatcher(Workspace workspace, RecordType type, Actor actor, DuplicateRows duplicates, ImportReport report, IReadOnlyList<string> files, ChangeSession? session) : IDisposable
{
    private readonly LinkResolver links = new(workspace, type);
    private IReadOnlyList<Draft> waiting = [];
    private readonly Seen seen = new();
    private readonly Seen changed = new();
    private bool? isEmpty;

    public async Task TakeAsync(Draft[] drafts, CancellationToken cancel)
    {
        // what is there is read beside the session: that is busy writing the rows before, and nobody else writes
        await using var context = workspace.Database.Read();
        IReadOnlyList<Draft> open = waiting.Count == 0 ? drafts : [.. waiting, .. drafts];
        while (open.Count > 0)
        {
            waiting = await links.ResolveAsync(context, open, cancel);
            if (waiting.Count == open.Count) return;
            await TakeAsync(context, waiting.Count == 0 ? open : [.. open.Except(waiting)], cancel);
            open = waiting;
        }
    }

    /// <summary>No more drafts come: what still waits for a record waits in vain.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        links.GiveUp(waiting);
        await using var context = workspace.Database.Read();
        if (waiting.Count > 0) await TakeAsync(context, waiting, cancel);
    }

    public void Dispose()
    {
        seen.Dispose();
        changed.Dispose();
    }

    private async Task TakeAsync(RecordsContext context, IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        var rows = new List<Row>(drafts.Count);
        foreach (var draft in drafts)
            if (!draft.IsRejected) rows.Add(new(draft, New(draft)));
        foreach (var row in rows) row.Keys = KeysOf(row);
        await Match(context, rows.FindAll(row => !row.Draft.IsRejected && !row.Draft.IsLeftOut), cancel);
        foreach (var draft in drafts) report.Add(files[draft.File], draft);
    }

    private Record New(Draft draft)
    {
        var record = type.New();
        foreach (var (field, value) in draft.Values) field.Write(record, Plain(value));
        return record;
    }

    private static object? Plain(object? value) => value switch
    {
        AddedParts added => added.Parts,
        OneSide one => one.Value.IsEmpty ? null : one.Value,
        _ => value,
    };

    private string[] KeysOf(Row row)
    {
        var keys = type.Keys(row.Record).ToArray();
        if (keys.Length > 1) keys = [.. keys.Distinct(StringComparer.Ordinal)];
        if (keys.Length == 0)
            row.Draft.Problems.Add(new(null, "import.no-key", ("この行には照合に使う番号や識別子がありません。番号か識別子の列に値を入れてください。", "This row has no number or identifier to match on. Fill in the column of its number or identifier.")));
        if (duplicates == DuplicateRows.First && keys.Length > 0 && seen.TryGet(Seen.Hash(keys[0]), out var first))
        {
            row.Draft.Problems.Add(LeftOut(keys[0], first));
            row.Draft.IsLeftOut = true;
            return [];
        }

        var own = new List<string>(keys.Length);
        foreach (var key in keys)
        {
            var hash = Seen.Hash(key);
            if (seen.TryGet(hash, out var earlier))
            {
                row.Draft.Problems.Add(Twice(key, earlier, isWarning: key != keys[0]));
                continue;
            }

            seen.Set(hash, row.Draft.Row);
            own.Add(key);
        }

        return [.. own];
    }

    private static RowProblem NotYours { get; } = new(null, "import.not-yours", (
        "担当していない部局の記録です。部局の列を確かめるか、この行を除いてください。",
        "This is a record of a unit that is not yours. Check the column of the unit, or leave the row out."));

    private static RowProblem LeftOut(string key, int first) => new(null, "import.duplicate-row", (
        $"{first:N0}行目と同じ「{TextReaders.Shown(key)}」です。{first:N0}行目を使い、この行は取り込みません。",
        $"The same “{TextReaders.Shown(key)}” as in row {first:N0}. That row is used; this one is left out."), IsWarning: true);

    /// <summary>Two rows with one key: the first key of a row must be its own; a further identifier may be shared by mistake.</summary>
    private static RowProblem Twice(string key, int first, bool isWarning) => isWarning
        ? new(null, "import.shared-identifier", (
            $"識別子「{TextReaders.Shown(key)}」は{first:N0}行目にもあります。照合には使いません。",
            $"The identifier “{TextReaders.Shown(key)}” is in row {first:N0} too; it is not matched on."), IsWarning: true)
        : new(null, "import.duplicate-row", (
            $"{first:N0}行目と同じ「{TextReaders.Shown(key)}」です。どちらかの行を除くか直してください。",
            $"The same “{TextReaders.Shown(key)}” as in row {first:N0}. Remove or correct one of the two rows."));

    private async Task Match(RecordsContext context, List<Row> rows, CancellationToken cancel)
    {
        isEmpty ??= !await HasKeys(context, cancel);
        var found = isEmpty == true ? [] : await context.ResolveAsync(type, [.. rows.SelectMany(row => row.Keys)], cancel);
        foreach (var row in rows) row.Number = Number(row, found);
        var known = await LoadAsync(context, [.. rows.Select(row => row.Number).Where(number => number > 0).Distinct()], cancel);
        foreach (var row in rows)
        {
            if (row.Draft.IsRejected) continue;
            // another row of the file may mean the same record by another of its keys
            if (row.Number > 0) known[row.Number] = Change(row, known[row.Number]);
            else Create(row);
        }
    }

    /// <summary>Records as they are now; those that this run has changed itself are read within its transaction.</summary>
    private async Task<Dictionary<long, Record>> LoadAsync(RecordsContext context, IReadOnlyList<long> numbers, CancellationToken cancel)
    {
        var own = numbers.Where(number => changed.TryGet((UInt128)number, out _)).ToHashSet();
        var known = (await context.LoadAsync(type, [.. numbers.Where(number => !own.Contains(number))], cancel)).ToDictionary(record => record.Number);
        if (own.Count == 0 || session is null) return known;
        foreach (var record in await session.Read().LoadAsync(type, own, cancel)) known[record.Number] = record;
        return known;
    }

    /// <summary>The record that the first known key leads to; a further key that leads elsewhere is told of and left alone.</summary>
    private static long Number(Row row, Dictionary<string, long> found)
    {
        var known = row.Keys.Where(found.ContainsKey).ToList();
        if (known.Count == 0) return 0;
        var number = found[known[0]];
        foreach (var key in known.Where(key => found[key] != number))
            row.Draft.Problems.Add(new(null, "import.shared-identifier", (
                $"識別子「{TextReaders.Shown(key)}」は別のレコード(#{found[key]})のものです。照合には使いません。",
                $"The identifier “{TextReaders.Shown(key)}” belongs to another record (#{found[key]}); it is not matched on."), IsWarning: true));
        return number;
    }

    private void Create(Row row)
    {
        foreach (var field in type.Required)
            if (Plain(row.Draft.Values.GetValueOrDefault(field)) is null)
            {
                var required = TextReaders.Required(field);
                row.Draft.Problems.Add(new(row.Draft.Header(field.Code), required.Code!, required.Message));
            }

        if (!row.Draft.IsRejected) Check(row, null, row.Record);
        if (!row.Draft.IsRejected && !actor.MayWrite(type, row.Record)) row.Draft.Problems.Add(NotYours);
        if (row.Draft.IsRejected) return;
        session?.Create(type, row.Record, row.Draft.Row);
        links.Made(row.Keys, row.Record.Number);
        report.Created++;
    }

    /// <summary>The record as it is after the row.</summary>
    private Record Change(Row row, Record before)
    {
        var after = type.New();
        foreach (var field in type.Fields) field.Write(after, field.Read(before));
        foreach (var (field, value) in row.Draft.Values)
            if (field.WrittenBy == WrittenBy.Form) field.Write(after, Merged(field, field.Read(before), value));
        Check(row, before, after);
        if (!actor.MayWrite(type, before) || !actor.MayWrite(type, after)) row.Draft.Problems.Add(NotYours);
        if (row.Draft.IsRejected) return before;
        var changes = session is null
            ? !SameValues.Are(type, before, after)
            : session.Update(type, before, after, row.Draft.Row);
        if (!changes)
        {
            report.Unchanged++;
            return before;
        }

        Show(row, before, after);
        report.Updated++;
        changed.Set((UInt128)before.Number, row.Draft.Row);
        return after;
    }

    /// <summary>Keeps what the first rows change for whoever looks before it is written.</summary>
    private void Show(Row row, Record before, Record after)
    {
        if (report.Updates.Count == ImportReport.MostUpdates) return;
        using var values = new ChangeValues(type);
        var json = Encoding.UTF8.GetString(values.Updated(before, after).Span);
        report.Updates.Add(new(files[row.Draft.File], row.Draft.Row, before.Number, Redaction.OfUpdate(type, before.Number, json)));
    }

    private static object? Merged(Field field, object? there, object? value) => value switch
    {
        AddedParts added => Joined((PartsField)field, there as IList, added.Parts),
        OneSide one => one.Over(there as Bilingual? ?? default),
        _ => value,
    };

    private void Check(Row row, Record? before, Record record)
    {
        foreach (var problem in RecordProblems.Of(type, record).Concat(SameValues.Guarded(type, before, record))) row.Draft.Problems.Add(new(problem.Field is { } field ? row.Draft.Header(field) : null, problem.Code, problem.Message));
    }

    /// <summary>The parts that are there, and those of the file that are not among them.</summary>
    private static IList Joined(PartsField field, IList? there, IList added)
    {
        var joined = field.Part.List();
        foreach (var part in there ?? field.Part.List()) joined.Add(part);
        foreach (var part in added)
            if (!joined.Cast<object>().Any(one => field.Part.Fields.All(sub => Equals(sub.Read(one), sub.Read(part!))))) joined.Add(part);
        return joined;
    }

    private async Task<bool> HasKeys(RecordsContext context, CancellationToken cancel)
    {
        var code = type.Code;
        return await context.Keys.AnyAsync(key => key.Type == code, cancel);
    }

    private sealed class Row(Draft draft, Record record)
    {
        public Draft Draft { get; } = draft;

        public Record Record { get; } = record;

        public string[] Keys { get; set; } = [];

        public long Number { get; set; }
    }
}
