using Kakehashi.Kernel;
using Kakehashi.Platform.Api;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Lists.Pages;

/// <summary>
/// Something in the address of a list that says nothing to it. Leaving it out in silence would show more than was asked
/// for, so the page says so.
/// </summary>
/// <param name="Name">As it was written.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Message">What is wrong, and what may have been meant.</param>
public sealed record UnknownName(string Name, string Value, Text Message)
{
    private const int Most = 5;

    private const int LongestShown = 60;

    /// <summary>What a list knows besides its fields.</summary>
    private static readonly string[] OfEveryList = [ListAddress.Words, ListAddress.Withdrawn, ListAddress.Sort, "page", "filters"];

    /// <summary>What mail programs and other sites add to a link, to count who follows it.</summary>
    private static readonly string[] OfOthers = ["fbclid", "gclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid"];

    internal static IReadOnlyList<UnknownName> In(RecordType type, IQueryCollection query)
    {
        var known = type.Fields.Where(field => !field.IsPersonal).SelectMany(NamesOf).Concat(OfEveryList).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = query.Where(pair => !known.Contains(pair.Key) && !IsOfOthers(pair.Key) && !string.IsNullOrWhiteSpace(pair.Value))
            .Select(pair => new UnknownName(pair.Key, pair.Value.ToString(), NoCondition(pair.Key, known))).Take(Most).ToList();
        var sort = query[ListAddress.Sort].ToString();
        if (sort.Length > 0 && (type.Field(sort.TrimStart('-')) is not { } by || !ListOrder.CanSort(by))) unknown.Add(new(ListAddress.Sort, sort, NoOrder(sort)));
        return unknown;
    }

    private static IEnumerable<string> NamesOf(Field field)
    {
        if (ListState.CanFilter(field)) yield return field.Code;
        if (field is LinkField or CodeField) yield return field.Code + ".text";
        if (ListState.IsText(field)) yield return field.Code + ListState.Contains;
        if (ListState.IsRange(field)) yield return field.Code + ListState.From;
        if (ListState.IsRange(field)) yield return field.Code + ListState.To;
        if (field is not FlagField) yield return field.Code + ListState.Has;
    }

    private static bool IsOfOthers(string name) =>
        name.StartsWith('_') || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || OfOthers.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Text NoCondition(string name, IReadOnlyCollection<string> known)
    {
        var code = name.Split('.')[0];
        var near = known.FirstOrDefault(one => one.Split('.')[0].Equals(code, StringComparison.OrdinalIgnoreCase)) ?? NearestName.To(name, known);
        var (ja, en) = near is null ? ("", "") : ($"「{near}」ではありませんか。", $" Did you mean “{near}”?");
        return ($"この一覧に「{Short(name)}」という条件はありません。{ja}この条件は使っていません。", $"This list has no condition called “{Short(name)}”.{en} This condition is not in use.");
    }

    private static Text NoOrder(string sort) =>
        ($"この一覧は「{Short(sort)}」の順には並べられません。ふだんの順に並べています。", $"This list cannot be sorted by “{Short(sort)}”. It is in its usual order.");

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
