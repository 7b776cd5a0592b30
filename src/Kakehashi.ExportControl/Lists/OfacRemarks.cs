using System.Text.RegularExpressions;

namespace Kakehashi.ExportControl.Lists;

/// <summary>What the remarks of OFAC say of names, dates of birth and nationality; one of the three.</summary>
internal readonly record struct OfacRemark(string? Name, ListedNameKind Kind, BirthDate? Birth, string? Country);

/// <summary>Reads the remarks of OFAC: <c>DOB 1962; nationality Syria; a.k.a. 'ABU ALI'.</c></summary>
internal static partial class OfacRemarks
{
    internal static IEnumerable<OfacRemark> Of(string? remarks)
    {
        // the whole ends with a full stop
        foreach (var part in (remarks ?? "").TrimEnd('.', ' ').Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Birth().Match(part) is { Success: true } birth)
                yield return new(null, default, BirthDate.Read(birth.Groups["date"].Value), null);
            else if (Nationality().Match(part) is { Success: true } nationality)
                yield return new(null, default, null, nationality.Groups["country"].Value);
            else if (Alias().Match(part) is { Success: true } alias)
                yield return new(alias.Groups["name"].Value, Kind(alias.Groups["kind"].Value[0]), null, null);
        }
    }

    private static ListedNameKind Kind(char letter) => letter switch
    {
        'f' => ListedNameKind.Former,
        'n' => ListedNameKind.Later,
        _ => ListedNameKind.Alias,
    };

    [GeneratedRegex(@"^(?:alt\. )?DOB (?<date>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Birth();

    [GeneratedRegex(@"^(?:alt\. )?(?:nationality|citizen) (?<country>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Nationality();

    // the publisher cuts remarks at 1,000 characters, and with them the closing quote
    [GeneratedRegex(@"^(?<kind>[afn])\.k\.a\. '?(?<name>.+?)'?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alias();
}
