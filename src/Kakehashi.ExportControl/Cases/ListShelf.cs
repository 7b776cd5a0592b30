using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Cases;

/// <summary>The versions of lists that are asked at present, ready to be asked.</summary>
public sealed class ListsInUse
{
    private readonly Lazy<ScreeningIndex> index;
    private readonly Lazy<Dictionary<string, ListedEntity>> byPrint;

    /// <param name="versions">The versions.</param>
    public ListsInUse(IReadOnlyList<ListVersion> versions)
    {
        Versions = versions;
        index = new(() => ScreeningIndex.Of(versions));
        byPrint = new(() =>
        {
            var entities = new Dictionary<string, ListedEntity>(StringComparer.Ordinal);
            foreach (var version in versions)
                foreach (var entity in version.Entities) entities[$"{version.List.Code()}|{Prints.Of(entity)}"] = entity;
            return entities;
        });
    }

    /// <summary>Of each list the version in force and those that are published for later.</summary>
    public IReadOnlyList<ListVersion> Versions { get; }

    /// <summary>All of them, to be asked; made when first asked for.</summary>
    public ScreeningIndex Index => index.Value;

    /// <summary>What tells these versions from others.</summary>
    internal string Print => ScreeningRun.PrintOf(Versions.Select(version => version.Sha256));

    /// <summary>The entity that a hit is of, as far as the lists still have it so.</summary>
    public ListedEntity? Find(CaseHit hit) => byPrint.Value.GetValueOrDefault($"{hit.List}|{hit.EntityPrint}");
}

/// <summary>Reads the lists in the folder of the records when they are first asked for, and again when others are in force.</summary>
public sealed class ListShelf(Workspace workspace) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private (string Print, ListsInUse Lists)? kept;

    /// <summary>The folder with all versions.</summary>
    public ListFolder Folder { get; } = new(Path.Combine(workspace.Data, "lists"), workspace.Codes[CodeLists.Countries]);

    /// <summary>The lists in use; with no version where none has been added.</summary>
    /// <returns>Refusals: those of <see cref="ListFolder"/>.</returns>
    public async Task<Result<ListsInUse>> ReadAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var all = Folder.All();
            if (!all.IsDone) return all.Refusal;
            var print = Prints.Of([workspace.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture), .. all.Value.Select(one => $"{one.List}/{one.Sha256}")]);
            if (kept is { } known && known.Print == print) return known.Lists;
            var versions = await Task.Run(() => Folder.InForce(workspace.Today), cancel);
            if (!versions.IsDone) return versions.Refusal;
            var lists = new ListsInUse(versions.Value);
            // another day alone makes no other lists
            if (kept is { } before && before.Lists.Print == lists.Print) lists = before.Lists;
            kept = (print, lists);
            return lists;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What of the lists in use was not there when names were screened the last time: all of a version, where the one before it is gone.</summary>
    /// <param name="lists">The lists in use.</param>
    /// <param name="before">Those of the last run.</param>
    internal Result<IReadOnlyList<ListVersion>> Touched(ListsInUse lists, IReadOnlyList<RunList> before)
    {
        var all = Folder.All();
        if (!all.IsDone) return all.Refusal;
        var touched = new List<ListVersion>();
        foreach (var version in lists.Versions.Where(version => before.All(one => one.Sha256 != version.Sha256)))
        {
            var earlier = all.Value.LastOrDefault(kept => kept.Of() == version.List && before.Any(one => one.Sha256 == kept.Sha256));
            if (earlier is null)
            {
                touched.Add(version);
                continue;
            }

            var read = Folder.Read(earlier);
            if (!read.IsDone) return read.Refusal;
            var changes = ListComparison.Between(read.Value, version);
            touched.Add(version with { Entities = [.. changes.Added, .. changes.Changed.Select(change => change.After)] });
        }

        return touched;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
