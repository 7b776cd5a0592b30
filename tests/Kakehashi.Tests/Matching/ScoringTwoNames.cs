using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Tests.Matching;

/// <summary>A score says how sure it is that two names are of the same: what both have against what contradicts.</summary>
public sealed class ScoringTwoNames
{
    private static readonly string[] Words = ["university", "institute", "tohoku", "kyoto", "technology", "national", "heidelberg", "of", "ltd", "大学", "東北", "工業", "トウホク", "mit", "3", "zürich", "Москва"];

    [Theory]
    [InlineData("Tohoku University", "Tohoku University", 0.9, 1)]
    [InlineData("Tohoku University", "Tohuku University", 0.75, 0.95)]
    [InlineData("University of Heidelberg", "Heidelberg Universität", 0.85, 1)]
    [InlineData("Massachusetts Inst. of Technology", "Massachusetts Institute of Technology", 0.85, 1)]
    [InlineData("マサチューセッツ", "Massachusetts", 0.7, 1)]
    [InlineData("ケンブリッジ", "Cambridge", 0.7, 1)]
    [InlineData("スタンフォード", "Stanford", 0.7, 1)]
    [InlineData("オックスフォード", "Oxford", 0.7, 1)]
    [InlineData("ハーバード", "Harvard", 0.6, 1)]
    [InlineData("哈爾浜工業大学", "哈尔滨工业大学", 0.9, 1)]
    [InlineData("東北大学 国際交流課", "東北大学", 0.4, 0.9)]
    [InlineData("Bio Medical Research Kyoto", "Kyoto Biomedical Research", 0.85, 1)]
    [InlineData("ETH", "ETH", 0.85, 1)]
    [InlineData("MIT", "Massachusetts Institute of Technology", 0.4, 0.8)]
    // one common word is never enough, and a contradiction weighs more than what is left out
    [InlineData("University", "University", 0, 0.7)]
    [InlineData("University", "Kyoto University", 0, 0.5)]
    [InlineData("Kyoto University", "Tohoku University", 0, 0.25)]
    [InlineData("東京大学", "東北大学", 0, 0.55)]
    [InlineData("北京理工大学", "東北大学", 0, 0.4)]
    [InlineData("Institute 3", "Institute 8", 0, 0.5)]
    [InlineData("Harbin Engineering University", "Harbin Institute of Technology", 0, 0.6)]
    [InlineData("", "Kyoto University", 0, 0)]
    public void Lies_where_a_person_would_put_it(string one, string other, double least, double most)
    {
        var score = NameScore.Of(Name.Of(one), Name.Of(other));
        Assert.True(score.Value >= least && score.Value <= most, $"{one} / {other}: {score.Value:0.000} {string.Join("; ", score.Why.Select(finding => finding.Words.En))}");
    }

    [Theory]
    [InlineData("Kyoto Institute of Technology", "Kyoto Institute", "Kyoto Institute of Science")]
    [InlineData("Technical University of Munich", "TU Technical University Munich", "Technical University of Berlin")]
    [InlineData("Harbin Institute of Technology", "Harbin Inst Technol", "Harbin Engineering University")]
    [InlineData("東北工業大学", "東北工業大", "東北大学")]
    public void Is_higher_for_the_one_that_is_meant(string name, string meant, string another) =>
        Assert.True(NameScore.Of(Name.Of(name), Name.Of(meant)).Value > NameScore.Of(Name.Of(name), Name.Of(another)).Value);

    [Fact]
    public void Is_the_same_whichever_name_comes_first() => Prop.ForAll(Arb.From(Names), Arb.From(Names), (one, other) =>
        Math.Abs(NameScore.Of(Name.Of(one), Name.Of(other)).Value - NameScore.Of(Name.Of(other), Name.Of(one)).Value) < 1e-9).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Never_rises_with_words_that_have_nothing_to_do_with_it() => Prop.ForAll(Arb.From(Names), Arb.From(Names), (one, other) =>
        NameScore.Of(Name.Of(one + " qqxqq"), Name.Of(other)).Value <= NameScore.Of(Name.Of(one), Name.Of(other)).Value + 1e-9).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Is_never_certain() => Prop.ForAll(Arb.From(Names), name => NameScore.Of(Name.Of(name), Name.Of(name)).Value is >= 0 and < 1).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Says_why_in_both_languages()
    {
        var why = NameScore.Of(Name.Of("Tohuku University Press"), Name.Of("Tohoku University")).Why;
        Assert.Equal([FindingKind.Alike, FindingKind.Same, FindingKind.OnlyInOne], why.Select(finding => finding.Kind).OrderBy(kind => kind == FindingKind.Alike ? 0 : kind == FindingKind.Same ? 1 : 2));
        Assert.Contains(why, finding => finding.Words.In(Language.Ja) == "「tohuku」と「tohoku」が類似" && finding.Words.In(Language.En) == "“tohuku” is like “tohoku”");
    }

    private static Gen<string> Names => Gen.ListOf(Gen.Elements(Words)).Select(words => string.Join(' ', words.Take(6)));
}
