namespace Kakehashi.Matching.Scoring;

/// <summary>How a score is written.</summary>
public static class Sureness
{
    /// <summary>The score with so many decimals, cut and not rounded: what is not certain is never written as 1.</summary>
    /// <param name="score">0 to less than 1.</param>
    /// <param name="decimals">How many decimals.</param>
    public static decimal Cut(double score, int decimals = 4)
    {
        var unit = (decimal)Math.Pow(10, decimals);
        return Math.Floor((decimal)score * unit) / unit;
    }
}
