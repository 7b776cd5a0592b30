using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Registry;

/// <summary>The organisations of one data dump, to be found by id and by name.</summary>
public sealed class RegistryInUse
{
    private readonly Dictionary<string, RegistryEntry> byId;

    /// <param name="version">What the dump is called.</param>
    /// <param name="entries">Its organisations.</param>
    public RegistryInUse(string version, IReadOnlyList<RegistryEntry> entries)
    {
        Version = version;
        byId = new(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries) byId[entry.Id] = entry;
        Names = EntityNames.Of(entries.Where(entry => entry.Status == OrganisationStatus.Active).Select(entry => entry.Entity));
    }

    /// <summary>What the dump is called.</summary>
    public string Version { get; }

    /// <summary>How many organisations.</summary>
    public int Count => byId.Count;

    /// <summary>The names of those that are active.</summary>
    public EntityNames Names { get; }

    /// <summary>The organisation of a ROR id; null where the dump has none.</summary>
    public RegistryEntry? this[string ror] => byId.GetValueOrDefault(ror);
}

/// <summary>Reads the dump in use when it is first asked for, and again when another has taken its place.</summary>
public sealed class RegistryShelf(Workspace workspace) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private (string Path, DateTime Written, Result<RegistryInUse> Registry)? kept;

    /// <summary>The registry; null where no dump is there.</summary>
    /// <returns>Refusals: those of <see cref="RegistryDump"/>.</returns>
    public async Task<Result<RegistryInUse>?> ReadAsync(CancellationToken cancel)
    {
        if (RegistryFolder.Newest(workspace.Data) is not { } path) return null;
        var written = File.GetLastWriteTimeUtc(path);
        await turn.WaitAsync(cancel);
        try
        {
            if (kept is { } known && known.Path == path && known.Written == written) return known.Registry;
            var read = await RegistryDump.ReadAsync(path, cancel);
            Result<RegistryInUse> registry = read.IsDone ? new RegistryInUse(Path.GetFileName(path), read.Value) : read.Refusal;
            kept = (path, written, registry);
            return registry;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
