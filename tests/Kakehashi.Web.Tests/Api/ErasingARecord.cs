using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Api;

public sealed class ErasingARecord
{
    [Fact]
    public async Task Empties_the_personal_fields_and_marks_them_in_the_history()
    {
        await using var office = await Office.Open();
        var stay = await AStay(office);
        var path = $"mobility-periods/{stay.Id}";
        var erased = await office.Send(HttpMethod.Post, path + "/erase", Because("asked for"), stay.Tag);
        Assert.Equal(HttpStatusCode.OK, erased.Status);
        Assert.Null(erased.Json!["person_key"]);
        Assert.Equal("S-1", erased.Json["reference"]!.GetValue<string>());
        var first = await office.Get(path + "/history?limit=1");
        Assert.Equal(("erased", "asked for"), (first.Items[0]!["kind"]!.GetValue<string>(), first.Items[0]!["values"]!["reason"]!.GetValue<string>()));
        var second = await office.Get($"{path}/history?limit=1&cursor={first.Json!["next"]!.GetValue<string>()}");
        Assert.Equal("""{"erased":true}""", second.Items[0]!["values"]!["person_key"]!.ToJsonString());
        Assert.Null(second.Json!["next"]);
    }

    [Fact]
    public async Task Needs_a_version_and_a_reason()
    {
        await using var office = await Office.Open();
        var stay = await AStay(office);
        var path = $"mobility-periods/{stay.Id}/erase";
        Assert.Equal("api.version-required", (await office.Post(path, Because("asked for"))).Code);
        Assert.Equal("record.conflict", (await office.Send(HttpMethod.Post, path, Because("asked for"), "\"7\"")).Code);
        var refused = await office.Send(HttpMethod.Post, path, Because(" "), stay.Tag);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "erase.no-reason"), (refused.Status, refused.Code));
        Assert.Equal("erase.no-reason", (await office.Send(HttpMethod.Post, path, new JsonObject { ["reason"] = 1 }, stay.Tag)).Code);
        var unit = await office.Unit("U1");
        Assert.Equal("erase.not-personal", (await office.Send(HttpMethod.Post, $"org-units/{unit.Id}/erase", Because("asked for"), unit.Tag)).Code);
    }

    /// <summary>A record type at one of these addresses would be hidden behind what is there.</summary>
    [Fact]
    public async Task Has_no_address_that_a_record_type_could_take()
    {
        await using var office = await Office.Open();
        var first = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .SelectMany(pattern => new[] { pattern, pattern.StartsWith("api/v1/", StringComparison.Ordinal) ? pattern["api/v1/".Length..] : pattern })
            .Select(pattern => pattern.Split('/')[0]).Where(segment => System.Text.RegularExpressions.Regex.IsMatch(segment, "^[a-z][a-z0-9-]*$")).Distinct();
        Assert.Empty(first.Except(RecordChecks.TakenRoutes));
    }

    private static JsonObject Because(string reason) => new() { ["reason"] = reason };

    private static Task<Reply> AStay(Office office) => office.Create("mobility-periods", new JsonObject
    {
        ["reference"] = "S-1",
        ["direction"] = "in",
        ["kind"] = "student",
        ["person_key"] = "B9TM1234",
        ["started_on"] = "2025-04-01",
    });
}
