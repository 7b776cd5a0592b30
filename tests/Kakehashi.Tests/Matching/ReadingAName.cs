using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Tests.Matching;

/// <summary>Two ways of writing the same name are the same words.</summary>
public sealed class ReadingAName
{
    [Theory]
    // width, case, marks, ligatures, points, apostrophes
    [InlineData("ＴＯＨＯＫＵ　Ｕｎｉｖｅｒｓｉｔｙ", "Tohoku University")]
    [InlineData("École Polytechnique Fédérale", "ECOLE POLYTECHNIQUE FEDERALE")]
    [InlineData("Universität Straße", "Universitat Strasse")]
    [InlineData("Uniwersytet Łódzki", "Uniwersytet Lodzki")]
    [InlineData("Københavns Universitet", "Kobenhavns Universitet")]
    [InlineData("U.S. Army", "US Army")]
    [InlineData("M.I.T.", "MIT")]
    [InlineData("Queen’s University", "Queens University")]
    [InlineData("①号館", "1号館")]
    // one form of each Chinese character
    [InlineData("東北大學", "東北大学")]
    [InlineData("哈爾浜工業大学", "哈尔滨工业大学")]
    [InlineData("哈爾濱工業大學", "哈尔滨工业大学")]
    [InlineData("國立臺灣大學", "国立台湾大学")]
    [InlineData("廣島大学", "広島大学")]
    [InlineData("慶應義塾大学", "慶応義塾大学")]
    // kana and the ways to write Japanese in Latin letters
    [InlineData("とうほくだいがく", "トウホクダイガク")]
    [InlineData("ﾄｳﾎｸ", "トウホク")]
    [InlineData("トウホク", "Tōhoku")]
    [InlineData("Tōhoku Daigaku", "Tohoku Daigaku")]
    [InlineData("Touhoku", "Tohoku")]
    [InlineData("Toohoku", "Tohoku")]
    [InlineData("Tohhoku", "Tohoku")]
    [InlineData("Chiba", "Tiba")]
    [InlineData("Shizuoka", "Sizuoka")]
    [InlineData("Fukushima", "Hukusima")]
    [InlineData("Ryūkyū", "Ryukyu")]
    [InlineData("Jōchi", "Zyoti")]
    [InlineData("Hokkaidō", "ホッカイドウ")]
    [InlineData("Nihonbashi", "Nihombashi")]
    [InlineData("Shin'ichi", "シンイチ")]
    [InlineData("ファラデー", "ﾌｧﾗﾃﾞｰ")]
    // legal forms and particles say nothing of who is meant
    [InlineData("東北電子株式会社", "㈱東北電子")]
    [InlineData("国立大学法人東北大学", "東北大学")]
    [InlineData("Siemens AG", "Siemens")]
    [InlineData("ООО «Газпром нефть»", "Газпром нефть")]
    [InlineData("University of Tokyo", "The University of Tokyo")]
    [InlineData("Huawei Technologies Co., Ltd.", "Huawei Technologies")]
    // other scripts are written in Latin letters
    [InlineData("Московский", "Moskovskiy")]
    [InlineData("서울대학교", "seouldaehaggyo")]
    public void Gives_the_same_words(string one, string other) => Assert.Equal(Name.Of(one).Key, Name.Of(other).Key);

    [Theory]
    [InlineData("東北大学", "東京大学")]
    [InlineData("Ono", "Ohno University")]
    [InlineData("Chiba University", "Chubu University")]
    [InlineData("ファン", "ハン")]
    [InlineData("AG", "KG")]
    public void Keeps_apart_what_is_not_the_same(string one, string other) => Assert.NotEqual(Name.Of(one).Key, Name.Of(other).Key);

    [Fact]
    public void Keeps_the_words_in_order_and_says_what_each_does()
    {
        var name = Name.Of("The University of Tōkyō Press, Ltd.");
        Assert.Equal(["the", "university", "of", "tokyo", "press", "ltd"], name.Words.Select(word => word.Text));
        Assert.Equal([WordKind.Particle, WordKind.Plain, WordKind.Particle, WordKind.Plain, WordKind.Plain, WordKind.LegalForm], name.Words.Select(word => word.Kind));
        Assert.Equal("university tokyo press", name.Key);
    }

    [Fact]
    public void Never_reads_kanji_as_Chinese() => Assert.DoesNotContain(Name.Of("東北大学").Words, word => word.Text.Any(char.IsAscii));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("—·…")]
    [InlineData("\u202e\u200f\u0007")]
    [InlineData("\ud800")]
    [InlineData("🎓🏫")]
    public void Says_that_there_is_nothing_to_compare(string text) => Assert.True(Name.Of(text).IsEmpty);

    [Fact]
    public void Is_not_led_astray_by_marks_that_nobody_sees() => Assert.Equal(Name.Of("Tohoku University").Key, Name.Of("To\u200bhoku\u00ad \u202eUniversity\u202c").Key);

    [Fact]
    public void Reads_no_more_than_a_name_is_long()
    {
        var name = Name.Of(new string('x', 1_000_000));
        Assert.Equal(Name.Longest, name.Key.Length);
        Assert.Equal(1_000_000, name.Text.Length);
    }

    [Fact]
    public void Takes_any_text() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var name = Name.Of(text ?? "");
        return name.Words.All(word => word.Text.Length > 0 && word.Text.IsNormalized(NormalizationForm.FormKC)) && Name.Of(name.Text).Key == name.Key;
    }).QuickCheckThrowOnFailure();
}
