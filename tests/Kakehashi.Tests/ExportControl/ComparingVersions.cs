using Kakehashi.ExportControl.Lists;

namespace Kakehashi.Tests.ExportControl;

public sealed class ComparingVersions
{
    private static readonly ListedEntity Alpha = Entity("1", "Alpha", "IR", "Alpha Trading");
    private static readonly ListedEntity Beta = Entity("2", "Beta", "CN");

    [Theory]
    [InlineData(ConcernList.OfacSdn)]
    [InlineData(ConcernList.UnSecurityCouncil)]
    [InlineData(ConcernList.UkSanctions)]
    [InlineData(ConcernList.Own)]
    public void Where_numbers_are_kept_an_entry_is_the_same_by_its_number(ConcernList list)
    {
        var renamed = Beta with { Names = [new("Gamma", ListedNameKind.Primary)], Concerns = ConcernTypes.Nuclear };
        var comparison = ListComparison.Between(Version(list, Alpha, Beta), Version(list, renamed, Entity("3", "Alpha", "IR", "Alpha Trading")));
        Assert.Equal(["3"], comparison.Added.Select(entity => entity.Number));
        Assert.Equal([Alpha], comparison.Removed);
        Assert.Equal([ListedField.Names, ListedField.Concerns], comparison.Changed.Single().Fields);
        Assert.Equal((Beta, renamed), (comparison.Changed.Single().Before, comparison.Changed.Single().After));
    }

    [Fact]
    public void METI_counts_its_rows_anew_and_an_entry_is_the_same_by_name_and_country()
    {
        var added = Entity("1", "Aardvark", "IR");
        var comparison = Meti([Alpha, Beta], [added, Alpha with { Number = "2" }, Entity("3", "BETA", "CN")]);
        Assert.Equal([added], comparison.Added);
        Assert.Empty(comparison.Removed);
        // another spelling is the same entry, and a change
        Assert.Equal([ListedField.Names], comparison.Changed.Single().Fields);
    }

    [Fact]
    public void A_name_in_another_country_is_another_entry_of_METI()
    {
        var comparison = Meti([Alpha], [Entity("1", "Alpha", "RU")]);
        Assert.Equal((1, 0, 1), (comparison.Added.Count, comparison.Changed.Count, comparison.Removed.Count));
    }

    [Fact]
    public void An_entry_of_METI_that_took_one_of_its_other_names_is_the_same()
    {
        var comparison = Meti([Alpha, Beta], [Beta, Entity("2", "Alpha Trading", "IR", "Alpha")]);
        Assert.Equal((0, 1, 0), (comparison.Added.Count, comparison.Changed.Count, comparison.Removed.Count));
    }

    [Fact]
    public void A_shared_name_that_several_have_tells_nothing()
    {
        var comparison = Meti([Alpha], [Entity("1", "North", "IR", "Alpha Trading"), Entity("2", "South", "IR", "Alpha Trading")]);
        Assert.Equal((2, 0, 1), (comparison.Added.Count, comparison.Changed.Count, comparison.Removed.Count));
    }

    [Fact]
    public void Every_field_that_differs_is_named()
    {
        var after = Alpha with
        {
            Kind = ListedKind.Other,
            Names = [new("Alpha", ListedNameKind.Primary), new("Alpha Trading", ListedNameKind.Alias, IsWeak: true)],
            Countries = ["IR", "AE"],
            Addresses = [new("1 Road", [])],
            Concerns = ConcernTypes.Missiles,
            ConventionalWeapons = true,
            Programmes = ["P"],
            Births = [BirthDate.Read("1962")],
            Remarks = [new("a", "b")],
        };
        var comparison = ListComparison.Between(Version(ConcernList.Own, Alpha), Version(ConcernList.Own, after));
        Assert.Equal(Enum.GetValues<ListedField>(), comparison.Changed.Single().Fields);
    }

    [Fact]
    public void Different_lists_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => ListComparison.Between(Version(ConcernList.Own, Alpha), Version(ConcernList.OfacSdn, Alpha)));

    private static ListComparison Meti(ListedEntity[] earlier, ListedEntity[] later) =>
        ListComparison.Between(Version(ConcernList.MetiForeignEndUsers, earlier), Version(ConcernList.MetiForeignEndUsers, later));

    private static ListVersion Version(ConcernList list, params ListedEntity[] entities) => new(list, new(2025, 1, 1), new(2025, 1, 1), entities, "");

    private static ListedEntity Entity(string number, string name, string country, params string[] aliases) =>
        new(number, ListedKind.Organisation, [new(name, ListedNameKind.Primary), .. aliases.Select(alias => new ListedName(alias, ListedNameKind.Alias))]) { Countries = [country] };
}
