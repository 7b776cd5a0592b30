namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// A published list of whom an export or a transfer of technology must be looked at with care. None of them answers the
/// question by itself. The Foreign End User List of METI in particular is not an embargo: it tells exporters with whom a
/// licence under the catch-all controls is needed unless the goods or technology are clearly not for the concern stated
/// there, and so the type of concern matters more than the name.
/// </summary>
public enum ConcernList
{
    /// <summary>Foreign End User List (外国ユーザーリスト) of Japan's Ministry of Economy, Trade and Industry.</summary>
    MetiForeignEndUsers,

    /// <summary>Specially Designated Nationals and Blocked Persons of the Office of Foreign Assets Control, United States.</summary>
    OfacSdn,

    /// <summary>Consolidated list of the United Nations Security Council.</summary>
    UnSecurityCouncil,

    /// <summary>Sanctions list of the United Kingdom.</summary>
    UkSanctions,

    /// <summary>A list that the university keeps itself, in the template of <see cref="CsvList"/>.</summary>
    Own,
}

/// <summary>The days of a version, stated by whom loads it where the file does not say them.</summary>
/// <param name="PublishedOn">The day the publisher made it public.</param>
/// <param name="InForceOn">The first day it applies; never before it was public.</param>
public sealed record ListDates(DateOnly PublishedOn, DateOnly InForceOn);

/// <summary>One list as it stood at one time.</summary>
/// <param name="List">Which list.</param>
/// <param name="PublishedOn">The day the publisher made it public.</param>
/// <param name="InForceOn">The first day it applies.</param>
/// <param name="Entities">Everyone on it, in the order of the file.</param>
/// <param name="Sha256">
/// SHA-256 of the file, in lower-case hexadecimal; of several files, of their bytes one after the other in the order the
/// reader takes them.
/// </param>
public sealed record ListVersion(ConcernList List, DateOnly PublishedOn, DateOnly InForceOn, IReadOnlyList<ListedEntity> Entities, string Sha256);
