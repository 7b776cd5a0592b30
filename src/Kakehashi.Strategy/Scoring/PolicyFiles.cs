using Kakehashi.Platform;

namespace Kakehashi.Strategy.Scoring;

/// <summary>Where the policy on partnerships lies: <c>partnerships.yaml</c> beside the data, else that of the catalogue. It is read again when the file has changed.</summary>
public static class PolicyFiles
{
    /// <summary>The name of the file.</summary>
    public const string Name = "partnerships.yaml";

    private static volatile Kept? last;

    /// <summary>Reads it.</summary>
    public static PolicyReading Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var own = Path.Combine(workspace.Data, Name);
        var file = File.Exists(own) ? own : Path.Combine(workspace.Catalogue, Name);
        try
        {
            var written = File.GetLastWriteTimeUtc(file);
            if (last is { } kept && kept.File == file && kept.Written == written) return kept.Reading;
            var reading = PolicyReader.Read(Name, File.ReadAllText(file), workspace.IndicatorReading.Catalogue);
            last = new(file, written, reading);
            return reading;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, [new("P001", Name, 1, (
                $"ファイルを読めません({fault.Message})。ファイルがあることと、読み取りの権限を確かめてください。",
                $"The file cannot be read ({fault.Message}). Check that it is there and may be read."))]);
        }
    }

    private sealed record Kept(string File, DateTime Written, PolicyReading Reading);
}
