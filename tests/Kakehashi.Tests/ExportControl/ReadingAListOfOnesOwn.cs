using System.Text;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingAListOfOnesOwn
{
    private const string Headers = "番号,種別,名称,別名,識別力の低い別名,国・地域,所在地,懸念区分,通常兵器,掲載の根拠,生年月日,備考\n";

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void The_template_is_read_in_both_languages(Language language)
    {
        using var template = new MemoryStream();
        CsvList.WriteTemplate(template, language);
        var row = Encoding.UTF8.GetBytes("T1,Person,TARO,\"A; B\nC\",tk,JP;イラン,\"1 Road\n2 Road\",\"B,N\",CW,Decision 5,1962-05; circa 1963,seen in 2020\n");
        var entity = CsvList.Read(new("own.csv", new MemoryStream([.. template.ToArray(), .. row])), ListFiles.Dates, ListFiles.Countries).Done().Entities.Single();
        Assert.Equal(("T1", ListedKind.Person, ConcernTypes.Biological | ConcernTypes.Nuclear, true), (entity.Number, entity.Kind, entity.Concerns, entity.ConventionalWeapons));
        Assert.Equal(["TARO", "A", "B", "C", "tk"], entity.Names.Select(name => name.Text));
        Assert.True(entity.Names[^1].IsWeak);
        Assert.Equal(["JP", "IR"], entity.Countries);
        Assert.Equal((2, "Decision 5", "seen in 2020"), (entity.Addresses.Count, entity.Programmes.Single(), entity.Remarks.Single().Text));
        Assert.Equal([new("1962-05", new(1962, 5, 1), new(1962, 5, 31)), new("circa 1963", new(1963, 1, 1), new(1963, 12, 31), true)], entity.Births);
    }

    [Fact]
    public void Columns_may_be_left_out_and_moved() =>
        Assert.Equal(("A", ListedKind.Organisation), Read("Name,Number\nA,1\n").Done().Entities.Select(entity => (entity.Name, entity.Kind)).Single());

    [Fact]
    public void A_workbook_is_read_as_well() =>
        Assert.Equal("A", CsvList.Read(ListFiles.Workbook(["Number", "Name"], ["1", "A"]), ListFiles.Dates, ListFiles.Countries).Done().Entities.Single().Name);

    [Theory]
    [InlineData("list.value-missing", "A2", ",,A,,,,,,,,,")]
    [InlineData("list.value-missing", "C2", "1,,,,,,,,,,,")]
    [InlineData("list.value-unknown", "B2", "1,robot,A,,,,,,,,,")]
    [InlineData("list.country-unknown", "F2", "1,,A,,,JP;Atlantis,,,,,,")]
    [InlineData("list.country-unknown", "F2", "1,,A,,,na,,,,,,")]
    [InlineData("list.value-unknown", "H2", "1,,A,,,,,Z,,,,")]
    [InlineData("list.value-unknown", "I2", "1,,A,,,,,,maybe,,,")]
    [InlineData("list.value-unknown", "K2", "1,,A,,,,,,,,old,")]
    [InlineData("list.number-twice", "A3", "1,,A,,,,,,,,,\n1,,B,,,,,,,,,")]
    [InlineData("list.columns", "2", "1,,A,,,,,,,,,,too many")]
    public void What_is_not_understood_refuses_the_file_and_names_the_cell(string code, string cell, string row) => Assert.Equal(code, Read(Headers + row + "\n").Refused(cell));

    [Theory]
    [InlineData("list.column-unknown", "番号,名称,色\n1,A,red\n")]
    [InlineData("list.column-unknown", "番号,名称,Name\n1,A,B\n")]
    [InlineData("list.column-missing", "番号,種別\n1,機関\n")]
    [InlineData("list.column-missing", "名称,種別\nA,機関\n")]
    [InlineData("import.file-empty", "")]
    [InlineData("list.empty", Headers)]
    public void A_file_in_another_form_is_refused(string code, string text) => Assert.Equal(code, Read(text).Refused("own.csv"));

    private static Result<ListVersion> Read(string text) => CsvList.Read(ListFiles.Text("own.csv", text), ListFiles.Dates, ListFiles.Countries);
}
