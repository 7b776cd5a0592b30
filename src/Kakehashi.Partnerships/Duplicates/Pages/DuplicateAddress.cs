using System.Globalization;

namespace Kakehashi.Partnerships.Duplicates.Pages;

/// <summary>Where possible duplicates are looked at.</summary>
internal static class DuplicateAddress
{
    public const string List = "duplicates";

    /// <summary>How long a page waits for organisations to be compared.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static string OfPair(long one, long other) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{Math.Min(one, other)}/{Math.Max(one, other)}");
}
