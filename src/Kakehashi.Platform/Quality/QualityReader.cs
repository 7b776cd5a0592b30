using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Platform.Quality;

/// <summary>The facts of one type, by unit and year, with the columns that indicators use.</summary>
/// <param name="Type">The record type behind them.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Columns">The columns that matter.</param>
/// <param name="Rows">The counts.</param>
public sealed record FactFilling(RecordType Type, FactSchema Fact, IReadOnlyList<FactColumn> Columns, IReadOnlyList<UnitYear> Rows)
{
    /// <summary>As far as an actor sees records of units.</summary>
    public FactFilling SeenBy(Actor actor) =>
        actor.Units is not { } units || Type.Visible is null ? this : this with { Rows = [.. Rows.Where(row => row.Unit is { } unit && units.Contains(unit))] };
}

/// <summary>How late the facts of one type were entered, by unit and year.</summary>
/// <param name="Type">The record type behind them.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Since">The day of the first entry of all: what happened before was taken over.</param>
/// <param name="Rows">The counts.</param>
public sealed record FactEntries(RecordType Type, FactSchema Fact, DateOnly Since, IReadOnlyList<UnitEntries> Rows)
{
    /// <summary>As far as an actor sees records of units.</summary>
    public FactEntries SeenBy(Actor actor) => this with { Rows = [.. Rows.Where(row => IsSeenBy(actor, row.Unit))] };

    /// <summary>Whether an actor sees those of a unit.</summary>
    public bool IsSeenBy(Actor actor, long? unit) => actor.MaySee(Type) && (actor.Units is not { } units || Type.Visible is null || (unit is { } one && units.Contains(one)));
}

/// <summary>How many records of a unit a check has found.</summary>
/// <param name="Check">The check.</param>
/// <param name="Unit">The unit; null for records that name none.</param>
/// <param name="Count">In all there are.</param>
/// <param name="InPeriod">Of those, how many touch the period that was asked for.</param>
public sealed record CheckCount(RecordCheck Check, long? Unit, int Count, int InPeriod);

/// <summary>Counts what records lack. Answers are kept as long as nothing changes; none of them holds a record.</summary>
public sealed class QualityReader(Workspace workspace)
{
    private readonly KeptAnswers<IReadOnlyList<FactFilling>> fillings = new(10);
    private readonly KeptAnswers<IReadOnlyList<FactEntries>> entries = new(10);
    private readonly KeptAnswers<IReadOnlyList<CheckCount>> counts = new(200);
    private DateOnly? first;

    /// <summary>Every check there is.</summary>
    public IEnumerable<RecordCheck> Checks => workspace.Types.All.Where(type => !type.IsByOperations).SelectMany(type => RecordCheck.Of(type, workspace.Codes));

    /// <summary>The values that facts have and lack, of the units that an actor sees.</summary>
    /// <returns>Refusals: those of <see cref="ProjectedFacts.ReadAsync"/>.</returns>
    public async Task<Result<IReadOnlyList<FactFilling>>> FillingsAsync(Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        var all = await workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult<Result<IReadOnlyList<FactFilling>>>(Read(state, ended)), cancel);
        return all.IsDone ? all.Value.Where(one => actor.MaySee(one.Type)).Select(one => one.SeenBy(actor)).ToList() : all.Refusal;
    }

    /// <summary>How late the facts were entered, of the units that an actor sees.</summary>
    /// <returns>Refusals: those of <see cref="ProjectedFacts.ReadAsync"/>.</returns>
    public async Task<Result<IReadOnlyList<FactEntries>>> EntriesAsync(Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        // it never changes once there is a history
        if ((first ??= await new EntryDays(workspace.University.TimeZone).FirstAsync(workspace.Database, cancel)) is not { } since) return Array.Empty<FactEntries>();
        var all = await workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult<Result<IReadOnlyList<FactEntries>>>(Read(state, since, ended)), cancel);
        return all.IsDone ? all.Value.Where(one => actor.MaySee(one.Type)).Select(one => one.SeenBy(actor)).ToList() : all.Refusal;
    }

    /// <summary>What the checks have found in the records that an actor sees, in all and of a fiscal year.</summary>
    public async Task<IReadOnlyList<CheckCount>> CountsAsync(Period year, Actor actor, CancellationToken cancel)
    {
        var position = await FactProjector.LastAsync(workspace.Database, cancel);
        var today = workspace.Today;
        // two who see the same units may not see the same types
        var hidden = workspace.Types.All.Where(type => !actor.MaySee(type)).Select(type => type.Code);
        var question = $"{year} {today:yyyy-MM-dd} {(actor.Units is { } units ? string.Join(',', units.Order()) : "all")} {string.Join(',', hidden)}";
        if (counts.Find(position, question) is { } known) return known;
        var found = new List<CheckCount>();
        var days = DaysOf(year);
        foreach (var checks in Checks.GroupBy(check => check.Type))
            found.AddRange(await CheckedRecords.CountAsync(workspace, checks.Key, [.. checks], actor, days, cancel));
        counts.Keep(position, question, found);
        return found;
    }

    /// <summary>How many records are behind chosen facts, and the numbers of a page of them.</summary>
    /// <returns>Refusals: those of <see cref="ProjectedFacts.ReadAsync"/>.</returns>
    public async Task<Result<(long Total, IReadOnlyList<long> Numbers)>> FactRecordsAsync(FactEntries of, ChosenFacts chosen, long after, int most, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        // not even their number is told of a unit that the actor does not see
        if (!of.IsSeenBy(actor, chosen.Unit)) return (0L, (IReadOnlyList<long>)[]);
        return await workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult<Result<(long Total, IReadOnlyList<long> Numbers)>>(
            (FactCounts.Total(state.Store, of.Fact, chosen, ended), FactCounts.Records(state.Store, of.Fact, chosen, after, most, ended))), cancel);
    }

    /// <summary>How many records a check has found in a unit, as far as an actor sees them; of a fiscal year, or of all.</summary>
    public async Task<long> CountAsync(RecordCheck check, long? unit, Period? year, Actor actor, CancellationToken cancel)
    {
        var isOfNone = CheckedRecords.UnitOf(workspace, check.Type) is null;
        return (await CountsAsync(year ?? Present, actor, cancel)).Where(one => one.Check.Code == check.Code && (isOfNone || one.Unit == unit))
            .Sum(one => (long)(year is null ? one.Count : one.InPeriod));
    }

    /// <summary>How many findings wait for an actor: those in records that the actor may mend. What has no unit is shared, and is nobody's of a unit.</summary>
    public async Task<int> ToMendAsync(Actor actor, CancellationToken cancel) =>
        (await CountsAsync(Present, actor, cancel)).Where(one => actor.MayEnter(one.Check.Type) && (actor.Units is null || one.Unit is not null)).Sum(one => one.Count);

    internal Days DaysOf(Period year) => new(year.From(workspace.University.Years), year.To(workspace.University.Years));

    private Period Present => Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years);

    private List<FactFilling> Read(FactsState state, CancellationToken cancel)
    {
        var today = workspace.Today;
        var question = today.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (fillings.Find(state.Position, question) is { } known) return [.. known];
        var names = new Dimensions(workspace);
        var read = new List<FactFilling>();
        foreach (var fact in workspace.Facts.Schemas)
        {
            if (names.RecordsOf(fact) is not { } type || ColumnsOf(fact, type) is not { Count: > 0 } columns) continue;
            read.Add(new(type, fact, columns, FactCounts.Read(state.Store, fact, columns, today, cancel)));
        }

        fillings.Keep(state.Position, question, read);
        return read;
    }

    private List<FactEntries> Read(FactsState state, DateOnly since, CancellationToken cancel)
    {
        if (entries.Find(state.Position, "") is { } known) return [.. known];
        var names = new Dimensions(workspace);
        var read = new List<FactEntries>();
        foreach (var fact in workspace.Facts.Schemas)
            if (names.RecordsOf(fact) is { } type) read.Add(new(type, fact, since, FactCounts.Entries(state.Store, fact, since, cancel)));
        entries.Keep(state.Position, "", read);
        return read;
    }

    /// <summary>Required values are always there, flags are yes or no, and regions follow from countries.</summary>
    private IReadOnlyList<FactColumn> ColumnsOf(FactSchema fact, RecordType type)
    {
        var used = workspace.IndicatorReading.Catalogue is { } catalogue ? UsedColumns.Of(fact, catalogue.All) : [.. fact.Columns.Where(column => column.IsDimension)];
        return [.. used.Where(column => column.Type != FactType.Flag && column.CodeList != CodeLists.Regions && column.Name != "region" && type.Field(column.Name) is not { IsRequired: true } && Fills(type, column))];
    }

    /// <summary>Whether somebody can enter the value: a pseudonym cannot be missing.</summary>
    private static bool Fills(RecordType type, FactColumn column) => column.IsDimension || type.Field(column.Name) is not null;
}
