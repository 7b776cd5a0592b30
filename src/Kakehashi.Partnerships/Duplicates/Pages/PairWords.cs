using System.Globalization;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Partnerships.Duplicates.Pages;

/// <summary>What pages say of two organisations.</summary>
internal static class PairWords
{
    public static string Called(Organisation one) => one.Name is { IsEmpty: false } name ? Speech.T(name) : string.Create(CultureInfo.InvariantCulture, $"#{one.Number}");

    /// <summary>Rounded down: 100 % is a shared ROR ID alone.</summary>
    public static string Percent(double score) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(score * 100)} %");
}
