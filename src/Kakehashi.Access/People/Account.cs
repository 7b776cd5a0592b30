using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.People;

/// <summary>Somebody who may sign in. The user name is what the history shows.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>How the person is called on pages.</summary>
    public required string DisplayName { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The language of letters to the person; they go to <see cref="IdentityUser{TKey}.Email"/>, where there is one.</summary>
    public Language Language { get; set; }

    /// <summary>May not sign in any more; what the person has done stays under the name.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>When the person was last here, in a browser or by a token, to the minute; null for never. It stays where sessions and tokens go.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>One of the invented people of the demonstration, whom one becomes with a click.</summary>
    public bool IsPersona { get; init; }
}

/// <summary>A role given to somebody.</summary>
public sealed class Grant
{
    public long Id { get; init; }

    public required string Account { get; init; }

    public Role Role { get; init; }

    /// <summary>The number of the org unit, which counts with all below it; null for the whole university.</summary>
    public long? Unit { get; init; }
}

/// <summary>A browser in which somebody has signed in.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key in the cookie, in hexadecimal: who reads the table cannot use it.</summary>
    public required string Id { get; init; }

    public required string Account { get; init; }

    /// <summary>What the framework knows of the sign-in.</summary>
    public required byte[] Ticket { get; set; }

    public DateTimeOffset SignedInAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>What the browser calls itself.</summary>
    public string? Agent { get; init; }

    public string? Address { get; init; }
}

/// <summary>A link that can be used once: to become the first administrator, or to take up an invitation.</summary>
public sealed class OneTimeLink
{
    /// <summary>SHA-256 of the secret in the address, in hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Whose; null for the first administrator, who is nobody yet.</summary>
    public string? Account { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A token with which a program asks the API in somebody's name.</summary>
public sealed class AccessToken
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Id { get; init; }

    public required string Account { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its last four characters, to tell it from others.</summary>
    public required string Ending { get; init; }

    public TokenScope Scope { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>How much of the person's rights a token has.</summary>
public enum TokenScope
{
    /// <summary>Reads, with what is personal masked.</summary>
    Read,

    /// <summary>Reads what is personal too.</summary>
    ReadPersonal,

    /// <summary>Reads and writes.</summary>
    Write,

    /// <summary>Opens a calendar, and nothing else: it is part of an address.</summary>
    Calendar,
}

/// <summary>Somebody has looked at personal data.</summary>
public sealed class Look
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The user name.</summary>
    public required string Actor { get; init; }

    /// <summary>page, form, api, export.</summary>
    public required string Through { get; init; }

    /// <summary>The code of the record type.</summary>
    public required string Type { get; init; }

    /// <summary>The record; null where there were several.</summary>
    public long? Record { get; init; }

    /// <summary>How many records.</summary>
    public long Count { get; init; }
}
