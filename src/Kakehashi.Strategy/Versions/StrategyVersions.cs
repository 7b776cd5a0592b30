using System.Text;
using Kakehashi.Platform;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Versions;

/// <summary>Reads what was saved of the strategy.</summary>
public static class StrategyVersions
{
    /// <summary>All versions, the latest first.</summary>
    public static async Task<IReadOnlyList<StrategyVersion>> StrategyVersionsAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<StrategyVersion>().OrderByDescending(one => one.Edition).ToListAsync(cancel);
    }

    /// <summary>The number of the newest version; 0 where the strategy is still that of the file.</summary>
    public static async Task<int> NewestEditionAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<StrategyVersion>().MaxAsync(one => (int?)one.Edition, cancel) ?? 0;
    }

    /// <summary>The text of a version, checked against its hash.</summary>
    /// <exception cref="InvalidDataException">It has been altered or is gone.</exception>
    public static async Task<byte[]> TextAsync(this Workspace workspace, StrategyVersion version, CancellationToken cancel) =>
        await workspace.Documents.FindAsync(version.Sha256, cancel) ?? throw new InvalidDataException($"version {version.Edition} of the strategy is gone");

    /// <summary>The strategy of a version; with the indicators of today it may have mistakes that it had not then.</summary>
    public static async Task<StrategyReading> ReadAsync(this Workspace workspace, StrategyVersion version, CancellationToken cancel) =>
        StrategyReader.Read(NameOf(version), Encoding.UTF8.GetString(await workspace.TextAsync(version, cancel)), indicators: null);

    /// <summary>The name that its file has.</summary>
    public static string NameOf(StrategyVersion version) => $"strategy-version-{version.Edition}.yaml";
}
