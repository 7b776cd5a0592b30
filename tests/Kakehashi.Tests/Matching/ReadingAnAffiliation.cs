using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Tests.Matching;

/// <summary>A free text, as authors write it, names one institution, or several, or none.</summary>
public sealed class ReadingAnAffiliation
{
    private static readonly KnownEntity[] Known =
    [
        Of("tohoku", "JP", "Japan", "Sendai", "Tohoku University", "東北大学"), Of("imr", "JP", "Japan", "Sendai", "Institute for Materials Research", "金属材料研究所"),
        Of("ucsd", "US", "United States", "San Diego", "University of California, San Diego"), Of("uc", "US", "United States", "Oakland", "University of California"),
        Of("newcastle", "GB", "United Kingdom", "Newcastle upon Tyne", "Newcastle University"), Of("newcastle-au", "AU", "Australia", "Newcastle", "University of Newcastle", "Newcastle University"),
        Of("york", "GB", "United Kingdom", "York", "University of York"), Of("yorku", "CA", "Canada", "Toronto", "York University"),
        Of("marburg", "DE", "Germany", "Marburg", "Philipps University of Marburg", "Philipps-Universität Marburg"), Of("army", "US", "United States", "Washington", "United States Army"),
        Of("tokyo", "JP", "Japan", "Tokyo", "The University of Tokyo"), Of("tus", "JP", "Japan", "Tokyo", "Tokyo University of Science", "Science University of Tokyo"), Of("leipzig", "DE", "Germany", "Leipzig", "Leipzig University"),
        Of("wustl", "US", "United States", "St Louis", "Washington University in St. Louis"), Of("georgia", "GE", "Georgia", "Tbilisi", "University of Georgia"), Of("uga", "US", "United States", "Athens", "University of Georgia") with { Renown = 16 },
        Of("yale", "US", "United States", "New Haven", "Yale University"), Of("peking", "CN", "China", "Beijing", "Peking University"), Of("kestrel", "US", "United States", "Redmond", "Kestrel (United States)") with { Renown = 9 },
        Of("indiana", "US", "United States", "Bloomington", "Indiana University"), Of("iusm", "US", "United States", "Indianapolis", "Indiana University School of Medicine") with { Parent = "indiana" },
        Of("mpg", "DE", "Germany", "Munich", "Max Planck Society"), Of("mpp", "DE", "Germany", "Munich", "Max Planck Institute for Physics") with { Parent = "mpg" },
        Of("charite", "DE", "Germany", "Berlin", "Charité - Universitätsmedizin Berlin"), Of("fu", "DE", "Germany", "Berlin", "Freie Universität Berlin") with { Renown = 30 },
        new("epfl", [new(Name.Of("École Polytechnique Fédérale de Lausanne"), NameUse.Label), new(Name.Of("EPFL"), NameUse.Acronym)]) { Country = "CH", CountryNames = ["Switzerland"], City = "Lausanne", Renown = 11, Teaches = true },
        new("other-epfl", [new(Name.Of("Eastern Parish Friends League"), NameUse.Label), new(Name.Of("EPFL"), NameUse.Acronym)]) { Country = "GB", City = "Norwich" },
        Of("virology", "SK", "Slovakia", "Bratislava", "Institute of Virology"), Of("mit", "US", "United States", "Cambridge", "Massachusetts Institute of Technology"),
    ];

    private static readonly Affiliations Reader = new(EntityNames.Of(Known));

    [Theory]
    [InlineData("Department of Physics, Tohoku University, Sendai, Japan", "tohoku")]
    [InlineData("東北大学大学院理学研究科", "")]
    [InlineData("東北大学 流体科学研究所", "tohoku")]
    [InlineData("Department of Medicine, University of California, San Diego, La Jolla, CA, USA", "ucsd")]
    [InlineData("School of Computing, Newcastle University, UK", "newcastle")]
    [InlineData("School of Computing, Newcastle University, Australia", "newcastle-au")]
    [InlineData("Institute for Materials Research, Tohoku University, Sendai", "imr tohoku")]
    [InlineData("Philipps-Universitat Marburg, Institute of Virology, Germany", "marburg")]
    [InlineData("Tohuku Universty, Japan", "tohoku")]
    [InlineData("Massachusetts Inst. of Technology", "mit")]
    // what follows a comma has a name of its own
    [InlineData("Graduate School of Science, The University of Tokyo", "tokyo")]
    [InlineData("Science University of Tokyo", "tus")]
    // the same words in another order, without the city, without the country; only the head
    [InlineData("Institute of Anatomy, University of Leipzig", "leipzig")]
    [InlineData("Department of Medicine, Washington University School of Medicine", "wustl")]
    [InlineData("Kestrel Research, One Kestrel Way", "kestrel")]
    [InlineData("Yale School of Public Health", "yale")]
    // first letters in capitals, of those who have them the one that is better known
    [InlineData("Brain Mind Institute, EPFL", "epfl")]
    [InlineData("Brain Mind Institute, epfl", "")]
    // a space that was lost
    [InlineData("Peking UniversityShenzhen Graduate School", "peking")]
    [InlineData("Physics Department ofTohoku University", "tohoku")]
    // two with the same name: the country is that of the part, not of the name
    [InlineData("Department of Genetics, University of Georgia", "uga")]
    [InlineData("Department of Genetics, University of Georgia, Tbilisi, Georgia", "georgia")]
    // a country that contradicts; what is no institution at all
    [InlineData("Tohoku University, Germany", "")]
    [InlineData("Sendai, Japan", "")]
    [InlineData("New York, NY, USA", "")]
    [InlineData("", "")]
    [InlineData("\u202e🎓,,;", "")]
    public void Names_those_that_are_meant(string text, string ids) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Reader.In(text).Select(match => match.Entity.Id).Order());

    [Theory]
    [InlineData("Department of Surgery, Indiana University School of Medicine", "indiana iusm")]
    [InlineData("Max-Planck Institute for Physics, Munich", "mpp mpg")]
    [InlineData("Charité – Universitätsmedizin Berlin, corporate member of Freie Universität Berlin", "charite fu")]
    public void Names_the_one_that_is_meant_most_first(string text, string ids) => Assert.Equal(ids, string.Join(' ', Reader.In(text).Select(match => match.Entity.Id)));

    [Fact]
    public void May_be_very_long() => Assert.Equal("tohoku", Assert.Single(Reader.In("Tohoku University, Japan, " + new string('x', 1_000_000))).Entity.Id);

    private static KnownEntity Of(string id, string country, string countryName, string city, params string[] names) =>
        new(id, [.. names.Select(name => new KnownName(Name.Of(name), NameUse.Label))]) { Country = country, CountryNames = [countryName], City = city };
}
