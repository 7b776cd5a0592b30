namespace Kakehashi.Platform.Mail;

/// <summary>What came of trying to send a letter.</summary>
/// <param name="Trouble">What the mail server said against it; null where it took the letter.</param>
/// <param name="IsFinal">It will say the same next time: the address does not exist.</param>
public sealed record Delivery(string? Trouble, bool IsFinal)
{
    /// <summary>The mail server took it.</summary>
    public static Delivery Done { get; } = new(null, true);

    /// <summary>Between one attempt and the next: what is short passes by itself, what lasts is for an administrator.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24), TimeSpan.FromHours(24)];

    /// <summary>How long a letter waits after so many attempts.</summary>
    public static TimeSpan Pause(int attempts) => Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1];

    /// <summary>The state of a letter after its last attempt.</summary>
    public LetterState StateOf(QueuedLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (Trouble is null) return LetterState.Sent;
        return IsFinal || letter.Attempts >= Pauses.Length ? LetterState.Failed : LetterState.Waiting;
    }
}
