using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingTheUnList
{
    private const string Person = "<REFERENCE_NUMBER>CDi.001 </REFERENCE_NUMBER><FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>BADEGE</SECOND_NAME>";

    [Fact]
    public void A_person_has_names_by_quality_and_one_in_the_original_script()
    {
        var entity = OfPerson(Person + """
            <NAME_ORIGINAL_SCRIPT>صدام</NAME_ORIGINAL_SCRIPT><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
            <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>E. Badege; Erik</ALIAS_NAME><NOTE>in Rwanda</NOTE></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Rumuli</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
            """).Done().Entities.Single();
        Assert.Equal(("CDi.001", ListedKind.Person, "DRC"), (entity.Number, entity.Kind, entity.Programmes.Single()));
        Assert.Equal(
            [new("ERIC BADEGE", ListedNameKind.Primary), new("صدام", ListedNameKind.OtherScript), new("E. Badege", ListedNameKind.Alias), new("Erik", ListedNameKind.Alias), new("Rumuli", ListedNameKind.Alias, true)],
            entity.Names);
        Assert.Equal([new("INDIVIDUAL_ALIAS", "E. Badege; Erik: in Rwanda")], entity.Remarks);
    }

    [Fact]
    public void A_person_has_births_countries_and_addresses_and_the_rest_is_kept()
    {
        var entity = OfPerson(Person + """
            <NATIONALITY><VALUE>Congo</VALUE><VALUE>na</VALUE></NATIONALITY><COMMENTS1>He fled.</COMMENTS1><NEW_ELEMENT><VALUE>kept</VALUE></NEW_ELEMENT>
            <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><COUNTRY>Rwanda</COUNTRY><COUNTRY>Mali</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS><INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1966</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><NOTE>30-35 years old</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
            """).Done().Entities.Single();
        Assert.Equal(["CG", "RW", "ML"], entity.Countries);
        Assert.Equal("1 Road, Rwanda, Mali (as of 2016)", entity.Addresses.Single().Text);
        Assert.Equal(
            [
                new("1971-02-03", new(1971, 2, 3), new(1971, 2, 3)), new("1966", new(1966, 1, 1), new(1966, 12, 31), true),
                new("1973 to 1974", new(1973, 1, 1), new(1974, 12, 31)), new("30-35 years old", null, null, true),
            ],
            entity.Births);
        Assert.Equal([new("NATIONALITY", "na"), new("COMMENTS1", "He fled."), new("NEW_ELEMENT", "kept")], entity.Remarks);
    }

    [Fact]
    public void An_organisation_has_former_names()
    {
        const string organisation = "<REFERENCE_NUMBER>KPe.1</REFERENCE_NUMBER><FIRST_NAME>CORP</FIRST_NAME><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD</ALIAS_NAME></ENTITY_ALIAS>";
        var list = Read($"<ENTITIES><ENTITY>{organisation}</ENTITY></ENTITIES>").Done();
        Assert.Equal((ListedKind.Organisation, new("OLD", ListedNameKind.Former)), (list.Entities.Single().Kind, list.Entities.Single().Names[1]));
        Assert.Equal((new DateOnly(2026, 2, 27), new DateOnly(2026, 2, 27)), (list.PublishedOn, list.InForceOn));
    }

    [Theory]
    [InlineData("list.value-missing", "<FIRST_NAME>A</FIRST_NAME>")]
    [InlineData("list.value-missing", "<REFERENCE_NUMBER>A</REFERENCE_NUMBER><FIRST_NAME/>")]
    [InlineData("list.country-unknown", Person + "<NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY>")]
    [InlineData("list.country-unknown", Person + "<INDIVIDUAL_ADDRESS><COUNTRY>Atlantis</COUNTRY></INDIVIDUAL_ADDRESS>")]
    [InlineData("list.value-unknown", Person + "<INDIVIDUAL_ALIAS><QUALITY>Medium</QUALITY><ALIAS_NAME>A</ALIAS_NAME></INDIVIDUAL_ALIAS>")]
    [InlineData("list.number-twice", Person + "</INDIVIDUAL><INDIVIDUAL>" + Person)]
    [InlineData("list.xml", Person + "<NOTE>")]
    [InlineData("list.xml", Person + "<NOTE>&outside;</NOTE>")]
    public void What_is_not_understood_refuses_the_file_and_names_the_line(string code, string person) => Assert.Equal(code, OfPerson(person).Refused("2"));

    [Theory]
    [InlineData("list.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><CONSOLIDATED_LIST dateGenerated=\"2026-02-27\">&a;</CONSOLIDATED_LIST>")]
    [InlineData("list.xml", "no XML at all")]
    [InlineData("list.xml", "")]
    [InlineData("list.xml", "<?xml version=\"1.0\" encoding=\"utf-7\"?><CONSOLIDATED_LIST/>")]
    [InlineData("list.xml", "<?xml version=\"1.0\" encoding=\"none-such\"?><CONSOLIDATED_LIST/>")]
    [InlineData("list.value-unknown", "<html/>")]
    [InlineData("list.value-missing", "<CONSOLIDATED_LIST/>")]
    [InlineData("list.empty", "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09Z\"><INDIVIDUALS/></CONSOLIDATED_LIST>")]
    [InlineData("list.value-unknown", "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><SHIPS><SHIP/></SHIPS></CONSOLIDATED_LIST>")]
    public void What_is_no_such_list_is_refused(string code, string xml) =>
        Assert.Equal(code, UnList.Read(ListFiles.Text("un.xml", xml), ListFiles.Countries).Refused("un.xml"));

    [Fact]
    public void An_element_that_never_ends_is_refused()
    {
        Assert.Equal("list.xml", OfPerson(Person + string.Concat(Enumerable.Repeat("<a/>", 6000))).Refused("2"));
        Assert.Equal("list.xml", OfPerson(Person + string.Concat(Enumerable.Repeat("<a>", 20)) + string.Concat(Enumerable.Repeat("</a>", 20))).Refused("2"));
    }

    private static Result<ListVersion> OfPerson(string person) => Read($"\n<INDIVIDUALS><INDIVIDUAL>{person}</INDIVIDUAL></INDIVIDUALS>");

    private static Result<ListVersion> Read(string groups) =>
        UnList.Read(ListFiles.Text("un.xml", $"<CONSOLIDATED_LIST dateGenerated=\"2026-02-27T00:00:09.554Z\">{groups}</CONSOLIDATED_LIST>"), ListFiles.Countries);
}
