using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Closing;

/// <summary>A period's figures, frozen: what was reported stays what it was, whatever is corrected later.</summary>
public sealed class PeriodClose : Record<PeriodClose>
{
    /// <summary>FY2025.</summary>
    public string Period { get; private set; } = "";

    /// <summary>1 for the first; each reopening makes the next.</summary>
    public int Revision { get; private set; }

    public DateOnly ClosedOn { get; private set; }

    /// <summary>Why there is a later revision.</summary>
    public string? Reason { get; private set; }

    /// <summary>How many figures it holds.</summary>
    public int Figures { get; private set; }

    /// <summary>The last change set that the figures take in, by its place in the chain.</summary>
    public int CutOff { get; private set; }

    /// <summary>SHA-256 of the document with the figures, and the name it is kept under.</summary>
    public string Sha256 { get; private set; } = "";

    internal static PeriodClose Of(Period period, int revision, DateOnly day, string? reason, FrozenFigures frozen, string hash) => new()
    {
        Period = period.ToString(),
        Revision = revision,
        ClosedOn = day,
        Reason = reason,
        Figures = frozen.Figures.Count + (frozen.Across?.Figures.Count ?? 0),
        CutOff = (int)frozen.CutOff,
        Sha256 = hash,
    };
}

public sealed class PeriodCloseRecord : IRecordType<PeriodClose>
{
    public static void Define(Definition<PeriodClose> record)
    {
        record.Named(("確定", "Closed period"), ("確定した期間", "Closed periods"), "closed-periods");
        record.Identity(close => $"{close.Period}/{close.Revision}");
        record.Caption(close => new($"{close.Period} 第{close.Revision}版", $"{close.Period}, revision {close.Revision}"));
        record.WrittenByOperations(Right.Steer);

        record.Line(close => close.Period, ("期間", "Period"), 10).Required().Listed();
        record.Number(close => close.Revision, ("版", "Revision"), min: 1).Required().Listed();
        record.Day(close => close.ClosedOn, ("確定日", "Closed on")).Required().Listed();
        record.Note(close => close.Reason, ("改訂の理由", "Reason for the revision"));
        record.Number(close => close.Figures, ("数値の数", "Figures")).Required().Listed();
        record.Number(close => close.CutOff, ("含まれる最後の変更", "Last change taken in")).Required()
            .Help(("履歴の連鎖での番号。", "Its place in the chain of the history."));
        record.Line(close => close.Sha256, ("SHA-256", "SHA-256"), 64).Required()
            .Help(("確定した数値の文書のハッシュ。", "The hash of the document that holds the figures."));
    }
}
