using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>What letters about a round are called on pages.</summary>
public static class RoundLetterWords
{
    public static Text Of(RoundLetterKind kind) => kind switch
    {
        RoundLetterKind.Opened => ("開始の案内", "Opening"),
        RoundLetterKind.Extended => ("締切延長の案内", "Extension of the deadline"),
        RoundLetterKind.DeadlineNear => ("締切前の督促", "Reminder before the deadline"),
        RoundLetterKind.Overdue => ("締切超過の督促", "Reminder after the deadline"),
        RoundLetterKind.Reminded => ("随時の督促", "Reminder from the office"),
        RoundLetterKind.AskedBack => ("差戻しの通知", "Asked back"),
        RoundLetterKind.StillAskedBack => ("差戻し中の督促", "Reminder of what was asked back"),
        RoundLetterKind.Submitted => ("提出のまとめ（戦略担当者へ）", "What was submitted, to the office"),
        RoundLetterKind.Accepted => ("受理の通知", "Accepted"),
        _ => ("終了の案内", "Closing"),
    };
}
