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
    // a country that contradicts; what is no institution at all
    [InlineData("Tohoku University, Germany", "")]
    [InlineData("Sendai, Japan", "")]
    [InlineData("New York, NY, USA", "")]
    [InlineData("", "")]
    [InlineData("\u202e🎓,,;", "")]
    public void Names_those_that_are_meant(string text, string ids) =>
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Reader.In(text).Select(match => match.Entity.Id).Order());

    [Fact]
    public void May_be_very_long() => Assert.Equal("tohoku", Assert.Single(Reader.In("Tohoku University, Japan, " + new string('x', 1_000_000))).Entity.Id);

    private static KnownEntity Of(string id, string country, string countryName, string city, params string[] names) =>
        new(id, [.. names.Select(name => new KnownName(Name.Of(name), NameUse.Label))]) { Country = country, CountryNames = [countryName], City = city };
}
