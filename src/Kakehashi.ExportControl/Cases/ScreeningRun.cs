using System.Globalization;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Cases;

/// <summary>Why names were screened.</summary>
public enum RunReason
{
    /// <summary>Everything, for the first time.</summary>
    First,

    /// <summary>Records were entered or changed.</summary>
    Records,

    /// <summary>A list has another version: what is new in it, against everything.</summary>
    Lists,
}

/// <summary>A version of a list that names were screened against.</summary>
public sealed class RunList
{
    public string List { get; private set; } = "";

    public DateOnly? PublishedOn { get; private set; }

    public string Sha256 { get; private set; } = "";

    internal static RunList Of(ListVersion version) => new() { List = version.List.Code(), PublishedOn = version.PublishedOn == DateOnly.MinValue ? null : version.PublishedOn, Sha256 = version.Sha256 };
}

/// <summary>Names were screened: which versions of the lists were asked, and up to which change of the records. The evidence that it was done.</summary>
public sealed class ScreeningRun : Record<ScreeningRun>
{
    /// <summary>1 for the first run.</summary>
    public int Sequence { get; private set; }

    /// <summary>The last change set whose records were screened, by its place in the chain.</summary>
    public string Until { get; private set; } = "";

    public RunReason Reason { get; private set; }

    public DateOnly ScreenedOn { get; private set; }

    /// <summary>How many persons and organisations were asked for.</summary>
    public int Subjects { get; private set; }

    /// <summary>How many cases were opened or got a hit more.</summary>
    public int Cases { get; private set; }

    public List<RunList> Lists { get; private set; } = [];

    /// <summary><see cref="Until"/> as a number.</summary>
    public long Position => long.TryParse(Until, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;

    /// <summary>What tells the lists of a run from those of another.</summary>
    internal string ListsPrint => PrintOf(Lists.Select(list => list.Sha256));

    internal static string PrintOf(IEnumerable<string> hashes) => Prints.Of(hashes.Order(StringComparer.Ordinal));

    internal static ScreeningRun Of(int sequence, long until, RunReason reason, DateOnly day, int subjects, int cases, IReadOnlyList<ListVersion> lists) => new()
    {
        Sequence = sequence,
        Until = until.ToString(CultureInfo.InvariantCulture),
        Reason = reason,
        ScreenedOn = day,
        Subjects = subjects,
        Cases = cases,
        Lists = [.. lists.Select(RunList.Of)],
    };
}

public sealed class ScreeningRunRecord : IRecordType<ScreeningRun>
{
    public static void Define(Definition<ScreeningRun> record)
    {
        record.Named(("照合の実施", "Screening run"), ("照合の実施", "Screening runs"), "screening-runs");
        record.Identity(run => run.Sequence.ToString(CultureInfo.InvariantCulture));
        record.Caption(run => new($"{run.ScreenedOn:yyyy-MM-dd} {Words(run.Reason).Ja}", $"{run.ScreenedOn:yyyy-MM-dd} {Words(run.Reason).En}"));
        record.SeenWith(Right.ControlExports);
        record.WrittenByOperations(Right.ControlExports);
        record.KeptFrom(run => run.ScreenedOn);

        record.Number(run => run.Sequence, ("実施番号", "Run"), min: 1).Required();
        record.Day(run => run.ScreenedOn, ("実施日", "Screened on")).Required().Listed();
        record.Choice(run => run.Reason, ("きっかけ", "Why"), Words).Required().Listed();
        record.Number(run => run.Subjects, ("照合した名称", "Names asked for")).Required().Listed();
        record.Number(run => run.Cases, ("案件", "Cases")).Required().Listed()
            .Help(("新しくできた案件と、候補が増えた案件。", "Cases that were opened or got a hit more."));
        record.Line(run => run.Until, ("含まれる最後の変更", "Last change taken in"), 20).Required()
            .Help(("履歴の連鎖での番号。", "Its place in the chain of the history."));
        record.Parts(run => run.Lists, ("リストの版", "Versions of lists"), list =>
        {
            list.Line(one => one.List, ("リスト", "List"), 20).Required();
            list.Day(one => one.PublishedOn, ("公表日", "Published on"));
            list.Line(one => one.Sha256, Text.Same("SHA-256"), 64).Required();
        });
    }

    private static Text Words(RunReason reason) => reason switch
    {
        RunReason.First => ("初回", "For the first time"),
        RunReason.Records => ("記録の入力・変更", "Records entered or changed"),
        _ => ("リストの更新", "Lists changed"),
    };
}
