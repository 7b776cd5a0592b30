using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Strategy.Indicators;

/// <summary>Words around figures.</summary>
public static class IndicatorWords
{
    /// <summary>What stands after the number; English sets a space before a word, none before %.</summary>
    public static Text? Unit(Indicator indicator) =>
        IndicatorUnits.All.TryGetValue(indicator.Unit, out var unit) ? (unit.Ja, unit.En is "%" ? unit.En : " " + unit.En) : null;

    /// <summary>Yes or no, where that is what 1 and 0 say, as they are shown: what a path expects halfway is no answer yet. Null for any other value.</summary>
    public static Text? YesOrNo(Indicator indicator, decimal value) => indicator.Unit != "yes_no" ? null : Math.Round(value, MidpointRounding.AwayFromZero) switch
    {
        0 => ("いいえ", "No"),
        1 => ("はい", "Yes"),
        _ => null,
    };

    /// <summary>A difference: +1.2, −3, ±0.</summary>
    public static string Difference(decimal change, int decimals) =>
        change > 0 ? "+" + Shown.Number(change, decimals) : change == 0 ? "±" + Shown.Number(0, decimals) : Shown.Number(change, decimals);

    /// <summary>What the denominator is called: for growth it is the period before.</summary>
    public static Text Denominator(Indicator indicator) =>
        indicator.Type == IndicatorType.Growth ? ("前の期間", "Period before") : ("分母", "Denominator");

    /// <summary>How the value is made.</summary>
    public static Text Type(Indicator indicator) => indicator.Type switch
    {
        IndicatorType.Measure => ("集計値", "Measure"),
        IndicatorType.Ratio => ("比率(分子÷分母)", "Ratio: numerator ÷ denominator"),
        IndicatorType.Share => ("構成比(分子は分母の一部)", "Share: the numerator is a part of the denominator"),
        IndicatorType.Growth => ("増減率", "Change on the period before"),
        IndicatorType.PerCapita => ("人口当たり", "Per head of a population"),
        IndicatorType.Composite => ("合成指標(加重平均)", "Composite: weighted mean"),
        IndicatorType.Distribution => Spread(indicator.Spread!),
        IndicatorType.Quotient => ($"二つの指標の比({indicator.Of}÷{indicator.By})", $"One indicator ÷ another: {indicator.Of} ÷ {indicator.By}"),
        _ => indicator.Denominator is null ? ("手入力", "Entered by hand") : ("手入力(分子÷分母)", "Entered by hand: numerator ÷ denominator"),
    };

    private static Text Spread(Spread spread) => spread.Index switch
    {
        DistributionIndex.Hhi => ($"集中度(HHI)。{spread.Across.Label.Ja}ごとの割合の2乗の和", $"Concentration (HHI): the sum of the squared shares by {spread.Across.Label.En.ToLowerInvariant()}"),
        DistributionIndex.Simpson => ($"多様性。任意の2件で{spread.Across.Label.Ja}が異なる確率", $"Diversity: the chance that two differ in {spread.Across.Label.En.ToLowerInvariant()}"),
        DistributionIndex.EffectiveNumber => ($"実効数。{spread.Across.Label.Ja}ごとの割合のエントロピーの指数", $"Effective number: exp of the entropy of the shares by {spread.Across.Label.En.ToLowerInvariant()}"),
        _ => ($"{spread.Across.Label.Ja}別の上位{spread.Top}の割合", $"Share of the {spread.Top} largest by {spread.Across.Label.En.ToLowerInvariant()}"),
    };

    /// <summary>Which way is better.</summary>
    public static Text Direction(Indicator indicator) => indicator.Direction switch
    {
        Analytics.Indicators.Direction.Up => ("大きいほどよい", "More is better"),
        Analytics.Indicators.Direction.Down => ("小さいほどよい", "Less is better"),
        _ => ("方向なし(経過を見る)", "Watched, not steered"),
    };
}
