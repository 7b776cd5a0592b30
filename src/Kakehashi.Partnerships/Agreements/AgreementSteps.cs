using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>What is done with an agreement.</summary>
public enum AgreementStep
{
    /// <summary>The proposal goes on its route.</summary>
    Submit,

    /// <summary>One of those on the route agrees; with the last of them the agreement is approved.</summary>
    Approve,

    /// <summary>One of those on the route does not agree yet: it is written again.</summary>
    SendBack,

    /// <summary>Whoever proposed it writes it again.</summary>
    TakeBack,

    /// <summary>One party has signed; with the last of them it is signed, and in force when its day has come.</summary>
    Sign,

    /// <summary>The day of a signed agreement has come.</summary>
    ComeIntoForce,

    /// <summary>The review before its end has begun.</summary>
    OpenReview,

    /// <summary>The evaluation before a renewal was written.</summary>
    Evaluate,

    /// <summary>An agreement that is to take its place was proposed.</summary>
    ProposeRenewal,

    /// <summary>Another agreement has taken its place.</summary>
    Renew,

    /// <summary>It ended on its last day.</summary>
    Expire,

    /// <summary>It was ended before its last day.</summary>
    Terminate,

    /// <summary>A rule of the guideline need not be met.</summary>
    Waive,

    Comment,

    /// <summary>A file was kept with it.</summary>
    AddFile,
}

/// <summary>One step that an agreement can take.</summary>
/// <param name="From">From where.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">Where it leads.</param>
public sealed record AgreementTransition(AgreementState From, AgreementStep Step, AgreementState To);

/// <summary>All steps that an agreement can take; every other one is refused.</summary>
public static class AgreementSteps
{
    private static readonly AgreementStep[] Anywhere = [AgreementStep.Comment, AgreementStep.AddFile];

    /// <summary>Where an office that keeps its procedure elsewhere may say that an agreement is.</summary>
    private static readonly AgreementState[] Entered = [AgreementState.Draft, AgreementState.InForce, AgreementState.Renewed, AgreementState.Expired, AgreementState.Terminated];

    public static IReadOnlyList<AgreementTransition> All { get; } =
    [
        new(AgreementState.Draft, AgreementStep.Submit, AgreementState.UnderReview),
        new(AgreementState.UnderReview, AgreementStep.Approve, AgreementState.UnderReview),
        new(AgreementState.UnderReview, AgreementStep.Approve, AgreementState.Approved),
        new(AgreementState.UnderReview, AgreementStep.SendBack, AgreementState.Draft),
        new(AgreementState.UnderReview, AgreementStep.TakeBack, AgreementState.Draft),
        new(AgreementState.Approved, AgreementStep.TakeBack, AgreementState.Draft),
        new(AgreementState.Approved, AgreementStep.Sign, AgreementState.Approved),
        new(AgreementState.Approved, AgreementStep.Sign, AgreementState.Concluded),
        new(AgreementState.Approved, AgreementStep.Sign, AgreementState.InForce),
        new(AgreementState.Concluded, AgreementStep.ComeIntoForce, AgreementState.InForce),
        new(AgreementState.InForce, AgreementStep.OpenReview, AgreementState.InForce),
        new(AgreementState.InForce, AgreementStep.Evaluate, AgreementState.InForce),
        new(AgreementState.InForce, AgreementStep.ProposeRenewal, AgreementState.InForce),
        new(AgreementState.Expired, AgreementStep.ProposeRenewal, AgreementState.Expired),
        new(AgreementState.InForce, AgreementStep.Renew, AgreementState.Renewed),
        new(AgreementState.Expired, AgreementStep.Renew, AgreementState.Renewed),
        new(AgreementState.InForce, AgreementStep.Expire, AgreementState.Expired),
        new(AgreementState.InForce, AgreementStep.Terminate, AgreementState.Terminated),
        new(AgreementState.Concluded, AgreementStep.Terminate, AgreementState.Terminated),
        new(AgreementState.Draft, AgreementStep.Waive, AgreementState.Draft),
        new(AgreementState.UnderReview, AgreementStep.Waive, AgreementState.UnderReview),
        .. Enum.GetValues<AgreementState>().SelectMany(state => Anywhere.Select(step => new AgreementTransition(state, step, state))),
    ];

    /// <summary>Whether a step can be taken: what buttons follow from.</summary>
    public static bool Can(AgreementState from, AgreementStep step) => All.Any(one => one.From == from && one.Step == step);

    /// <summary>Whether a step leads there.</summary>
    public static bool Leads(AgreementState from, AgreementStep step, AgreementState to) => All.Contains(new(from, step, to));

    /// <summary>Only operations change an agreement here.</summary>
    public static bool IsInProcedure(AgreementState state) => state is AgreementState.UnderReview or AgreementState.Approved or AgreementState.Concluded;

    /// <summary>Whether a form, an import or the API may say so: of an agreement concluded elsewhere, not of a proposal.</summary>
    /// <param name="before">The state it has; null for a new record.</param>
    /// <param name="after">The state it would have.</param>
    public static bool MayBeEntered(AgreementState? before, AgreementState after) =>
        before == after || (before != AgreementState.Draft && Entered.Contains(after) && (before is null || after != AgreementState.Draft));

    public static Text Of(AgreementStep step) => step switch
    {
        AgreementStep.Submit => ("提出", "Submitted"),
        AgreementStep.Approve => ("承認", "Approved"),
        AgreementStep.SendBack => ("差戻し", "Sent back"),
        AgreementStep.TakeBack => ("取下げ", "Taken back"),
        AgreementStep.Sign => ("署名", "Signed"),
        AgreementStep.ComeIntoForce => ("発効", "Came into force"),
        AgreementStep.OpenReview => ("更新の検討開始", "Review opened"),
        AgreementStep.Evaluate => ("評価", "Evaluated"),
        AgreementStep.ProposeRenewal => ("更新の提案", "Renewal proposed"),
        AgreementStep.Renew => ("更新", "Renewed"),
        AgreementStep.Expire => ("満了", "Expired"),
        AgreementStep.Terminate => ("解消", "Terminated"),
        AgreementStep.Waive => ("ガイドラインの適用除外", "Rule waived"),
        AgreementStep.Comment => ("コメント", "Comment"),
        _ => ("ファイルの追加", "File added"),
    };
}
