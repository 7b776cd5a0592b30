using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Persons;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Tests.Matching;

/// <summary>Names of persons: words in any order, each as rare as it is among persons.</summary>
public sealed class ComparingPersons
{
    private static readonly WordFrequencies Frequencies = new(Enumerable.Range(0, 400).Select(i => (IReadOnlyList<Name>)[Name.Of(i % 2 == 0 ? $"Mohammed Number{i}" : $"Olga Number{i}")]));

    [Theory]
    [InlineData("Vladislav Kermanov", "KERMANOV, Vladislav", 0.9, 1)]
    [InlineData("Vladislav Kermanov", "KERMANOV, V.", 0.7, 0.95)]
    [InlineData("Vladislav Kermanov", "Kermanov Vladislav Igorevich", 0.7, 0.95)]
    [InlineData("Vladislav Kermanov", "Vladislav Kremanov", 0.8, 0.99)]
    [InlineData("Abdulrahman Torvani", "Abd al-Rahman Torvani", 0.8, 1)]
    [InlineData("Muhammad Torvani", "محمد Torvani", 0.8, 1)]
    [InlineData("Aleksandr Torvani", "Alexander Torvani", 0.8, 1)]
    [InlineData("Vladislav Kermanov", "Vladislav Torvani", 0, 0.5)]
    [InlineData("Mohammed Kermanov", "Mohammed Torvani", 0, 0.35)]
    [InlineData("Mary Ashley Kermanov", "Maria Kermanov Torvani", 0, 0.69)]
    [InlineData("趙光永", "光永 赵", 0.9, 1)]
    [InlineData("趙光永", "趙光栄", 0, 0.1)]
    [InlineData("", "Olga Torvani", 0, 0)]
    public void Lie_where_a_person_would_put_them(string one, string other, double least, double most)
    {
        var (first, second) = (PersonName.Of(Name.Of(one), Frequencies), PersonName.Of(Name.Of(other), Frequencies));
        Assert.InRange(PersonScore.ValueOf(first, second), least, most);
        Assert.Equal(PersonScore.ValueOf(first, second), PersonScore.ValueOf(second, first), 9);
        Assert.Equal(PersonScore.ValueOf(first, second), PersonScore.Of(first, second).Value, 9);
    }

    [Fact]
    public void A_common_word_tells_less() =>
        Assert.True(Frequencies.BitsOf(Name.Of("Mohammed").Words[0]) < Frequencies.BitsOf(Name.Of("Kermanov").Words[0]));

    [Theory]
    [InlineData("バスカレッリ", "Bascarelli", 0.75)]
    [InlineData("マサチューセッツ", "Massachusetts", 0.75)]
    [InlineData("テクノエイト", "Techno Eight", 0.7)]
    public void Kana_are_compared_as_wholes_by_their_sound(string kana, string letters, double least)
    {
        Assert.InRange(SpokenName.Score(SpokenName.WithVowels(Name.Of(kana)), SpokenName.WithVowels(Name.Of(letters))), least, 0.9999);
        Assert.InRange(SpokenName.Score(SpokenName.WithVowels(Name.Of(kana)), SpokenName.WithVowels(Name.Of("Heidelberg"))), 0, 0.5);
    }

    [Theory]
    [InlineData("株式会社ケーエスピー", "株式会社KSP")]
    [InlineData("エム・ティ・シー", "MTC")]
    [InlineData("イノアックコーポレーション", "イノアック")]
    [InlineData("ジーエルサイエンス株式会社", "GL science株式会社")]
    [InlineData("株式会社エー・アンド・デイ", "株式会社A&D")]
    [InlineData("サトーホールディングス", "サトー holdings")]
    [InlineData("シーテック", "C tech")]
    [InlineData("クリエート・デザイン", "create design")]
    public void Letters_loanwords_and_legal_forms_in_kana_are_read(string text, string reading) => Assert.Contains(reading, KanaReadings.Of(text));

    [Theory]
    [InlineData("エスバンス")]
    [InlineData("ワコール")]
    [InlineData("東北大学")]
    public void What_is_no_word_that_is_known_is_left_as_it_sounds(string text) => Assert.Empty(KanaReadings.Of(text));
}
