using System.Globalization;

namespace Kakehashi.Partnerships.Duplicates.Pages;

/// <summary>Where possible duplicates are looked at.</summary>
internal static class DuplicateAddress
{
    public const string List = "duplicates";

    public static string OfPair(long one, long other) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{Math.Min(one, other)}/{Math.Max(one, other)}");
}
