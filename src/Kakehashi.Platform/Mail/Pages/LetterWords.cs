using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Platform.Mail.Pages;

/// <summary>What pages say of letters.</summary>
public static class LetterWords
{
    public static Text Of(LetterState state) => state switch
    {
        LetterState.Sent => ("送信済み", "Sent"),
        LetterState.Failed => ("送信できず", "Not sent"),
        LetterState.Withdrawn => ("取り消し", "Taken back"),
        _ => ("送信待ち", "Waiting"),
    };

    public static Tone ToneOf(LetterState state) => state switch
    {
        LetterState.Sent => Tone.Good,
        LetterState.Failed => Tone.Bad,
        LetterState.Withdrawn => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Text Of(MailSecurity security) => security switch
    {
        MailSecurity.Tls => ("TLS", "TLS"),
        MailSecurity.None => ("暗号化なし", "not encrypted"),
        _ => ("STARTTLS", "STARTTLS"),
    };

    /// <summary>Why a letter has not gone out; null where there is nothing to explain.</summary>
    public static Text? Trouble(QueuedLetter letter) => letter switch
    {
        { Trouble: { } said } => Text.Same(said),
        { State: LetterState.Failed } => (
            $"{Outbox.Patience.Days}日を過ぎても送れなかったため、取りやめました。内容がもう正しくないおそれがあります。",
            $"It waited for more than {Outbox.Patience.Days} days and was given up: what it says may no longer be true."),
        _ => null,
    };
}
