using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Publishing;

/// <summary>How persons are kept from being recognised in what is published.</summary>
public enum PublicationMethod
{
    /// <summary>Small cells, and those that they could be worked out from, are hidden.</summary>
    Suppress,

    /// <summary>All cells are rounded.</summary>
    Round,
}

/// <summary>What is published of one indicator, frozen: the public sees this document, whatever the records say later.</summary>
public sealed class Publication : Record<Publication>
{
    public string Indicator { get; private set; } = "";

    /// <summary>1 for the first; each later one takes its place.</summary>
    public int Edition { get; private set; }

    /// <summary>The codes of the dimensions it is broken down by, with commas between.</summary>
    public string? Dimensions { get; private set; }

    /// <summary>By two dimensions at once, too.</summary>
    public bool IsCrossed { get; private set; }

    public string PeriodsFrom { get; private set; } = "";

    public PublicationMethod Method { get; private set; }

    /// <summary>Suppressed: how wide the interval of a hidden cell has to be. Rounded: the multiple.</summary>
    public int Protection { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    public string PublishedBy { get; private set; } = "";

    /// <summary>SHA-256 of the document with the tables, and the name it is kept under.</summary>
    public string Sha256 { get; private set; } = "";

    internal PublicationChoice Choice => new(
        Indicator, [.. (Dimensions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Period.Read(PeriodsFrom) ?? Period.Fiscal(1))
    {
        IsCrossed = IsCrossed,
        Method = Method,
        Protection = Protection,
    };

    internal static Publication Of(PublicationChoice choice, int edition, int protection, DateOnly day, Actor actor, string hash) => new()
    {
        Indicator = choice.Indicator,
        Edition = edition,
        Dimensions = choice.Dimensions.Count == 0 ? null : string.Join(", ", choice.Dimensions),
        IsCrossed = choice.IsCrossed,
        PeriodsFrom = choice.From.ToString(),
        Method = choice.Method,
        Protection = protection,
        PublishedOn = day,
        PublishedBy = actor.Name,
        Sha256 = hash,
    };
}

public sealed class PublicationRecord : IRecordType<Publication>
{
    public static void Define(Definition<Publication> record)
    {
        record.Named(("公表", "Publication"), ("公表の記録", "Record of publications"), "published-indicators");
        record.Identity(one => $"{one.Indicator}/{one.Edition}");
        record.Caption(one => new($"{one.Indicator} 第{one.Edition}版", $"{one.Indicator}, edition {one.Edition}"));
        record.WrittenByOperations(Right.Steer);

        record.Line(one => one.Indicator, StrategyWords.Indicator, StrategyWords.IndicatorLength).Required().Listed();
        record.Number(one => one.Edition, ("版", "Edition"), min: 1).Required().Listed();
        record.Line(one => one.Dimensions, ("集計軸", "Dimensions"), 200).Listed();
        record.Flag(one => one.IsCrossed, ("集計軸の組合せ", "Dimensions crossed"));
        record.Line(one => one.PeriodsFrom, ("公表の開始期間", "Periods from"), StrategyWords.PeriodLength).Required();
        record.Choice(one => one.Method, ("秘匿の方法", "Protection method"), PublicationWords.Of).Required().Listed();
        record.Number(one => one.Protection, ("保護の幅・丸めの基数", "Protection width or rounding base"), min: 0).Required();
        record.Day(one => one.PublishedOn, ("公表日", "Published on")).Required().Listed();
        record.Line(one => one.PublishedBy, ("公表者", "Published by"), 200).Required();
        record.Line(one => one.Sha256, ("SHA-256", "SHA-256"), 64).Required()
            .Help(("公表した表の文書のハッシュ。", "The hash of the document that holds the tables."));
    }
}
