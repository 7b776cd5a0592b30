using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Figures;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Targets;

/// <summary>What is known of an indicator beside its figures.</summary>
/// <param name="References">What others reach, by name and period.</param>
/// <param name="Notes">What has been noted, the oldest first.</param>
/// <param name="Entries">For one entered by hand, what was entered, the latest period first.</param>
public sealed record IndicatorBackground(IReadOnlyList<ReferenceValue> References, IReadOnlyList<IndicatorNote> Notes, IReadOnlyList<ManualFigure> Entries)
{
    public static async Task<IndicatorBackground> ReadAsync(Workspace workspace, Indicator indicator, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var code = indicator.Code;
        var references = await context.Set<ReferenceValue>().Where(one => one.Indicator == code && !one.IsWithdrawn).OrderBy(one => one.Id).ToListAsync(cancel);
        var notes = await context.Set<IndicatorNote>().Where(one => one.Indicator == code && !one.IsWithdrawn).OrderBy(one => one.Day).ThenBy(one => one.Id).ToListAsync(cancel);
        List<ManualFigure> entries = [];
        if (indicator.Type == IndicatorType.Manual)
        {
            entries = await context.Set<ManualFigure>().SeenBy(workspace.Types[typeof(ManualFigure)], actor)
                .Where(one => one.Indicator == code && !one.IsWithdrawn).OrderByDescending(one => one.Period).ThenBy(one => one.Id).Take(MostEntries).ToListAsync(cancel);
        }

        return new(references, notes, entries);
    }

    /// <summary>The number of a note on the page and on the chart.</summary>
    public int NumberOf(IndicatorNote note) => 1 + Notes.ToList().IndexOf(note);

    /// <summary>Entered for another kind of period than the indicator's: not counted.</summary>
    public static bool IsUnfit(ManualFigure entry, Indicator indicator) => Period.Read(entry.Period)?.Kind != indicator.PeriodKind;

    private const int MostEntries = 200;
}
