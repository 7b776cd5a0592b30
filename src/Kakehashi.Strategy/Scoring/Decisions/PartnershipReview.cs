using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>What a yearly review of a partnership comes to.</summary>
public enum ReviewDecision
{
    Continue,
    Strengthen,
    Reduce,
    End,
    RaiseTier,
    LowerTier,
}

/// <summary>The review of the partnership with one partner in one year: the score as it was, who took part, the minutes, what was decided, what comes next.</summary>
public sealed class PartnershipReview : Record<PartnershipReview>
{
    public Id<Organisation>? Partner { get; internal set; }

    /// <summary>The fiscal year in which it is held: FY2026.</summary>
    public string Year { get; internal set; } = "";

    public string? Country { get; internal set; }

    public DateOnly HeldOn { get; internal set; }

    /// <summary>The year that the score tells of.</summary>
    public string ScoreYear { get; internal set; } = "";

    public decimal? Score { get; internal set; }

    public decimal? Percentile { get; internal set; }

    public List<FrozenPart> Parts { get; internal set; } = [];

    public PartnerTier? RuleTier { get; internal set; }

    /// <summary>The tier that counted when it was held.</summary>
    public PartnerTier? Tier { get; internal set; }

    /// <summary>That tier was decided by somebody.</summary>
    public bool IsDecided { get; internal set; }

    public string Participants { get; internal set; } = "";

    public string Minutes { get; internal set; } = "";

    public ReviewDecision Decision { get; internal set; }

    /// <summary>The tier from now on, where it is raised or lowered.</summary>
    public PartnerTier? NewTier { get; internal set; }

    public List<NextStep> NextSteps { get; internal set; } = [];

    public string RecordedBy { get; internal set; } = "";

    public DateOnly RecordedOn { get; internal set; }

    public List<ReviewCorrection> Corrections { get; internal set; } = [];

    internal PartnershipReview Copy() => (PartnershipReview)MemberwiseClone();
}

/// <summary>A part of the score as it was.</summary>
public sealed class FrozenPart
{
    public string Part { get; internal set; } = "";

    public Bilingual Name { get; internal set; }

    public decimal? Raw { get; internal set; }

    /// <summary>What has to be said of the value.</summary>
    public PartGap Gap { get; internal set; }

    public decimal? Normalised { get; internal set; }

    /// <summary>The weight it took, in percent.</summary>
    public decimal? Weight { get; internal set; }

    public decimal? Product { get; internal set; }
}

/// <summary>What is to be done after a review.</summary>
public sealed class NextStep
{
    public string What { get; internal set; } = "";

    public string? Responsible { get; internal set; }

    public DateOnly? DueOn { get; internal set; }
}

/// <summary>That a review was corrected, and why.</summary>
public sealed class ReviewCorrection
{
    public string Reason { get; internal set; } = "";

    public string By { get; internal set; } = "";

    public DateOnly? On { get; internal set; }
}

public sealed class PartnershipReviewRecord : IRecordType<PartnershipReview>
{
    /// <summary>The most characters of the names of those who took part, of a step, and of a reason.</summary>
    public const int LineLength = 1000;

    /// <summary>The most characters of the minutes.</summary>
    public const int MinutesLength = 8000;

    internal const int NameLength = 120;

    public static void Define(Definition<PartnershipReview> record)
    {
        record.Named(("連携の年次評価", "Partnership review"), ("連携の年次評価", "Partnership reviews"), "partnership-reviews");
        record.Identity(one => $"{one.Partner}/{one.Year}");
        record.Caption(one => new($"{one.Year} 連携の年次評価", $"{one.Year} partnership review"));
        record.WrittenByOperations(Right.Steer, or: Right.WriteShared);

        record.Link(one => one.Partner, ("相手機関", "Partner")).Required().Listed();
        record.Line(one => one.Year, ("年度", "Fiscal year"), StrategyWords.PeriodLength).Required().Listed();
        record.Code(one => one.Country, ("国・地域", "Country"), Records.Codes.CodeLists.Countries);
        record.Day(one => one.HeldOn, ("実施日", "Held on")).Required().Listed();
        record.Choice(one => one.Decision, ("決定", "Decision"), ScoringWords.Of).Required().Listed();
        record.Choice(one => one.NewTier, ("新しい区分", "New tier"), ScoringWords.Of);
        record.Line(one => one.Participants, ("出席者", "Participants"), LineLength).Required();
        record.Note(one => one.Minutes, ("議事要旨", "Minutes")).Required().Searched();
        record.Parts(one => one.NextSteps, ("今後の対応", "Next steps"), step =>
        {
            step.Line(one => one.What, ("内容", "What"), LineLength).Required();
            step.Line(one => one.Responsible, ("担当", "Responsible"), NameLength);
            step.Day(one => one.DueOn, ("期日", "Due on"));
        });
        Frozen(record);
        record.Line(one => one.RecordedBy, ("記録した人", "Recorded by"), NameLength).Required();
        record.Day(one => one.RecordedOn, ("記録した日", "Recorded on")).Required();
        record.Parts(one => one.Corrections, ("訂正", "Corrections"), correction =>
        {
            correction.Line(one => one.Reason, ("理由", "Reason"), LineLength).Required();
            correction.Line(one => one.By, ("訂正した人", "By"), NameLength).Required();
            correction.Day(one => one.On, ("訂正した日", "On"));
        });

        record.Fact("partnership_review", ("連携の年次評価", "Partnership reviews"), fact => fact
            .Date(one => one.HeldOn)
            .Link("organisation", ("相手機関", "Partner"), one => one.Partner, within: "country")
            .Country("country", ("国・地域", "Country"), one => one.Country)
            .Fields(nameof(PartnershipReview.Tier), nameof(PartnershipReview.Decision), nameof(PartnershipReview.IsDecided)));
    }

    private static void Frozen(Definition<PartnershipReview> record)
    {
        record.Line(one => one.ScoreYear, ("スコアの年度", "Year of the score"), StrategyWords.PeriodLength).Required();
        record.Amount(one => one.Score, ("スコア", "Score")).Listed();
        record.Amount(one => one.Percentile, ("百分位", "Percentile"));
        record.Choice(one => one.RuleTier, ("規則による区分", "Tier by rule"), ScoringWords.Of);
        record.Choice(one => one.Tier, ("評価時の区分", "Tier when reviewed"), ScoringWords.Of).Listed();
        record.Flag(one => one.IsDecided, ("決定による区分", "Tier by decision"));
        record.Parts(one => one.Parts, ("スコアの内訳", "Parts of the score"), part =>
        {
            part.Line(one => one.Part, ("要素", "Part"), 60).Required();
            part.Bilingual(one => one.Name, ("名称", "Name"), 200);
            part.Amount(one => one.Raw, ("実績値", "Value"));
            part.Choice(one => one.Gap, ("値の扱い", "How it was measured"), ScoringWords.Of);
            part.Amount(one => one.Normalised, ("換算点(0〜100)", "Normalised, 0 to 100"));
            part.Amount(one => one.Weight, ("重み(%)", "Weight, %"));
            part.Amount(one => one.Product, ("加点", "Adds"));
        });
    }
}
