using System.Text;

namespace Kakehashi.Tests.Catalogue;

public sealed class CodeListFiles
{
    private const string World = "001";

    private static readonly string[] CountryKeys = ["code", "alpha3", "numeric", "ja", "en"];
    private static readonly string[] BilingualFiles = ["languages.csv", "regions.csv", "isced-f.csv"];
    private static readonly int[] FieldDepths = [2, 3, 4];

    public static TheoryData<string, string> Files => new()
    {
        { "countries.csv", "code,alpha3,numeric,ja,en,region,subregion" },
        { "regions.csv", "code,ja,en,parent" },
        { "country-aliases.csv", "alias,code" },
        { "languages.csv", "code,ja,en" },
        { "isced-f.csv", "code,ja,en,parent" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_UTF8_without_a_mark_with_their_header_and_full_rows(string file, string header)
    {
        var bytes = File.ReadAllBytes(CodeList.PathOf(file));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith(header + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('�', text);
        var list = CodeList.Read(file);
        Assert.All(list.Rows, row => Assert.Equal(list.Columns.Count, row.Count));
        Assert.All(list.Rows.SelectMany(row => row), cell => Assert.Equal(cell.Trim(), cell));
    }

    [Theory]
    [InlineData("countries.csv", "code")]
    [InlineData("countries.csv", "alpha3")]
    [InlineData("countries.csv", "numeric")]
    [InlineData("countries.csv", "ja")]
    [InlineData("countries.csv", "en")]
    [InlineData("regions.csv", "code")]
    [InlineData("languages.csv", "code")]
    [InlineData("isced-f.csv", "code")]
    public void Say_each_code_once(string file, string column) => Assert.Empty(Repeated(CodeList.Read(file).All(column)));

    [Fact]
    public void Hold_250_countries_with_both_names_and_codes_of_the_right_shape()
    {
        var countries = CodeList.Read("countries.csv");
        Assert.Equal(250, countries.Rows.Count);
        Assert.All(countries.All("code"), code => Assert.Matches("^[A-Z]{2}$", code));
        Assert.All(countries.All("alpha3"), code => Assert.Matches("^[A-Z]{3}$", code));
        Assert.All(countries.All("numeric"), code => Assert.Matches("^[0-9]{3}$", code));
        Assert.All(countries.All("en"), name => Assert.Matches(@"^[\p{IsBasicLatin}\p{IsLatin-1Supplement}]+$", name));
        Assert.All(countries.All("ja"), name => Assert.Matches(@"[\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", name));
    }

    [Theory]
    [InlineData("JP", "142", "030")]
    [InlineData("TW", "142", "030")]
    [InlineData("KE", "002", "014")]
    [InlineData("MX", "019", "013")]
    [InlineData("XK", "150", "039")]
    [InlineData("CY", "142", "145")]
    public void Place_a_country_in_its_region(string country, string region, string subregion)
    {
        var countries = CodeList.Read("countries.csv");
        var row = countries.Rows.Single(row => countries.Cell(row, "code") == country);
        Assert.Equal((region, subregion), (countries.Cell(row, "region"), countries.Cell(row, "subregion")));
    }

    [Fact]
    public void Lead_from_every_subregion_through_its_region_to_the_world()
    {
        var regions = CodeList.Read("regions.csv");
        var parents = regions.Rows.ToDictionary(row => regions.Cell(row, "code"), row => regions.Cell(row, "parent"));
        Assert.All(parents.Keys, region => Assert.Equal(World, Upwards(region, parents)[^1]));

        var countries = CodeList.Read("countries.csv");
        Assert.All(countries.Rows, row =>
        {
            var chain = Upwards(countries.Cell(row, "subregion"), parents);
            Assert.Equal([countries.Cell(row, "region"), World], chain.TakeLast(2));
        });
    }

    [Fact]
    public void Lead_from_an_alias_to_one_country_that_exists()
    {
        var countries = CodeList.Read("countries.csv");
        var aliases = CodeList.Read("country-aliases.csv");
        Assert.Subset(countries.All("code").ToHashSet(), aliases.All("code").ToHashSet());

        var own = CountryKeys.SelectMany(countries.All).Select(Folded).Distinct();
        Assert.Empty(Repeated(own.Concat(aliases.All("alias").Select(Folded))));
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("米国", "US")]
    [InlineData("ITALIE", "IT")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Reino-Unido-de-Gran-Bretania-e-Irlanda-del-Norte", "GB")]
    public void Know_the_spellings_that_files_use(string spelling, string country)
    {
        var aliases = CodeList.Read("country-aliases.csv");
        var row = aliases.Rows.Single(row => Folded(aliases.Cell(row, "alias")) == Folded(spelling));
        Assert.Equal(country, aliases.Cell(row, "code"));
    }

    [Theory]
    [InlineData("朝鮮")]
    [InlineData("Congo")]
    public void Leave_out_what_could_mean_two_countries(string spelling) =>
        Assert.DoesNotContain(Folded(spelling), CodeList.Read("country-aliases.csv").All("alias").Select(Folded));

    [Fact]
    public void Give_every_language_and_region_both_names()
    {
        foreach (var file in BilingualFiles)
        {
            Assert.DoesNotContain("", CodeList.Read(file).All("ja"));
            Assert.DoesNotContain("", CodeList.Read(file).All("en"));
        }

        Assert.All(CodeList.Read("languages.csv").All("code"), code => Assert.Matches("^[a-z]{2,3}$", code));
    }

    [Fact]
    public void Put_every_ISCED_field_under_the_field_one_digit_shorter()
    {
        var fields = CodeList.Read("isced-f.csv");
        var codes = fields.All("code").ToHashSet();
        Assert.All(fields.Rows, row =>
        {
            var (code, parent) = (fields.Cell(row, "code"), fields.Cell(row, "parent"));
            Assert.Equal(code.Length == 2 ? "" : code[..^1], parent);
            Assert.True(parent.Length == 0 || codes.Contains(parent), $"{code} has no parent");
        });
        Assert.Equal([12, 58, 151], FieldDepths.Select(length => codes.Count(code => code.Length == length)));
    }

    // Upper case first, so that letters with two small forms (σ and ς) meet.
    private static string Folded(string text) =>
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);

    private static List<string> Upwards(string region, Dictionary<string, string> parents)
    {
        List<string> chain = [region];
        while (parents[chain[^1]] is { Length: > 0 } parent)
        {
            Assert.DoesNotContain(parent, chain);
            chain.Add(parent);
        }

        return chain;
    }
}
