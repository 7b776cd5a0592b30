using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.Tests.ExportControl;

/// <summary>Versions of lists in a folder: checked whole, kept as they were published, compared with the one before.</summary>
public sealed class KeepingLists : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("kakehashi-lists-").FullName;

    private ListFolder Folder => new(Path.Combine(path, "lists"), ListFiles.Countries);

    [Fact]
    public void A_version_is_compared_with_the_one_before()
    {
        Assert.Null(Folder.Add(ConcernList.Own, [Own("Number,Name", "1,Velmora", "2,Tarnholm")], Dates(1)).Value!.Changes);
        var changes = Folder.Add(ConcernList.Own, [Own("Number,Name", "2,Tarnholm University", "3,Norvatek")], Dates(2)).Value!.Changes!;
        Assert.Equal(("3", "2", "1"), (changes.Added.Single().Number, changes.Changed.Single().After.Number, changes.Removed.Single().Number));
        Assert.Equal([1, 2], Folder.All().Value!.Select(kept => kept.PublishedOn.Day));
    }

    [Fact]
    public void The_version_in_force_and_those_to_come_are_asked()
    {
        Folder.Add(ConcernList.Own, [Own("Number,Name", "1,A1")], Dates(1));
        Folder.Add(ConcernList.Own, [Own("Number,Name", "1,A2")], Dates(2));
        Folder.Add(ConcernList.Own, [Own("Number,Name", "1,A3")], Dates(3));
        Assert.Equal(["A2", "A3"], Folder.InForce(new(2026, 4, 2)).Value!.Select(version => version.Entities[0].Name));
        Assert.Equal(["A3"], Folder.InForce(new(2027, 1, 1)).Value!.Select(version => version.Entities[0].Name));
        Assert.Equal(3, Folder.InForce(new(2020, 1, 1)).Value!.Count);
    }

    [Fact]
    public void The_same_file_is_not_kept_twice()
    {
        var file = Own("Number,Name", "1,Velmora");
        Assert.True(Folder.Add(ConcernList.Own, [file], Dates(1)).IsDone);
        Assert.Equal("lists.kept-already", Folder.Add(ConcernList.Own, [file], Dates(2)).Refusal!.Code);
    }

    [Fact]
    public void A_file_that_is_no_list_leaves_nothing_behind()
    {
        Assert.StartsWith("list.", Folder.Add(ConcernList.Own, [Own("Number,Nom", "1,Velmora")], Dates(1)).Refusal!.Code, StringComparison.Ordinal);
        Assert.Equal("lists.no-file", Folder.Add(ConcernList.Own, [Path.Combine(path, "none.csv")], Dates(1)).Refusal!.Code);
        Assert.Equal("lists.files", Folder.Add(ConcernList.OfacSdn, [Own("Number,Name", "1,Velmora")], Dates(1)).Refusal!.Code);
        Assert.False(Directory.Exists(Path.Combine(path, "lists")));
    }

    [Fact]
    public void A_file_that_was_changed_afterwards_is_refused()
    {
        Folder.Add(ConcernList.Own, [Own("Number,Name", "1,Velmora")], Dates(1));
        var kept = Directory.GetFiles(Path.Combine(path, "lists"), "*.csv", SearchOption.AllDirectories).Single();
        File.AppendAllText(kept, "2,Tarnholm\n");
        Assert.Equal("lists.changed", Folder.InForce(new(2026, 5, 1)).Refusal!.Code);
    }

    [Fact]
    public void Files_are_read_by_what_they_are_called()
    {
        var read = ListReading.ReadAll([Own("Number,Name", "1,Velmora")], ListFiles.Countries);
        Assert.Equal(ConcernList.Own, read.Value!.Single().List);
        Assert.Equal("lists.none", ListReading.ReadAll([Directory.CreateDirectory(Path.Combine(path, "empty")).FullName], ListFiles.Countries).Refusal!.Code);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static ListDates Dates(int day) => new(new(2026, 4, day), new(2026, 4, day));

    private string Own(params string[] lines)
    {
        var file = Path.Combine(path, "own.csv");
        File.WriteAllLines(file, lines);
        return file;
    }
}
