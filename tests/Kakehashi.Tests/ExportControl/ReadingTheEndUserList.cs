using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Tests.Files;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingTheEndUserList
{
    private const string Missiles = "ミサイル\nM";

    [Fact]
    public void An_entry_has_its_country_names_and_types_of_concern()
    {
        var entity = Read(["1", "イラン\nIslamic Republic of Iran", "Alpha Works\n（AW）", "・Alpha Trading \n・Alpha Plant of\nMachines\n(阿爾法工廠)", "化学、核\nC、Ｎ", "通常兵器\nCW"]).Done().Entities.Single();
        Assert.Equal((ListedKind.Organisation, "1", ConcernTypes.Chemical | ConcernTypes.Nuclear, true), (entity.Kind, entity.Number, entity.Concerns, entity.ConventionalWeapons));
        Assert.Equal(["IR"], entity.Countries);
        Assert.Equal(
            [
                new("Alpha Works", ListedNameKind.Primary), new("AW", ListedNameKind.Alias), new("Alpha Trading", ListedNameKind.Alias),
                new("Alpha Plant of Machines", ListedNameKind.Alias), new("阿爾法工廠", ListedNameKind.OtherScript),
            ],
            entity.Names);
    }

    [Fact]
    public void Aliases_without_any_bullet_are_one_on_each_line() =>
        Assert.Equal(["A", "B Ltd", "C Ltd"], Read(["1", "ロシア", "A", "B Ltd\nC Ltd", Missiles, null]).Done().Entities.Single().Names.Select(name => name.Text));

    [Fact]
    public void Chinese_characters_in_brackets_after_a_Latin_name_are_a_name_of_their_own() =>
        Assert.Equal(
            [new("Institute of Optics (IO)", ListedNameKind.Primary), new("光学研究所", ListedNameKind.OtherScript), new("Optics", ListedNameKind.Alias), new("光学", ListedNameKind.OtherScript), new("光学所(北京)", ListedNameKind.OtherScript)],
            Read(["1", "中国", "Institute of Optics (IO)（光学研究所）", "・Optics (光学)\n・光学所(北京)", Missiles, null]).Done().Entities.Single().Names);

    [Theory]
    [InlineData("・")]
    [InlineData("･")]
    [InlineData("• ")]
    public void Aliases_are_told_by_any_bullet(string bullet) =>
        Assert.Equal(["A", "B Ltd", "C of D"], Read(["1", "ロシア", "A", $"{bullet}B Ltd\n{bullet}C of\nD", Missiles, null]).Done().Entities.Single().Names.Select(name => name.Text));

    [Theory]
    [InlineData("ミサイルM", ConcernTypes.Missiles)]
    [InlineData("核\nN ", ConcernTypes.Nuclear)]
    [InlineData("生物、化学、ミサイル、核\nB,C,M,N", ConcernTypes.Biological | ConcernTypes.Chemical | ConcernTypes.Missiles | ConcernTypes.Nuclear)]
    [InlineData("M，N", ConcernTypes.Missiles | ConcernTypes.Nuclear)]
    [InlineData("生物兵器", ConcernTypes.Biological)]
    public void Types_of_concern_are_read_however_they_are_spaced(string cell, ConcernTypes types) =>
        Assert.Equal(types, Read(["1", "ロシア", "A", null, cell, null]).Done().Entities.Single().Concerns);

    [Fact]
    public void A_concern_for_conventional_weapons_alone_is_enough() =>
        Assert.Equal((ConcernTypes.None, true), Read(["1", "ロシア", "A", null, null, "CW"]).Done().Entities.Select(entity => (entity.Concerns, entity.ConventionalWeapons)).Single());

    [Fact]
    public void A_column_more_is_kept_as_a_remark()
    {
        var list = ListFiles.Workbook([[.. ListFiles.MetiHeaders, "住所\nAddress"], ["1", "ロシア", "A", null, Missiles, null, "Moscow"]]);
        Assert.Equal([new("住所 Address", "Moscow")], MetiList.Read(list, ListFiles.Dates, ListFiles.Countries).Done().Entities.Single().Remarks);
    }

    [Fact]
    public void A_missing_number_refuses_the_file_and_is_named() =>
        Assert.Equal("list.number-gap", Read(["1", "ロシア", "A", null, Missiles, null], ["3", "ロシア", "B", null, Missiles, null]).Refused("A3", "3"));

    [Theory]
    [InlineData("list.number", "A2", "注", "ロシア", "A", Missiles, null)]
    [InlineData("list.number-gap", "A2", "2", "ロシア", "A", Missiles, null)]
    [InlineData("list.country-unknown", "B2", "1", "ロシア\nAtlantis", "A", Missiles, null)]
    [InlineData("list.country-unknown", "B2", "1", "NA", "A", Missiles, null)]
    [InlineData("list.languages-disagree", "B2", "1", "ロシア\nIndia", "A", Missiles, null)]
    [InlineData("list.value-missing", "B2", "1", null, "A", Missiles, null)]
    [InlineData("list.value-missing", "C2", "1", "ロシア", " ", Missiles, null)]
    [InlineData("list.value-missing", "E2", "1", "ロシア", "A", null, null)]
    [InlineData("list.value-unknown", "E2", "1", "ロシア", "A", "サイバー\nX", null)]
    [InlineData("list.value-unknown", "E2", "1", "ロシア", "A", "ミサイル\nM,X", null)]
    [InlineData("list.languages-disagree", "E2", "1", "ロシア", "A", "ミサイル、核\nM", null)]
    [InlineData("list.value-unknown", "F2", "1", "ロシア", "A", Missiles, "？")]
    public void What_is_not_understood_refuses_the_file_and_names_the_cell(string code, string cell, string number, string? country, string name, string? concern, string? conventional) =>
        Assert.Equal(code, Read([number, country, name, null, concern, conventional]).Refused(cell));

    [Theory]
    [InlineData(0, "No.")]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, null)]
    public void A_missing_column_refuses_the_file(int column, string? named)
    {
        string?[] cells = ["1", "ロシア", "A", null, Missiles, null];
        var list = ListFiles.Workbook([.. ListFiles.MetiHeaders.Where((_, i) => i != column)], [.. cells.Where((_, i) => i != column)]);
        Assert.Equal("list.column-missing", MetiList.Read(list, ListFiles.Dates, ListFiles.Countries).Refused("list.xlsx", named));
    }

    [Fact]
    public void An_alias_is_no_name_to_be_listed_under() =>
        Assert.Equal("list.value-missing", Read(["1", "ロシア", null, "・Alias", Missiles, null]).Refused("C2"));

    [Fact]
    public void A_list_without_an_entry_is_refused() => Assert.Equal("list.empty", Read().Refused("list.xlsx"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_other_sheet_may_go_on_with_the_list(bool isList)
    {
        string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";
        string Sheet(params string[] rows) => $"<worksheet><sheetData>{string.Concat(rows)}</sheetData></worksheet>";
        var list = Sheet(Row(ListFiles.MetiHeaders), Row("1", "ロシア", "A", "", Missiles, ""));
        var book = Workbooks.Zip(
            ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"More\" sheetId=\"2\" r:id=\"r2\"/><sheet name=\"None\" sheetId=\"3\" r:id=\"r3\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"a.xml\"/><Relationship Id=\"r2\" Type=\"x/worksheet\" Target=\"b.xml\"/><Relationship Id=\"r3\" Type=\"x/worksheet\" Target=\"c.xml\"/></Relationships>"),
            ("xl/a.xml", list), ("xl/b.xml", isList ? list : Sheet(Row("a note"))), ("xl/c.xml", Sheet()));
        var read = MetiList.Read(new("list.xlsx", new MemoryStream(book)), ListFiles.Dates, ListFiles.Countries);
        if (isList) Assert.Equal("list.sheets", read.Refused("More"));
        else Assert.Single(read.Done().Entities);
    }

    [Fact]
    public void A_list_is_not_in_force_before_it_is_published() =>
        Assert.Equal("list.dates", MetiList.Read(ListFiles.Workbook(ListFiles.MetiHeaders, ["1", "ロシア", "A", null, Missiles, null]), new(new(2025, 2, 1), new(2025, 1, 31)), ListFiles.Countries).Refused("list.xlsx"));

    [Fact]
    public void The_file_has_a_fingerprint()
    {
        var file = ListFiles.Workbook(ListFiles.MetiHeaders, ["1", "ロシア", "A", null, Missiles, null]);
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(((MemoryStream)file.Content).ToArray()));
        Assert.Equal(expected, MetiList.Read(file, ListFiles.Dates, ListFiles.Countries).Done().Sha256);
    }

    private static Result<ListVersion> Read(params string?[][] rows) =>
        MetiList.Read(ListFiles.Workbook([ListFiles.MetiHeaders, .. rows]), ListFiles.Dates, ListFiles.Countries);
}
