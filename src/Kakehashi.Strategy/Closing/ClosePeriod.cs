using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Closing;

/// <summary>
/// Operation: freezes all figures of a period, in total, for every org unit, by every dimension, and for every org unit by
/// every dimension. Closing again makes the next revision, which says why; the earlier ones stay.
/// </summary>
public static class ClosePeriod
{
    private const string ByUnit = "unit";

    private const string Media = "application/json";

    /// <summary>Closes a period, or revises one that is closed.</summary>
    /// <returns>Refusals: <c>period.not-over</c>, <c>period.nothing</c>, <c>period.no-reason</c>, <c>period.unchanged</c>, <c>period.behind</c>, <c>period.closed-meanwhile</c>, and those of <see cref="FigureReader"/>.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<PeriodClose>> CloseAsync(this Workspace workspace, Period period, string? reason, Actor actor, Awaiting awaiting, CancellationToken cancel)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        if (period.To(workspace.University.Years) >= workspace.Today) return NotOver(period);
        var latest = await workspace.LatestCloseAsync(period, cancel);
        if (latest is not null && string.IsNullOrWhiteSpace(reason)) return NoReason;
        var frozen = await FreezeAsync(workspace, period, (latest?.Revision ?? 0) + 1, true, awaiting, cancel);
        if (!frozen.IsDone) return frozen.Refusal;
        if (frozen.Value.Figures.Count == 0) return Nothing(period);
        if (latest is not null && await IsSameAsync(workspace, latest, frozen.Value, cancel)) return Unchanged(latest);
        return Write(workspace, period, frozen.Value, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), actor);
    }

    /// <summary>The figures of a period as they are now.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="period">The period.</param>
    /// <param name="revision">Which revision they would be.</param>
    /// <param name="across">With those of every unit by every dimension, which take several times as long as all others.</param>
    /// <param name="awaiting">How long to wait for the latest changes, and who is told how far it is.</param>
    /// <param name="cancel">Ends it.</param>
    internal static async Task<Result<FrozenFigures>> FreezeAsync(Workspace workspace, Period period, int revision, bool across, Awaiting awaiting, CancellationToken cancel)
    {
        var indicators = workspace.Indicators.All.Where(indicator => indicator.PeriodKind == period.Kind).ToList();
        var units = await new Dimensions(workspace).UnitsAsync(cancel);
        var cuts = indicators.SelectMany(indicator => Cuts(indicator, period, [.. units.Select(unit => unit.Number).Order()], across)).ToList();
        var answer = await workspace.Figures.AskLiveAsync([.. cuts.Select(cut => cut.Query)], awaiting, cancel);
        if (!answer.IsDone) return answer.Refusal;
        if (answer.Value.IsBehind) return Behind;
        var figures = cuts.Zip(answer.Value.Cuts, (cut, found) => found.Select(figure => Frozen(cut.By, figure))).SelectMany(found => found)
            // a unit or a country that nothing is known of is no figure; that a whole is missing is one
            .Where(figure => figure.State != CodeNames.Of(Analytics.Evaluation.Nothing.Missing) || figure is { By: null, Unit: null })
            .OrderBy(figure => figure.Code, StringComparer.Ordinal).ThenBy(figure => figure.By, StringComparer.Ordinal).ThenBy(figure => figure.Unit).ThenBy(figure => figure.Key, StringComparer.Ordinal).ToList();
        if (figures.TrueForAll(figure => figure.State == CodeNames.Of(Analytics.Evaluation.Nothing.Missing))) figures.Clear();
        var codes = await new Dimensions(workspace).UnitCodesAsync([.. units.Select(unit => unit.Number)], cancel);
        return new FrozenFigures
        {
            Period = period.ToString(),
            Revision = revision,
            CutOff = answer.Value.Position,
            Definitions = [.. cuts.Zip(answer.Value.Cuts, (_, found) => found.FirstOrDefault()?.Subject.Indicator).OfType<Indicator>().DistinctBy(one => one.Code).OrderBy(one => one.Code, StringComparer.Ordinal).Select(Defined)],
            Units = [.. units.OrderBy(unit => unit.Number).Select(unit => new FrozenUnit(unit.Number, codes[unit.Number], unit.Name.Ja, unit.Name.En, unit.Parent))],
            Figures = [.. figures.Where(figure => !figure.IsAcross)],
            Across = across ? new() { Period = period.ToString(), Figures = [.. figures.Where(figure => figure.IsAcross)] } : null,
        };
    }

    private static Result<PeriodClose> Write(Workspace workspace, Period period, FrozenFigures frozen, string? reason, Actor actor)
    {
        var document = frozen.Write();
        var type = workspace.Types[typeof(PeriodClose)];
        var close = PeriodClose.Of(period, frozen.Revision, workspace.Today, reason, frozen, KeptDocuments.HashOf(document));
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        KeptDocuments.Put(session, document, Media);
        if (frozen.Across is { } across) KeptDocuments.Put(session, across.Write(), Media);
        // two who close at once would make the same revision: the second finds its key taken
        try
        {
            session.Create(type, close);
            session.Commit();
            return close;
        }
        catch (DuplicateKeyException)
        {
            return ClosedMeanwhile;
        }
    }

    private static IEnumerable<(FigureQuery Query, string? By)> Cuts(Indicator indicator, Period period, IReadOnlyList<long> units, bool across)
    {
        yield return (new(indicator.Code, [period]), null);
        var byUnits = units.Count > 0 && indicator.Dimensions.Contains(ByUnit);
        if (byUnits) yield return (new(indicator.Code, [period]) { Units = units }, null);
        foreach (var dimension in indicator.Dimensions.Where(dimension => dimension != ByUnit))
        {
            yield return (new(indicator.Code, [period]) { Breakdown = [dimension] }, dimension);
            if (byUnits && across) yield return (new(indicator.Code, [period]) { Units = units, Breakdown = [dimension], EachAlone = true }, dimension);
        }
    }

    private static FrozenFigure Frozen(string? by, Figure figure) => new(
        figure.Subject.Indicator.Code, figure.DefinitionVersion, figure.Subject.Unit, by, figure.Subject.Keys.Count > 0 ? figure.Subject.Keys[0] : null,
        figure.Value, figure.Numerator, figure.Denominator, figure.Nothing == Analytics.Evaluation.Nothing.None ? "value" : CodeNames.Of(figure.Nothing),
        figure.Records, figure.Coverage.Submitted, figure.Coverage.Expected);

    private static FrozenDefinition Defined(Indicator indicator) => new(
        indicator.Code, indicator.Version, indicator.Name.Ja, indicator.Name.En, indicator.Definition.Ja, indicator.Definition.En, indicator.Unit, indicator.Decimals);

    private static async Task<bool> IsSameAsync(Workspace workspace, PeriodClose latest, FrozenFigures now, CancellationToken cancel)
    {
        var before = await workspace.FrozenAsync(latest, cancel);
        return before.Figures.SequenceEqual(now.Figures) && before.Definitions.SequenceEqual(now.Definitions) && before.AcrossHash == now.AcrossHash;
    }

    private static Refusal NotOver(Period period) => new("period.not-over", (
        $"{period.Label.Ja}はまだ終わっていないため、確定できません。", $"{period.Label.En} is not over yet; it can be closed from the day after its last."));

    private static Refusal Behind { get; } = new("period.behind", (
        "最近の変更がまだ集計されていません。少し待ってから、もう一度実行してください。", "The latest changes have not been taken into the figures yet. Wait a moment and try again."));

    private static Refusal ClosedMeanwhile { get; } = new("period.closed-meanwhile", (
        "ほかの人が同時に確定しました。その版を確かめてください。", "Somebody else closed it at the same moment. Look at that revision."));

    private static Refusal NoReason { get; } = new("period.no-reason", (
        "確定済みの期間を改訂するには、理由を入力してください。理由は公表される版に残ります。", "Say why the closed period is revised. The reason stays with the revision."));

    private static Refusal Nothing(Period period) => new("period.nothing", ($"{period.Label.Ja}の数値はありません。", $"There are no figures of {period.Label.En}."));

    private static Refusal Unchanged(PeriodClose latest) => new("period.unchanged", (
        $"第{latest.Revision}版から変わった数値はありません。", $"No figure has changed since revision {latest.Revision}."));
}
