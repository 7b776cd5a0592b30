using Kakehashi.Analytics.Facts;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Facts;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Brings facts to where the history is. Records are read as they are now, which may be later than the change set they
/// are read for: the later change set then replaces the same facts by the same, and in the end all is as a rebuild makes it.
/// </summary>
internal sealed class FactProjector
{
    private const int SetsAtOnce = 500;
    private const int ChangesAtOnce = 20_000;
    private const int RecordsAtOnce = 2_000;

    /// <summary>From here on, more changes than facts are quicker projected anew.</summary>
    private const long RebuildFrom = 20_000;

    private readonly Database database;
    private readonly FactStore store;
    private readonly EntryDays days;
    private readonly Dictionary<RecordType, FactMapping[]> mappings;
    private readonly RecordType? units;
    private readonly RecordType? coverage;

    public FactProjector(Database database, FactStore store, FactScope scope, EntryDays days)
    {
        (this.database, this.store, this.days) = (database, store, days);
        mappings = database.Types.All.Where(type => type.Facts.Count > 0)
            .ToDictionary(type => type, type => type.Facts.Select(fact => new FactMapping(fact, scope)).ToArray());
        units = database.Types.All.FirstOrDefault(type => type.ParentUnit is not null);
        coverage = database.Types.All.FirstOrDefault(type => type.Covered is not null);
    }

    /// <summary>The last change set of the history; 0 where there is none.</summary>
    public static async Task<long> LastAsync(Database database, CancellationToken cancel)
    {
        await using var context = database.Read();
        return await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel) ?? 0;
    }

    /// <summary>Projects all that the history has by now.</summary>
    /// <param name="projected">Told after each step how far it is.</param>
    /// <param name="cancel">Ends it between or within steps; what was not committed is projected next time.</param>
    public async Task CatchUpAsync(Action<long> projected, CancellationToken cancel)
    {
        for (var at = store.ProjectedTo; ; at = store.ProjectedTo)
        {
            projected(at);
            var last = await LastAsync(database, cancel);
            if (at == last) return;
            // ahead of the history: the records are those of an older backup
            if (at == 0 || at > last || await IsRebuildQuickerAsync(at, cancel)) await RebuildAsync(cancel);
            else await StepAsync(at, cancel);
        }
    }

    /// <summary>Projects every record anew, in one transaction: until it is done, figures are those of before.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        // read first: what is changed from now on is projected after
        var last = await LastAsync(database, cancel);
        await store.ProjectAsync(last, async projection =>
        {
            foreach (var (type, facts) in mappings)
            {
                foreach (var fact in facts) projection.Facts(fact.Name).RemoveAll();
                await foreach (var chunk in FactReading.EnteredAsync(database, type, days, cancel))
                    foreach (var fact in facts) Append(projection.Facts(fact.Name), fact, chunk);
            }

            await ReplaceUnitsAsync(projection, cancel);
            await ReplaceCoverageAsync(projection, cancel);
        }, cancel);
    }

    private async Task<bool> IsRebuildQuickerAsync(long after, CancellationToken cancel)
    {
        await using var context = database.Read();
        var pending = await context.ChangeSets.Where(set => set.Position > after).SumAsync(set => (long)set.Count, cancel);
        if (pending < RebuildFrom) return false;
        using var connection = store.Connect();
        return pending > store.Schemas.Keys.Sum(fact => connection.Whole($"SELECT count(*) FROM \"{fact}\"", cancel: cancel));
    }

    /// <summary>The next change sets, as many as a bounded number of changes allows but at least one.</summary>
    private async Task StepAsync(long after, CancellationToken cancel)
    {
        await using var context = database.Read();
        var sets = await context.ChangeSets.Where(set => set.Position > after).OrderBy(set => set.Position).Take(SetsAtOnce)
            .Select(set => new { set.Id, set.Position, set.Count }).ToListAsync(cancel);
        var (take, changes) = (1, (long)sets[0].Count);
        while (take < sets.Count && changes + sets[take].Count <= ChangesAtOnce) changes += sets[take++].Count;
        await store.ProjectAsync(sets[take - 1].Position, async projection =>
        {
            var touched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in sets.Take(take)) await ApplyAsync(projection, context, set.Id, touched, cancel);
            if (units is not null && touched.Contains(units.Code)) await ReplaceUnitsAsync(projection, cancel);
            if (coverage is not null && touched.Contains(coverage.Code)) await ReplaceCoverageAsync(projection, cancel);
        }, cancel);
    }

    private async Task ApplyAsync(FactProjection projection, RecordsContext context, long set, HashSet<string> touched, CancellationToken cancel)
    {
        for (var ordinal = 0; ;)
        {
            var after = ordinal;
            var changes = await context.Changes.Where(change => change.ChangeSet == set && change.Ordinal > after).OrderBy(change => change.Ordinal)
                .Take(ChangesAtOnce).Select(change => new { change.Ordinal, change.Record, change.Type }).ToListAsync(cancel);
            foreach (var ofType in changes.GroupBy(change => change.Type, change => change.Record, StringComparer.Ordinal))
            {
                touched.Add(ofType.Key);
                await ReplaceAsync(projection, context, ofType.Key, [.. ofType.Distinct()], cancel);
            }

            if (changes.Count < ChangesAtOnce) return;
            ordinal = changes[^1].Ordinal;
        }
    }

    private async Task ReplaceAsync(FactProjection projection, RecordsContext context, string code, long[] records, CancellationToken cancel)
    {
        // a type that the program no longer has leaves its history behind, but no facts
        if (database.Types.WithCode(code) is not { } type || !mappings.TryGetValue(type, out var facts)) return;
        foreach (var fact in facts) projection.Facts(fact.Name).Remove(records);
        foreach (var numbers in records.Chunk(RecordsAtOnce))
        {
            var found = await context.LoadAsync(type, numbers, cancel);
            var chunk = new RecordChunk(found, await days.OfAsync(context, found, cancel));
            foreach (var fact in facts) Append(projection.Facts(fact.Name), fact, chunk);
        }
    }

    private static void Append(FactWriter writer, FactMapping fact, RecordChunk chunk)
    {
        foreach (var record in chunk.Records) fact.Append(writer, record, chunk.Entered!.TryGetValue(record.Number, out var day) ? day : null);
    }

    private async Task ReplaceUnitsAsync(FactProjection projection, CancellationToken cancel)
    {
        if (units?.ParentUnit is not { } parentOf) return;
        var parents = new Dictionary<long, long?>();
        await foreach (var chunk in FactReading.ChunksAsync(database, units, cancel))
            foreach (var unit in chunk) parents[unit.Number] = parentOf(unit);
        projection.ReplaceUnits(UnitParents.Sound(parents));
    }

    private async Task ReplaceCoverageAsync(FactProjection projection, CancellationToken cancel)
    {
        if (coverage?.Covered is not { } said) return;
        var rows = new List<CoverageRow>();
        await foreach (var chunk in FactReading.ChunksAsync(database, coverage, cancel))
            rows.AddRange(chunk.Select(said).OfType<CoverageStatement>().Select(one => new CoverageRow(one.Fact, one.Unit, one.Period, one.Submitted)));
        projection.ReplaceCoverage(rows);
    }
}
