using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>What a letter about a round is written for.</summary>
public enum RoundLetterKind
{
    /// <summary>The round has been opened.</summary>
    Opened,

    /// <summary>The deadline has been put off.</summary>
    Extended,

    /// <summary>The deadline comes near.</summary>
    DeadlineNear,

    /// <summary>The deadline has passed.</summary>
    Overdue,

    /// <summary>The office asks for what is owed.</summary>
    Reminded,

    /// <summary>Something was asked back.</summary>
    AskedBack,

    /// <summary>Something was asked back a week ago, and still is.</summary>
    StillAskedBack,

    /// <summary>To the office: what was submitted on a day.</summary>
    Submitted,

    /// <summary>What was accepted on a day.</summary>
    Accepted,

    /// <summary>The round has been closed.</summary>
    Closed,
}

/// <summary>What is to be written about one unit. What goes to one person for the same reason becomes one letter.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Mark">What tells it from others of its kind: the day, or which assessment.</param>
/// <param name="Unit">Whoever writes for this unit gets it; null for the office.</param>
/// <param name="Words">What it says.</param>
/// <param name="Page">The page that it leads to, after the language.</param>
public sealed record RoundNotice(RoundLetterKind Kind, string Mark, long? Unit, NoticeWords Words, string Page);

/// <summary>The words of a notice.</summary>
/// <param name="Subject">One line; the same for all units.</param>
/// <param name="Opening">What has happened and what is asked for; the same for all units.</param>
/// <param name="OfUnit">One line about the unit.</param>
public sealed record NoticeWords(Text Subject, Text Opening, Text OfUnit);

/// <summary>An assessment that is asked back, with what was said last.</summary>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Action">The code of the action.</param>
/// <param name="On">The day.</param>
/// <param name="Times">How often something has been said of it.</param>
/// <param name="Comment">What was said last.</param>
public sealed record AskedBackNow(long Unit, string Action, DateOnly On, int Times, string Comment);
