using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Publishing;

/// <summary>Operation: puts tables of an indicator before the public, if an attack on all that is public finds nothing. A later edition takes the place of the one before.</summary>
public static class Publish
{
    private const string Media = "application/json";
    private const int MostNamed = 8;

    /// <summary>What of the check is reading what is public; the attack is the rest.</summary>
    private const double ShareOfReading = 0.2;

    /// <summary>What would be published, and what an attack would find.</summary>
    /// <returns>Refusals: <c>publication.no-indicator</c>, <c>publication.not-counted</c>, <c>publication.dimensions</c>, <c>publication.rounding</c>, <c>publication.nothing</c>,
    /// <c>publication.behind</c>, <c>publication.other-method</c>, <c>publication.closed-otherwise</c>, and those of <see cref="Kakehashi.Platform.Facts.FigureReader"/>.</returns>
    public static async Task<Result<PreparedPublication>> PrepareAsync(this Workspace workspace, PublicationChoice choice, TimeSpan patience, CancellationToken cancel, IProgress<JobProgress>? progress = null)
    {
        if (Refuse(workspace, choice) is { } refusal) return refusal;
        var tables = await TrueTables.ReadAsync(workspace, choice, patience, cancel);
        if (!tables.IsDone) return tables.Refusal;
        if (tables.Value.IsBehind) return Behind;
        if (tables.Value.Figures.All(one => one.Figure.Value is null)) return Nothing;
        var closed = await ClosedTables.RevisionsAsync(workspace, choice, tables.Value, cancel);
        if (!closed.IsDone) return closed.Refusal;
        var known = await PublicCells.ReadAsync(workspace, await workspace.PublicationsAsync(cancel), patience, share => Tell(share * ShareOfReading), cancel);
        if (!known.IsDone) return known.Refusal;
        var parts = new LinkedTables.Parts(tables.Value);
        var keys = tables.Value.Figures.SelectMany(one => new[] { parts.Numerator(one), parts.Denominator(one) }).OfType<string>();
        if (known.Value.ConflictsWith(choice.Method, choice.Protection, keys)) return OtherMethod;
        return PreparedPublication.Of(workspace, choice, tables.Value, closed.Value, known.Value, new(share => Tell(ShareOfReading + share * (1 - ShareOfReading)), cancel));

        void Tell(double share) => progress?.Report(new((long)(share * 1000), share));
    }

    /// <summary>Publishes.</summary>
    /// <returns>Refusals: <c>publication.unsafe</c>, <c>publication.meanwhile</c>, and those of <see cref="PrepareAsync"/>.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<Publication>> PublishAsync(this Workspace workspace, PublicationChoice choice, Actor actor, TimeSpan patience, CancellationToken cancel, IProgress<JobProgress>? progress = null)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        var before = await workspace.PublicationsAsync(cancel);
        var prepared = await workspace.PrepareAsync(choice, patience, cancel, progress);
        if (!prepared.IsDone) return prepared.Refusal;
        if (!prepared.Value.IsSafe) return Unsafe(prepared.Value);
        var same = before.Where(one => one.Indicator == choice.Indicator).ToList();
        var document = prepared.Value.Document with { Edition = same.Select(one => one.Edition).DefaultIfEmpty().Max() + 1 };
        return Write(workspace, choice, document, [.. same.Where(one => !one.IsWithdrawn)], actor);
    }

    /// <summary>Takes what is published of an indicator off the public pages. What was public stays known, and counts in later audits.</summary>
    /// <returns>Refusals: <c>publication.none</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<Publication>> UnpublishAsync(this Workspace workspace, string indicator, Actor actor, CancellationToken cancel)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        var current = (await workspace.PublicationsAsync(cancel)).Where(one => one.Indicator == indicator && !one.IsWithdrawn).ToList();
        if (current.Count == 0) return None(indicator);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        foreach (var one in current) session.Withdraw(workspace.Types[typeof(Publication)], one);
        session.Commit();
        return current[0];
    }

    /// <summary>All publications that there ever were, the latest first.</summary>
    public static async Task<IReadOnlyList<Publication>> PublicationsAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<Publication>().OrderByDescending(one => one.Id).ToListAsync(cancel);
    }

    /// <summary>Only what counts whole persons or records can be protected; growth, composites and the like follow from what is published.</summary>
    public static bool CanBePublished(Indicator indicator) =>
        indicator is { Type: IndicatorType.Measure or IndicatorType.Ratio or IndicatorType.Share or IndicatorType.PerCapita, Numerator.IsCount: true } && indicator.Denominator is null or { IsCount: true };

    private static Result<Publication> Write(Workspace workspace, PublicationChoice choice, PublicDocument document, IReadOnlyList<Publication> before, Actor actor)
    {
        var (type, written) = (workspace.Types[typeof(Publication)], document.Write());
        var publication = Publication.Of(choice, document.Edition, document.Protection, workspace.Today, actor, KeptDocuments.HashOf(written));
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        KeptDocuments.Put(session, written, Media);
        try
        {
            session.Create(type, publication);
            foreach (var one in before) session.Withdraw(type, one);
            session.Commit();
            return publication;
        }
        catch (Exception fault) when (fault is DuplicateKeyException or ConflictException)
        {
            return Meanwhile;
        }
    }

    private static Refusal? Refuse(Workspace workspace, PublicationChoice choice)
    {
        if (workspace.Indicators.Versions(choice.Indicator) is not [.., var indicator])
            return new("publication.no-indicator", ($"指標{choice.Indicator}はありません。指標の一覧から選んでください。", $"There is no indicator {choice.Indicator}. Choose one of the list."));
        if (!CanBePublished(indicator))
        {
            return new("publication.not-counted", (
                $"{choice.Indicator}は人数や件数を数える指標ではないため、秘匿の処理ができません。もとになる指標を公表してください。",
                $"{choice.Indicator} does not count whole people or records, so that it cannot be protected. Publish the indicators that it is made from."));
        }

        var known = string.Join(", ", indicator.Dimensions);
        if (choice.Dimensions.Except(indicator.Dimensions).Any() || (choice.IsCrossed && choice.Dimensions.Count != 2))
        {
            return new("publication.dimensions", (
                $"集計軸は次から選び、組合せは2つだけ選んだときに使ってください: {known}", $"Choose dimensions among these, and cross them where there are two: {known}"));
        }

        return choice.Method == PublicationMethod.Round && choice.Protection is not (3 or 5)
            ? new("publication.rounding", ("丸めの基数は3か5にしてください。", "Round to multiples of 3 or of 5."))
            : null;
    }

    private static Refusal Unsafe(PreparedPublication prepared)
    {
        var told = prepared.Audited.Where(one => !one.Cell.IsSafe).Select(one => one.Name).ToList();
        return new("publication.unsafe", (
            $"公表済みの表と合わせると、次の値が推定できます: {string.Join("、", told.Take(MostNamed).Select(name => name.Ja))}{(told.Count > MostNamed ? $" ほか{told.Count - MostNamed}件" : "")}。集計軸を減らすか、方法を変えてください。",
            $"Together with what is public, these could be worked out: {string.Join("; ", told.Take(MostNamed).Select(name => name.En))}{(told.Count > MostNamed ? $" and {told.Count - MostNamed} more" : "")}. Take fewer dimensions, or another method."));
    }

    private static Refusal Behind { get; } = new("publication.behind", (
        "最近の変更がまだ集計されていません。少し待ってから、もう一度実行してください。", "The latest changes have not been taken into the figures yet. Wait a moment and try again."));

    private static Refusal Nothing { get; } = new("publication.nothing", ("この期間に公表できる値がありません。開始期間を確かめてください。", "There is no value in these periods. Check the first period."));

    private static Refusal OtherMethod { get; } = new("publication.other-method", (
        "同じ値が別の方法で公表されています。二つの方法を組み合わせると秘匿が破れるため、同じ方法を選んでください。",
        "The same cells have been published by another method. The two together would undo each other: choose the same."));

    private static Refusal Meanwhile { get; } = new("publication.meanwhile", (
        "ほかの人が同時に公表しました。その版を確かめてください。", "Somebody else published at the same moment. Look at that edition."));

    private static Refusal None(string indicator) => new("publication.none", ($"{indicator}は公表されていません。", $"Nothing is published of {indicator}."));
}
