using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Publishing;

/// <summary>What somebody wants to publish of an indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Dimensions">What it is broken down by, each by itself.</param>
/// <param name="From">The first period.</param>
public sealed record PublicationChoice(string Indicator, IReadOnlyList<string> Dimensions, Period From)
{
    /// <summary>The dimensions, of which there are two, also against each other.</summary>
    public bool IsCrossed { get; init; }

    public PublicationMethod Method { get; init; }

    /// <summary>Suppressed: how wide the interval of a hidden cell has to be, 0 for as wide as the threshold. Rounded: 3 or 5.</summary>
    public int Protection { get; init; }

    /// <summary>As the address of the page says it; no two choices have the same.</summary>
    public string Query => string.Concat(
        $"indicator={Indicator}&from={From}&method={CodeNames.Of(Method)}&{(Method == PublicationMethod.Round ? "base" : "width")}={Protection.ToString(CultureInfo.InvariantCulture)}",
        IsCrossed ? "&cross=true" : "", string.Concat(Dimensions.Select(dimension => $"&by={dimension}")));

    /// <summary>The tables that are made: the total, by each dimension, and by both.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Views =>
        [[], .. Dimensions.Select(dimension => (IReadOnlyList<string>)[dimension]), .. IsCrossed ? new[] { Dimensions } : []];
}

internal static class PublicationWords
{
    public static Text Of(PublicationMethod method) => method switch
    {
        PublicationMethod.Round => ("丸め", "Rounding"),
        _ => ("秘匿", "Suppression"),
    };
}
