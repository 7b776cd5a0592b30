using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Partnerships.Agreements.Pages;

/// <summary>Which operation a button of the page of a procedure asks for, and with what.</summary>
internal static class ProcedureForm
{
    public const string Submit = "submit", TakeBack = "take-back", Sign = "sign", ComeIntoForce = "come-into-force", OpenReview = "open-review", Evaluate = "evaluate";
    public const string Propose = "propose-renewal", Expire = "expire", Terminate = "terminate", Waive = "waive", Comment = "comment";
    private const string Approve = "approve.", SendBack = "send-back.";

    public static string ApproveAt(ApprovalStep step) => Approve + CodeNames.Of(step);

    public static string SendBackAt(ApprovalStep step) => SendBack + CodeNames.Of(step);

    /// <summary>Does it; the number of the agreement to go on with.</summary>
    public static async Task<Result<long>> ActAsync(Workspace workspace, SeenAgreement seen, string act, IFormCollection form, EvaluationSheet? sheet, Actor actor, CancellationToken cancel)
    {
        var remark = form["remark"].ToString();
        if (act == Propose) return await workspace.ProposeRenewalAsync(seen, actor, cancel);
        if (Step(act, Approve) is { } approved) return Of(seen, await workspace.ApproveAgreementAsync(seen, approved, remark, actor, cancel));
        if (Step(act, SendBack) is { } sent) return Of(seen, await workspace.SendBackAgreementAsync(seen, sent, remark, actor, cancel));
        return Of(seen, act switch
        {
            Submit => await workspace.SubmitAgreementAsync(seen, remark, actor, cancel),
            TakeBack => await workspace.TakeBackAgreementAsync(seen, remark, actor, cancel),
            Sign => await workspace.SignAgreementAsync(seen, new(Party(form["party"]), DayText.Read(form["day"].ToString()), form["signatory"], form["office"]), actor, cancel),
            ComeIntoForce => await workspace.ComeIntoForceAsync(seen, actor, cancel),
            OpenReview => await workspace.OpenReviewAsync(seen, actor, cancel),
            Evaluate => await workspace.EvaluateAgreementAsync(seen, form["evaluation"], sheet, actor, cancel),
            Expire => await workspace.ExpireAgreementAsync(seen, null, actor, cancel),
            Terminate => await workspace.TerminateAgreementAsync(seen, DayText.Read(form["end"].ToString()), form["reason"], actor, cancel),
            Waive => await workspace.WaiveRuleAsync(seen, form["rule"].ToString(), form["waiver"], actor, cancel),
            Comment => await workspace.CommentOnAgreementAsync(seen, form["comment"], actor, cancel),
            _ => AgreementRefusals.NotNow,
        });
    }

    /// <summary>The part of the page that a button is in: where what is wrong is shown.</summary>
    public static string Part(string act) => act switch
    {
        Sign => "sign",
        Evaluate or Propose or OpenReview => "renewal",
        Terminate or Expire => "end",
        Waive => "waive",
        Comment => "comment",
        _ => "act",
    };

    public static string Said(string act) => act switch
    {
        Submit => Flash.Submitted,
        TakeBack => Flash.AgreementTakenBack,
        Sign => Flash.AgreementSigned,
        Waive => Flash.RuleWaived,
        Comment => Flash.Commented,
        Propose => Flash.RenewalProposed,
        Terminate or Expire => Flash.AgreementEnded,
        _ when act.StartsWith(Approve, StringComparison.Ordinal) => Flash.AgreementApproved,
        _ when act.StartsWith(SendBack, StringComparison.Ordinal) => Flash.AgreementSentBack,
        _ => Flash.Saved,
    };

    public static string? FieldOf(string code) => code switch
    {
        "agreement.no-party" => "party",
        "agreement.no-kind" or "agreement.not-to-be-signed" or "agreement.text-is-final" => "kind",
        "agreement.unknown-language" => "language",
        "agreement.no-file" or "agreement.file-too-large" or "agreement.too-many-files" or "agreement.same-file" => "file",
        "agreement.unknown-rule" or "agreement.no-waiver" or "agreement.not-your-waiver" => "rule",
        _ => null,
    };

    /// <summary>What an added file is; null where none of the choices was sent.</summary>
    public static AgreementFileKind? Kind(string? text) => Enum.GetValues<AgreementFileKind>().Where(kind => CodeNames.Of(kind) == text).Select(kind => (AgreementFileKind?)kind).FirstOrDefault();

    private static Result<long> Of(SeenAgreement seen, Result<AgreementProcedure> result) => result.IsDone ? seen.Number : result.Refusal;

    private static ApprovalStep? Step(string act, string prefix) => act.StartsWith(prefix, StringComparison.Ordinal)
        ? Enum.GetValues<ApprovalStep>().Where(step => CodeNames.Of(step) == act[prefix.Length..]).Select(step => (ApprovalStep?)step).FirstOrDefault()
        : null;

    private static int Party(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var party) ? party : -1;
}
