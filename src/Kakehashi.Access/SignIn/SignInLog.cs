using Microsoft.Extensions.Logging;

namespace Kakehashi.Access.SignIn;

/// <summary>What the log says of those who could not sign in. A name that nobody has may be a password typed in the wrong box: it is not written down.</summary>
public sealed partial class SignInLog(ILogger<SignInLog> log)
{
    /// <summary>Writes one.</summary>
    /// <param name="account">The user name where there is such a person; null where there is none.</param>
    /// <param name="address">Where the request came from.</param>
    /// <param name="isLocked">Too many wrong ones before.</param>
    public void Refused(string? account, string? address, bool isLocked)
    {
        if (account is null) Unknown(address);
        else if (isLocked) Locked(account, address);
        else Wrong(account, address);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong password for {Account}, from {Address}")]
    private partial void Wrong(string account, string? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A password for {Account}, who is locked after wrong ones, from {Address}")]
    private partial void Locked(string account, string? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A password for a user name that there is not, from {Address}")]
    private partial void Unknown(string? address);
}
