using System.Diagnostics;

namespace Kakehashi.Bench;

internal static class Timing
{
    /// <summary>The medians of two actions in milliseconds, run in turns so that what else the machine does meets both.</summary>
    internal static (double First, double Second) Medians(int runs, Action first, Action second)
    {
        var (ofFirst, ofSecond) = (new double[runs], new double[runs]);
        for (var i = 0; i < runs; i++) (ofFirst[i], ofSecond[i]) = (Milliseconds(first), Milliseconds(second));
        Array.Sort(ofFirst);
        Array.Sort(ofSecond);
        return (ofFirst[runs / 2], ofSecond[runs / 2]);
    }

    private static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }
}
