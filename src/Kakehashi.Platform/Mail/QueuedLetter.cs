using Kakehashi.Kernel;

namespace Kakehashi.Platform.Mail;

/// <summary>How far a letter is.</summary>
public enum LetterState
{
    /// <summary>Goes out as soon as the mail server takes it.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server does not take it, or it has waited for too long.</summary>
    Failed,

    /// <summary>Somebody has taken it back before it went out.</summary>
    Withdrawn,
}

/// <summary>A letter in the queue, and what became of it.</summary>
public sealed class QueuedLetter
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public required string To { get; init; }

    public string? Name { get; init; }

    public Language Language { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The name of the file that goes with it; the file itself is a <see cref="QueuedEnclosure"/>.</summary>
    public string? FileName { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public LetterState State { get; init; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Not tried before this moment. While one program is trying, no other does.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What went wrong last, as the mail server says it.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The file that goes with a letter; apart, so that lists do not read it.</summary>
public sealed class QueuedEnclosure
{
    /// <summary>The letter.</summary>
    public Guid Id { get; init; }

    public required string Media { get; init; }

    public required byte[] Content { get; init; }
}
