using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>A file that is to be kept with an agreement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Language">ISO 639-1; null or empty where it has none, or several.</param>
/// <param name="Name">As it was called.</param>
/// <param name="Content">All of it.</param>
public sealed record GivenAgreementFile(AgreementFileKind? Kind, string? Language, string Name, byte[] Content);

/// <summary>Operation: keeps a file with an agreement, by its hash. It is never taken off again; the next of its kind and language is its next issue.</summary>
public static class AddAgreementFile
{
    private const int MostFiles = 200;

    /// <summary>Keeps a file.</summary>
    /// <returns>
    /// Refusals: <c>agreement.unknown</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.not-your-file</c>, <c>agreement.no-kind</c>, <c>agreement.unknown-language</c>, <c>agreement.no-file</c>,
    /// <c>agreement.file-too-large</c>, <c>agreement.too-many-files</c>, <c>agreement.same-file</c>, <c>agreement.not-to-be-signed</c>, <c>agreement.text-is-final</c>, <c>guideline.mistakes</c>.
    /// </returns>
    public static Task<Result<AgreementProcedure>> AddFileAsync(this Workspace workspace, SeenAgreement seen, GivenAgreementFile file, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        return WritingAgreement.WriteAsync(workspace, seen, AgreementStep.AddFile, KeptDocuments.NameOf(file.Name), actor, async work =>
        {
            var reviewers = await Looking.ReviewersAsync(work.Session.Read(), cancel);
            if (!May(workspace, work.Before, work.Procedure, reviewers, actor)) return AgreementRefusals.NotYourFile;
            return Decide(work, file, workspace.Codes[CodeLists.LanguagesOfTheWorld]);
        }, cancel);
    }

    /// <summary>Whether somebody may add one: whoever may write the agreement, and whoever it waits for.</summary>
    internal static bool May(Workspace workspace, Agreement agreement, AgreementProcedure? procedure, IReadOnlyList<AgreementReviewer> reviewers, Actor actor)
    {
        var type = workspace.Types[typeof(Agreement)];
        if (actor.MayWrite(type, agreement)) return true;
        return agreement.State == AgreementState.UnderReview && (procedure?.Awaited ?? []).Any(one => Looking.Ask(one.Step, type, agreement, reviewers, actor, workspace.Today).May);
    }

    /// <summary>Whether a file of a kind fits how far the agreement is.</summary>
    internal static Refusal? Refuse(AgreementFileKind kind, AgreementState state) => (kind, state) switch
    {
        (AgreementFileKind.SignedCopy, AgreementState.Draft or AgreementState.UnderReview) => AgreementRefusals.NotToBeSigned,
        (AgreementFileKind.DraftText, not (AgreementState.Draft or AgreementState.UnderReview or AgreementState.Approved)) => AgreementRefusals.TextIsFinal,
        _ => null,
    };

    private static Result<AgreementState> Decide(AgreementWork work, GivenAgreementFile file, CodeList languages)
    {
        var (files, language) = (work.Procedure.Files, string.IsNullOrEmpty(file.Language) ? null : file.Language);
        if (file.Kind is not { } kind) return AgreementRefusals.NoKind;
        if (language is not null && languages.Find(language) is null) return AgreementRefusals.UnknownLanguage;
        if (file.Content.Length == 0) return AgreementRefusals.NoFile;
        if (file.Content.Length > KeptDocuments.LargestFile) return AgreementRefusals.FileTooLarge;
        if (files.Count >= MostFiles) return AgreementRefusals.TooManyFiles;
        if (Refuse(kind, work.Before.State) is { } wrong) return wrong;
        var hash = KeptDocuments.HashOf(file.Content);
        if (files.Exists(one => one.Sha256 == hash && one.Kind == kind)) return AgreementRefusals.SameFile;
        KeptDocuments.Put(work.Session, file.Content, "application/octet-stream");
        var issue = files.Where(one => one.Kind == kind && one.Language == language).Select(one => one.Issue).DefaultIfEmpty().Max() + 1;
        work.Procedure.Files =
        [
            .. files,
            new() { Kind = kind, Issue = issue, Language = language, Name = KeptDocuments.NameOf(file.Name), Sha256 = hash, Size = file.Content.Length, AddedOn = work.Signature.On, AddedBy = work.Signature.By },
        ];
        return work.Before.State;
    }
}
