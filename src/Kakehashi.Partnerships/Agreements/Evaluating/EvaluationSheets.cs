using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Agreements.Evaluating;

/// <summary>Makes evaluation sheets, and reads those that were kept.</summary>
public sealed class EvaluationSheets(Workspace workspace, SheetSources sources)
{
    /// <summary>The sheet of an agreement as the records are now.</summary>
    public async Task<EvaluationSheet> MakeAsync(Agreement agreement, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var (parts, units) = (new List<SheetPart>(), new SortedSet<long>());
        var hasNone = false;
        foreach (var source in sources.All)
        {
            var answer = await source.Read(workspace, agreement, cancel);
            parts.AddRange(answer.Parts);
            units.UnionWith(answer.Units.OfType<long>());
            hasNone |= answer.Units.Contains(null);
        }

        return new(agreement.Reference, workspace.Today, parts, [.. units.Select(unit => (long?)unit), .. hasNone ? [null] : Array.Empty<long?>()]);
    }

    /// <summary>The sheet that was before whoever evaluated an agreement; null where none was kept.</summary>
    /// <exception cref="InvalidDataException">It is not what its name says.</exception>
    public async Task<EvaluationSheet?> KeptAsync(AgreementProcedure? procedure, CancellationToken cancel) =>
        procedure?.Sheet is { } hash && await workspace.Documents.FindAsync(hash, cancel) is { } bytes ? EvaluationSheet.Read(bytes) : null;
}
