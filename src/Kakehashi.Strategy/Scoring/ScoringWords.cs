using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Scoring.Decisions;

namespace Kakehashi.Strategy.Scoring;

/// <summary>What the choices of partnerships are called.</summary>
public static class ScoringWords
{
    public static Text Of(PartnerTier tier) => tier switch
    {
        PartnerTier.Strategic => ("戦略的", "Strategic"),
        PartnerTier.Priority => ("重点", "Priority"),
        PartnerTier.Active => ("活動中", "Active"),
        _ => ("休眠", "Dormant"),
    };

    public static Tone Tone(PartnerTier tier) => tier switch
    {
        PartnerTier.Strategic => Platform.Pages.Tone.Good,
        PartnerTier.Priority => Platform.Pages.Tone.Info,
        PartnerTier.Active => Platform.Pages.Tone.Neutral,
        _ => Platform.Pages.Tone.Warning,
    };

    public static Text Of(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Continue => ("継続する", "Continue"),
        ReviewDecision.Strengthen => ("強化する", "Strengthen"),
        ReviewDecision.Reduce => ("縮小する", "Reduce"),
        ReviewDecision.End => ("終了する", "End"),
        ReviewDecision.RaiseTier => ("区分を上げる", "Raise the tier"),
        _ => ("区分を下げる", "Lower the tier"),
    };

    public static Text Of(PartGap gap) => gap switch
    {
        PartGap.None => ("実測", "Measured"),
        PartGap.Partly => ("一部秘匿", "Partly withheld"),
        PartGap.Withheld => ("秘匿", "Withheld"),
        _ => ("未測定", "Not measured"),
    };

    /// <summary>How the value of a part becomes a number from 0 to 100, in words.</summary>
    public static Text Rule(ScorePart part) => part.Scale switch
    {
        PartScale.Rank => ("値がこれより小さい他の連携先の割合(100機関中)", "How many of a hundred other partners have less"),
        PartScale.Linear => ($"{Shown.Number(part.Full)}で100となる比例", $"In proportion; {Shown.Number(part.Full)} makes 100"),
        _ => ($"{Shown.Number(part.Full)}で100となる対数", $"By its logarithm; {Shown.Number(part.Full)} makes 100"),
    };

    /// <summary>How the value of a part is made, in words.</summary>
    public static Text Made(ScorePart part)
    {
        var codes = (Ja: string.Join("、", part.Indicators), En: string.Join(", ", part.Indicators));
        var years = part.Years == 1 ? (Ja: "その年度", En: "the year") : (Ja: $"{part.Years}年間の年平均", En: $"{part.Years} years, yearly mean");
        return part.Measure switch
        {
            PartMeasure.Sum => ($"{codes.Ja}({years.Ja})", $"{codes.En} ({years.En})"),
            PartMeasure.Most => ($"{codes.Ja}の大きい方({years.Ja})", $"The larger of {codes.En} ({years.En})"),
            PartMeasure.Balance => ($"{codes.Ja}の小さい方が大きい方の何%か({years.Ja})", $"The smaller of {codes.En} in percent of the larger ({years.En})"),
            PartMeasure.ActiveYears => ($"{part.Years}年間のうち{codes.Ja}のある年数", $"Years of {part.Years} with {codes.En}"),
            _ => part.Awaits ?? default,
        };
    }
}
