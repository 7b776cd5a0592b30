using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.ExportControl;

/// <summary>The lists as they are published, read whole: every count is that of the publisher.</summary>
public sealed class PublishedLists
{
    [Fact]
    public void The_foreign_end_user_list_has_835_entities_in_15_countries_with_their_types_of_concern()
    {
        var list = Read("meti-foreign-end-user-list-2025-09-29.xlsx", file => MetiList.Read(file, ListFiles.Dates, ListFiles.Countries));
        Assert.Equal((ConcernList.MetiForeignEndUsers, new DateOnly(2025, 9, 29), new DateOnly(2025, 10, 9)), (list.List, list.PublishedOn, list.InForceOn));
        Assert.Equal(835, list.Entities.Count);
        Assert.Equal(Enumerable.Range(1, 835).Select(number => $"{number}"), list.Entities.Select(entity => entity.Number));
        Assert.Equal(
            ["IR 257", "KP 154", "CN 127", "PK 103", "RU 100", "AE 29", "HK 22", "SY 19", "LB 9", "TW 5", "EG 3", "AF 2", "IN 2", "YE 2", "IL 1"],
            list.Entities.GroupBy(entity => entity.Countries.Single()).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => $"{same.Key} {same.Count()}"));
        Assert.Equal([218, 233, 616, 465], new[] { ConcernTypes.Biological, ConcernTypes.Chemical, ConcernTypes.Missiles, ConcernTypes.Nuclear }.Select(type => list.Entities.Count(entity => entity.Concerns.HasFlag(type))));
        Assert.Equal((240, 54), (list.Entities.Count(entity => entity.ConventionalWeapons), list.Entities.Count(entity => entity.Concerns == ConcernTypes.None)));
        Assert.All(list.Entities, entity => Assert.DoesNotContain(entity.Names, name => name.Text.Contains('・') || name.Text.Contains('\n')));
    }

    [Fact]
    public void The_foreign_end_user_list_tells_names_in_Chinese_characters_from_lines_that_go_on()
    {
        var entities = Read("meti-foreign-end-user-list-2025-09-29.xlsx", file => MetiList.Read(file, ListFiles.Dates, ListFiles.Countries)).Entities;
        Assert.Equal("Guangzhou Tian-Hai-Xiang Aviation Technology Co., Ltd.", entities[537].Name);
        Assert.Equal(new("広州天海翔航空科技有限公司", ListedNameKind.OtherScript), entities[537].Names[1]);
        Assert.Contains(entities[773].Names, name => name.Text == "Aktsionernoe Obshchestvo Uralskiy Zavod Transportnogo Mashinostroeniya");
        Assert.Contains(entities[477].Names, name => name is { Text: "中国航天科学技術工業集団有限公司第二研究院第二十三研究所", Kind: ListedNameKind.OtherScript });
        Assert.Contains(entities[432].Names, name => name is { Text: "(朝鮮)順和江貿易会社", Kind: ListedNameKind.OtherScript });
        Assert.Contains(entities[154].Names, name => name is { Text: "KIPAS", Kind: ListedNameKind.Alias });
        Assert.Single(entities[531].Names);
    }

    [Fact]
    public void The_files_of_OFAC_have_8976_entries_11910_aliases_and_13837_rows_of_addresses()
    {
        var list = ReadOfac();
        Assert.Equal(8976, list.Entities.Count);
        Assert.Equal([("Aircraft", 277), ("Organisation", 3673), ("Person", 4620), ("Vessel", 406)], list.Entities.GroupBy(entity => $"{entity.Kind}").Select(same => (same.Key, same.Count())).Order());
        var names = list.Entities.SelectMany(entity => entity.Names).ToList();
        Assert.Equal(11_910, names.Count(name => name is { IsWeak: false, Kind: not ListedNameKind.Primary }));
        Assert.Equal((11_523, 369, 18), (Strong(names, ListedNameKind.Alias), Strong(names, ListedNameKind.Former), Strong(names, ListedNameKind.Later)));
        Assert.Equal(2415 + 24, names.Count(name => name.IsWeak));
        Assert.All(names, name => Assert.DoesNotContain("-0-", name.Text, StringComparison.Ordinal));
        // the other rows say nothing of an address
        Assert.Equal(11_440, list.Entities.Sum(entity => entity.Addresses.Count));
    }

    [Fact]
    public void OFAC_tells_dates_of_birth_nationality_programmes_and_weak_aliases_among_its_cells()
    {
        var entities = ReadOfac().Entities;
        var person = entities.Single(entity => entity.Number == "32391");
        Assert.Equal(("DJIBO, Ousmane Illiassou", "ILLIASSOU, Djibbo", true), (person.Name, person.Names[1].Text, person.Names[1].IsWeak));
        Assert.Equal([new("1984", new(1984, 1, 1), new(1984, 12, 31))], person.Births);
        Assert.Contains("NE", person.Countries);
        Assert.Contains(entities, entity => entity.Programmes.SequenceEqual(["IRAN", "NPWMD", "IFSR"]));
        Assert.Equal(["CU"], entities[0].Addresses.Single().Countries);
        Assert.Contains(entities, entity => entity.Countries.SequenceEqual(["SD", "SS"]) || entity.Addresses.Any(address => address.Countries.SequenceEqual(["SD", "SS"])));
        Assert.DoesNotContain(entities.SelectMany(entity => entity.Births), birth => birth.Earliest is null);
    }

    [Fact]
    public void The_list_of_the_United_Nations_has_730_persons_and_273_entities()
    {
        var list = Read("UN_consolidated_20260227.xml", file => UnList.Read(file, ListFiles.Countries));
        Assert.Equal(new(2026, 2, 27), list.PublishedOn);
        Assert.Equal((730, 273), (list.Entities.Count(entity => entity.Kind == ListedKind.Person), list.Entities.Count(entity => entity.Kind == ListedKind.Organisation)));
        var names = list.Entities.SelectMany(entity => entity.Names).ToList();
        Assert.Equal((1003, 378), (names.Count(name => name.Kind == ListedNameKind.Primary), names.Count(name => name.Kind == ListedNameKind.OtherScript)));
        Assert.Equal(619, names.Count(name => name.IsWeak));
        Assert.Equal(341, list.Entities.Count(entity => entity.Programmes.Contains("Al-Qaida")));
        Assert.Contains(list.Entities, entity => entity.Number == "KPe.023");
        Assert.DoesNotContain(list.Entities, entity => entity.Countries.Contains("NA"));
    }

    [Fact]
    public void The_list_of_the_United_Kingdom_has_6349_entries_and_3286_of_them_names_in_other_letters()
    {
        var list = Read("uk_list_names.jsonl", file => UkList.Read(file, ListFiles.Dates));
        Assert.Equal(6349, list.Entities.Count);
        Assert.Equal((4036, 1647, 666), (Of(list, ListedKind.Person), Of(list, ListedKind.Organisation), Of(list, ListedKind.Vessel)));
        Assert.Equal(15_732 + 3868, list.Entities.Sum(entity => entity.Names.Count));
        Assert.Equal(3286, list.Entities.Count(entity => entity.Names.Any(name => name.Kind == ListedNameKind.OtherScript)));
    }

    [Fact]
    public void A_list_compared_with_itself_has_not_changed()
    {
        var comparison = ListComparison.Between(ReadOfac(), ReadOfac());
        Assert.Equal((0, 0, 0), (comparison.Added.Count, comparison.Changed.Count, comparison.Removed.Count));
    }

    [Fact]
    public void One_entry_less_in_the_foreign_end_user_list_is_one_removed_though_all_after_it_have_new_numbers()
    {
        var list = Read("meti-foreign-end-user-list-2025-09-29.xlsx", file => MetiList.Read(file, ListFiles.Dates, ListFiles.Countries));
        var later = list with { Entities = [.. list.Entities.Where((_, i) => i != 99).Select((entity, i) => entity with { Number = $"{i + 1}" })] };
        var comparison = ListComparison.Between(list, later);
        Assert.Equal((0, 0), (comparison.Added.Count, comparison.Changed.Count));
        Assert.Equal([list.Entities[99]], comparison.Removed);
    }

    private static int Strong(IEnumerable<ListedName> names, ListedNameKind kind) => names.Count(name => !name.IsWeak && name.Kind == kind);

    private static int Of(ListVersion list, ListedKind kind) => list.Entities.Count(entity => entity.Kind == kind);

    private static ListVersion Read(string name, Func<ListFile, Result<ListVersion>> read)
    {
        using var content = File.OpenRead(SharedData.PathOf("lists", name));
        return read(new(name, content)).Done();
    }

    private static ListVersion ReadOfac()
    {
        using var main = File.OpenRead(SharedData.PathOf("lists", "sdn.csv"));
        using var names = File.OpenRead(SharedData.PathOf("lists", "alt.csv"));
        using var addresses = File.OpenRead(SharedData.PathOf("lists", "add.csv"));
        return OfacList.Read(new(new("sdn.csv", main), new("alt.csv", names), new("add.csv", addresses)), ListFiles.Dates, ListFiles.Countries).Done();
    }
}
