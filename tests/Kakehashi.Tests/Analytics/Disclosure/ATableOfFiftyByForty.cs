using System.Diagnostics;
using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Tests.Analytics.Disclosure;

/// <summary>As large as a university publishes: 50 countries by 40 faculties and schools, most cells small.</summary>
public sealed class ATableOfFiftyByForty
{
    [Fact, Trait("Needs", "time")]
    public void It_is_protected_and_audited_within_a_second()
    {
        var tables = Tables.Of(Skewed(new Random(7)));
        Suppression.Choose(Tables.Of(new long[,] { { 3, 20, 30 }, { 40, 50, 60 } }).Published, new(5));
        var watch = Stopwatch.StartNew();
        var pattern = Suppression.Choose(tables.Published, new(5));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
        Assert.True(pattern.Audit.IsSafe);
        Assert.True(Audit.OfSuppression(tables.Published, pattern.Hidden, new(5)).IsSafe);
    }

    private static long[,] Skewed(Random random)
    {
        var inner = new long[50, 40];
        for (var r = 0; r < 50; r++)
            for (var c = 0; c < 40; c++) inner[r, c] = random.Next(3) == 0 ? 0 : (long)(60 * Math.Exp(-3 * random.NextDouble()) / (1 + (r / 4.0)) * random.NextDouble() * 4);
        return inner;
    }
}
