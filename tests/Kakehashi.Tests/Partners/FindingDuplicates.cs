using System.Collections;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Duplicates;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Partners;

public sealed class FindingDuplicates
{
    private const string Ror = "https://ror.org/01dq60k83", AnotherRor = "https://ror.org/02kpeqv85";

    private readonly List<Organisation> all = [];

    [Fact]
    public void Is_sure_of_two_with_one_ROR_ID_whatever_they_are_called()
    {
        Add("東北大学", null, "JP", identifiers: [("local", "1"), ("ror", Ror)]);
        Add("Imperial University", null, null, identifiers: [("local", "2"), ("ror", Ror)]);
        var pair = Assert.Single(Find());
        Assert.Equal((1, 2, 1.0), (pair.First, pair.Second, pair.Score));
        Assert.Equal("The same ROR ID", Assert.Single(pair.Why).En);
    }

    [Theory]
    [InlineData("Heidelberg University", "Universität Heidelberg")]
    [InlineData("Massachusetts Institute of Technology", "Massachusetts Inst. of Technology")]
    [InlineData("ハルビン工業大学", "哈爾浜工業大学", false)]
    [InlineData("哈爾浜工業大学", "哈尔滨工业大学")]
    [InlineData("Kyoto University", "Tohoku University", false)]
    [InlineData("東京大学", "東北大学", false)]
    public void Compares_names(string one, string other, bool isFound = true)
    {
        Add(one, null, "DE");
        Add(other, null, "DE");
        Assert.Equal(isFound, Find().Count == 1);
    }

    [Fact]
    public void Compares_every_name_of_either_language_and_says_why()
    {
        Add("南開大学", "Nankai University", "CN");
        Add("ナンカイ", null, "CN", names: [("南开大学", "label")], website: "https://www.nankai.edu.cn/");
        var pair = Assert.Single(Find());
        Assert.Contains(pair.Why, why => why.Ja.Contains("「南開大学」", StringComparison.Ordinal));
        Assert.Contains("国・地域が同じ", pair.Why.Select(why => why.Ja));
    }

    [Fact]
    public void Does_not_ask_where_something_contradicts()
    {
        Add("Northwestern University", null, "US");
        Add("Northwestern University", null, "PH");
        Add("Université de Genève", null, "CH", identifiers: [("ror", Ror)]);
        Add("Université de Genève", null, "CH", identifiers: [("ror", AnotherRor)]);
        Add("Tohoku University Hospital", null, "JP", identifiers: [("local", "h")]);
        Add("Tohoku University Hospital", null, "JP", relations: [("parent", "local:h")]);
        Assert.Empty(Find());
    }

    [Fact]
    public void Takes_first_letters_for_a_hint_within_one_country_only()
    {
        Add("ETH", null, "CH");
        Add("Eidgenössische Technische Hochschule Zürich", null, "CH", names: [("ETH", "acronym")]);
        Add("Ecole des Techniques Hotelieres", null, null, names: [("ETH", "acronym")]);
        var pair = Assert.Single(Find());
        Assert.Equal((1, 2), (pair.First, pair.Second));
    }

    [Fact]
    public void Has_another_fingerprint_once_a_name_a_country_or_an_identifier_changes()
    {
        Add("東北大学", "Tohoku University", "JP");
        Add("東北大学", null, "JP");
        var before = Assert.Single(Find()).Fingerprint;
        Assert.Equal(before, Assert.Single(Find()).Fingerprint);
        Change(all[1], "city", "仙台");
        Assert.Equal(before, Assert.Single(Find()).Fingerprint);
        Change(all[1], "name", new Bilingual("東北大学", "Tohoku Daigaku"));
        Assert.NotEqual(before, Assert.Single(Find()).Fingerprint);
    }

    [Fact]
    public void Looks_up_only_those_that_are_asked_for_but_compares_them_with_all()
    {
        Add("東北大学", null, "JP");
        Add("東北大學", null, "JP");
        Add("Kyoto University", null, "JP");
        Add("Kyoto Univ.", null, "JP");
        Assert.Equal(2, Find().Count);
        var pair = Assert.Single(DuplicatePairs.Find(all, new HashSet<long> { 4 }, TestContext.Current.CancellationToken));
        Assert.Equal((3, 4), (pair.First, pair.Second));
    }

    private IReadOnlyList<PossibleDuplicate> Find() => [.. DuplicatePairs.Find(all, null, TestContext.Current.CancellationToken).InOrder()];

    private void Add(string? ja, string? en, string? country, (string, string)[]? names = null, (string, string)[]? identifiers = null, (string, string)[]? relations = null, string? website = null)
    {
        var one = (Organisation)Product.Make(Product.Organisations, ("name", new Bilingual(ja, en)), ("country", country), ("website", website),
            ("names", Parts("names", names, "value", "kind")), ("identifiers", Parts("identifiers", identifiers, "scheme", "value")), ("relations", Parts("relations", relations, "kind", "other")));
        one.Number = all.Count + 1;
        all.Add(one);
    }

    private static void Change(Organisation one, string field, object value) => Product.Organisations.Field(field)!.Write(one, value);

    private static IList Parts(string code, (string, string)[]? values, string first, string second)
    {
        var field = (PartsField)Product.Organisations.Field(code)!;
        var list = field.Part.List();
        foreach (var (one, other) in values ?? [])
        {
            var part = field.Part.New();
            field.Part.Fields.First(sub => sub.Code == first).Write(part, one);
            field.Part.Fields.First(sub => sub.Code == second).Write(part, other);
            list.Add(part);
        }

        return list;
    }
}
