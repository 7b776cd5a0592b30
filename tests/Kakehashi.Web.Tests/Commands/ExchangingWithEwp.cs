using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class ExchangingWithEwp(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Answers_an_unknown_number_with_an_empty_answer_that_it_reads_again()
    {
        var file = folder["nobody.xml"];
        var told = await TheProgram.Run("ewp", "export", "NOBODY-KNOWS-IT", "--out", file, "--data", university.Data, "--json");
        Assert.Equal((0, 0), (told.Code, told.Number("agreements")));
        Assert.Contains("iias-get-response", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var hash = await TheProgram.Run("ewp", "hash", file, "--json");
        Assert.Equal(0, hash.Code);
        Assert.Empty(hash.Json.GetProperty("agreements").EnumerateArray());
    }

    [Theory]
    [InlineData("<iias-get-response><iia></iias-get-response>", "ewp.xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", "ewp.dtd")]
    [InlineData("<a/>", "ewp.not-iias")]
    public async Task Refuses_what_is_no_agreement_of_ewp(string xml, string code)
    {
        var file = folder["wrong.xml"];
        await File.WriteAllTextAsync(file, xml, TestContext.Current.CancellationToken);
        var told = await TheProgram.Run("ewp", "hash", file, "--json");
        Assert.Equal((2, code), (told.Code, told.Json.GetProperty("error").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Asks_for_the_id_of_the_university_before_it_takes_a_side()
    {
        var file = folder["any.xml"];
        await File.WriteAllTextAsync(file, "<a/>", TestContext.Current.CancellationToken);
        var told = await TheProgram.Run("ewp", "import", file, "--json", "--data", folder["data"]);
        Assert.Equal((2, "ewp.no-own-id"), (told.Code, told.Json.GetProperty("error").GetProperty("code").GetString()));
    }
}
