using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>A node of a graph of linked data.</summary>
internal abstract record Term;

/// <summary>What has an address of its own.</summary>
internal sealed record Iri(string Address) : Term;

/// <summary>A text in a language, or a value of a type (xsd:date).</summary>
internal sealed record Literal(string Value, string? Language = null, string? Type = null) : Term;

/// <summary>A thing with what is said of it; without an address where it stands only within another.</summary>
internal sealed record Thing(string? Address, string Type, IReadOnlyList<(string Property, Term Value)> Said) : Term;

/// <summary>The same things as Turtle and as JSON-LD.</summary>
internal static class Graph
{
    private static readonly (string Prefix, string Address)[] Prefixes =
    [
        ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("spdx", "http://spdx.org/rdf/terms#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    /// <summary>Things that others only name, after those that name them: each is told once.</summary>
    public static IReadOnlyList<Thing> Whole(IEnumerable<Thing> things)
    {
        var (whole, known) = (new List<Thing>(things), new HashSet<string?>(StringComparer.Ordinal));
        known.UnionWith(whole.Select(thing => thing.Address));
        for (var i = 0; i < whole.Count; i++) whole.AddRange(Named(whole[i]).Where(other => known.Add(other.Address)));
        return whole;
    }

    public static string Turtle(IReadOnlyList<Thing> things)
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in Prefixes) text.Append(CultureInfo.InvariantCulture, $"@prefix {prefix}: <{address}> .\n");
        foreach (var thing in things) text.Append(CultureInfo.InvariantCulture, $"\n<{thing.Address}> a {thing.Type}{Said(thing, "  ")} .\n");
        return text.ToString();
    }

    public static JsonObject JsonLd(IReadOnlyList<Thing> things)
    {
        var context = new JsonObject();
        foreach (var (prefix, address) in Prefixes) context[prefix] = address;
        return new() { ["@context"] = context, ["@graph"] = new JsonArray([.. things.Select(Told)]) };
    }

    private static IEnumerable<Thing> Named(Thing thing) =>
        thing.Said.Select(one => one.Value).OfType<Thing>().SelectMany(other => other.Address is null ? Named(other) : [other]);

    private static string Said(Thing thing, string indent) =>
        string.Concat(thing.Said.Select(one => $" ;\n{indent}{one.Property} {Written(one.Value, indent)}"));

    private static string Written(Term term, string indent) => term switch
    {
        Iri iri => $"<{iri.Address}>",
        Literal literal => Quoted(literal.Value) + (literal.Language is { } language ? $"@{language}" : literal.Type is { } type ? $"^^{type}" : ""),
        Thing { Address: null } inner => $"[ a {inner.Type}{Said(inner, indent + "  ")} ]",
        Thing other => $"<{other.Address}>",
        _ => throw new InvalidOperationException($"{term} is no term"),
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"";

    private static JsonNode Json(Term term)
    {
        switch (term)
        {
            case Iri iri: return new JsonObject { ["@id"] = iri.Address };
            case Literal { Language: { } language } text: return new JsonObject { ["@value"] = text.Value, ["@language"] = language };
            case Literal { Type: { } type } typed: return new JsonObject { ["@value"] = typed.Value, ["@type"] = type };
            case Literal plain: return JsonValue.Create(plain.Value);
            case Thing { Address: { } address }: return new JsonObject { ["@id"] = address };
            case Thing inner: return Told(inner);
            default: throw new InvalidOperationException($"{term} is no term");
        }
    }

    private static JsonNode Told(Thing thing)
    {
        var json = new JsonObject { ["@type"] = thing.Type };
        if (thing.Address is { } address) json["@id"] = address;
        foreach (var same in thing.Said.GroupBy(one => one.Property)) json[same.Key] = new JsonArray([.. same.Select(one => Json(one.Value))]);
        return json;
    }
}
