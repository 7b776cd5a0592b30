using System.Text;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>One walk through a review of an export, which every store must keep.</summary>
public sealed class ReviewingExports(PostgresServer server)
{
    private static readonly Actor Clerk = new("clerk"), First = new("first"), Head = new("head");

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
    public async Task Keeps_an_old_sheet_as_it_was_signed_when_the_wording_changes()
    {
        await using var world = await ImportWorld.Open();
        var workspace = world.Workspace;
        var unit = await Unit(world);
        var saved = (await workspace.SaveReviewAsync(Written(workspace, unit), Easy(workspace), 0, Clerk, Cancel)).Value!;
        var submitted = (await workspace.SubmitReviewAsync(saved.Number, 1, Clerk, Cancel)).Value!;
        var shipped = await File.ReadAllTextAsync(Path.Combine(workspace.Catalogue, "export-control.yaml"), Cancel);
        await File.WriteAllTextAsync(Path.Combine(workspace.Data, "export-control.yaml"), shipped.Replace("軍、国防機関", "軍隊、国防機関", StringComparison.Ordinal), Cancel);
        var kept = (await workspace.ReviewAsync(submitted.Number, Clerk, Cancel))!;
        Assert.Contains("軍、国防機関", kept.Answers.First(one => one.Question == "military").Text.Ja, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(workspace.Data, "export-control.yaml"), "sheets: []", Cancel);
        Assert.Equal("review.data-mistakes", (await workspace.FindingsAsync(kept, Clerk, Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task Is_for_those_who_control_exports_alone()
    {
        await using var world = await ImportWorld.Open();
        var workspace = world.Workspace;
        var unit = await Unit(world);
        var officer = new Actor("officer") { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null, [Right.Write] = null, [Right.Administer] = null } };
        await Assert.ThrowsAsync<NotAllowedException>(() => workspace.SaveReviewAsync(Written(workspace, unit), [], 0, officer, Cancel));
        var saved = (await workspace.SaveReviewAsync(Written(workspace, unit), [], 0, Clerk, Cancel)).Value!;
        await Assert.ThrowsAsync<NotAllowedException>(() => workspace.SubmitReviewAsync(saved.Number, 1, officer, Cancel));
        Assert.Null(await workspace.ReviewAsync(saved.Number, officer, Cancel));
    }

    private static async Task Walk(ImportWorld world)
    {
        var workspace = world.Workspace;
        var unit = await Unit(world);
        var classification = Classification(workspace);
        var written = Written(workspace, unit, classification);
        var saved = (await workspace.SaveReviewAsync(written, [], 0, Clerk, Cancel)).Value!;
        Assert.Equal("record.duplicate-key", (await workspace.SaveReviewAsync(Written(workspace, unit), [], 0, Clerk, Cancel)).Refusal!.Code);
        Assert.Equal("review.unanswered-sheet", (await workspace.SubmitReviewAsync(saved.Number, 1, Clerk, Cancel)).Refusal!.Code);
        Assert.Equal("review.not-now", (await workspace.DecideReviewAsync(saved.Number, 1, new(ReviewOutcome.Refused, "No"), Head, Cancel)).Refusal!.Code);

        var again = Written(workspace, unit, classification);
        Number(again, saved);
        Assert.Equal("review.changed-meanwhile", (await workspace.SaveReviewAsync(again, Easy(workspace), 9, Clerk, Cancel)).Refusal!.Code);
        Assert.True((await workspace.SaveReviewAsync(again, [.. Easy(workspace).Where(one => one.Question != "use_wmd"), new(Sheet.Provision, "use_wmd", SheetAnswer.NotKnown, "asked")], 1, Clerk, Cancel)).IsDone);
        var file = new GivenFile(EvidencePurpose.EndUse, @"C:\letters\用途.pdf", Encoding.UTF8.GetBytes("the use"));
        Assert.True((await workspace.AddEvidenceAsync(saved.Number, 2, file, Clerk, Cancel)).IsDone);
        Assert.Equal("review.same-file", (await workspace.AddEvidenceAsync(saved.Number, 3, file, Clerk, Cancel)).Refusal!.Code);
        Assert.Equal("review.no-file", (await workspace.AddEvidenceAsync(saved.Number, 3, file with { Content = [] }, Clerk, Cancel)).Refusal!.Code);
        Assert.Equal("review.file-too-large", (await workspace.AddEvidenceAsync(saved.Number, 3, file with { Content = new byte[AddReviewEvidence.MostBytes + 1] }, Clerk, Cancel)).Refusal!.Code);
        Assert.True((await workspace.SubmitReviewAsync(saved.Number, 3, Clerk, Cancel)).IsDone);
        Assert.Equal("review.not-now", (await workspace.SaveReviewAsync(again, [], 4, Clerk, Cancel)).Refusal!.Code);
        Assert.True((await workspace.CheckReviewAsync(saved.Number, 4, "Seen", First, Cancel)).IsDone);
        Assert.Equal("review.same-person", (await workspace.DecideReviewAsync(saved.Number, 5, new(ReviewOutcome.NoLicenceNeeded, "Fine"), First, Cancel)).Refusal!.Code);
        Assert.Equal("review.needs-licence", (await workspace.DecideReviewAsync(saved.Number, 5, new(ReviewOutcome.NoLicenceNeeded, "Fine"), Head, Cancel)).Refusal!.Code);
        Assert.True((await workspace.DecideReviewAsync(saved.Number, 5, new(ReviewOutcome.LicenceNeeded, "Row 2(12)"), Head, Cancel)).IsDone);
        foreach (var step in new[] { workspace.WithdrawReviewAsync(saved.Number, 6, "x", Clerk, Cancel), workspace.SendBackReviewAsync(saved.Number, 6, "x", Head, Cancel), workspace.SubmitReviewAsync(saved.Number, 6, Clerk, Cancel) })
            Assert.Equal("review.decided", (await step).Refusal!.Code);
        Assert.Equal("review.no-licence", (await workspace.RecordProvisionAsync(saved.Number, 6, workspace.Today, Clerk, Cancel)).Refusal!.Code);
        Licence(workspace, saved);
        Assert.True((await workspace.RecordProvisionAsync(saved.Number, 6, workspace.Today, Clerk, Cancel)).IsDone);
        await Kept(workspace, saved.Number, file);
    }

    private static async Task Kept(Workspace workspace, long number, GivenFile file)
    {
        var kept = (await workspace.ReviewAsync(number, Clerk, Cancel))!;
        Assert.Equal((ReviewState.Decided, ReviewOutcome.LicenceNeeded, "head", "first", workspace.Today), (kept.State, kept.Outcome, kept.DecidedBy, kept.CheckedBy, kept.ProvidedOn));
        Assert.Contains(kept.Findings, one => one is { Finding: "list.licence", State: FindingState.Licence });
        var asked = kept.Answers.First(one => one.Question == "use_wmd");
        Assert.Equal((SheetAnswer.NotKnown, "asked", new DateOnly(2025, 10, 9)), (asked.Answer, asked.Note, asked.Wording));
        var evidence = Assert.Single(kept.Evidence);
        Assert.Equal(("用途.pdf", KeptDocuments.HashOf(file.Content)), (evidence.Name, evidence.Sha256));
        Assert.Equal(file.Content, await workspace.Documents.FindAsync(evidence.Sha256, Cancel));
        await using var context = workspace.Database.Read();
        Assert.All(await context.HistoryAsync(number, 20, Cancel), entry => Assert.Equal("operation", entry.Set.Origin));
        Assert.Equal(1, await context.Documents.CountAsync(Cancel));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    private static async Task<long> Unit(ImportWorld world)
    {
        await world.Template("org-units", "unit_code,name_ja,name_en,kind\nE,工学部,Engineering,faculty\n");
        await using var context = world.Workspace.Database.Read();
        return context.Set<Access.OrgUnits.OrgUnit>().Single().Number;
    }

    private static ExportReview Written(Workspace workspace, long unit, long? classification = null)
    {
        var type = workspace.Types[typeof(ExportReview)];
        var review = (ExportReview)Product.Make(type, ("reference", "R-1"), ("title", "Sensor"), ("subject", "export"), ("applicant", "tanaka"), ("applied_on", workspace.Today), ("unit", unit),
            ("counterparty", "University of Somewhere"), ("counterparty_country", "VN"), ("weapons_use", "no"), ("conventional_use", "no"), ("user_develops", "no"), ("user_is_listed", "no"));
        var parts = (Kakehashi.Records.Fields.PartsField)type.Field("items")!;
        var (list, item) = (parts.Part.List(), parts.Part.New());
        foreach (var (field, value) in new (string, object?)[] { ("name", "Sensor"), ("kind", "goods"), ("classification", classification) }) parts.Part.Fields.First(sub => sub.Code == field).Write(item, value);
        list.Add(item);
        parts.Write(review, list);
        return review;
    }

    /// <summary>The number of a review that is there, for one that was written on its form.</summary>
    private static void Number(ExportReview written, ExportReview saved) => typeof(Kakehashi.Records.Record).GetProperty("Number")!.SetValue(written, saved.Number);

    private static IReadOnlyList<GivenAnswer> Easy(Workspace workspace) =>
        [.. ControlDataReader.Read(workspace).Value!.SheetOn(Sheet.Provision, workspace.Today).Questions.Select(one => new GivenAnswer(Sheet.Provision, one.Code, one.LeadsOn == SheetAnswer.Yes ? SheetAnswer.No : SheetAnswer.Yes))];

    private static long Classification(Workspace workspace)
    {
        var type = workspace.Types[typeof(ItemClassification)];
        var made = Product.Make(type, ("reference", "C-1"), ("item", "Sensor"), ("kind", "goods"), ("result", "listed"), ("row", "2(12)"), ("law_as_of", workspace.Today), ("judged_by", "sato"), ("judged_on", workspace.Today));
        using var session = workspace.Begin(ChangeOrigin.Form(Clerk));
        session.Create(type, made);
        session.Commit();
        return made.Number;
    }

    private static void Licence(Workspace workspace, ExportReview review)
    {
        var type = workspace.Types[typeof(ExportLicence)];
        var licence = Product.Make(type, ("licence", "L-1"), ("kind", "individual"), ("issued_on", workspace.Today.AddDays(-1)), ("expires_on", workspace.Today.AddYears(1)));
        var parts = (Kakehashi.Records.Fields.PartsField)type.Field("uses")!;
        var (list, use) = (parts.Part.List(), parts.Part.New());
        parts.Part.Fields.First(sub => sub.Code == "review").Write(use, review.Number);
        list.Add(use);
        parts.Write(licence, list);
        using var session = workspace.Begin(ChangeOrigin.Form(Clerk));
        session.Create(type, licence);
        session.Commit();
    }
}
