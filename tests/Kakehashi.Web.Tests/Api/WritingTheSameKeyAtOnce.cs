using System.Net;
using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests.Api;

[Trait("Needs", "server")]
public sealed class WritingTheSameKeyAtOnce(PostgresServer server)
{
    [Fact]
    public async Task Lets_one_have_it_and_tells_the_others_whose_it_is()
    {
        await using var office = await Office.OpenOn(server);
        // between the look at the keys and the writing another may write: more than once, so that one pair meets there
        for (var round = 0; round < 6; round++)
        {
            var code = $"S{round}";
            var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.Post("org-units", Office.AUnit(code))));
            Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
            Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.Created), reply =>
                Assert.Equal((HttpStatusCode.Conflict, "record.duplicate-key"), (reply.Status, reply.Json!["code"]!.GetValue<string>())));
        }
    }
}
