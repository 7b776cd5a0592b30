using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>A file that is to be kept with a review.</summary>
/// <param name="Purpose">What it shows.</param>
/// <param name="Name">As it was called.</param>
/// <param name="Content">All of it.</param>
public sealed record GivenFile(EvidencePurpose Purpose, string Name, byte[] Content);

/// <summary>Operation: keeps a file with a review, by its hash. It is never taken off again.</summary>
public static class AddReviewEvidence
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = KeptDocuments.LargestFile;

    private const int MostFiles = 200;

    /// <summary>Keeps a file.</summary>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.no-file</c>, <c>review.file-too-large</c>, <c>review.too-many-files</c>, <c>review.same-file</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static Task<Result<ExportReview>> AddEvidenceAsync(this Workspace workspace, long number, int version, GivenFile file, Actor actor, CancellationToken cancel) =>
        WritingReview.WriteAsync(workspace, number, version, ReviewStep.AddEvidence, actor, (session, before) => Task.FromResult(Add(session, before, file, new(actor.Name, workspace.Today))), cancel);

    private static Result<ExportReview> Add(ChangeSession session, ExportReview before, GivenFile file, ReviewSignature signature)
    {
        if (file.Content.Length == 0) return ReviewRefusals.EmptyFile;
        if (file.Content.Length > MostBytes) return ReviewRefusals.TooLarge;
        if (before.Evidence.Count >= MostFiles) return ReviewRefusals.TooManyFiles;
        var hash = KeptDocuments.HashOf(file.Content);
        if (before.Evidence.Any(one => one.Sha256 == hash && one.Purpose == file.Purpose)) return ReviewRefusals.SameFile;
        KeptDocuments.Put(session, file.Content, "application/octet-stream");
        var after = WritingReview.Traced(before, ReviewStep.AddEvidence, null, signature);
        after.Evidence =
        [
            .. before.Evidence,
            new() { Purpose = file.Purpose, Name = KeptDocuments.NameOf(file.Name), Sha256 = hash, Size = file.Content.Length, AddedOn = signature.On, AddedBy = signature.By },
        ];
        return after;
    }
}
