using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Values;

namespace Kakehashi.Tests.Records;

public sealed class ReadingAPersonsText
{
    private static readonly RecordType Specimens = RecordType<Specimen>.Of<SpecimenRecord>();

    [Theory]
    [InlineData("2025-04-01", "2025-04-01")]
    [InlineData("2025/4/1", "2025-04-01")]
    [InlineData("2025.04.01", "2025-04-01")]
    [InlineData("20250401", "2025-04-01")]
    [InlineData("2025年4月1日", "2025-04-01")]
    [InlineData("２０２５年４月１日", "2025-04-01")]
    [InlineData(" 2025-04-01 ", "2025-04-01")]
    [InlineData("2019-09-01T02:00Z", "2019-09-01")]
    [InlineData("2019-09-01 00:00:00", "2019-09-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("令和７年４月１日", "2025-04-01")]
    [InlineData("R7/4/1", "2025-04-01")]
    [InlineData("r7.4.1", "2025-04-01")]
    [InlineData("R元.5.1", "2019-05-01")]
    [InlineData("H31.4.30", "2019-04-30")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("S64.1.7", "1989-01-07")]
    [InlineData("昭和元年12月25日", "1926-12-25")]
    [InlineData("大正15年12月24日", "1926-12-24")]
    [InlineData("明治元年10月23日", "1868-10-23")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2025-02-29", null)]
    [InlineData("2025-02-30", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("20250230", null)]
    [InlineData("令和7年2月30日", null)]
    [InlineData("1/4/2025", null)]
    [InlineData("114/4/1", null)]
    [InlineData("٢٠٢٥-٠٤-٠١", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("来年", null)]
    [InlineData("1849-12-31", null)]
    [InlineData("2151-01-01", null)]
    [InlineData("9999-12-31", null)]
    public void Takes_days_as_offices_write_them(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), Read("day", text).Value);

    [Theory]
    [InlineData(DayOrder.DayFirst, "31/12/2025", "2025-12-31")]
    [InlineData(DayOrder.DayFirst, "01.02.2025", "2025-02-01")]
    [InlineData(DayOrder.DayFirst, "31/12/2025 10:30", "2025-12-31")]
    [InlineData(DayOrder.DayFirst, "12/31/2025", null)]
    [InlineData(DayOrder.DayFirst, "2025-02-01", "2025-02-01")]
    [InlineData(DayOrder.MonthFirst, "12/31/2025", "2025-12-31")]
    [InlineData(DayOrder.MonthFirst, "2/1/2025", "2025-02-01")]
    [InlineData(DayOrder.MonthFirst, "31/12/2025", null)]
    [InlineData(DayOrder.RepublicOfChina, "民國114年12月31日", "2025-12-31")]
    [InlineData(DayOrder.RepublicOfChina, "114/12/31", "2025-12-31")]
    [InlineData(DayOrder.RepublicOfChina, "99.1.2", "2010-01-02")]
    [InlineData(DayOrder.RepublicOfChina, "2025/12/31", "2025-12-31")]
    [InlineData(DayOrder.RepublicOfChina, "114/2/30", null)]
    public void Takes_days_in_the_order_that_a_file_writes_them(DayOrder order, string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), DayText.Read(text, order));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("１２", 12)]
    [InlineData("1,234", 1234)]
    [InlineData("１，２３４", 1234)]
    [InlineData("1 234 567", 1234567)]
    [InlineData("-5", -5)]
    [InlineData("−5", -5)]
    [InlineData("12,5", null)]
    [InlineData("1,23", null)]
    [InlineData("12,345,6", null)]
    [InlineData("12.5", null)]
    [InlineData("1e3", null)]
    [InlineData("十二", null)]
    [InlineData("٣", null)]
    [InlineData("-11", null)]
    [InlineData("2000001", null)]
    [InlineData("99999999999999999999", null)]
    public void Takes_whole_numbers_between_their_bounds(string text, int? number) => Assert.Equal(number, Read("count", text).Value);

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("1,234.5678", "1234.5678")]
    [InlineData("１２．５", "12.5")]
    [InlineData("-0.00005", "-0.0001")]
    [InlineData("99999999999999.9999", "99999999999999.9999")]
    [InlineData("100000000000000", null)]
    [InlineData("12,5", null)]
    [InlineData("1.234,5", null)]
    [InlineData("12円", null)]
    public void Takes_amounts(string text, string? amount) =>
        Assert.Equal(amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Read("amount", text).Value);

    [Theory]
    [InlineData("はい", true)]
    [InlineData("○", true)]
    [InlineData("◯", true)]
    [InlineData("ＹＥＳ", true)]
    [InlineData("1", true)]
    [InlineData("×", false)]
    [InlineData("無", false)]
    [InlineData("No", false)]
    [InlineData("たぶん", null)]
    public void Takes_yes_and_no(string text, bool? flag) => Assert.Equal(flag, Read("flag", text).Value);

    [Theory]
    [InlineData("日本", "JP")]
    [InlineData("JAPAN", "JP")]
    [InlineData("ｊｐ", "JP")]
    [InlineData("にほん", "JP")]
    [InlineData("Côte-d’Ivoire", "CI")]
    [InlineData("cote d'ivoire", null)]
    [InlineData("Atlantis", null)]
    public void Takes_codes_by_code_name_or_spelling(string text, string? code) => Assert.Equal(code, Read("code", text).Value);

    [Theory]
    [InlineData("in_force", "in_force")]
    [InlineData("In force", "in_force")]
    [InlineData("有 効", "in_force")]
    [InlineData("無効", null)]
    public void Takes_choices_by_code_or_words(string text, string? code) => Assert.Equal(code, Read("choice", text).Value);

    [Theory]
    [InlineData("東北大学 || Tohoku University", "東北大学", "Tohoku University")]
    [InlineData("東北大学", "東北大学", null)]
    [InlineData("Tohoku University", null, "Tohoku University")]
    [InlineData(" || Tohoku", null, "Tohoku")]
    [InlineData("東北 ||", "東北", null)]
    [InlineData("a|b || c", "a|b", "c")]
    [InlineData(@"a\|\|b || c\\d", "a||b", @"c\d")]
    [InlineData(@"C:\data || x", @"C:\data", "x")]
    public void Takes_both_sides_of_a_bilingual_value(string text, string? ja, string? en) => Assert.Equal(new Bilingual(ja, en), Read("bilingual", text).Value);

    [Theory]
    [InlineData("#123", 123L)]
    [InlineData(" #123 ", 123L)]
    public void Takes_links_by_number(string text, long number) => Assert.Equal(number, Read("link", text).Value);

    [Theory]
    [InlineData("erasmus:E MADRID14")]
    [InlineData("#0")]
    [InlineData("#-1")]
    [InlineData("123")]
    public void Takes_any_other_link_for_a_key(string text) => Assert.Equal(new LinkKey(text), Read("link", text).Value);

    [Theory]
    [InlineData("38.2554, 140.8403", 38.2554, 140.8403)]
    [InlineData("３８．２５，１４０．８", 38.25, 140.8)]
    [InlineData("-33.9,-70.6", -33.9, -70.6)]
    public void Takes_places(string text, double latitude, double longitude) => Assert.Equal(new Place(latitude, longitude), Read("place", text).Value);

    [Theory]
    [InlineData("91, 0")]
    [InlineData("0, 181")]
    [InlineData("NaN, 0")]
    [InlineData("38.2")]
    [InlineData("仙台")]
    public void Refuses_what_is_no_place(string text) => Assert.Equal("value.not-a-place", Read("place", text).Code);

    [Fact]
    public void Takes_a_line_for_one_line_and_keeps_the_lines_of_a_note()
    {
        Assert.Equal("東北 大学", Read("line", " 東北\r\n\t大学\0 ").Value);
        Assert.Equal("一\n二\t三", Read("note", "一\r\n二\t三\u0007").Value);
    }

    [Fact]
    public void Says_how_long_a_text_may_be()
    {
        Assert.Equal("value.too-long", Read("line", new string('あ', 41)).Code);
        Assert.Equal("value.too-long", Read("bilingual", $"日本 || {new string('x', 301)}").Code);
        Assert.False(Read("line", new string('あ', 40)).IsWrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u3000")]
    public void Takes_an_empty_text_for_no_value_whatever_the_kind(string text) =>
        Assert.All(Specimens.Fields, field => Assert.Equal(default, field.Accept(Readers)(text)));

    [Theory]
    [InlineData("甲|1|はい;乙", 2)]
    [InlineData("甲 | 1\n乙 | 2\n", 2)]
    [InlineData(@"a\|b\;c", 1)]
    public void Takes_parts_a_line_or_between_semicolons(string text, int count) =>
        Assert.Equal(count, Assert.IsAssignableFrom<System.Collections.IList>(Read("parts", text).Value).Count);

    [Theory]
    [InlineData(" | 1", "value.required")]
    [InlineData("甲 | x", "value.not-a-number")]
    [InlineData("甲|1|はい|#3|余り|もう一つ|まだ", "value.too-many-parts")]
    [InlineData("甲|1|はい|K-3", "value.link-in-part")]
    public void Says_what_is_wrong_with_a_part(string text, string code) => Assert.Equal(code, Read("parts", text).Code);

    [Fact]
    public void Of_several_parts_says_which_one_is_wrong()
    {
        var message = Read("parts", "甲\n乙|1|はい|#3|余り|もう一つ|まだ").Message;
        Assert.StartsWith("2件目: ", message.Ja, StringComparison.Ordinal);
        Assert.StartsWith("Entry 2: ", message.En, StringComparison.Ordinal);
        Assert.DoesNotContain("Entry", Read("parts", "乙|1|はい|#3|余り|もう一つ|まだ").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_what_it_refuses_short_and_on_one_line()
    {
        var quoted = TextReaders.Shown(new string('a', 56) + "😀 b\nccc");
        Assert.Equal(new string('a', 56) + "…", quoted);
        Assert.Equal("a b", TextReaders.Shown("a\nb"));
    }

    private static TextReaders Readers { get; } = new(Specimen.Lists);

    private static Reading Read(string field, string text) => Specimens.Field(field)!.Accept(Readers)(text);
}
