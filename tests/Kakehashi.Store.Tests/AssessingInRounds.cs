using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>One walk through a round, which every store must keep.</summary>
public sealed class AssessingInRounds(PostgresServer server)
{
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
    [Trait("Needs", "server")]
    public async Task Refuses_what_is_submitted_while_the_round_is_being_closed_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        await using (var world = await ImportWorld.Open(connection))
        {
            var workspace = world.Workspace;
            await world.Template("org-units", "unit_code,name_ja,name_en,kind\nE,工学部,Engineering,faculty\n");
            await using var context = workspace.Database.Read();
            var unit = context.Set<Access.OrgUnits.OrgUnit>().Single().Number;
            var plan = new RoundPlan { Name = new("点検", null), Period = "FY2025", Deadline = workspace.Today, Actions = ["P1.1"], Units = [unit] };
            var round = (await workspace.PrepareAsync(null, 0, plan, Actor.Local, Cancel)).Value!;
            var open = (await workspace.OpenAsync(round.Number, Actor.Local, Cancel)).Value!;
            using var closing = workspace.Begin(ChangeOrigin.Operation(Actor.Local));
            closing.Update(workspace.Types[typeof(AssessmentRound)], open, CloseRound.Decide(open, workspace.Today).Value!);
            var saving = Task.Run(() => workspace.SaveAsync(new(round.Number, unit, "P1.1"), new(), [], 0, Actor.Local, Cancel), Cancel);
            await Task.WhenAny(saving, Task.Delay(500, Cancel));
            Assert.False(saving.IsCompleted);
            closing.Commit();
            Assert.Equal("round.closed", (await saving).Refusal!.Code);
        }

        await server.DropDatabase(connection);
    }

    private static async Task Walk(ImportWorld world)
    {
        var workspace = world.Workspace;
        await world.Template("org-units", "unit_code,name_ja,name_en,kind\nE,工学部,Engineering,faculty\n");
        await using var context = workspace.Database.Read();
        var unit = context.Set<Access.OrgUnits.OrgUnit>().Single().Number;
        var plan = new RoundPlan
        {
            Name = new("点検", null),
            Period = "FY2025",
            Deadline = workspace.Today.AddDays(-1),
            Actions = ["P1.1"],
            Units = [unit],
            Questions = [new(null, new("課題は何ですか。", "What stood in the way?"))],
        };
        var round = (await workspace.PrepareAsync(null, 0, plan, Actor.Local, Cancel)).Value!;
        Assert.Equal("round.incomplete", (await workspace.OpenAsync(round.Number, Actor.Local, Cancel)).Refusal!.Code);
        Assert.Equal("round.same-name", (await workspace.PrepareAsync(null, 0, plan, Actor.Local, Cancel)).Refusal!.Code);
        Assert.Equal("round.changed-meanwhile", (await workspace.PrepareAsync(round.Number, 9, plan, Actor.Local, Cancel)).Refusal!.Code);
        Assert.True((await workspace.PrepareAsync(round.Number, 1, plan with { Deadline = workspace.Today }, Actor.Local, Cancel)).IsDone);
        Assert.True((await workspace.OpenAsync(round.Number, Actor.Local, Cancel)).IsDone);
        Assert.Equal("round.already-open", (await workspace.DiscardAsync(round.Number, Actor.Local, Cancel)).Refusal!.Code);
        Assert.True((await workspace.RemindAsync(round.Number, Actor.Local, Cancel)).IsDone);
        Assert.Equal("round.reminded-today", (await workspace.RemindAsync(round.Number, Actor.Local, Cancel)).Refusal!.Code);
        await Discard(workspace, plan with { Name = new("準備だけ", null) });

        var place = new AssessmentPlace(round.Number, unit, "P1.1");
        var texts = new AssessmentTexts { Planned = new("見直す\n協定を", null), Done = new(new string('済', 4000), "Done"), Next = new(null, "Go on"), Rating = SelfRating.S, Answers = new Dictionary<int, Bilingual> { [1] = new("時間", null) } };
        var evidence = (await AttachedRecord.ReadAsync(workspace, $"/ja/org-units/{unit}", default, Actor.Local, Cancel)).Value!;
        Assert.Equal("assessment.not-asked", (await workspace.SaveAsync(place with { Action = "T1.5" }, texts, [], 0, Actor.Local, Cancel)).Refusal!.Code);
        Assert.True((await workspace.SaveAsync(place, texts, [evidence], 0, Actor.Local, Cancel)).IsDone);
        Assert.Equal("assessment.changed-meanwhile", (await workspace.SaveAsync(place, texts, [], 0, Actor.Local, Cancel)).Refusal!.Code);
        Assert.True((await workspace.SubmitAsync(place, texts, [evidence], 1, Actor.Local, Cancel)).IsDone);
        Assert.True((await workspace.AskBackAsync(place, "数値を", 2, Actor.Local, Cancel)).IsDone);
        Assert.True((await workspace.SubmitAsync(place, texts, [evidence], 3, Actor.Local, Cancel)).IsDone);
        Assert.True((await workspace.AcceptAsync(place, null, 4, Actor.Local, Cancel)).IsDone);
        Assert.True((await workspace.CloseAsync(round.Number, Actor.Local, Cancel)).IsDone);

        await using var after = workspace.Database.Read();
        var kept = after.Set<SelfAssessment>().Single();
        Assert.Equal((AssessmentState.Accepted, SelfRating.S, texts.Planned, texts.Done), (kept.State, kept.Rating, kept.Planned, kept.Done));
        Assert.Equal(("時間", "数値を", $"org-units/{unit}"), (kept.Answers.Single().Text.Ja, kept.Comments.Single().Text, kept.Evidence.Single().Source));
        var history = await after.HistoryAsync(kept.Number, 10, Cancel);
        Assert.Equal(5, history.Count);
        var reminded = after.Set<AssessmentRound>().Single(one => one.State == RoundState.Closed).Reminders.Single();
        Assert.Equal((workspace.Today, 1), (reminded.On!.Value, reminded.Units));
        Assert.All(history, entry => Assert.Equal("operation", entry.Set.Origin));
        var accepted = Assert.Single(await AcceptedAssessments.OfActionAsync(workspace, "P1.1", Actor.Local, Cancel));
        Assert.Equal(("工学部", SelfRating.S), (accepted.Unit.Ja, accepted.Rating));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    /// <summary>What was only prepared is taken away with its history; another may have its name.</summary>
    private static async Task Discard(Workspace workspace, RoundPlan plan)
    {
        var first = (await workspace.PrepareAsync(null, 0, plan, Actor.Local, Cancel)).Value!;
        Assert.True((await workspace.DiscardAsync(first.Number, Actor.Local, Cancel)).IsDone);
        Assert.Null(await RoundProgress.RoundAsync(workspace, first.Number, Actor.Local, Cancel));
        Assert.DoesNotContain(await RoundProgress.RoundsAsync(workspace, Cancel), round => round.Number == first.Number);
        Assert.Equal("round.unknown", (await workspace.OpenAsync(first.Number, Actor.Local, Cancel)).Refusal!.Code);
        var second = (await workspace.PrepareAsync(null, 0, plan, Actor.Local, Cancel)).Value!;
        Assert.True((await workspace.DiscardAsync(second.Number, Actor.Local, Cancel)).IsDone);
        await using var context = workspace.Database.Read();
        Assert.Equal(2, (await context.HistoryAsync(first.Number, 10, Cancel)).Count);
    }
}
