namespace Kakehashi.Tests.House;

public sealed class TheGlossary
{
    private const string Table = """
        | 日本語 | English | code name | note |
        |---|---|---|---|
        | 協定 | agreement | `Agreement` | signed by both sides |
        | 部局 | unit | — | |
        """;

    [Fact]
    public void Is_well_formed()
    {
        Assert.SkipUnless(Glossary.IsThere, $"{Glossary.File} is not written yet");
        Assert.Empty(Glossary.Faults(Glossary.Terms));
        Assert.NotEmpty(Glossary.CodeNames);
    }

    [Fact]
    public void Is_read_row_by_row() => Assert.Equal(
        [new("協定", "agreement", "Agreement", "signed by both sides"), new("部局", "unit", "", "")], Glossary.Parse("# 用語集\n\n" + Table + "\n\n| other | table |\n"));

    [Fact]
    public void Names_the_line_that_is_no_row() =>
        Assert.Contains("docs/glossary.md:5:", Assert.Throws<FormatException>(() => Glossary.Parse(Table + "\n| 学生 | student |")).Message);

    [Theory]
    [InlineData("協定", "", "Agreement2", "a language is missing")]
    [InlineData("協定", "agreement", "agreement form", "no code name")]
    [InlineData("協約", "accord", "Agreement", "twice: Agreement")]
    public void Reports_what_is_wrong_with_a_term(string japanese, string english, string code, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Glossary.Faults([.. Glossary.Parse(Table), new(japanese, english, code, "")])));
}
