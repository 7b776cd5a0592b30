using Kakehashi.Partnerships.Regions;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>An inter-institutional agreement (IIA) as Erasmus Without Paper, version 7, tells it.</summary>
/// <param name="Partners">The two; the first is whoever gives it out.</param>
/// <param name="IsInEffect">It is, or was once, in effect: not a proposal.</param>
/// <param name="IsTerminated">Both gave it up before anybody went.</param>
/// <param name="Conditions">Who goes where.</param>
public sealed record Iia(IReadOnlyList<IiaPartner> Partners, bool IsInEffect, bool IsTerminated, IReadOnlyList<IiaCondition> Conditions);

/// <summary>One of the two partners of an agreement.</summary>
/// <param name="Hei">Its SCHAC identifier.</param>
public sealed record IiaPartner(string Hei)
{
    public string? Unit { get; init; }

    /// <summary>What it calls the agreement; no person reads it.</summary>
    public string? Id { get; init; }

    /// <summary>Its number of the agreement, for people.</summary>
    public string? Code { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string? Contact { get; init; }

    public string? ContactMail { get; init; }
}

/// <summary>A language that whoever goes should know, and how well.</summary>
public sealed record IiaLanguage(string Language, CefrLevel? Level)
{
    /// <inheritdoc/>
    public override string ToString() => Level is { } level ? $"{Language} {level}" : Language;
}

/// <summary>How many go from one to the other.</summary>
public sealed record IiaCondition
{
    public required ExchangeKind Kind { get; init; }

    public required string Sending { get; init; }

    public string? SendingUnit { get; init; }

    public required string Receiving { get; init; }

    public string? ReceivingUnit { get; init; }

    public required string FirstYear { get; init; }

    public required string LastYear { get; init; }

    /// <summary>Persons a year; null where a file says that it is not defined yet.</summary>
    public int? People { get; init; }

    public IReadOnlyList<IiaLanguage> Languages { get; init; } = [];

    /// <summary>ISCED-F, four digits.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public string? Terms { get; init; }

    /// <summary>Months of students or days of staff, a year in all.</summary>
    public decimal? Duration { get; init; }

    public bool IsBlended { get; init; }

    /// <summary>EQF, of students.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];
}
