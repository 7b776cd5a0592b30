using Kakehashi.Platform;

namespace Kakehashi.Strategy.Tree;

/// <summary>Where the strategy lies as long as no version of it has been saved: <c>strategy.yaml</c> beside the data, else that of the catalogue.</summary>
public static class StrategyFiles
{
    private const string Name = "strategy.yaml";

    /// <summary>Reads it.</summary>
    public static StrategyReading Load(Workspace workspace)
    {
        var own = Path.Combine(workspace.Data, Name);
        var file = File.Exists(own) ? own : Path.Combine(workspace.Catalogue, Name);
        try
        {
            return StrategyReader.Read(Path.GetFileName(file), File.ReadAllText(file), workspace.IndicatorReading.Catalogue);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, [new("S001", Name, 1, (
                $"ファイルを読めません({fault.Message})。ファイルがあることと、読み取りの権限を確かめて、起動し直してください。",
                $"The file cannot be read ({fault.Message}). Check that it is there and may be read, and start again."))]);
        }
    }
}
