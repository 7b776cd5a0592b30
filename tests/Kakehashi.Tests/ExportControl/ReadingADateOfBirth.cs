using Kakehashi.ExportControl.Lists;

namespace Kakehashi.Tests.ExportControl;

public sealed class ReadingADateOfBirth
{
    [Theory]
    [InlineData("1962-05-11", "1962-05-11", "1962-05-11")]
    [InlineData("11 May 1962", "1962-05-11", "1962-05-11")]
    [InlineData("09 Jan 1987", "1987-01-09", "1987-01-09")]
    [InlineData("1962年5月11日", "1962-05-11", "1962-05-11")]
    [InlineData("Feb 1964", "1964-02-01", "1964-02-29")]
    [InlineData("August 1961", "1961-08-01", "1961-08-31")]
    [InlineData("Nov. 1973", "1973-11-01", "1973-11-30")]
    [InlineData("1962", "1962-01-01", "1962-12-31")]
    [InlineData("1962 to 1963", "1962-01-01", "1963-12-31")]
    [InlineData("1979-1982", "1979-01-01", "1982-12-31")]
    [InlineData("Jan 1962 to 03 Feb 1962", "1962-01-01", "1962-02-03")]
    public void Its_words_tell_the_first_and_the_last_day(string words, string earliest, string latest) =>
        Assert.Equal(new(words, DateOnly.ParseExact(earliest, "yyyy-MM-dd"), DateOnly.ParseExact(latest, "yyyy-MM-dd")), BirthDate.Read(words));

    [Theory]
    [InlineData("circa 1962", "1962-12-31")]
    [InlineData("Circa May 1962", "1962-05-31")]
    [InlineData("approximately 1962 to 1963", "1963-12-31")]
    public void Approximate_words_say_so(string words, string latest)
    {
        var birth = BirthDate.Read(words);
        Assert.Equal((true, DateOnly.ParseExact(latest, "yyyy-MM-dd")), (birth.IsApproximate, birth.Latest));
    }

    [Theory]
    [InlineData("30-35 years old")]
    [InlineData("24/06/1402 (Hijri Calendar)")]
    [InlineData("1963 to 1962")]
    [InlineData("9999")]
    [InlineData("0000")]
    [InlineData("31 Feb 1962")]
    [InlineData("")]
    public void Other_words_tell_no_day_and_are_kept(string words) => Assert.Equal(new(words), BirthDate.Read(words));
}
