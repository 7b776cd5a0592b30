using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Tests.Matching;

public sealed class NamesInKatakana
{
    private static readonly string[] Latin =
    [
        "University of Oxford", "Technische Universität München", "Heidelberg University", "Massachusetts Institute of Technology", "University of Leeds", "Aalto University", "Alte University",
        "Yale University", "University of Edinburgh", "University of Denver", "University of Delhi", "New York University", "University of York", "Seoul National University", "Mannheim University", "National University of Singapore",
        "Sorbonne Université", "Delft University of Technology", "Leiden University", "Hanoi University of Science and Technology", "Marshall University", "McGill University", "Universitat de Barcelona", "Linnaeus University",
    ];

    private static readonly Affiliations Registry = new(EntityNames.Of(Latin.Select(name => new KnownEntity(name, [new(Name.Of(name), NameUse.Label)]))));

    [Theory]
    [InlineData("オックスフォード大学", "University of Oxford")]
    [InlineData("ミュンヘン工科大学", "Technische Universität München")]
    [InlineData("ハイデルベルク大学", "Heidelberg University")]
    [InlineData("マサチューセッツ工科大学", "Massachusetts Institute of Technology")]
    [InlineData("マギル大学", "McGill University")]
    [InlineData("リーズ大学", "University of Leeds")]
    [InlineData("アールト大学", "Aalto University")]
    [InlineData("エディンバラ大学", "University of Edinburgh")]
    [InlineData("デリー大学", "University of Delhi")]
    [InlineData("シンガポール国立大学", "National University of Singapore")]
    [InlineData("ソルボンヌ大学", "Sorbonne Université")]
    [InlineData("デルフト工科大学", "Delft University of Technology")]
    [InlineData("バルセロナ大学", "Universitat de Barcelona")]
    [InlineData("オックスフォード・ユニバーシティ", "University of Oxford")]
    public void Are_found_by_their_sound_and_by_what_they_are(string kana, string latin)
    {
        Assert.Equal(latin, Assert.Single(Registry.In(kana)).Entity.Id);
        Assert.True(TextPair.Of(kana, latin).Value >= 0.75);
    }

    [Theory]
    [InlineData("ニューヨーク大学", "New York University")]
    [InlineData("ソウル国立大学", "Seoul National University")]
    [InlineData("イェール大学", "Yale University")]
    [InlineData("ハノイ工科大学", "Hanoi University of Science and Technology")]
    public void Of_few_sounds_are_likely_and_not_sure(string kana, string latin) => Assert.InRange(TextPair.Of(kana, latin).Value, 0.6, 0.99);

    [Theory]
    [InlineData("カリフォルニア大学")]
    [InlineData("チューリッヒ工科大学")]
    [InlineData("大学")]
    public void Are_nobodys_where_none_sounds_so(string kana) => Assert.Empty(Registry.In(kana));

    [Theory]
    [InlineData("オックスフォード大学", "University of Oxford")]
    [InlineData("ファーウェイ・テクノロジーズ", "Huawei Technologies")]
    [InlineData("東北大学", "Tohoku University")]
    public void Are_compared_the_same_whichever_comes_first(string one, string other) => Assert.Equal(TextPair.Of(one, other).Value, TextPair.Of(other, one).Value);

    [Fact]
    public void Of_a_hospital_are_not_those_of_the_university_of_the_town() =>
        Assert.True(TextPair.Of("オックスフォード病院", "University of Oxford").Value < TextPair.Of("オックスフォード大学", "University of Oxford").Value - 0.2);

    [Theory]
    [InlineData("アールト工科大学", "アールト university technology ")]
    [InlineData("アールト国立工業大學", "アールト national university technology ")]
    public void Have_their_kinds_translated_and_never_a_name(string text, string reading)
    {
        Assert.Contains(reading, KanaReadings.Of(text));
        Assert.All(KanaReadings.Of("アールト東北大学"), one => Assert.Contains("東北大学", one, StringComparison.Ordinal));
    }
}
