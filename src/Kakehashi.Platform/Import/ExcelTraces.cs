using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>What Excel leaves in cells that nobody typed, with what to do about it in Excel.</summary>
internal static class ExcelTraces
{
    private const int FirstSerial = 10_000;
    private const int LastSerial = 99_999;

    private static readonly HashSet<string> Errors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA",
    };

    /// <summary>The result of a formula that could not be worked out: no value of any field. Null where the text is something else.</summary>
    public static Reading? Error(string text) => !Errors.Contains(text.Trim()) ? null : Reading.Wrong("value.excel-error", (
        $"「{TextReaders.Shown(text.Trim())}」は Excel の数式のエラーです。Excel で数式を直すか、正しい値を入力して保存し直してください。",
        $"“{TextReaders.Shown(text.Trim())}” is the error of a formula in Excel. In Excel correct the formula or type the value, and save again."));

    /// <summary>A day as Excel counts them, where a day was expected and could not be read; else the same answer.</summary>
    public static Reading Day(Field field, string text, Reading read) =>
        !read.IsWrong || field is not DayField || !decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < FirstSerial or > LastSerial
            ? read
            : Reading.Wrong("value.excel-day", Serial(text.Trim(), DateTime.FromOADate((double)serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static Text Serial(string text, string day) => (
        $"「{text}」は Excel の日付の通し番号({day})のようです。Excel でこの列の表示形式を「日付」にして保存し直すか、2025-04-01 の形で入力してください。",
        $"“{text}” seems to be a day as Excel counts them ({day}). In Excel give the column a date format and save again, or write it as 2025-04-01.");
}
