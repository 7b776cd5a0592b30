using Kakehashi.Kernel;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Closing;

/// <summary>Reads what was closed.</summary>
public static class ClosedPeriods
{
    /// <summary>All revisions of all periods, the latest first.</summary>
    public static async Task<IReadOnlyList<PeriodClose>> ClosesAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<PeriodClose>().OrderByDescending(close => close.Id).ToListAsync(cancel);
    }

    /// <summary>The latest revision of a period; null where it is open.</summary>
    public static async Task<PeriodClose?> LatestCloseAsync(this Workspace workspace, Period period, CancellationToken cancel)
    {
        var name = period.ToString();
        await using var context = workspace.Database.Read();
        return await context.Set<PeriodClose>().Where(close => close.Period == name).OrderByDescending(close => close.Revision).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The figures of a revision, checked against its hash.</summary>
    /// <exception cref="InvalidDataException">They have been altered or are gone.</exception>
    public static async Task<FrozenFigures> FrozenAsync(this Workspace workspace, PeriodClose close, CancellationToken cancel) =>
        FrozenFigures.Read(await workspace.Documents.FindAsync(close.Sha256, cancel) ?? throw new InvalidDataException($"the figures of {close.Period}, revision {close.Revision}, are gone"));

    /// <summary>The same with those of every unit by every dimension, where they were frozen.</summary>
    /// <exception cref="InvalidDataException">They have been altered or are gone.</exception>
    public static async Task<FrozenFigures> FrozenAcrossAsync(this Workspace workspace, PeriodClose close, CancellationToken cancel)
    {
        var frozen = await workspace.FrozenAsync(close, cancel);
        if (frozen.AcrossHash is not { } hash) return frozen;
        return frozen with { Across = FrozenAcross.Read(await workspace.Documents.FindAsync(hash, cancel) ?? throw new InvalidDataException($"the figures of {close.Period}, revision {close.Revision}, by unit and dimension are gone")) };
    }

    /// <summary>From here on whoever asks for figures of a closed period gets those of its latest revision.</summary>
    public static void AnswerFigures(Workspace workspace)
    {
        var closed = new ClosedFigures(workspace);
        workspace.Figures.Closed = closed.PutAsync;
    }
}
