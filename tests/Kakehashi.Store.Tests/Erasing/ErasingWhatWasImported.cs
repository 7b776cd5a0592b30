using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Import;
using Kakehashi.Platform.Import.Uploads;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Erasing;

public abstract class ErasingWhatWasImported(Func<Task<string?>> postgres)
{
    private const string Head = "reference,direction,kind,person_key,started_on,credits\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Does_not_come_back_where_the_import_is_undone()
    {
        await using var world = await ImportWorld.Open(await postgres());
        await world.Template("mobility-periods", Head + "S-1,in,student,B9TM1234,2025-04-01,1\nS-2,in,student,C0,2025-04-01,1\n");
        var update = await world.Template("mobility-periods", Head + "S-1,in,student,B9TM9999,2025-04-01,2\nS-2,in,student,C0,2025-04-01,1\n");
        await Erase(world, "S-1");
        var undone = await world.Workspace.UndoAsync(update.Batch!.Value, Actor.Local, null, Cancel);
        Assert.Null(undone.Refusal);
        Assert.Equal((0, 1), (undone.Withdrawn, undone.PutBack));
        Assert.Equal((null, 1m), await Values(world, "S-1"));
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task Is_withdrawn_with_the_import_that_added_it()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var import = await world.Template("mobility-periods", Head + "S-1,in,student,B9TM1234,2025-04-01,1\nS-2,in,student,C0,2025-04-01,1\n");
        await Erase(world, "S-1");
        var undone = await world.Workspace.UndoAsync(import.Batch!.Value, Actor.Local, null, Cancel);
        Assert.Equal((null, 2), (undone.Refusal, undone.Withdrawn));
        Assert.All(await world.All<MobilityPeriod>(), stay => Assert.True(stay.IsWithdrawn));
        Assert.Null((await Values(world, "S-1")).Person);
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task Still_keeps_an_import_from_being_undone_where_somebody_worked_on_it_after()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var import = await world.Template("mobility-periods", Head + "S-1,in,student,B9TM1234,2025-04-01,1\n");
        await Erase(world, "S-1");
        await world.Template("mobility-periods", Head + "S-1,in,student,,2025-04-01,5\n");
        Assert.Equal("import.changed-since", (await world.Workspace.UndoAsync(import.Batch!.Value, Actor.Local, null, Cancel)).Refusal?.Code);
    }

    [Fact]
    public async Task Comes_back_as_new_data_where_the_file_is_imported_again()
    {
        await using var world = await ImportWorld.Open(await postgres());
        const string file = Head + "S-1,in,student,B9TM1234,2025-04-01,1\n";
        await world.Template("mobility-periods", file);
        await Erase(world, "S-1");
        Assert.Equal(1, (await world.Template("mobility-periods", file)).Updated);
        Assert.Equal("B9TM1234", (await Values(world, "S-1")).Person);
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task Is_shown_with_the_imports_that_brought_it()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var import = await world.Template("mobility-periods", Head + "S-1,in,student,B9TM1234,2025-04-01,1\nS-2,out,student,B9TM1234,2025-09-01,1\nS-3,in,student,C0,2025-04-01,1\n");
        var stay = (await world.All<MobilityPeriod>()).Single(one => one.Reference == "S-1");
        var plan = await ErasePlan.OfAsync(world.Workspace, world.Workspace.Types[typeof(MobilityPeriod)], stay, Actor.Local, Cancel);
        Assert.Equal((1, "person_key"), (plan.Asked.Changes, Assert.Single(plan.Asked.Fields).Code));
        Assert.Equal("S-2", ((MobilityPeriod)Assert.Single(plan.Others).Record).Reference);
        Assert.Equal((import.Batch!.Value, false), (Assert.Single(plan.Files).Batch.Id, plan.Files[0].AreKept));
    }

    [Fact]
    public async Task Is_deleted_with_the_files_that_were_kept_and_the_messages_that_quote_them()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var import = await world.Template("mobility-periods", Head + "S-1,in,student,B9TM1234,2025-04-01,1\n");
        var folder = Directory.CreateDirectory(Path.Combine(world.Workspace.Data, "imports", $"{import.Batch}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "0"), "B9TM1234", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "upload.json"), $$"""
            {"Id": {{import.Batch}}, "Files": ["stays.csv"], "Sizes": [8], "Step": "committed", "Report": {"Rows": 1, "Created": 1, "Problems":
            [{"File": "stays.csv", "Row": 2, "Column": "person_key", "Code": "value.x", "Ja": "「B9TM1234」", "En": "“B9TM1234”", "IsWarning": true}]
            } }
            """, Cancel);
        Assert.True(Assert.Single(await world.Workspace.FilesAsync([import.Batch!.Value], Cancel)).AreKept);
        world.Workspace.RemoveFiles(import.Batch.Value);
        Assert.False(Assert.Single(await world.Workspace.FilesAsync([import.Batch.Value], Cancel)).AreKept);
        Assert.Equal(["upload.json"], Directory.GetFiles(folder).Select(Path.GetFileName));
        var left = await File.ReadAllTextAsync(Path.Combine(folder, "upload.json"), Cancel);
        Assert.DoesNotContain("B9TM1234", left);
        Assert.Contains("\"Created\": 1", left);
    }

    private static async Task Erase(ImportWorld world, string reference)
    {
        var stay = (await world.All<MobilityPeriod>()).Single(one => one.Reference == reference);
        var erased = await world.Workspace.Database.EraseAsync([new(world.Workspace.Types[typeof(MobilityPeriod)], stay.Number)], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.True(erased.IsDone);
    }

    private static async Task<(string? Person, decimal? Credits)> Values(ImportWorld world, string reference)
    {
        var stay = (await world.All<MobilityPeriod>()).Single(one => one.Reference == reference);
        return (stay.PersonKey, stay.Credits);
    }
}

public sealed class ErasingWhatWasImportedInSqlite() : ErasingWhatWasImported(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class ErasingWhatWasImportedInPostgres(PostgresServer server) : ErasingWhatWasImported(async () => await Empty.OnServer(server));
