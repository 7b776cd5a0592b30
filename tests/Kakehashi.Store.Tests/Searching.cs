using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class Searching(Store store) : Specification(store)
{
    private static readonly string[] Names =
    [
        "東北大学", "北東大学", "国立がん研究センター", "学習院", "早稲田大学", "École polytechnique", "Université de Montréal", "ETH Zürich",
        "ＡＢＣ研究所", "T-ACT研究会", "データサイエンス機構", "𠮷田財団", "人々の会", "Tohoku University", "大阪 City 大学", "ガーナ大学", "カナダ大学",
    ];

    [Theory]
    [InlineData("がん", "国立がん研究センター")]
    [InlineData("東北", "東北大学")]
    [InlineData("北東", "北東大学")]
    [InlineData("北大", "東北大学")]
    [InlineData("大学", "ガーナ大学", "カナダ大学", "北東大学", "大阪 City 大学", "早稲田大学", "東北大学")]
    [InlineData("東", "北東大学", "東北大学")]
    [InlineData("院", "学習院")]
    [InlineData("ガーナ", "ガーナ大学")]
    [InlineData("カーナ")]
    [InlineData("ｶﾞｰﾅ", "ガーナ大学")]
    [InlineData("人々", "人々の会")]
    [InlineData("𠮷田", "𠮷田財団")]
    [InlineData("𠮷", "𠮷田財団")]
    [InlineData("Toho", "Tohoku University")]
    [InlineData("tohoku univ", "Tohoku University")]
    [InlineData("ohoku")]
    [InlineData("ecole", "École polytechnique")]
    [InlineData("ÉCOLE", "École polytechnique")]
    [InlineData("montreal universite", "Université de Montréal")]
    [InlineData("zurich", "ETH Zürich")]
    [InlineData("ABC", "ＡＢＣ研究所")]
    [InlineData("ａｂｃ研究所", "ＡＢＣ研究所")]
    [InlineData("act研究", "T-ACT研究会")]
    [InlineData("大学 city", "大阪 City 大学")]
    [InlineData("東北 早稲田")]
    [InlineData("大學")]
    public async Task Finds_what_holds_all_the_words(string words, params string[] found)
    {
        Create(Product.Organisations, Names.Select(name => Organisation(name)));
        Assert.Equal(found.Order(StringComparer.Ordinal), await Found(Product.Organisations, words));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("東北*")]
    [InlineData("(東北")]
    [InlineData("東北)")]
    [InlineData("words:東北")]
    [InlineData("'東北")]
    [InlineData("'; DROP TABLE search; --")]
    [InlineData("東北\\")]
    [InlineData("& | ! <->")]
    [InlineData("東北 & !大学")]
    [InlineData("NEAR(東北, 1)")]
    [InlineData("AND OR NOT")]
    [InlineData("東北\0大学")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("-東北")]
    [InlineData("^東北")]
    [InlineData("%_")]
    public async Task Takes_signs_for_no_more_than_signs(string words)
    {
        Create(Product.Organisations, Organisation("東北大学"));
        var page = await Database.ListAsync(Product.Organisations, new() { Text = words }, Actor.Local, Cancel);
        var meant = string.Concat(words.Where(c => c is >= '一' and <= '龠'));
        Assert.Equal(meant.Length > 0 && !words.Contains("words", StringComparison.Ordinal) && !words.Contains("NEAR", StringComparison.Ordinal) ? 1 : 0, page.Count);
        Assert.Equal(["東北大学"], await Found(Product.Organisations, "東北"));
    }

    [Fact]
    public async Task Looks_into_parts_and_codes_of_the_type_that_is_asked_for_alone()
    {
        Create(Product.Organisations, Organisation("東北大学"));
        Create(Product.Agreements, Agreement("A-1", ("note", "東北大学との覚書")));
        Assert.Equal(["協定A-1"], await Found(Product.Agreements, "東北大学"));
        Assert.Equal(["協定A-1"], await Found(Product.Agreements, "a 1"));
        Assert.Equal(["東北大学"], await Found(Product.Organisations, "東北大学"));
    }

    [Fact]
    public async Task Follows_what_happens_to_a_record()
    {
        var one = Organisation("東北大学");
        Create(Product.Organisations, one);
        var renamed = Organisation("早稲田大学");
        Change(session => session.Update(Product.Organisations, one, renamed));
        Assert.Empty(await Found(Product.Organisations, "東北"));
        Assert.Equal(["早稲田大学"], await Found(Product.Organisations, "早稲"));
        Change(session => session.Withdraw(Product.Organisations, renamed));
        Assert.Empty(await Found(Product.Organisations, "早稲"));
        Assert.Empty(await Found(Product.Organisations, "早稲", new() { Withdrawn = true }));
        Change(session => session.Restore(Product.Organisations, renamed));
        Assert.Equal(["早稲田大学"], await Found(Product.Organisations, "早稲"));
    }

    [Fact]
    public async Task Narrows_what_was_found_by_conditions_sorts_and_pages_it()
    {
        Create(Product.Organisations, Enumerable.Range(0, 1_500).Select(i => Organisation($"第{i}大学", ("country", i % 500 == 0 ? "FR" : "JP"), ("city", $"{i:0000}"))));
        var french = new ListQuery { Text = "大学", Where = new Dictionary<string, Condition> { ["country"] = new() { AnyOf = ["FR"] } } };
        Assert.Equal(3, (await Database.ListAsync(Product.Organisations, french, Actor.Local, Cancel)).Count);
        var page = await Database.ListAsync(Product.Organisations, new() { Text = "大学", Sort = "city", Descending = true, Page = 2, Size = 10 }, Actor.Local, Cancel);
        Assert.Equal((1_500, "第1489大学"), (page.Count, Product.Organisations.Caption(page.Records[0]).Ja));
    }

    [Fact]
    public async Task Puts_what_matches_best_first()
    {
        Create(Product.Organisations, Organisation("東北大学"), Organisation("東北大学病院附属の国立がん研究センター"), Organisation("東北大学 東北大学"));
        Assert.Equal("東北大学病院附属の国立がん研究センター", Product.Organisations.Caption((await Database.ListAsync(Product.Organisations, new() { Text = "東北大学" }, Actor.Local, Cancel)).Records[^1]).Ja);
    }

    [Fact]
    public async Task Puts_the_newest_first_of_more_than_a_list_shows_and_misses_none_that_meets_a_condition_too()
    {
        Create(Product.Organisations, Enumerable.Range(0, ListQuery.Window + 200).Select(i => Organisation($"第{i}大学", ("country", i % 100 == 0 ? "FR" : "JP"), ("city", $"{i:00000}"))));
        var all = await Database.ListAsync(Product.Organisations, new() { Text = "大学", Size = 2, Page = 2 }, Actor.Local, Cancel);
        Assert.True(all.IsMore);
        Assert.Equal(["第10197大学", "第10196大学"], all.Records.Select(record => Product.Organisations.Caption(record).Ja));
        var french = new Dictionary<string, Condition> { ["country"] = new() { AnyOf = ["FR"] } };
        var some = await Database.ListAsync(Product.Organisations, new() { Text = "大学", Where = french, Sort = "city", Size = 2 }, Actor.Local, Cancel);
        Assert.Equal((102, "第0大学"), (some.Count, Product.Organisations.Caption(some.Records[0]).Ja));
    }

    [Fact]
    public async Task Takes_very_long_words_and_texts()
    {
        Create(Product.Agreements, Agreement("A-1", ("note", new string('x', 5_000) + " " + string.Concat(Enumerable.Range(0, 14_000).Select(i => (char)(0x4e00 + i))))));
        Assert.Equal(["協定A-1"], await Found(Product.Agreements, new string('x', 3_000)));
        Assert.Equal(["協定A-1"], await Found(Product.Agreements, "\u4e00\u4e01\u4e02"));
    }
}

public sealed class SearchingInSqlite() : Searching(new SqliteStore());

[Trait("Needs", "server")]
public sealed class SearchingInPostgres(PostgresServer server) : Searching(new PostgresStore(server));
