using System.Globalization;
using System.Text;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Export.Calendar;

/// <summary>A day in a calendar.</summary>
/// <param name="Uid">The same for the same thing, whenever it is asked for.</param>
/// <param name="Day">All of this day.</param>
/// <param name="Summary">In a line.</param>
/// <param name="Description">In a paragraph.</param>
/// <param name="Page">Where it is worked on; null where nobody knows the address.</param>
/// <param name="Revision">How often it has changed.</param>
public sealed record CalendarDay(string Uid, DateOnly Day, string Summary, string Description, Uri? Page, int Revision);

/// <summary>Writes days as iCalendar (RFC 5545): lines of at most 75 octets, each ended by CRLF.</summary>
public static class CalendarFile
{
    public const string Media = "text/calendar; charset=utf-8";

    /// <summary>Octets of a line, without its end.</summary>
    private const int LineOctets = 75;

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="days">What is in it.</param>
    /// <param name="today">The day as of which it is: with the same days it is the same file all day long.</param>
    public static byte[] Write(string name, IEnumerable<CalendarDay> days, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(days);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Kakehashi//Agreements//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, $"NAME:{Escape(name)}");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var day in days) Write(text, day, today);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, CalendarDay day, DateOnly today)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escape(day.Uid)}");
        Line(text, $"DTSTAMP:{Digits(today)}T000000Z");
        Line(text, $"DTSTART;VALUE=DATE:{Digits(day.Day)}");
        Line(text, $"DTEND;VALUE=DATE:{Digits(day.Day.AddDays(1))}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{day.Revision}"));
        Line(text, $"SUMMARY:{Escape(day.Summary)}");
        Line(text, $"DESCRIPTION:{Escape(day.Description)}");
        if (day.Page is { } page) Line(text, $"URL:{page.AbsoluteUri}");
        // nobody is busy because an agreement ends
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Digits(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => StorableText.Lines(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line goes on in the next, which begins with a space; no character is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
