using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Versions;

/// <summary>The strategy as somebody saved it. The newest is the one that counts; the earlier ones stay.</summary>
public sealed class StrategyVersion : Record<StrategyVersion>
{
    /// <summary>1 for the first; each saving makes the next.</summary>
    public int Edition { get; private set; }

    /// <summary>What the strategy is called in it.</summary>
    public Bilingual Name { get; private set; }

    public DateOnly SavedOn { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>Why it was changed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>How many actions it has.</summary>
    public int Actions { get; private set; }

    /// <summary>SHA-256 of the document with the strategy, and the name it is kept under.</summary>
    public string Sha256 { get; private set; } = "";

    internal static StrategyVersion Of(int edition, Tree.StrategyTree tree, DateOnly day, string by, string reason, string hash) => new()
    {
        Edition = edition,
        Name = new(Records.Values.StorableText.Start(tree.Name.Ja, StrategyVersionRecord.NameLength).ToString(), Records.Values.StorableText.Start(tree.Name.En, StrategyVersionRecord.NameLength).ToString()),
        SavedOn = day,
        SavedBy = by,
        Reason = reason,
        Actions = tree.Actions.Count(),
        Sha256 = hash,
    };
}

public sealed class StrategyVersionRecord : IRecordType<StrategyVersion>
{
    public const int ReasonLength = 1000;
    public const int NameLength = 500;

    public static void Define(Definition<StrategyVersion> record)
    {
        record.Named(("戦略の版", "Version of the strategy"), ("戦略の版", "Versions of the strategy"), "strategy-versions");
        record.Identity(one => $"{one.Edition}");
        record.Caption(one => new($"戦略 第{one.Edition}版", $"Strategy, version {one.Edition}"));
        record.WrittenByOperations(Right.Steer);

        record.Number(one => one.Edition, ("版", "Version"), min: 1).Required().Listed();
        record.Bilingual(one => one.Name, ("名称", "Name"), NameLength).Listed();
        record.Day(one => one.SavedOn, ("保存日", "Saved on")).Required().Listed();
        record.Line(one => one.SavedBy, ("保存した人", "Saved by"), 200).Required().Listed();
        record.Note(one => one.Reason, ("変更の理由", "Reason for the change")).Required();
        record.Number(one => one.Actions, ("施策の数", "Actions")).Required().Listed();
        record.Line(one => one.Sha256, ("SHA-256", "SHA-256"), 64).Required()
            .Help(("戦略の文書のハッシュ。", "The hash of the document that holds the strategy."));
    }
}
