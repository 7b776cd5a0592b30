using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.Strategy.Plans;

/// <summary>Where evidence is, as people write it.</summary>
public static partial class EvidenceSource
{
    /// <summary>Whether a source is written as its kind asks for.</summary>
    public static bool Fits(EvidenceKind kind, string source) => kind switch
    {
        EvidenceKind.Record => RecordOf(source) is not null,
        EvidenceKind.WebAddress => IsWebAddress(source),
        _ => IndicatorCode().IsMatch(source),
    };

    /// <summary>A page of the web, by its whole address.</summary>
    public static bool IsWebAddress(string source) => source.Length > 0 && StrategyWords.IsAddress(source);

    /// <summary>The record that <c>agreements/12</c>, <c>/ja/agreements/12</c> or the whole address of its page names; null for anything else.</summary>
    public static (string Route, long Number)? RecordOf(string source)
    {
        var path = Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address!.AbsolutePath : source;
        return RecordPath().Match(path) is { Success: true } match && long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (match.Groups["route"].Value, number)
            : null;
    }

    /// <summary>The address that a reader follows.</summary>
    public static string Href(EvidenceKind kind, string source) => kind switch
    {
        EvidenceKind.Record when RecordOf(source) is var (route, number) => string.Create(CultureInfo.InvariantCulture, $"{route}/{number}"),
        EvidenceKind.Indicator => "indicators/" + source,
        _ => source,
    };

    [GeneratedRegex("^/?(?:(?:ja|en)/)?(?<route>[a-z][a-z0-9-]*)/(?<number>[0-9]{1,18})/?$")]
    private static partial Regex RecordPath();

    [GeneratedRegex("^[A-Z]{2}-[0-9]{2,3}$")]
    private static partial Regex IndicatorCode();
}
