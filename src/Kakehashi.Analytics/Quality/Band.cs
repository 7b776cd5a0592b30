namespace Kakehashi.Analytics.Quality;

/// <summary>How far a count lies from what it has been.</summary>
public enum Outlying
{
    /// <summary>Within two standard deviations.</summary>
    No,

    /// <summary>Beyond two of them.</summary>
    Notable,

    /// <summary>Beyond three of them.</summary>
    Strong,
}

/// <summary>What a count has been in former periods.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation of a sample, at least one record: counts that never changed would make any change strange.</param>
public sealed record Band(decimal Mean, decimal Deviation)
{
    /// <summary>With fewer former periods nothing is said.</summary>
    public const int Fewest = 4;

    /// <summary>The lower edge; a count is never below 0.</summary>
    public decimal Low(int deviations = 2) => Math.Max(0, Mean - deviations * Deviation);

    /// <summary>The upper edge.</summary>
    public decimal High(int deviations = 2) => Mean + deviations * Deviation;

    /// <summary>The band of former counts; null where they are too few.</summary>
    public static Band? Of(IReadOnlyCollection<long> former)
    {
        if (former.Count < Fewest) return null;
        var mean = former.Sum(count => (decimal)count) / former.Count;
        var variance = former.Sum(count => (count - mean) * (count - mean)) / (former.Count - 1);
        return new(mean, Math.Max(1, (decimal)Math.Sqrt((double)variance)));
    }

    /// <summary>How far a count lies from it.</summary>
    public Outlying Place(long count)
    {
        var away = Math.Abs(count - Mean);
        return away > 3 * Deviation ? Outlying.Strong : away > 2 * Deviation ? Outlying.Notable : Outlying.No;
    }
}
