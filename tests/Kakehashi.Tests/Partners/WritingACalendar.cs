using System.Text;
using Kakehashi.Platform.Export.Calendar;

namespace Kakehashi.Tests.Partners;

public sealed class WritingACalendar
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void Ends_lines_by_CRLF_and_folds_them_at_75_octets_without_cutting_a_character()
    {
        var text = Text(new("u-1", new(2027, 3, 31), string.Concat(Enumerable.Repeat("協定の満了𠮷", 20)), "x", null, 1));
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(line) > 75 || line.Contains('\ufffd', StringComparison.Ordinal));
        Assert.Contains(string.Concat(Enumerable.Repeat("協定の満了𠮷", 20)), text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_what_means_something_to_a_calendar() =>
        Assert.Contains("SUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT\r\n", Text(new("u-1", new(2027, 3, 31), "a, b; c\\d\r\nEND:VEVENT", "x", null, 1)), StringComparison.Ordinal);

    [Fact]
    public void Gives_a_whole_day_that_makes_nobody_busy()
    {
        var lines = Text(new("u-1", new(2027, 3, 31), "End", "It ends", new("https://k.example/en/procedures/1"), 4)).Split("\r\n");
        foreach (var line in new[] { "UID:u-1", "DTSTAMP:20260601T000000Z", "DTSTART;VALUE=DATE:20270331", "DTEND;VALUE=DATE:20270401", "SEQUENCE:4", "TRANSP:TRANSPARENT", "URL:https://k.example/en/procedures/1" })
            Assert.Contains(line, lines);
    }

    [Fact]
    public void Is_the_same_file_where_nothing_has_changed()
    {
        CalendarDay day = new("u-1", Today, "End", "x", null, 1);
        Assert.Equal(Text(day), Text(day));
    }

    private static string Text(CalendarDay day) => Encoding.UTF8.GetString(CalendarFile.Write("協定", [day], Today));
}
