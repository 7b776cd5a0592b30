using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Strategy.Places;

namespace Kakehashi.Strategy.Scoring;

/// <summary>The scores of all partners, worked out once for each state of the facts, of the policy, and for each year.</summary>
public sealed class PartnershipScores(Workspace workspace)
{
    private volatile Kept? last;

    /// <summary>The scores of the latest year that is over.</summary>
    /// <returns>Refusals: those of <see cref="FigureReader"/>, and <c>partnership.mistakes</c>, which names all of them.</returns>
    public async Task<Result<ScoreBoard>> ReadAsync(CancellationToken cancel)
    {
        var reading = PolicyFiles.Read(workspace);
        if (reading.Policy is not { } policy) return Mistakes(reading);
        var year = Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years).Plus(-1);
        var position = await workspace.Facts.ReadAsync(FigureReader.Patience, (state, _) => Task.FromResult<Result<long>>(state.Position), cancel);
        if (!position.IsDone) return position.Refusal;
        if (last is { } kept && kept.Position == position.Value && kept.Board.Year == year && kept.Board.Policy == policy) return kept.Board;
        var figures = await KeyedFigures.ReadAsync(workspace, policy.Indicators.Select(code => (code, PolicyReader.By)), cancel);
        if (!figures.IsDone) return figures.Refusal;
        var board = ScoreBoard.Of(policy, year, figures.Value);
        // figures that took in more than the position they are kept under would stay behind what the next question asks for, not before it
        last = new(position.Value, board);
        return board;
    }

    private static Refusal Mistakes(PolicyReading reading) => new("partnership.mistakes", (
        $"評価基準({PolicyFiles.Name})に誤りがあります：{string.Join(" / ", reading.Mistakes.Select(one => $"{one.Line}行目 {one.Message.Ja}"))}",
        $"The policy ({PolicyFiles.Name}) has mistakes: {string.Join(" / ", reading.Mistakes.Select(one => $"line {one.Line}: {one.Message.En}"))}"));

    private sealed record Kept(long Position, ScoreBoard Board);
}
