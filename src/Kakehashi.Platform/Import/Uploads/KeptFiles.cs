using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>An import batch and its files.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="AreKept">The uploaded files lie in the data folder; false where it was imported by the command line, or they were removed.</param>
public sealed record BatchFiles(ImportBatch Batch, bool AreKept);

/// <summary>The uploaded files that are kept for import batches: what an erasure in the records does not reach.</summary>
public static class KeptFiles
{
    /// <summary>These batches, the latest first.</summary>
    public static async Task<IReadOnlyList<BatchFiles>> FilesAsync(this Workspace workspace, IReadOnlyCollection<long> batches, CancellationToken cancel)
    {
        if (batches.Count == 0) return [];
        var ids = batches.ToArray();
        var folder = new UploadFolder(workspace.Data);
        await using var context = workspace.Database.Read();
        var found = await context.ImportBatches.Where(batch => ids.Contains(batch.Id)).OrderByDescending(batch => batch.Id).ToListAsync(cancel);
        return [.. found.Select(batch => new BatchFiles(batch, folder.Find(batch.Id) is { } upload && upload.Files.Where((_, i) => File.Exists(folder.FileOf(batch.Id, i))).Any()))];
    }

    /// <summary>Removes the files of a batch that was written, and the messages of its check, which quote from them. What it has written stays.</summary>
    public static void RemoveFiles(this Workspace workspace, long batch)
    {
        var folder = new UploadFolder(workspace.Data);
        if (folder.Find(batch) is not { Step: UploadStep.Committed } upload) return;
        for (var i = 0; i < upload.Files.Count; i++) File.Delete(folder.FileOf(batch, i));
        folder.Write(upload with { Report = upload.Report is { } report ? report with { Problems = [] } : null });
    }
}
