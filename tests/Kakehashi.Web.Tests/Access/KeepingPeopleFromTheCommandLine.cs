using System.Net;
using Kakehashi.Web.Tests.Records;

namespace Kakehashi.Web.Tests.Access;

[Trait("Needs", "program")]
public sealed class KeepingPeopleFromTheCommandLine
{
    private const string Password = "a bridge over the river";

    [Fact]
    public async Task Works_beside_a_running_server()
    {
        var data = Directory.CreateTempSubdirectory("kakehashi-people-").FullName;
        await using var site = await RecordSite.On(data);
        await site.AddUnit("ENG");
        var added = await Run(data, "add", "hanako", "--name", "Hanako", "--role", "contributor@ENG", "--role", "viewer", "--json");
        Assert.Equal(0, added.Code);
        using var hanako = new Visitor(site.Client.BaseAddress!, null);
        var link = "/en" + added.Json.GetProperty("link").GetString();
        using (var taken = await hanako.Send(link, "welcome", ("password", Password), ("again", Password))) Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hanako.Status("/en/agreements/new"));

        var listed = (await Run(data, "list", "--json")).Json.GetProperty("people").EnumerateArray().Single(one => one.GetProperty("user").GetString() == "hanako");
        Assert.Equal(["contributor@ENG", "viewer"], listed.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Contains("contributor@ENG viewer", (await Run(data, "list")).Output);

        var token = (await Run(data, "token", "hanako", "--name", "report", "--scope", "read", "--days", "7")).Output.Trim();
        Assert.Equal(HttpStatusCode.OK, await Ask(site, token));
        Assert.Equal(0, (await Run(data, "disable", "hanako")).Code);
        // the server keeps what it knows of somebody for a moment
        for (var i = 0; i < 100 && await Ask(site, token) != HttpStatusCode.Unauthorized; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Found), (await Ask(site, token), await hanako.Status("/en/agreements")));
        Assert.StartsWith("people.disabled", (await Run(data, "link", "hanako")).Errors);
        Assert.Equal(0, (await Run(data, "enable", "hanako")).Code);
        Assert.Contains("/welcome/", (await Run(data, "link", "hanako")).Output);
    }

    [Fact]
    public async Task Refuses_with_words()
    {
        using var folder = new AFolder();
        Assert.StartsWith("data.not-found", (await Run(folder["data"], "list")).Errors);
        await using var site = await RecordSite.On(Directory.CreateDirectory(folder["data"]).FullName);
        await site.AddUnit("ENG");
        foreach (var (code, words) in new (string, string[])[]
        {
            ("people.unknown-role", ["add", "x", "--name", "X", "--role", "emperor"]),
            ("people.unknown-unit", ["add", "x", "--name", "X", "--role", "viewer@NOWHERE"]),
            ("people.bad-name", ["add", "エックス", "--name", "X", "--role", "viewer"]),
            ("people.not-found", ["disable", "nobody"]),
            ("people.not-found", ["token", "nobody", "--name", "t"]),
        })
        {
            var refused = await Run(folder["data"], words);
            Assert.Equal(2, refused.Code);
            Assert.StartsWith(code, refused.Errors);
        }

        Assert.Equal(2, (await Run(folder["data"], "token", "x", "--name", "t", "--days", "0")).Code);
        Assert.Equal(2, (await Run(folder["data"], "token", "x", "--name", "t", "--scope", "everything")).Code);
        Assert.DoesNotContain("\nx ", (await Run(folder["data"], "list")).Output);
    }

    private static Task<Ended> Run(string data, params string[] words) => TheProgram.Run(["people", .. words, "--data", data]);

    private static async Task<HttpStatusCode> Ask(RecordSite site, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress!, "/api/v1/agreements"));
        request.Headers.Authorization = new("Bearer", token);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
