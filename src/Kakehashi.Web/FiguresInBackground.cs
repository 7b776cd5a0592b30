using Kakehashi.Platform;
using Kakehashi.Strategy.Scoring;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Web;

/// <summary>What of the figures happens while the program answers already.</summary>
internal static partial class FiguresInBackground
{
    /// <summary>Begins to follow the history, and reports every mistake in the definitions of indicators, in the strategy and in the policy on partnerships.</summary>
    public static void Start(Workspace workspace, Func<StrategyReading> strategy, ILogger log)
    {
        try
        {
            workspace.Facts.Failed += error => Failed(log, error);
            workspace.Facts.Follow();
            foreach (var mistake in workspace.IndicatorReading.Mistakes) Wrong(log, $"catalogue/indicators/{mistake}");
            foreach (var mistake in strategy().Mistakes) Wrong(log, mistake.ToString());
            foreach (var mistake in PolicyFiles.Read(workspace).Mistakes) Wrong(log, mistake.ToString());
        }
        catch (ObjectDisposedException)
        {
            // stopped before it began
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Figures could not be brought up to date; the next change tries again")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Mistake}")]
    private static partial void Wrong(ILogger log, string mistake);
}
