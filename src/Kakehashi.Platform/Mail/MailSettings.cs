namespace Kakehashi.Platform.Mail;

/// <summary>How talk with the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the open and is secured before anything is said (port 587).</summary>
    StartTls,

    /// <summary>Secured from the first byte (port 465).</summary>
    Tls,

    /// <summary>Not at all: for a server on this machine, or one that asks for no password.</summary>
    None,
}

/// <summary>The mail server of the university, and who letters are from.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How talk with it is secured.</param>
/// <param name="From">The address that letters are from.</param>
public sealed record MailSettings(string Server, int Port, MailSecurity Security, string From)
{
    /// <summary>Whom letters are from, as people read it.</summary>
    public Kernel.Text Name { get; init; } = ("架け橋", "Kakehashi");

    /// <summary>How the server knows us; null where it asks for nothing.</summary>
    public string? User { get; init; }

    /// <summary>The password of the user.</summary>
    public string? Password { get; init; }

    /// <summary>Secrets are not written into logs.</summary>
    public override string ToString() => $"{Server}:{Port} ({Security})";
}

/// <summary>What the program knows of a mail server.</summary>
/// <param name="Settings">Null where none is set: letters stay in the outbox, where an administrator sees what would have gone.</param>
public sealed record MailServer(MailSettings? Settings);
