using System.Globalization;

namespace Kakehashi.Platform.Import.Files;

/// <summary>What a cell's number format says about its number: a date, a time, or a code with leading zeros.</summary>
internal readonly record struct CellFormat(bool HasDate, bool HasTime, int Digits)
{
    private const int DaysFrom1900To1904 = 1462;

    internal bool IsDate => HasDate || HasTime;

    internal static CellFormat Of(int id, string? code) => code is not null ? OfCode(code) : id switch
    {
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(true, false, 0),
        22 => new(true, true, 0),
        >= 18 and <= 21 or 32 or 33 or 45 or 46 or 47 => new(false, true, 0),
        34 or 35 or 55 or 56 => new(true, false, 0),
        _ => default,
    };

    /// <summary>Reads a format such as <c>yyyy"年"m"月"d"日"</c>, <c>[$-411]ggge.m.d</c>, <c>[h]:mm</c>, <c>00000</c>.</summary>
    internal static CellFormat OfCode(string code)
    {
        if (code.Length > 1 && code.All(c => c == '0')) return new(false, false, code.Length);
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase)) return default;
        var (hasDate, hasTime, hasMonth) = (false, false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Past(code, i, '"');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    hasTime |= i + 2 < code.Length && code[i + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && (code[i + 2] == ']' || code[i + 2] == code[i + 1]);
                    i = Past(code, i, ']');
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    hasDate = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    hasTime = true;
                    break;
                case 'm' or 'M':
                    hasMonth = true;
                    break;
            }
        }

        // m is minutes beside h or s, else months
        return new(hasDate || (hasMonth && !hasTime), hasTime, 0);
    }

    private static int Past(string code, int from, char end) => code.IndexOf(end, from + 1) is var at and >= 0 ? at : code.Length;

    /// <summary>
    /// The number as text: an ISO 8601 date, or date and time, or time of day; a code with its zeros; else the shortest decimal
    /// form that gives the same number again.
    /// </summary>
    internal string Text(double number, bool from1904)
    {
        if (IsDate && Date(number, from1904) is { } date) return date;
        if (Digits > 1 && number >= 0 && number == Math.Floor(number) && number < 1e15)
            return ((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
        return Number(number);
    }

    internal static string Number(double number) => Math.Abs(number) is < 1e15 and >= 1e-6
        ? ((decimal)number is var exact && (double)exact == number ? exact.ToString("0.#############################", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture))
        : number.ToString("R", CultureInfo.InvariantCulture);

    private string? Date(double serial, bool from1904)
    {
        if (from1904 && HasDate) serial += DaysFrom1900To1904;
        if (serial is < 0 or >= 2958466 || double.IsNaN(serial)) return null;
        var milliseconds = (long)Math.Round(serial * 86_400_000);
        var (days, within) = (milliseconds / 86_400_000, milliseconds % 86_400_000);
        var time = TimeSpan.FromMilliseconds(within);
        var clock = time.ToString(time.Milliseconds == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
        if (!HasDate && days == 0) return clock;
        if (!HasDate && days < 60) return string.Create(CultureInfo.InvariantCulture, $"{days * 24 + time.Hours}{clock[2..]}");
        // Excel counts a 29 February 1900 that never was: its day 60 is no date, and days before it are off by one
        if (days is 0 or 60) return null;
        var date = new DateOnly(1899, 12, 30).AddDays((int)days + (days < 60 ? 1 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return within == 0 ? date : $"{date}T{clock}";
    }
}
