using System.Globalization;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class ErasingFromTheCommandLine(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    [Fact]
    public async Task Looks_first_then_erases_and_the_data_is_sound()
    {
        university.CopyTo(folder["data"]);
        var records = (await Run("records", "mobility-periods", "--limit", "50", "--json")).Json.GetProperty("records").EnumerateArray();
        var stay = records.First(record => record.GetProperty("person_key").GetString() is not null);
        string[] which = ["erase", "mobility-periods", stay.GetProperty("number").GetInt64().ToString(CultureInfo.InvariantCulture)];
        var looked = await Run([.. which, "--json"]);
        Assert.Equal((0, false), (looked.Code, looked.Json.GetProperty("is_committed").GetBoolean()));
        Assert.Equal("person_key", looked.Json.GetProperty("records")[0].GetProperty("fields")[0].GetString());
        Assert.Contains("Nothing was erased", (await Run(which)).Output);
        var refused = await Run([.. which, "--commit"]);
        Assert.Equal(2, refused.Code);
        Assert.StartsWith("erase.no-reason", refused.Errors);
        var erased = await Run([.. which, "--same-person", "--reason", "asked for", "--commit", "--json"]);
        Assert.Equal((0, true), (erased.Code, erased.Json.GetProperty("is_committed").GetBoolean()));
        var verified = await Run("verify", "--json");
        Assert.Equal(0, verified.Code);
        Assert.Equal(erased.Json.GetProperty("records").GetArrayLength(), verified.Json.GetProperty("redacted").GetInt32());
        var history = (await Run("records", which[1], which[2], "--json")).Json.GetProperty("history")[0];
        Assert.Equal(("erased", "operation", "command line"), (history.GetProperty("kind").GetString(), history.GetProperty("origin").GetString(), history.GetProperty("actor").GetString()));
        var again = await Run([.. which, "--reason", "again", "--commit"]);
        Assert.StartsWith("erase.nothing", again.Errors);
    }

    [Fact]
    public async Task Refuses_a_record_that_is_not_there()
    {
        university.CopyTo(folder["data"]);
        Assert.StartsWith("records.not-found", (await Run("erase", "mobility-periods", "1")).Errors);
        Assert.StartsWith("records.unknown-type", (await Run("erase", "persons", "1")).Errors);
    }

    public void Dispose() => folder.Dispose();

    private Task<Ended> Run(params string[] arguments) => TheProgram.Run([.. arguments, "--data", folder["data"]]);
}
