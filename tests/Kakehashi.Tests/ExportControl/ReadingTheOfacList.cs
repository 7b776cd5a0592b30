using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingTheOfacList
{
    private const string Row = "36,\"AIR, ONE\",-0- ,\"SDGT] [IFSR\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

    [Fact]
    public void Empty_cells_are_empty_and_a_cell_may_hold_several_programmes()
    {
        var entity = Read(Row + "\u001a").Done().Entities.Single();
        Assert.Equal(("36", "AIR, ONE", ListedKind.Organisation), (entity.Number, entity.Name, entity.Kind));
        Assert.Equal(["SDGT", "IFSR"], entity.Programmes);
        Assert.Empty(entity.Remarks);
    }

    [Fact]
    public void A_ship_has_its_flag_and_what_is_said_of_it()
    {
        var entity = Read("42,\"SAND\",\"vessel\",\"CUBA\",-0- ,\"P3QG3\",\"Tug\",\"2595\",\"1116\",\"Cyprus\",\"Sand Co.\",\"f.k.a. 'ANA I'.\"\n").Done().Entities.Single();
        Assert.Equal(ListedKind.Vessel, entity.Kind);
        Assert.Equal(["CY"], entity.Countries);
        Assert.Equal([new("SAND", ListedNameKind.Primary), new("ANA I", ListedNameKind.Former, true)], entity.Names.Take(2));
        Assert.Contains(new("Call sign", "P3QG3"), entity.Remarks);
        Assert.Contains(new("Remarks", "f.k.a. 'ANA I'."), entity.Remarks);
    }

    [Fact]
    public void Remarks_tell_weak_aliases_births_and_nationalities_and_stay_whole()
    {
        const string remarks = "DOB circa 1979 to 1982; alt. DOB 11 May 1983; POB Niger; nationality Niger; alt. citizen Korea, North; a.k.a. 'O'NEIL'; n.k.a. 'X CO.'.";
        var entity = Read($"1,\"DJIBO, O\",\"individual\",\"SDGT\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"{remarks}\"\n").Done().Entities.Single();
        Assert.Equal(["O'NEIL", "X CO."], entity.Names.Where(name => name.IsWeak).Select(name => name.Text));
        Assert.Equal(["NE", "KP"], entity.Countries);
        Assert.Equal(new("circa 1979 to 1982", new(1979, 1, 1), new(1982, 12, 31), true), entity.Births[0]);
        Assert.Equal(new("11 May 1983", new(1983, 5, 11), new(1983, 5, 11)), entity.Births[1]);
        Assert.Equal(remarks, entity.Remarks.Single().Text);
    }

    [Fact]
    public void Aliases_and_addresses_belong_to_their_entry()
    {
        var entity = Read(Row, "36,12,\"aka\",\"AERO\",-0- \n36,13,\"fka\",\"OLD\",-0- \n36,14,\"nka\",\"NEW\",-0- \n", "36,25,-0- ,\"Havana\",\"Cuba\",-0- \n36,26,-0- ,-0- ,\"undetermined\",-0- \n36,27,-0- ,-0- ,-0- ,-0- \n").Done().Entities.Single();
        Assert.Equal([ListedNameKind.Primary, ListedNameKind.Alias, ListedNameKind.Former, ListedNameKind.Later], entity.Names.Select(name => name.Kind));
        Assert.Equal(["Havana, Cuba", "undetermined"], entity.Addresses.Select(address => address.Text));
        Assert.Equal(["CU"], entity.Countries);
    }

    [Theory]
    [InlineData("list.columns", "2", Row + "37,\"A\",-0-\n", "", "")]
    [InlineData("list.number", "A2", Row + "x,\"A\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "", "")]
    [InlineData("list.number-twice", "A2", Row + Row, "", "")]
    [InlineData("list.value-missing", "1", "37,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "", "")]
    [InlineData("list.value-unknown", "C1", "37,\"A\",\"robot\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "", "")]
    [InlineData("list.country-unknown", "J1", "37,\"A\",\"vessel\",-0-,-0-,-0-,-0-,-0-,-0-,\"Atlantis\",-0-,-0-\n", "", "")]
    [InlineData("list.country-unknown", "L1", "37,\"A\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"nationality Atlantis.\"\n", "", "")]
    [InlineData("list.value-unknown", "C1", Row, "36,12,\"zka\",\"AERO\",-0-\n", "")]
    [InlineData("list.value-missing", "D1", Row, "36,12,\"aka\",-0-,-0-\n", "")]
    [InlineData("list.orphan", "A1", Row, "37,12,\"aka\",\"AERO\",-0-\n", "")]
    [InlineData("list.orphan", "A1", Row, "", "37,25,-0-,\"Havana\",\"Cuba\",-0-\n")]
    [InlineData("list.country-unknown", "E1", Row, "", "36,25,-0-,\"Havana\",\"Atlantis\",-0-\n")]
    public void What_is_not_understood_refuses_the_files_and_names_the_place(string code, string place, string main, string names, string addresses) =>
        Assert.Equal(code, Read(main, names, addresses).Refused(place));

    private const string NoName = "36,1,\"aka\",\"A\",-0- \n";
    private const string NoAddress = "36,1,-0- ,-0- ,-0- ,-0- \n";

    private static Result<ListVersion> Read(string main, string names = "", string addresses = "")
    {
        // an empty file is refused as one; entries of other numbers need one of their own
        var first = main[..main.IndexOf(',', StringComparison.Ordinal)];
        var files = new OfacFiles(
            ListFiles.Text("sdn.csv", main),
            ListFiles.Text("alt.csv", names.Length > 0 ? names : NoName.Replace("36", first, StringComparison.Ordinal)),
            ListFiles.Text("add.csv", addresses.Length > 0 ? addresses : NoAddress.Replace("36", first, StringComparison.Ordinal)));
        return OfacList.Read(files, ListFiles.Dates, ListFiles.Countries);
    }
}
