using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class AskingForRecords(AUniversity university)
{
    private Task<Ended> Run(params string[] arguments) => TheProgram.Run([.. arguments, "--data", university.Data]);

    [Fact]
    public async Task Without_a_type_lists_the_types_with_their_counts()
    {
        var types = (await Run("records", "--json")).Json.GetProperty("types").EnumerateArray()
            .ToDictionary(type => type.GetProperty("type").GetString()!, type => type.GetProperty("count").GetInt32());
        Assert.Equal(389, types["agreements"]);
        Assert.Equal(university.Records, types.Values.Sum());
    }

    [Fact]
    public async Task Where_conditions_hold_gives_those_alone()
    {
        var found = await Run("records", "agreements", "--where", "country=Germany", "--where", "country=フランス", "--where", "effective_from=2015-01-01..2022-12-31", "--limit", "500", "--json");
        var records = found.Json.GetProperty("records").EnumerateArray().ToArray();
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Contains(record.GetProperty("country").GetString(), (string[])["DE", "FR"]));
        Assert.All(records, record => Assert.InRange(DateOnly.ParseExact(record.GetProperty("effective_from").GetString()!, "yyyy-MM-dd"), new(2015, 1, 1), new(2022, 12, 31)));
    }

    [Fact]
    public async Task Behind_a_figure_are_found_by_its_own_condition()
    {
        var found = await Run("records", "mobility-periods", "--where", "direction = 'in' and country in ('VN', 'TH') and credits >= 1", "--where", "kind=student", "--json");
        var records = found.Json.GetProperty("records").EnumerateArray().ToArray();
        var counted = (await Run("records", "mobility-periods", "--where", "direction=in", "--where", "kind=student", "--where", "home_country=VN", "--where", "home_country=TH", "--where", "credits=1..", "--json")).Json;
        Assert.NotEmpty(records);
        Assert.Equal(counted.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("number").GetInt64()), records.Select(record => record.GetProperty("number").GetInt64()));
        var wrong = await Run("records", "mobility-periods", "--where", "direction = 'in' and colour = 'red'", "--lang", "en");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("colour", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_unit_by_its_code_and_one_record_with_its_history()
    {
        var found = await Run("records", "mobility-periods", "--where", "unit=F07", "--limit", "1", "--json");
        var record = Assert.Single(found.Json.GetProperty("records").EnumerateArray().ToArray());
        var one = await Run("records", "mobility-periods", record.GetProperty("number").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), "--json");
        Assert.Equal("created", Assert.Single(one.Json.GetProperty("history").EnumerateArray().ToArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task As_json_or_csv_gives_all_of_them_and_not_a_first_page()
    {
        var csv = (await Run("records", "agreements", "--csv", "--lang", "en")).Output;
        Assert.Equal(389, (await Run("records", "agreements", "--json")).Json.GetProperty("records").GetArrayLength());
        Assert.Equal(390, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Reference,", csv);
        Assert.Equal(4, (await Run("records", "agreements", "--csv", "--limit", "3")).Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("records.unknown-type", "records", "agreement-s")]
    [InlineData("records.condition", "records", "agreements", "--where", "colour=red")]
    [InlineData("records.condition", "records", "agreements", "--where", "country=Atlantis")]
    [InlineData("records.unknown-link", "records", "agreements", "--where", "unit=F99")]
    [InlineData("records.not-found", "records", "agreements", "1")]
    public async Task That_cannot_be_is_refused_with_what_to_do(string code, params string[] arguments)
    {
        var answer = await Run(arguments);
        Assert.Equal(2, answer.Code);
        Assert.StartsWith(code, answer.Errors);
        Assert.Empty(answer.Output);
    }
}
