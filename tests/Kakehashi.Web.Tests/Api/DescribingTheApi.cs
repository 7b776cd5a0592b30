using System.Text.Json.Nodes;
using Kakehashi.Platform.History.Erasing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Api;

public sealed class DescribingTheApi : IAsyncLifetime
{
    private Office office = null!;
    private JsonNode document = null!;

    public async ValueTask InitializeAsync()
    {
        office = await Office.Open();
        document = (await office.Get("/openapi/v1.json")).Json!;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public void Names_its_own_version_and_gives_every_operation_a_name_of_its_own()
    {
        Assert.Equal("3.1.1", document["openapi"]!.GetValue<string>());
        var names = Operations().Select(operation => operation.Node["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(Operations(), operation => Assert.Contains(operation.Node["responses"]!.AsObject(), response => response.Key[0] is '2'));
    }

    [Fact]
    public void Leaves_no_reference_open_and_no_component_unused()
    {
        var references = All(document).OfType<JsonObject>().Select(node => node["$ref"]?.GetValue<string>()).OfType<string>().ToHashSet();
        Assert.All(references, reference => Assert.NotNull(At(reference)));
        var components = document["components"]!.AsObject().SelectMany(kind => kind.Value!.AsObject().Select(one => $"#/components/{kind.Key}/{one.Key}"));
        Assert.Superset(components.ToHashSet(), references);
    }

    [Fact]
    public void Knows_every_address_that_is_answered()
    {
        var described = Operations().Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}").ToHashSet();
        var answered = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(method => method != "HEAD").Select(method => (method, path: endpoint.RoutePattern.RawText!.Replace(":long", "", StringComparison.Ordinal))))
            .SelectMany(pair => Composition.Types.All.Where(type => !pair.path.EndsWith("/erase", StringComparison.Ordinal) || Erasable.Is(type)).Select(type => $"{pair.method} {pair.path.Replace("{route}", type.Route, StringComparison.Ordinal)}"))
            .ToHashSet();
        Assert.Equal(answered.Order(), described.Order());
    }

    [Fact]
    public void Declares_every_parameter_of_a_path()
    {
        foreach (var (path, _, node) in Operations())
        {
            var declared = (document["paths"]![path]!["parameters"]?.AsArray() ?? []).Concat(node["parameters"]!.AsArray())
                .Select(parameter => parameter!["$ref"] is { } reference ? At(reference.GetValue<string>())! : parameter)
                .Select(parameter => $"{parameter["in"]}: {parameter["name"]}").ToList();
            Assert.Equal(declared.Distinct(), declared);
            foreach (var name in path.Split('{').Skip(1).Select(rest => rest[..rest.IndexOf('}', StringComparison.Ordinal)])) Assert.Contains($"path: {name}", declared);
        }
    }

    [Fact]
    public void Says_what_a_field_takes()
    {
        var agreement = document["components"]!["schemas"]!["Agreement"]!;
        var properties = agreement["properties"]!;
        Assert.Contains("in_force", properties["state"]!["enum"]!.AsArray().Select(value => value?.GetValue<string>()));
        Assert.Equal(60, properties["reference"]!["maxLength"]!.GetValue<int>());
        Assert.Equal("date", properties["signed_on"]!["format"]!.GetValue<string>());
        Assert.Equal("countries", properties["country"]!["x-code-list"]!.GetValue<string>());
        Assert.Contains("協定番号", properties["reference"]!["description"]!.GetValue<string>());
        Assert.Contains("title", agreement["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.True(properties["id"]!["readOnly"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Has_every_property_that_a_record_is_answered_with()
    {
        var record = (await office.Create("agreements", Office.AnAgreement("X-1"))).Json!.AsObject();
        var properties = document["components"]!["schemas"]!["Agreement"]!["properties"]!.AsObject();
        Assert.Equal(properties.Select(property => property.Key).Order(), record.Select(property => property.Key).Order());
    }

    [Fact]
    public void Says_which_refusals_are_to_be_reckoned_with()
    {
        foreach (var (path, method, node) in Operations())
        {
            var parameters = node["parameters"]!.AsArray().Select(parameter => parameter!["$ref"]?.GetValue<string>());
            var expected = new List<string>();
            if (path.Contains("{number}", StringComparison.Ordinal)) expected.Add("404");
            if (parameters.Contains("#/components/parameters/If-Match")) expected.AddRange(["412", "428"]);
            if (parameters.Contains("#/components/parameters/limit")) expected.Add("400");
            if (node["requestBody"] is not null) expected.AddRange(["400", "413", "415", "422"]);
            Assert.All(expected, status => Assert.True(node["responses"]![status] is not null, $"{method} {path}: {status}"));
        }
    }

    [Fact]
    public async Task Has_every_property_of_a_record_type_and_of_its_fields()
    {
        var schemas = document["components"]!["schemas"]!;
        var types = (await office.Get("/api/v1/record-types")).Json!["items"]!.AsArray();
        Assert.All(types, type => Assert.Equal(Names(schemas["RecordType"]!["properties"]!), Names(type!)));
        var fields = types.SelectMany(type => type!["fields"]!.AsArray()).SelectMany(field => (field!["fields"]?.AsArray() ?? []).Prepend(field));
        Assert.Equal(Names(schemas["Field"]!["properties"]!), fields.SelectMany(field => Names(field!)).Distinct().Order());
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key).Order();

    private IEnumerable<(string Path, string Method, JsonNode Node)> Operations() =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Key != "parameters"
        select (path.Key, method.Key, method.Value!);

    private JsonNode? At(string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name]);

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(All),
        _ => [],
    };
}
