using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operation: says something about an agreement to all who see it.</summary>
public static class CommentOnAgreement
{
    /// <summary>Comments.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.no-text</c>.</returns>
    public static Task<Result<AgreementProcedure>> CommentOnAgreementAsync(this Workspace workspace, SeenAgreement seen, string? text, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Comment, text, actor, work =>
            Task.FromResult<Result<AgreementState>>(WritingAgreement.Remark(text) is { Length: > 0 } ? work.Before.State : AgreementRefusals.NoText), cancel);
}
