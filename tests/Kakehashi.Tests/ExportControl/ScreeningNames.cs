using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;

namespace Kakehashi.Tests.ExportControl;

/// <summary>Names against a small list of invented persons and organisations.</summary>
public sealed class ScreeningNames
{
    private static readonly ScreeningIndex Index = ScreeningIndex.Of([AList(
        Person("1", "BORDANSKY, Oleg Petrovich", births: "1962-05-11", countries: "RU"),
        Person("2", "ABD AL-RAHMAN AL-TURVANI", countries: "SY"),
        Person("3", "Anna", isWeak: true),
        Person("4", "Маркелов Дмитрий Сергеевич"),
        Person("5", "趙光永"),
        Organisation("6", "Velmora Institute of Applied Rocketry Co., Ltd.", countries: "IR"),
        Organisation("7", "Tarnholm University (TARNU)", countries: "CN"),
        Organisation("8", "National Research Institute of Technology", countries: "CN"),
        Organisation("9", "Bascarelli"),
        Organisation("10", "Norvatek 3", countries: "KP"))]);

    [Theory]
    [InlineData("1", "Oleg Petrovich Bordansky")]
    [InlineData("1", "Bordansky Oleg")]
    [InlineData("1", "Bordanksy Oleg Petrovich")]
    [InlineData("1", "Bordanski, Oleg Petrovich")]
    [InlineData("1", "O. P. Bordansky")]
    [InlineData("1", "Олег Петрович Борданский")]
    [InlineData("2", "Abdulrahman al-Turvani")]
    [InlineData("2", "Abd al Rahman Turvany")]
    [InlineData("4", "Dmitriy Markelov")]
    [InlineData("4", "Dmitry Sergeyevich Markelov")]
    [InlineData("5", "光永 趙")]
    [InlineData("5", "赵光永")]
    [InlineData("6", "Velmora Institute of Applied Rocketry")]
    [InlineData("6", "Velmora Inst. of Applied Roketry")]
    [InlineData("7", "Tarnholm Univ.")]
    [InlineData("7", "TARNU")]
    [InlineData("9", "バスカレッリ")]
    [InlineData("9", "株式会社バスカレリ")]
    [InlineData("9", "Bascareli SpA")]
    public void A_name_written_otherwise_is_a_hit(string number, string name)
    {
        var hit = Assert.Single(Index.Hits(new(name)));
        Assert.Equal(number, hit.Entity.Number);
        Assert.InRange(hit.Score, Hit.Threshold, 0.9999);
        Assert.NotEmpty(hit.Words);
    }

    [Theory]
    [InlineData("Anna Smith")]
    [InlineData("Oleg Petrovich Ivanov")]
    [InlineData("Petra Bordal")]
    [InlineData("東北大学")]
    [InlineData("Norvatek 8")]
    [InlineData("University of Applied Sciences")]
    [InlineData("")]
    [InlineData("🎓 \u202e")]
    public void Another_name_is_none(string name) => Assert.Empty(Index.Hits(new(name)));

    [Fact]
    public void One_word_of_a_longer_name_is_a_weak_one_where_all_are_asked_for()
    {
        var hit = Assert.Single(Index.Hits(new("Anna Smith") { WithWeak = true }));
        Assert.Equal(("3", HitRule.OneWord, true), (hit.Entity.Number, hit.Rule, hit.IsWeak));
        Assert.Contains(Evidence.WeakAlias, hit.Evidence);
    }

    [Fact]
    public void The_whole_of_a_weak_alias_is_a_hit() => Assert.Equal(HitRule.SameName, Assert.Single(Index.Hits(new("ANNA"))).Rule);

    [Fact]
    public void A_country_that_agrees_lifts_and_one_that_differs_lowers_without_a_veto()
    {
        double Score(string? country) => Assert.Single(Index.Hits(new("Velmora Institute of Applied Roketry") { Country = country })).Score;
        Assert.True(Score("IR") > Score(null) && Score(null) > Score("DE"));
    }

    [Fact]
    public void A_name_of_common_words_in_another_country_is_weak_only()
    {
        Assert.Single(Index.Hits(new("National Research Institute of Technology")));
        Assert.Empty(Index.Hits(new("National Research Institute of Technology") { Country = "DE" }));
        Assert.Contains(Evidence.CommonWordsElsewhere, Assert.Single(Index.Hits(new("National Research Institute of Technology") { Country = "DE", WithWeak = true })).Evidence);
    }

    [Theory]
    [InlineData("1962-05-11", Evidence.BirthAgrees)]
    [InlineData("1962", Evidence.BirthAgrees)]
    [InlineData("1975", Evidence.BirthDiffers)]
    public void A_date_of_birth_speaks_for_or_against(string born, Evidence evidence) =>
        Assert.Contains(evidence, Assert.Single(Index.Hits(new("Bordansky Oleg Petrovich") { Born = BirthDate.Read(born) })).Evidence);

    [Fact]
    public void A_homonym_born_elsewhere_at_another_time_is_not_lost()
    {
        var query = new ScreeningQuery("Oleg Bordansky") { Country = "PL", Born = BirthDate.Read("1990-01-01") };
        Assert.Empty(Index.Hits(query));
        Assert.True(Assert.Single(Index.Hits(query with { WithWeak = true })).IsWeak);
    }

    [Fact]
    public void An_organisation_is_less_likely_meant_where_a_person_is_asked_for()
    {
        Assert.Empty(Index.Hits(new("Bascareli") { Kind = ListedKind.Person }));
        Assert.Contains(Evidence.KindDiffers, Assert.Single(Index.Hits(new("Bascarelli") { Kind = ListedKind.Person })).Evidence);
    }

    [Fact]
    public void First_letters_alone_need_the_country()
    {
        Assert.Empty(Index.Hits(new("VIAR")));
        Assert.Equal(HitRule.Acronym, Assert.Single(Index.Hits(new("VIAR") { Country = "IR" })).Rule);
    }

    [Fact]
    public void Other_names_of_the_query_count_too() =>
        Assert.Equal("Bordansky Oleg", Assert.Single(Index.Hits(new("Nobody Known") { OtherNames = ["Bordansky Oleg"] })).Asked);

    [Fact]
    public void Everything_that_was_found_is_said_in_both_languages() =>
        Assert.All(Enum.GetValues<Evidence>().Select(one => one.Words()).Concat(Enum.GetValues<HitRule>().Select(one => one.Words())), words => Assert.NotEqual(words.Ja, words.En));

    [Theory]
    [InlineData('a')]
    [InlineData('\u0000')]
    [InlineData('あ')]
    public void A_very_long_text_is_answered(char character) => Assert.Empty(Index.Hits(new(new string(character, 1 << 20))));

    private static ListVersion AList(params ListedEntity[] entities) => new(ConcernList.Own, new(2026, 4, 1), new(2026, 4, 1), entities, "");

    private static ListedEntity Organisation(string number, string name, string? countries = null) =>
        new(number, ListedKind.Organisation, [new(name, ListedNameKind.Primary)]) { Countries = countries is null ? [] : [countries] };

    private static ListedEntity Person(string number, string name, string? births = null, string? countries = null, bool isWeak = false) =>
        new(number, ListedKind.Person, [new(name, ListedNameKind.Primary, isWeak)]) { Countries = countries is null ? [] : [countries], Births = births is null ? [] : [BirthDate.Read(births)] };
}
