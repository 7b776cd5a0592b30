using Kakehashi.Analytics.Indicators;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>What a distribution comes to.</summary>
internal static class Distributions
{
    /// <param name="index">What is worked out.</param>
    /// <param name="total">The sum n of its parts, more than 0.</param>
    /// <param name="among">Σ v² for hhi and simpson, Σ v ln v for the effective number, the sum of the largest for their share.</param>
    internal static decimal Value(DistributionIndex index, decimal total, decimal among) => index switch
    {
        DistributionIndex.Hhi => among / total / total,
        DistributionIndex.Simpson => 1 - among / total / total,
        // −Σ p ln p = ln n − Σ v ln v ÷ n
        DistributionIndex.EffectiveNumber => (decimal)Math.Exp(Math.Log((double)total) - (double)(among / total)),
        _ => among / total,
    };
}
