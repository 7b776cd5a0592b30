using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Assessments;

/// <summary>The observatory's two faculties, with rounds of self-assessment.</summary>
public sealed class Faculties : Observatory
{
    private int made;

    public long Arts { get; private set; }

    protected override void EnterMore(ChangeSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Arts = Create(session, "org_unit", ("unit_code", "B"), ("name", new Bilingual("理学部", "Faculty of Science")), ("kind", "faculty"));
    }

    /// <summary>An open round of both faculties on two actions, with one question more.</summary>
    public async Task<AssessmentRound> Open(DateOnly? deadline = null)
    {
        var plan = new RoundPlan
        {
            Name = new($"点検{++made}", $"Round {made}"),
            Period = "FY2024",
            Deadline = deadline ?? Workspace.Today.AddDays(10),
            Actions = ["T1.5", "P1.1"],
            Units = [Engineering, Arts],
            Questions = [new("T1.5", new("派遣の工夫は何ですか。", null))],
        };
        var prepared = await Workspace.PrepareAsync(null, 0, plan, Actor.Local, TestContext.Current.CancellationToken);
        return (await Workspace.OpenAsync(prepared.Value!.Number, Actor.Local, TestContext.Current.CancellationToken)).Value!;
    }

    /// <summary>What a whole assessment says.</summary>
    public static AssessmentTexts Whole { get; } = new()
    {
        Planned = new("派遣を増やす", null),
        Done = new("増やした", "More were sent"),
        Next = new("続ける", null),
        Rating = SelfRating.B,
        Answers = new Dictionary<int, Bilingual> { [1] = new("説明会を開いた", null) },
    };

    /// <summary>A browser of somebody with these roles.</summary>
    internal async Task<Visitor> Visitor(params NewGrant[] grants)
    {
        var client = await ClientOf(grants);
        return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
    }
}
