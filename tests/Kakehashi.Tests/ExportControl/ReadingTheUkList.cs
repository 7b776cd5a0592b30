using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingTheUkList
{
    private const string Empty = """{"id": null, "kind": null, "regime": null, "names": [], "non_latin": [], "updated": null}""";
    private const string Ship = """{"id": "DPR1", "kind": "Ship", "regime": "DPRK", "names": [{"name": "Petrel", "type": "Primary name"}], "non_latin": [], "updated": "2021-12-18"}""";

    [Fact]
    public void Names_are_told_apart_however_the_type_is_written()
    {
        const string line = """{"id":"AFG1","kind":"Entity","regime":"Afghanistan","names":[{"name":" Old  Name","type":"ALias"},{"name":"NAME","type":"Primary Name"},{"name":"EMAN","type":"Primary name variation"}],"non_latin":{"names":[{"name_non_latin_script":"روشان"}]},"updated":"2026-08-04"}""";
        var entity = Read(Empty + "\n" + line).Done().Entities.Single();
        Assert.Equal(("NAME", ListedKind.Organisation, "Afghanistan"), (entity.Name, entity.Kind, entity.Programmes.Single()));
        Assert.Equal(
            [new("NAME", ListedNameKind.Primary), new("Old Name", ListedNameKind.Alias), new("EMAN", ListedNameKind.Variation), new("روشان", ListedNameKind.OtherScript)],
            entity.Names);
        Assert.Equal([new("updated", "2026-08-04")], entity.Remarks);
    }

    [Fact]
    public void A_line_on_which_nothing_has_a_value_is_no_entry() =>
        Assert.Equal(ListedKind.Vessel, Read(Empty + "\n" + Ship).Done().Entities.Single().Kind);

    [Fact]
    public void What_else_a_line_says_is_kept() =>
        Assert.Equal(
            [new("imo", "123"), new("quality", "low")],
            Read(Empty + "\n" + """{"id": "a", "kind": "Ship", "regime": "x", "names": [{"name": "x", "type": "Primary name", "quality": "low"}], "imo": 123, "non_latin": null}""").Done().Entities.Single().Remarks);

    [Theory]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": [{"name": "x", "type": "Primary name"}], "non_latin": ["x"]}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": [{"name": "x", "type": "Alias"}]}""")]
    [InlineData("list.value-missing", """{"id": null, "kind": "Ship", "regime": "x", "names": []}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": []}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": {"name": "x"}}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": ["x"]}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "regime": "x", "names": [{"name": "", "type": "Alias"}]}""")]
    [InlineData("list.value-missing", """{"id": "a", "kind": "Ship", "names": [{"name": "x", "type": "Alias"}]}""")]
    [InlineData("list.value-unknown", """{"id": "a", "kind": "Robot", "regime": "x", "names": [{"name": "x", "type": "Alias"}]}""")]
    [InlineData("list.value-unknown", """{"id": "a", "kind": "Ship", "regime": "x", "names": [{"name": "x", "type": "Nickname"}]}""")]
    [InlineData("list.number-twice", Ship)]
    [InlineData("import.json", """{"id": "a", """)]
    public void What_is_not_understood_refuses_the_file_and_names_the_line(string code, string line) => Assert.Equal(code, Read(Ship + "\n" + line).Refused("2"));

    private static Result<ListVersion> Read(string lines) => UkList.Read(ListFiles.Text("uk.jsonl", lines), ListFiles.Dates);
}
