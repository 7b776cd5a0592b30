using Kakehashi.Kernel;

namespace Kakehashi.Strategy;

/// <summary>What the record types of this module say alike.</summary>
internal static class StrategyWords
{
    public const int IndicatorLength = 20;
    public const int PeriodLength = 10;
    public const int ActionLength = 20;

    public static Text Action { get; } = ("施策の番号", "Action");

    public static Text ActionHelp { get; } = ("戦略のページにある番号。例: P1.3", "A code from the page of the strategy: P1.3");

    public static Text Indicator { get; } = ("指標の番号", "Indicator");

    public static Text IndicatorHelp { get; } = ("指標の一覧にある番号。例: ST-01", "A code from the list of indicators: ST-01");

    public static Text PeriodHelp { get; } = (
        "FY2025 は2025年度、AY2025 は2025学年、2025 は暦年、2025Q2 は第2四半期。",
        "FY2025 is a fiscal year, AY2025 an academic year, 2025 a calendar year, 2025Q2 a quarter.");

    public static Text NoPeriod { get; } = ("期間として読めません。FY2025 の形で入力してください。", "This is no period. Write it as FY2025.");

    public static Text NoAddress { get; } = ("URLはhttps://またはhttp://で始めてください。", "A link begins with https:// or http://.");

    public static bool IsAddress(string? text) =>
        string.IsNullOrEmpty(text) || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}
