using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Tests.Partners;

public sealed class ProposingRegistryEntries
{
    private static readonly string[] Education = ["education"], Shown = ["ror_display", "label"], Also = ["label", "alias"];

    private static readonly RecordType<Organisation> Type = RecordType<Organisation>.Of<OrganisationRecord>();

    private static readonly RegistryInUse Registry = Dump(
        ("https://ror.org/0dem00034", "Tohoku Example University", "JP", "Sendai", "東北例示大学", "active", null),
        ("https://ror.org/0dem00131", "Example University of Lyon", "FR", "Lyon", "Université exemple de Lyon", "active", null),
        ("https://ror.org/0dem00228", "Example University of Lyon", "CA", "Quebec", null, "active", null),
        ("https://ror.org/0dem00325", "Institute of Virology", "FR", "Paris", null, "active", null),
        ("https://ror.org/0dem00422", "Institute of Virology", "FR", "Nice", null, "active", null),
        ("https://ror.org/0dem00519", "Example College", "FR", "Paris", null, "withdrawn", "https://ror.org/0dem00131"));

    [Theory]
    [InlineData("東北例示大学", null, "JP", "0dem00034")]
    [InlineData(null, "Tohoku Exampel University", "JP", "0dem00034")]
    [InlineData(null, "UNIVERSITE EXEMPLE DE LYON", "FR", "0dem00131")]
    [InlineData(null, "Example University of Lyon", "CA", "0dem00228")]
    public void Finds_the_one_that_is_meant_in_the_country_that_agrees(string? ja, string? en, string country, string id)
    {
        var proposals = Registry.For(Ours(ja, en, country));
        Assert.EndsWith(id, proposals.Best!.Entry.Id);
        Assert.True(proposals.IsClear);
        Assert.InRange(proposals.Best.Score, 0.8, 0.99999);
        Assert.Contains(proposals.Best.Why, why => why.En == "the country agrees");
    }

    [Theory]
    [InlineData("Example University of Lyon", "DE")]
    [InlineData("Somebody Quite Else", "JP")]
    [InlineData("大学", "JP")]
    [InlineData("😀", "JP")]
    public void Proposes_nothing_where_the_country_contradicts_or_the_name_tells_nothing(string name, string country) =>
        Assert.Null(Registry.For(Ours(null, name, country)).Best);

    [Fact]
    public void Never_calls_one_of_two_of_the_same_name_clear_but_where_the_city_tells()
    {
        var two = Registry.For(Ours(null, "Institute of Virology", "FR"));
        Assert.Equal(2, two.All.Count);
        Assert.False(two.IsClear);
        var told = Registry.For(Ours(null, "Institute of Virology", "FR", ("city", "Nice")));
        Assert.EndsWith("0dem00422", told.Best!.Entry.Id);
        Assert.True(told.Best.Score > told.All[1].Score);
    }

    [Fact]
    public void Is_surer_where_the_website_agrees_too()
    {
        var without = Registry.For(Ours(null, "Tohoku Exampel Univ", "JP")).Best!.Score;
        var with = Registry.For(Ours(null, "Tohoku Exampel Univ", "JP", ("website", "http://www.0dem00034.example/en/"))).Best!.Score;
        Assert.True(with > without);
    }

    [Fact]
    public void Leaves_out_what_somebody_has_said_no_to()
    {
        var left = Registry.For(Ours(null, "Institute of Virology", "FR")).Without(new HashSet<string> { "https://ror.org/0dem00325" });
        Assert.EndsWith("0dem00422", Assert.Single(left.All).Entry.Id);
        Assert.True(left.IsClear);
    }

    [Fact]
    public void Writes_no_score_as_1() => Assert.Equal("0.99", new Proposal(Registry["https://ror.org/0dem00034"]!, 0.99999, "a", "a", []).Written);

    [Fact]
    public void Tells_what_the_registry_says_otherwise_and_what_following_it_makes()
    {
        var merged = Assert.Single(RegistryUpdate.Of(Ours(null, "Example College", "FR", Ror("0dem00519")), Registry));
        Assert.Equal(RegistryUpdateKind.Merged, merged.Kind);
        Assert.EndsWith("0dem00131", merged.Followed!.Identifiers[0].Value);

        var renamed = Assert.Single(RegistryUpdate.Of(Ours("旧名大学", "Old Name University", "JP", Ror("0dem00034")), Registry));
        Assert.Equal((RegistryUpdateKind.Renamed, "Tohoku Example University"), (renamed.Kind, renamed.After!.Value.En));
        Assert.Equal(("東北例示大学", "Tohoku Example University"), (renamed.Followed!.Name.Ja, renamed.Followed.Name.En));
        Assert.Equal(["旧名大学", "Old Name University"], renamed.Followed.Names.Select(name => name.Value));

        var closed = Assert.Single(RegistryUpdate.Of(Ours(null, "Tohoku Example University", "JP", Ror("0dem00034"), ("status", "inactive")), Registry));
        Assert.Equal((RegistryUpdateKind.Status, OrganisationStatus.Active), (closed.Kind, closed.Followed!.Status));
        Assert.Equal(RegistryUpdateKind.Missing, Assert.Single(RegistryUpdate.Of(Ours(null, "X", "JP", Ror("01dq60k83")), Registry)).Kind);
        Assert.Empty(RegistryUpdate.Of(Ours("東北例示大学", null, "JP", Ror("0dem00034")), Registry));
        Assert.Empty(RegistryUpdate.Of(Ours("東北例示大学", null, "JP"), Registry));
    }

    private static (string, object?) Ror(string id)
    {
        var parts = (PartsField)Type.Field("identifiers")!;
        var list = parts.Part.List();
        var part = parts.Part.New();
        parts.Part.Fields[0].Write(part, "ror");
        parts.Part.Fields[1].Write(part, "https://ror.org/" + id);
        list.Add(part);
        return ("identifiers", list);
    }

    private static Organisation Ours(string? ja, string? en, string country, params (string Field, object? Value)[] more)
    {
        var record = new Organisation();
        foreach (var (field, value) in new (string, object?)[] { ("name", new Bilingual(ja, en)), ("kind", "education"), ("status", "active"), ("country", country) }.Concat(more)) Type.Field(field)!.Write(record, value);
        return record;
    }

    private static RegistryInUse Dump(params (string Id, string Name, string Country, string City, string? Other, string Status, string? Successor)[] entries)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, entries.Select(entry => JsonSerializer.Serialize(new
            {
                id = entry.Id,
                status = entry.Status,
                types = Education,
                established = 1900,
                names = new[] { new { value = entry.Name, lang = "en", types = Shown } }.Concat(entry.Other is null ? [] : [new { value = entry.Other, lang = entry.Country == "JP" ? "ja" : "fr", types = Also }]),
                locations = new[] { new { geonames_details = new { country_code = entry.Country, country_name = "", name = entry.City, lat = 1.5, lng = 2.5 } } },
                links = new[] { new { type = "website", value = $"https://{entry.Id[^9..]}.example" } },
                external_ids = Array.Empty<object>(),
                relationships = entry.Successor is null ? [] : new[] { new { type = "successor", id = entry.Successor, label = "" } },
            })));
            File.Move(path, path + ".jsonl");
            return new("test", RegistryDump.ReadAsync(path + ".jsonl", default).GetAwaiter().GetResult().Value!);
        }
        finally
        {
            File.Delete(path + ".jsonl");
        }
    }
}
