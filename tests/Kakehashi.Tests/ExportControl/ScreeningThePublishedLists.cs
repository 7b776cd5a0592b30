using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.ExportControl;

/// <summary>The Foreign End User List as it is published: each name is found, as it is and with a letter left out.</summary>
public sealed class ScreeningThePublishedLists
{
    [Fact]
    public void Each_name_of_the_foreign_end_user_list_finds_its_entity()
    {
        var version = TheList();
        var index = ScreeningIndex.Of([version]);
        Assert.All(version.Entities, entity => Assert.All(entity.Names, name => Assert.Contains(index.Hits(new(name.Text)), hit => hit.Entity == entity)));
    }

    [Fact]
    public void A_letter_left_out_loses_hardly_any()
    {
        var version = TheList();
        var index = ScreeningIndex.Of([version]);
        var names = version.Entities.SelectMany(entity => entity.Names.Where(name => name.Text.All(char.IsAscii) && name.Text.Length > 5).Select(name => (entity, name.Text))).ToList();
        var lost = names.Count(one => !index.Hits(new(one.Text.Remove(one.Text.Length / 2, 1))).Any(hit => hit.Entity == one.entity));
        Assert.InRange(lost, 0, names.Count / 200);
    }

    private static ListVersion TheList()
    {
        var read = ListReading.Read(ConcernList.MetiForeignEndUsers, [SharedData.PathOf("lists", "meti-foreign-end-user-list-2025-09-29.xlsx")], ListFiles.Dates, ListFiles.Countries);
        return read.Done();
    }
}
