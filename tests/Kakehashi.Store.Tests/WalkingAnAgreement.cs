using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Kakehashi.Web;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>An agreement from its proposal to its renewal, which every store must keep.</summary>
public sealed class WalkingAnAgreement(PostgresServer server)
{
    private static readonly Actor Clerk = new("clerk"), Dean = new("dean"), Officer = new("officer"), Deputy = new("deputy");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_every_step_in_SQLite()
    {
        await using var world = await ImportWorld.Open();
        await Walk(world);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Keeps_every_step_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        await using (var world = await ImportWorld.Open(connection)) await Walk(world);
        await server.DropDatabase(connection);
    }

    [Fact]
    public async Task Lets_one_of_two_who_act_at_once_win_and_tells_the_other()
    {
        await using var world = await ImportWorld.Open();
        var number = await Proposal(world);
        var seen = await Seen(world, number);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => world.Workspace.SubmitAgreementAsync(seen, null, new Actor($"clerk{i}"), Cancel))));
        Assert.Single(both, one => one.IsDone);
        Assert.True(both.Single(one => !one.IsDone).Refusal!.Code is "agreement.changed-meanwhile" or "agreement.not-now");
    }

    [Fact]
    public async Task Is_sent_back_with_a_reason_and_taken_back_and_begins_its_route_again()
    {
        await using var world = await ImportWorld.Open();
        var (workspace, number) = (world.Workspace, await Proposal(world));
        await Done(workspace.SubmitAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        await Refused("agreement.no-reason", workspace.SendBackAgreementAsync(await Seen(world, number), ApprovalStep.Department, " ", Dean, Cancel));
        await Done(workspace.SendBackAgreementAsync(await Seen(world, number), ApprovalStep.Department, "Name the budget", Dean, Cancel));
        Assert.Equal(AgreementState.Draft, (await Agreement(world, number)).State);
        await Done(workspace.SubmitAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        await Done(workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, Dean, Cancel));
        await Done(workspace.TakeBackAgreementAsync(await Seen(world, number), "Other terms", Clerk, Cancel));
        var procedure = await Procedure(world, number);
        Assert.Equal((2, FirstLook.Met), (procedure!.Approvals.Max(one => one.Round), procedure.MetAtFirst));
        Assert.Equal([ApprovalState.SentBack, ApprovalState.Lapsed, ApprovalState.Lapsed, ApprovalState.Approved, ApprovalState.Lapsed, ApprovalState.Lapsed], procedure.Approvals.Select(one => one.State));
    }

    [Fact]
    public async Task Is_looked_at_by_whoever_is_named_or_the_deputy_while_that_person_is_absent()
    {
        await using var world = await ImportWorld.Open();
        var (workspace, number) = (world.Workspace, await Proposal(world));
        var dean = Reviewer(workspace, "dean", "deputy", null);
        await Done(workspace.SubmitAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        foreach (var other in new[] { Officer, Deputy })
            await Refused("agreement.not-your-step", workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, other, Cancel));
        Away(workspace, dean);
        await Refused("agreement.not-your-step", workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, Dean, Cancel));
        await Done(workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, Deputy, Cancel));
        var look = (await Procedure(world, number))!.Approvals[0];
        Assert.Equal(("deputy", "dean"), (look.By, look.For));
    }

    [Fact]
    public async Task Is_not_submitted_while_a_rule_that_binds_is_not_met_unless_it_is_waived()
    {
        await using var world = await ImportWorld.Open();
        var (workspace, number) = (world.Workspace, await Proposal(world, ("purposes", null), ("authoritative_language", null)));
        await Refused("agreement.rules-not-met", workspace.SubmitAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        await Refused("agreement.no-waiver", workspace.WaiveRuleAsync(await Seen(world, number), "purpose", "Why not", Officer, Cancel));
        await Refused("agreement.unknown-rule", workspace.WaiveRuleAsync(await Seen(world, number), "partner", "Why not", Officer, Cancel));
        await Refused("agreement.no-reason", workspace.WaiveRuleAsync(await Seen(world, number), "language", "", Officer, Cancel));
        var viewer = new Actor("viewer") { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null } };
        await Refused("agreement.not-your-waiver", workspace.WaiveRuleAsync(await Seen(world, number), "language", "Both", viewer, Cancel));
        await Done(workspace.WaiveRuleAsync(await Seen(world, number), "language", "Both texts are equal", Officer, Cancel));
        Assert.Equal("agreement.rules-not-met", (await workspace.SubmitAgreementAsync(await Seen(world, number), null, Clerk, Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task Keeps_its_files_by_their_hash_and_counts_the_issues_of_each_kind_and_language()
    {
        await using var world = await ImportWorld.Open();
        var (workspace, number) = (world.Workspace, await Proposal(world));
        GivenAgreementFile Draft(string text, string? language = "ja") => new(AgreementFileKind.DraftText, language, @"C:\desk\draft.docx", System.Text.Encoding.UTF8.GetBytes(text));
        await Done(workspace.AddFileAsync(await Seen(world, number), Draft("one"), Clerk, Cancel));
        await Done(workspace.AddFileAsync(await Seen(world, number), Draft("two"), Clerk, Cancel));
        await Done(workspace.AddFileAsync(await Seen(world, number), Draft("three", "en"), Clerk, Cancel));
        await Refused("agreement.same-file", workspace.AddFileAsync(await Seen(world, number), Draft("two"), Clerk, Cancel));
        await Refused("agreement.no-file", workspace.AddFileAsync(await Seen(world, number), Draft(""), Clerk, Cancel));
        await Refused("agreement.no-kind", workspace.AddFileAsync(await Seen(world, number), Draft("x") with { Kind = null }, Clerk, Cancel));
        await Refused("agreement.unknown-language", workspace.AddFileAsync(await Seen(world, number), Draft("x", "tlh-x"), Clerk, Cancel));
        await Refused("agreement.not-to-be-signed", workspace.AddFileAsync(await Seen(world, number), Draft("x") with { Kind = AgreementFileKind.SignedCopy }, Clerk, Cancel));
        await Refused("agreement.file-too-large", workspace.AddFileAsync(await Seen(world, number), Draft("x") with { Content = new byte[KeptDocuments.LargestFile + 1] }, Clerk, Cancel));
        var viewer = new Actor("viewer") { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null } };
        await Refused("agreement.not-your-file", workspace.AddFileAsync(await Seen(world, number), Draft("x"), viewer, Cancel));
        var procedure = (await Procedure(world, number))!;
        Assert.Equal([("draft.docx", 1, "ja"), ("draft.docx", 2, "ja"), ("draft.docx", 1, "en")], procedure.Files.Select(one => (one.Name, one.Issue, one.Language!)));
        Assert.Equal("two", System.Text.Encoding.UTF8.GetString((await workspace.Documents.FindAsync(procedure.Files[1].Sha256, Cancel))!));
        Assert.Equal([AgreementStep.AddFile, AgreementStep.AddFile, AgreementStep.AddFile], procedure.Steps.Select(one => one.Step));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    /// <summary>Whatever is tried in whatever order, the table is kept, and the history is what there is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reaches_no_state_that_the_table_does_not_have(int seed)
    {
        await using var world = await ImportWorld.Open();
        var (workspace, number, random) = (world.Workspace, await Proposal(world), new Random(seed));
        var actors = new[] { Clerk, Dean, Officer };
        for (var i = 0; i < 60; i++)
        {
            var before = (await Agreement(world, number)).State;
            var seen = await Seen(world, number);
            if (random.Next(8) == 0) seen = seen with { Version = seen.Version + 1 };
            var isDone = await Try(workspace, seen, random, actors[random.Next(actors.Length)]);
            var after = await Agreement(world, number);
            if (!isDone) Assert.Equal(before, after.State);
            var steps = (await Procedure(world, number))?.Steps ?? [];
            Assert.Equal(steps.Count == 0 ? AgreementState.Draft : steps[^1].To, after.State);
        }

        var traced = (await Procedure(world, number))!.Steps;
        Assert.All(traced, step => Assert.True(AgreementSteps.Leads(step.From, step.Step, step.To)));
        Assert.All(traced.Zip(traced.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    private static async Task<bool> Try(Workspace workspace, SeenAgreement seen, Random random, Actor actor)
    {
        var look = (ApprovalStep)random.Next(5);
        return random.Next(16) switch
        {
            0 or 1 => (await workspace.SubmitAgreementAsync(seen, null, Clerk, Cancel)).IsDone,
            2 or 3 or 4 or 5 => (await workspace.ApproveAgreementAsync(seen, look, null, actor, Cancel)).IsDone,
            6 => (await workspace.SendBackAgreementAsync(seen, look, "Again", actor, Cancel)).IsDone,
            7 => (await workspace.TakeBackAgreementAsync(seen, null, actor, Cancel)).IsDone,
            8 or 9 => (await workspace.SignAgreementAsync(seen, new(random.Next(2), workspace.Today, null, null), actor, Cancel)).IsDone,
            10 => (await workspace.ComeIntoForceAsync(seen, actor, Cancel)).IsDone,
            11 => (await workspace.OpenReviewAsync(seen, actor, Cancel)).IsDone,
            12 => (await workspace.EvaluateAgreementAsync(seen, "Well", null, actor, Cancel)).IsDone,
            13 => (await workspace.ProposeRenewalAsync(seen, actor, Cancel)).IsDone,
            14 => (await workspace.ExpireAgreementAsync(seen, null, actor, Cancel)).IsDone,
            _ => (await workspace.CommentOnAgreementAsync(seen, "Hm", actor, Cancel)).IsDone,
        };
    }

    private static async Task Walk(ImportWorld world)
    {
        var (workspace, number) = (world.Workspace, await Proposal(world));
        await Refused("agreement.not-now", workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, Dean, Cancel));
        await Done(workspace.SubmitAgreementAsync(await Seen(world, number), "Please", Clerk, Cancel));
        await Refused("agreement.not-its-turn", workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Office, null, Officer, Cancel));
        await Refused("agreement.own-proposal", workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, null, Clerk, Cancel));
        await Done(workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Department, "Good", Dean, Cancel));
        // these two look at the same time, in either order
        await Done(workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.ExportControl, null, Officer, Cancel));
        Assert.Equal(AgreementState.UnderReview, (await Agreement(world, number)).State);
        await Done(workspace.ApproveAgreementAsync(await Seen(world, number), ApprovalStep.Office, null, Officer, Cancel));
        Assert.Equal(AgreementState.Approved, (await Agreement(world, number)).State);

        var today = workspace.Today;
        await Refused("agreement.no-day", workspace.SignAgreementAsync(await Seen(world, number), new(0, today.AddDays(1), null, null), Clerk, Cancel));
        await Done(workspace.SignAgreementAsync(await Seen(world, number), new(0, today, "Sato", "Dean"), Clerk, Cancel));
        await Refused("agreement.no-party", workspace.SignAgreementAsync(await Seen(world, number), new(0, today, null, null), Clerk, Cancel));
        await Refused("agreement.not-now", workspace.TakeBackAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        await Done(workspace.SignAgreementAsync(await Seen(world, number), new(1, today, "Schmidt", "Rector"), Clerk, Cancel));
        var signed = await Agreement(world, number);
        Assert.Equal((AgreementState.InForce, today, today), (signed.State, signed.SignedOn, signed.EffectiveFrom));
        var judged = (await workspace.JudgeAsync(signed, Cancel)).Value!;
        Assert.DoesNotContain(judged.Findings, one => one.Holds(RulePoint.Signature));
        Assert.Equal(RuleState.Met, judged.Findings.Single(one => one.Rule.Code == "effective_date").State);

        var copy = new GivenAgreementFile(AgreementFileKind.SignedCopy, null, "signed.pdf", [1, 2, 3]);
        await Refused("agreement.text-is-final", workspace.AddFileAsync(await Seen(world, number), copy with { Kind = AgreementFileKind.DraftText }, Clerk, Cancel));
        await Done(workspace.AddFileAsync(await Seen(world, number), copy, Clerk, Cancel));
        Assert.Equal(AgreementFileKind.SignedCopy, Assert.Single((await Procedure(world, number))!.Files).Kind);

        await Refused("agreement.not-over", workspace.ExpireAgreementAsync(await Seen(world, number), null, Clerk, Cancel));
        Assert.Equal("agreement.not-evaluated", (await workspace.ProposeRenewalAsync(await Seen(world, number), Clerk, Cancel)).Refusal!.Code);
        await Done(workspace.OpenReviewAsync(await Seen(world, number), Clerk, Cancel));
        await Refused("agreement.review-is-open", workspace.OpenReviewAsync(await Seen(world, number), Clerk, Cancel));
        var sheet = await new EvaluationSheets(workspace, Composition.Sheets).MakeAsync(signed, Cancel);
        await Done(workspace.EvaluateAgreementAsync(await Seen(world, number), "Ten stays in five years", sheet, Clerk, Cancel));
        var evaluated = await Procedure(world, number);
        Assert.Equal(sheet.Hash, evaluated!.Sheet);
        Assert.Equal(sheet.ToBytes(), (await new EvaluationSheets(workspace, Composition.Sheets).KeptAsync(evaluated, Cancel))!.ToBytes());
        var renewal = (await workspace.ProposeRenewalAsync(await Seen(world, number), Clerk, Cancel)).Value;
        Assert.Equal("agreement.renewal-is-there", (await workspace.ProposeRenewalAsync(await Seen(world, number), Clerk, Cancel)).Refusal!.Code);
        await Renewed(world, number, renewal);
    }

    private static async Task Renewed(ImportWorld world, long number, long renewal)
    {
        var workspace = world.Workspace;
        var (before, draft) = (await Agreement(world, number), await Agreement(world, renewal));
        Assert.Equal(("A-1-R2", AgreementState.Draft, before.ExpiresOn!.Value.AddDays(1), before.Id), (draft.Reference, draft.State, draft.EffectiveFrom!.Value, draft.Former!.Value));
        Assert.Equal(5 * 12, (draft.ExpiresOn!.Value.AddDays(1).Year - draft.EffectiveFrom.Value.Year) * 12);
        await Done(workspace.SubmitAgreementAsync(await Seen(world, renewal), null, Clerk, Cancel));
        foreach (var (step, by) in new[] { (ApprovalStep.Department, Dean), (ApprovalStep.Office, Officer), (ApprovalStep.ExportControl, Officer) })
            await Done(workspace.ApproveAgreementAsync(await Seen(world, renewal), step, null, by, Cancel));
        foreach (var party in new[] { 0, 1 }) await Done(workspace.SignAgreementAsync(await Seen(world, renewal), new(party, workspace.Today, null, null), Clerk, Cancel));
        // its day is that after the last of the former: until then the former one is in force
        Assert.Equal((AgreementState.Concluded, AgreementState.InForce), ((await Agreement(world, renewal)).State, (await Agreement(world, number)).State));
        await Refused("agreement.not-yet", workspace.ComeIntoForceAsync(await Seen(world, renewal), Clerk, Cancel));
        await Refused("agreement.no-reason", workspace.TerminateAgreementAsync(await Seen(world, number), workspace.Today, null, Clerk, Cancel));
        await Done(workspace.TerminateAgreementAsync(await Seen(world, number), workspace.Today, "By consent", Clerk, Cancel));
        Assert.Equal((AgreementState.Terminated, workspace.Today), ((await Agreement(world, number)).State, (await Agreement(world, number)).ExpiresOn));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    private static async Task Done<T>(Task<Result<T>> operation)
    {
        var result = await operation;
        Assert.True(result.IsDone, result.Refusal?.Message.En);
    }

    private static async Task Refused<T>(string code, Task<Result<T>> operation) => Assert.Equal(code, (await operation).Refusal?.Code);

    private static async Task<Agreement> Agreement(ImportWorld world, long number)
    {
        await using var context = world.Workspace.Database.Read();
        return (Agreement)(await context.LoadAsync(Product.Agreements, [number], Cancel)).Single();
    }

    private static async Task<AgreementProcedure?> Procedure(ImportWorld world, long number)
    {
        await using var context = world.Workspace.Database.Read();
        var reference = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await context.Set<AgreementProcedure>().SingleOrDefaultAsync(one => one.Reference == reference, Cancel);
    }

    private static async Task<SeenAgreement> Seen(ImportWorld world, long number) =>
        new(number, (await Agreement(world, number)).Version, (await Procedure(world, number))?.Version ?? 0);

    private static async Task<long> Proposal(ImportWorld world, params (string, object?)[] values)
    {
        await world.Template("org-units", "unit_code,name_ja,name_en,kind\nE,工学部,Engineering,faculty\n");
        await using var context = world.Workspace.Database.Read();
        var unit = context.Set<Access.OrgUnits.OrgUnit>().Single().Number;
        var (type, today) = (Product.Agreements, world.Workspace.Today);
        using var session = world.Workspace.Begin(ChangeOrigin.Form(Clerk));
        var partner = Product.Make(Product.Organisations, ("name", new Bilingual("ベルリン大学", "University of Berlin")), ("kind", "education"), ("status", "active"), ("country", "DE"));
        session.Create(Product.Organisations, partner);
        var agreement = Product.Make(type,
        [
            ("reference", "A-1"), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "department"), ("state", "draft"),
            ("partner", partner.Number), ("unit", unit), ("contact", "Tanaka"), ("past_activity", "Ten stays"), ("plan", "Five a year"),
            ("expires_on", today.AddYears(5).AddDays(-1)), ("signatory", "dean"), ("authoritative_language", "en"), ("purposes", Product.Parts(type, "purposes", [("purpose", "student_exchange")])),
            .. values,
        ]);
        session.Create(type, agreement);
        session.Commit();
        return agreement.Number;
    }

    private static AgreementReviewer Reviewer(Workspace workspace, string account, string deputy, DateOnly? absent)
    {
        var made = (AgreementReviewer)Product.Make(Product.Types[typeof(AgreementReviewer)], ("step", "department"), ("account", account), ("deputy", deputy), ("absent_from", absent));
        using var session = workspace.Begin(ChangeOrigin.Form(Officer));
        session.Create(Product.Types[typeof(AgreementReviewer)], made);
        session.Commit();
        return made;
    }

    private static void Away(Workspace workspace, AgreementReviewer reviewer)
    {
        var type = Product.Types[typeof(AgreementReviewer)];
        var after = type.New();
        foreach (var field in type.Fields) field.Write(after, field.Read(reviewer));
        type.Field("absent_from")!.Write(after, workspace.Today);
        using var session = workspace.Begin(ChangeOrigin.Form(Officer));
        session.Update(type, reviewer, after);
        session.Commit();
    }
}
