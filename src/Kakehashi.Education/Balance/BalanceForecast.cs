using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;

namespace Kakehashi.Education.Balance;

/// <summary>What may come of a year that is not over. No fact.</summary>
/// <param name="Period">The year.</param>
/// <param name="Direction">Incoming or outgoing.</param>
/// <param name="Entered">Student-semesters of stays that are entered already, those still to begin among them.</param>
/// <param name="Expected">The mean of the last three whole years, or what is entered where that is more; null where there are too few years.</param>
/// <param name="Least">The lower end of the range.</param>
/// <param name="Most">The upper end.</param>
public sealed record BalanceForecast(Period Period, MobilityDirection Direction, int Entered, decimal? Expected, int Least, int Most)
{
    /// <summary>As many whole years as it is made from.</summary>
    public const int WholeYears = 3;

    /// <summary>The formula, as pages state it.</summary>
    public static Text Rule { get; } = (
        "見込み＝直近3年度(終わった年度)の平均。幅は、その3年度の最小から最大までに、3年度の増減を同じ割合で延ばした値(最後の年度＋年数×(最後−最初)÷2)を含めた範囲です。入力済みの滞在を下回ることはありません。3年度分の実績がないとき、協定が終わるときは、入力済みの滞在だけを示します。",
        "Expected is the mean of the last three whole years. The range goes from the least to the most of those years and of their change continued (the last year + years ahead × (last − first) ÷ 2). Neither falls below what is entered already. Where three years are missing, or the agreement has ended, only what is entered is shown.");

    /// <summary>Those of the present year and the next, both directions; none where something it is made from is not told.</summary>
    /// <param name="years">The years of an account, without a gap.</param>
    /// <param name="isInForce">Whether exchange goes on in a year.</param>
    /// <param name="present">The year that is not over.</param>
    public static IReadOnlyList<BalanceForecast> Of(IReadOnlyList<BalanceYear> years, Func<Period, bool> isInForce, Period present)
    {
        ArgumentNullException.ThrowIfNull(years);
        var whole = years.Where(year => year.Period < present && year.Period >= present.Plus(-WholeYears) && isInForce(year.Period)).ToList();
        var ahead = new[] { present, present.Plus(1) };
        return
        [
            .. from period in ahead
               from direction in new[] { MobilityDirection.In, MobilityDirection.Out }
               let entered = years.FirstOrDefault(year => year.Period == period)?.Of(direction) ?? default
               where !entered.IsHidden && whole.TrueForAll(year => !year.Of(direction).IsHidden)
               select One(period, direction, entered.Semesters, isInForce(period) && whole.Count == WholeYears ? [.. whole.Select(year => year.Of(direction).Semesters)] : [], period.Year - present.Year + 1),
        ];
    }

    private static BalanceForecast One(Period period, MobilityDirection direction, int entered, int[] whole, int ahead)
    {
        if (whole.Length == 0) return new(period, direction, entered, null, entered, entered);
        var continued = whole[^1] + ahead * (whole[^1] - whole[0]) / 2m;
        return new(period, direction, entered, Math.Max(entered, (decimal)whole.Average()),
            Math.Max(entered, Math.Max(0, (int)Math.Floor(Math.Min(continued, whole.Min())))), Math.Max(entered, (int)Math.Ceiling(Math.Max(continued, whole.Max()))));
    }
}
