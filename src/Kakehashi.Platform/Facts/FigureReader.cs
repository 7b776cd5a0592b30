using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Facts;

/// <summary>Figures with what has to be said of their age.</summary>
/// <param name="Cuts">The figures of each query, in its order.</param>
/// <param name="AsOf">The moment of the last change they take in; null where there is none yet.</param>
/// <param name="IsBehind">Later changes are still being projected.</param>
public sealed record FigureAnswer(IReadOnlyList<Figure[]> Cuts, DateTimeOffset? AsOf, bool IsBehind)
{
    /// <summary>The change set up to which facts had been projected.</summary>
    public long Position { get; init; }
}

/// <summary>Answers questions about indicators, on facts as up to date as the asker can wait for.</summary>
public sealed class FigureReader(Workspace workspace)
{
    private const int MostPeriods = 200;

    private readonly KeptAnswers<Figure[]> kept = new(500);
    private readonly KeptAnswers<IReadOnlyList<Period>> periods = new(500);

    /// <summary>Puts closed figures in the place of live ones, on a state of the facts; null where nothing is ever closed.</summary>
    public Func<FigureQuery, Figure[], long, CancellationToken, Task<Figure[]>>? Closed { get; set; }

    /// <summary>How long a page waits for the latest changes.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Why records are not shown: their figure is not.</summary>
    public static Refusal Suppressed { get; } = new("indicator.suppressed", (
        $"{Reading.Explanation(Nothing.Suppressed).Ja}。もとになった記録も同様です。", $"{Reading.Explanation(Nothing.Suppressed).En}. The same goes for the records behind the figure."));

    /// <summary>The figures of several cuts, all on the same state of the facts.</summary>
    /// <returns>Refusals: those of <see cref="ProjectedFacts.ReadAsync"/> and of <see cref="Evaluator"/>.</returns>
    public async Task<Result<FigureAnswer>> AskAsync(IReadOnlyList<FigureQuery> queries, TimeSpan patience, CancellationToken cancel)
    {
        var live = await AskLiveAsync(queries, patience, cancel);
        if (!live.IsDone || Closed is null) return live;
        var cuts = new Figure[queries.Count][];
        for (var i = 0; i < cuts.Length; i++) cuts[i] = await Closed(queries[i], live.Value.Cuts[i], live.Value.Position, cancel);
        return live.Value with { Cuts = cuts };
    }

    /// <summary>The same as the records are now, also of periods that are closed.</summary>
    public Task<Result<FigureAnswer>> AskLiveAsync(IReadOnlyList<FigureQuery> queries, Awaiting awaiting, CancellationToken cancel) =>
        workspace.Facts.ReadAsync(awaiting.Latest, (state, ended) => AnswerAsync(queries, state, awaiting.Told, ended), cancel);

    /// <summary>The same with nothing suppressed: what disclosure control begins from, and never what anybody is shown.</summary>
    public Task<Result<FigureAnswer>> AskUnprotectedAsync(IReadOnlyList<FigureQuery> queries, TimeSpan patience, CancellationToken cancel) =>
        workspace.Facts.ReadAsync(patience, async Task<Result<FigureAnswer>> (state, ended) =>
        {
            var evaluator = new Evaluator(state.Store, workspace.Indicators.Unprotected(), workspace.University.HomeCountry);
            var answers = evaluator.EvaluateAll(queries, ended);
            if (answers.FirstOrDefault(answer => !answer.IsDone) is { Refusal: { } refusal }) return refusal;
            return new FigureAnswer([.. answers.Select(answer => answer.Value!)], await MomentAsync(state.Position, ended), state.IsBehind) { Position = state.Position };
        }, cancel);

    private async Task<Result<FigureAnswer>> AnswerAsync(IReadOnlyList<FigureQuery> queries, FactsState state, IProgress<double>? told, CancellationToken cancel)
    {
        var found = queries.Select(query => kept.Find(state.Position, GuardedCuts.NameOf(query))).ToList();
        var missing = Enumerable.Range(0, queries.Count).Where(i => found[i] is null).ToList();
        var evaluator = Evaluator(state.Store);
        var guarded = new GuardedCuts(evaluator, kept, state.Position, cancel);
        // each is asked, and then protected
        var steps = 2.0 * missing.Count;
        var answers = evaluator.EvaluateAll(missing.Select(i => queries[i]), done => told?.Report(done / steps), cancel);
        for (var i = 0; i < missing.Count; i++)
        {
            told?.Report((missing.Count + i) / steps);
            if (!answers[i].IsDone) return answers[i].Refusal!;
            found[missing[i]] = guarded.Protect(queries[missing[i]], answers[i].Value!);
        }

        return new FigureAnswer(found!, await MomentAsync(state.Position, cancel), state.IsBehind) { Position = state.Position };
    }

    /// <summary>The records behind one figure: a page of their numbers. What the figure does not tell, they do not either.</summary>
    /// <returns>Refusals: those of <see cref="AskAsync"/> and <see cref="Suppressed"/>.</returns>
    public async Task<Result<RecordPage>> RecordsAsync(RecordQuery query, TimeSpan patience, CancellationToken cancel)
    {
        var shown = await AskAsync([new(query.Code, [query.Period]) { Scope = query.Unit, Breakdown = [.. query.Keys.Keys], Version = query.Version }], patience, cancel);
        if (!shown.IsDone) return shown.Refusal;
        if (shown.Value.Cuts[0].Any(figure => figure.Nothing == Nothing.Suppressed && figure.Subject.Keys.SequenceEqual(query.Keys.Values))) return Suppressed;
        return await workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult(Evaluator(state.Store).RecordsBehind(query, ended)), cancel);
    }

    /// <summary>For each of some indicators the periods that the facts behind it tell of, the oldest first; none later than today's.</summary>
    public Task<Result<IReadOnlyList<IReadOnlyList<Period>>>> PeriodsAsync(IReadOnlyList<Indicator> indicators, TimeSpan patience, CancellationToken cancel) =>
        workspace.Facts.ReadAsync(patience, (state, ended) =>
        {
            // many indicators are made from few facts: each is asked once
            var spans = new Dictionary<(string Fact, PeriodKind Kind), (int First, int Last)?>();
            return Task.FromResult<Result<IReadOnlyList<IReadOnlyList<Period>>>>(indicators.Select(indicator => Periods(indicator, state, spans, ended)).ToList());
        }, cancel);

    /// <summary>In which values of coarser dimensions each value of some dimensions of an indicator lies.</summary>
    public Task<Result<IReadOnlyList<Nesting>>> NestingsAsync(Indicator indicator, IReadOnlyCollection<string> dimensions, TimeSpan patience, CancellationToken cancel) =>
        workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult<Result<IReadOnlyList<Nesting>>>(Evaluator(state.Store).Nestings(FactsOf(indicator), dimensions, ended).ToList()), cancel);

    private IReadOnlyList<Period> Periods(Indicator indicator, FactsState state, Dictionary<(string Fact, PeriodKind Kind), (int First, int Last)?> spans, CancellationToken cancel)
    {
        var present = Period.Of(workspace.Today, indicator.PeriodKind, workspace.University.Years);
        var question = $"{indicator.Code} {indicator.Version} {present.Key}";
        if (periods.Find(state.Position, question) is { } known) return known;
        var found = Periods(indicator, present, fact =>
        {
            if (!spans.TryGetValue((fact.Name, indicator.PeriodKind), out var span)) spans[(fact.Name, indicator.PeriodKind)] = span = SpanOf(fact, indicator.PeriodKind, state.Store, cancel);
            return span;
        });
        periods.Keep(state.Position, question, found);
        return found;
    }

    private static (int First, int Last)? SpanOf(FactSchema fact, PeriodKind kind, FactStore store, CancellationToken cancel)
    {
        using var connection = store.Connect();
        // both names come from schemas, which take nothing but snake case
        using var reader = connection.Query(
            $"SELECT min(p), max(p) FROM (SELECT {FixedColumns.Of(kind)} AS p FROM \"{fact.Name}\" UNION ALL SELECT period FROM coverage WHERE fact = ? AND period_kind = ? AND submitted)",
            [fact.Name, CodeNames.Of(kind)], cancel);
        return reader.Read() && !reader.IsNull(0) ? ((int)reader.Number(0), (int)reader.Number(1)) : null;
    }

    private IReadOnlyList<Period> Periods(Indicator indicator, Period present, Func<FactSchema, (int First, int Last)?> spanOf)
    {
        var kind = indicator.PeriodKind;
        var (first, last) = (int.MaxValue, int.MinValue);
        // an earlier version, made from another fact, still tells of its years
        foreach (var measure in workspace.Indicators.Versions(indicator.Code).Where(version => version.PeriodKind == kind).SelectMany(MeasuresOf))
        {
            if (spanOf(measure.Fact) is not { } span) continue;
            first = Math.Min(first, span.First);
            // what lasts is still true today, however long ago it began
            last = Math.Max(last, measure.Fact.Lasts && measure.Basis is not Basis.Started ? present.Key : span.Last);
        }

        if (first == int.MaxValue) return [];
        var from = Period.FromKey(kind, first);
        var to = Period.FromKey(kind, Math.Min(last, present.Key));
        var told = new List<Period>();
        for (var period = to; period >= from && told.Count < MostPeriods; period = period.Plus(-1)) told.Insert(0, period);
        return told;
    }

    /// <summary>The facts that an indicator is made from, through the indicators it refers to.</summary>
    public IEnumerable<FactSchema> FactsOf(Indicator indicator) => MeasuresOf(indicator).Select(measure => measure.Fact).Distinct();

    private IEnumerable<Measure> MeasuresOf(Indicator indicator) =>
        new[] { indicator.Numerator, indicator.Denominator }.OfType<Measure>()
            .Concat(indicator.References.SelectMany(code => workspace.Indicators.Versions(code)).SelectMany(MeasuresOf));

    private Evaluator Evaluator(FactStore store) => new(store, workspace.Indicators, workspace.University.HomeCountry);

    private async Task<DateTimeOffset?> MomentAsync(long position, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var set = await context.ChangeSets.FirstOrDefaultAsync(set => set.Position == position, cancel);
        return set is null ? null : workspace.University.Here(set.At);
    }
}
