using Kakehashi.Kernel;
using Kakehashi.Partnerships.Duplicates;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Partners;

public sealed class TakingOver
{
    private const string Ror = "https://ror.org/01dq60k83", AnotherRor = "https://ror.org/02kpeqv85";

    [Fact]
    public void Fills_what_is_empty_and_adds_names_and_identifiers_that_are_new()
    {
        var kept = Make(("name", new Bilingual("東北大学", null)), ("country", "JP"));
        var merged = Make(("name", new Bilingual("東北帝国大学", "Tohoku University")), ("country", "CN"), ("city", "仙台"));
        Add(merged, "names", ("value", "TU"), ("kind", "acronym"));
        Add(merged, "identifiers", ("scheme", "local"), ("value", "X1"));

        var offered = TakeOver.Of(Product.Organisations, kept, merged);
        Assert.Equal(["name.en", "city", "identifiers.1", "names.1", "names.3"], offered.Select(one => one.Code));
        Assert.All(offered, one => Assert.True(one.IsTicked));

        var after = (Organisation)TakeOver.Apply(Product.Organisations, kept, offered)!;
        Assert.Equal((new Bilingual("東北大学", "Tohoku University"), "仙台", "JP"), (after.Name, after.City, after.Country));
        Assert.Equal([("東北帝国大学", "ja", OrganisationNameKind.Alias), ("TU", null, OrganisationNameKind.Acronym)], after.Names.Select(name => (name.Value, name.Language, name.Kind)));
        Assert.Equal("X1", Assert.Single(after.Identifiers).Value);
        Assert.Empty(kept.Names);
    }

    [Fact]
    public void Takes_only_what_is_ticked()
    {
        var (kept, merged) = (Make(("name", new Bilingual("東北大学", null))), Make(("name", new Bilingual("東北大学", null)), ("city", "仙台"), ("website", "https://example.org")));
        var offered = TakeOver.Of(Product.Organisations, kept, merged);
        var after = (Organisation)TakeOver.Apply(Product.Organisations, kept, [.. offered.Where(one => one.Code == "city")])!;
        Assert.Equal(("仙台", null), (after.City, after.Website));
        Assert.Null(TakeOver.Apply(Product.Organisations, kept, []));
    }

    [Fact]
    public void Leaves_a_second_ROR_ID_unless_it_is_asked_for()
    {
        var (kept, merged) = (Make(("name", new Bilingual("A", null))), Make(("name", new Bilingual("A", null))));
        Add(kept, "identifiers", ("scheme", "ror"), ("value", Ror));
        Add(merged, "identifiers", ("scheme", "ror"), ("value", Ror));
        Assert.Empty(TakeOver.Of(Product.Organisations, kept, merged));
        Add(merged, "identifiers", ("scheme", "ror"), ("value", AnotherRor));
        Assert.False(Assert.Single(TakeOver.Of(Product.Organisations, kept, merged)).IsTicked);
    }

    private static Organisation Make(params (string, object?)[] values) => (Organisation)Product.Make(Product.Organisations, values);

    private static void Add(Organisation one, string code, params (string Code, string Value)[] values)
    {
        var field = (PartsField)Product.Organisations.Field(code)!;
        var part = field.Part.New();
        foreach (var (sub, value) in values) field.Part.Fields.First(known => known.Code == sub).Write(part, value);
        var list = field.Part.List();
        foreach (var known in field.Read(one) as System.Collections.IList ?? Array.Empty<object>()) list.Add(known);
        list.Add(part);
        field.Write(one, list);
    }
}
