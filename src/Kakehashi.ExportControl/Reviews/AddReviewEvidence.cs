using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;

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
    public const int MostBytes = 20 << 20;

    private const int MostFiles = 200;
    private const int NameLength = 200;

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
            new() { Purpose = file.Purpose, Name = NameOf(file), Sha256 = hash, Size = file.Content.Length, AddedOn = signature.On, AddedBy = signature.By },
        ];
        return after;
    }

    /// <summary>The last part of the path that a browser may send, with its end where it is too long: that tells the kind of file.</summary>
    private static string NameOf(GivenFile file)
    {
        var name = StorableText.Line(file.Name[(file.Name.LastIndexOfAny(['/', '\\']) + 1)..]).Trim();
        return name.Length == 0 ? "file" : name.Length <= NameLength ? name : name[^NameLength..];
    }
}
