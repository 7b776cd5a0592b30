using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Versions;

/// <summary>
/// The strategy that counts: the newest version that was saved, else <c>strategy.yaml</c> beside the data, else that of the
/// catalogue. Looks for a newer version after each commit of this program and otherwise once a second, since other nodes
/// save too; whoever asks in between is answered from memory.
/// </summary>
public sealed class StrategyInForce : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Workspace workspace;
    private readonly Lock gate = new();
    private readonly Lazy<StrategyReading> file;
    private volatile bool isStale = true;
    private long lookedAt;
    private (string Hash, StrategyReading Reading)? saved;

    public StrategyInForce(Workspace workspace)
    {
        this.workspace = workspace;
        file = new(() => StrategyFiles.Load(workspace));
        workspace.Database.Committed += Stale;
    }

    /// <summary>The strategy, or every mistake in it.</summary>
    public StrategyReading Reading
    {
        get
        {
            lock (gate)
            {
                if (isStale || workspace.Clock.GetElapsedTime(lookedAt) >= Fresh) Look();
                return saved?.Reading ?? file.Value;
            }
        }
    }

    /// <summary>The strategy that counts now, for whoever asks once.</summary>
    public static StrategyReading Load(Workspace workspace) =>
        Newest(workspace) is { } version ? Read(workspace, version) : StrategyFiles.Load(workspace);

    public void Dispose() => workspace.Database.Committed -= Stale;

    private void Stale() => isStale = true;

    private void Look()
    {
        // before the question: what is committed while it is asked makes it stale again
        isStale = false;
        lookedAt = workspace.Clock.GetTimestamp();
        var newest = Newest(workspace);
        if (newest?.Sha256 != saved?.Hash) saved = newest is null ? null : (newest.Sha256, Read(workspace, newest));
    }

    private static StrategyVersion? Newest(Workspace workspace)
    {
        using var context = workspace.Database.Read();
        return context.Set<StrategyVersion>().OrderByDescending(one => one.Edition).FirstOrDefault();
    }

    private static StrategyReading Read(Workspace workspace, StrategyVersion version)
    {
        using var context = workspace.Database.Read();
        var document = context.Documents.FirstOrDefault(one => one.Hash == version.Sha256) ?? throw new InvalidDataException($"version {version.Edition} of the strategy is gone");
        return StrategyReader.Read($"strategy-version-{version.Edition}.yaml", System.Text.Encoding.UTF8.GetString(KeptDocuments.Open(document)), workspace.IndicatorReading.Catalogue);
    }
}
