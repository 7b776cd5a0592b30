using Kakehashi.ExportControl.Reviews;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Import;
using Kakehashi.Platform.Merging;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.StoreWriter;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>Until the legal years are over, no way of withdrawing or erasing a record leads to it.</summary>
public sealed class KeepingWhatTheLawHasKept
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public async Task A_record_is_withdrawn_only_after_its_years(int yearsAgo, bool isKept)
    {
        await using var world = await ImportWorld.Open();
        var (type, record) = Classified(world.Workspace, world.Workspace.Today.AddYears(-yearsAgo));
        using var session = world.Workspace.Begin(ChangeOrigin.Form(Actor.Local));
        if (!isKept)
        {
            session.Withdraw(type, record);
            return;
        }

        var refusal = Assert.Throws<KeptByLawException>(() => session.Withdraw(type, record)).Refusal;
        Assert.Equal("record.kept-by-law", refusal.Code);
        Assert.Contains(world.Workspace.Today.AddYears(7 - yearsAgo).ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture), refusal.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_university_says_for_how_many_years()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-years").FullName;
        await using var world = await ImportWorld.Open(folder: folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "university.yaml"), "export_evidence_years: 10", Cancel);
        await using var longer = await world.Another();
        Assert.Equal((7, 10), (world.Workspace.Database.Keeping.Years, longer.Workspace.Database.Keeping.Years));
        Assert.Throws<InvalidDataException>(() => University.Read(world.Write("university.yaml", "export_evidence_years: 2")));
    }

    [Fact]
    public async Task Personal_data_of_a_decided_review_are_not_erased_before()
    {
        await using var world = await ImportWorld.Open();
        var kept = Reviewed(world.Workspace, "R-1", world.Workspace.Today.AddYears(-1));
        var over = Reviewed(world.Workspace, "R-2", world.Workspace.Today.AddYears(-8));
        var open = Reviewed(world.Workspace, "R-3", null);
        Assert.Equal("record.kept-by-law", (await Erase(world.Workspace, kept)).Refusal!.Code);
        // all or nothing: with one that is kept, none is erased
        Assert.Equal("record.kept-by-law", (await Erase(world.Workspace, over, kept)).Refusal!.Code);
        Assert.Equal("Lin Mei", (await world.Workspace.ReviewAsync(over.Number, Actor.Local, Cancel))!.Person);
        Assert.True((await Erase(world.Workspace, over, open)).IsDone);
        Assert.Null((await world.Workspace.ReviewAsync(over.Number, Actor.Local, Cancel))!.Person);
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task An_import_that_brought_one_is_not_undone()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Template("item-classifications", $"reference,item,kind,result,law_as_of,judged_by,judged_on\nC-1,Sensor,goods,catch_all,{world.Workspace.Today:yyyy-MM-dd},sato,{world.Workspace.Today:yyyy-MM-dd}\n");
        await using var context = world.Workspace.Database.Read();
        var batch = await context.ImportBatches.Select(one => one.Id).SingleAsync(Cancel);
        Assert.Equal("record.kept-by-law", (await world.Workspace.UndoAsync(batch, Actor.Local, null, Cancel)).Refusal!.Code);
        Assert.False((await world.All<ItemClassification>()).Single().IsWithdrawn);
        Assert.Equal(1, report.Created);
    }

    [Fact]
    public async Task It_is_not_merged_into_another()
    {
        await using var world = await ImportWorld.Open();
        var (type, kept) = Classified(world.Workspace, world.Workspace.Today);
        var (_, merged) = Classified(world.Workspace, world.Workspace.Today, "C-2");
        Assert.Equal("record.kept-by-law", (await world.Workspace.Database.MergeAsync(new(type, kept, merged), Actor.Local, TimeProvider.System, Cancel)).Refusal!.Code);
    }

    [Theory]
    [InlineData(0, -1, true)]
    [InlineData(0, 1, false)]
    [InlineData(8, -1, false)]
    public async Task The_day_it_is_counted_from_moves_later_only(int yearsAgo, int days, bool isRefused)
    {
        await using var world = await ImportWorld.Open();
        var day = world.Workspace.Today.AddYears(-yearsAgo);
        var (type, before) = Classified(world.Workspace, day);
        var after = Product.Make(type, [.. type.Fields.Select(field => (field.Code, field.Read(before)))]);
        type.Field("judged_on")!.Write(after, day.AddDays(days));
        using var session = world.Workspace.Begin(ChangeOrigin.Form(Actor.Local));
        if (isRefused) Assert.Equal("record.kept-shorter", Assert.Throws<KeptByLawException>(() => session.Update(type, before, after)).Refusal.Code);
        else Assert.True(session.Update(type, before, after));
    }

    private static Task<Result<PersonalDataErased>> Erase(Workspace workspace, params ExportReview[] reviews) =>
        workspace.Database.EraseAsync([.. reviews.Select(one => new ToErase(workspace.Types[typeof(ExportReview)], one.Number))], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);

    private static (RecordType Type, Record Record) Classified(Workspace workspace, DateOnly day, string reference = "C-1")
    {
        var type = workspace.Types[typeof(ItemClassification)];
        var record = Product.Make(type, ("reference", reference), ("item", "Sensor"), ("kind", "goods"), ("result", "catch_all"), ("law_as_of", day), ("judged_by", "sato"), ("judged_on", day));
        using var session = workspace.Begin(ChangeOrigin.Form(Actor.Local));
        session.Create(type, record);
        session.Commit();
        return (type, record);
    }

    private static ExportReview Reviewed(Workspace workspace, string reference, DateOnly? decided)
    {
        var type = workspace.Types[typeof(ExportReview)];
        var review = (ExportReview)Product.Make(type, ("reference", reference), ("title", "Researcher"), ("subject", "acceptance"), ("applicant", "tanaka"), ("applied_on", workspace.Today), ("person", "Lin Mei"),
            ("state", decided is null ? "drafted" : "decided"), ("decided_on", decided));
        using var session = workspace.Begin(ChangeOrigin.Operation(Actor.Local));
        session.Create(type, review);
        session.Commit();
        return review;
    }
}
