using Kakehashi.Records.Codes;

namespace Kakehashi.Tests.Records;

public sealed class CodeListSpellings
{
    private static readonly CodeList List = new(
        "kinds", [new("double_degree", ("ダブル・ディグリー", "Double degree")), new("other", ("その他", "Other")), new("last", ("その他", "Last"))],
        [("DD", "double_degree"), ("Other", "last"), ("lost", "no_such_code")]);

    [Theory]
    [InlineData("double_degree", "double_degree")]
    [InlineData("Double-Degree", "double_degree")]
    [InlineData("DOUBLE DEGREE", "double_degree")]
    [InlineData("ｄｏｕｂｌｅ‐ｄｅｇｒｅｅ", "double_degree")]
    [InlineData("double–degree", "double_degree")]
    [InlineData("ﾀﾞﾌﾞﾙ・ﾃﾞｨｸﾞﾘｰ", "double_degree")]
    [InlineData("d.d.", "double_degree")]
    [InlineData("その他", "other")]
    [InlineData("OTHER", "other")]
    [InlineData("last", "last")]
    [InlineData("lost", null)]
    [InlineData("no_such_code", null)]
    [InlineData("", null)]
    [InlineData("- -", null)]
    public void Lead_to_the_code_that_is_meant(string spelling, string? code)
    {
        Assert.Equal(code is not null, List.TryRead(spelling, out var found));
        Assert.Equal(code, found?.Value);
    }

    [Fact]
    public void Give_the_code_itself_where_the_list_does_not_have_it()
    {
        Assert.Equal("XX", List.Label("XX").Ja);
        Assert.Null(List.Find("XX"));
        Assert.Null(List.Find(null));
    }
}
