using Kakehashi.Kernel;
using Kakehashi.Records.Values;

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
public sealed record ListDates(DateOnly PublishedOn, DateOnly InForceOn)
{
    /// <summary>The days as somebody has stated them; without the second it is in force from the day it was published.</summary>
    /// <returns>Refusals: <c>lists.dates</c>.</returns>
    public static Result<ListDates> Of(ConcernList list, string? published, string? inForce)
    {
        (published, inForce) = (published ?? "", inForce ?? "");
        if (list == ConcernList.UnSecurityCouncil)
            return published.Length + inForce.Length == 0 ? new ListDates(DateOnly.MinValue, DateOnly.MinValue)
                : Wrong("国連のリストの日付はファイルにあります。公表日と適用日は指定しないでください。", "The file of the United Nations states its date. State neither the day it was published nor the day it is in force from.");
        if (DayText.Read(published) is not { } first) return Wrong("公表日を 2025-09-29 の形で指定してください。", "State the day it was published as 2025-09-29.");
        if (inForce.Length == 0) return new ListDates(first, first);
        if (DayText.Read(inForce) is not { } from) return Wrong("適用日を 2025-10-09 の形で指定してください。", "State the day it is in force from as 2025-10-09.");
        return from >= first ? new ListDates(first, from) : Wrong("適用日は公表日以後の日にしてください。", "It cannot be in force before it was published.");
    }

    private static Refusal Wrong(string ja, string en) => new("lists.dates", (ja, en));
}

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
