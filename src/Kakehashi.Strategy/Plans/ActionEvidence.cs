using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Plans;

/// <summary>What shows that something was done for an action: a record of this database, a page of the web, an indicator.</summary>
public sealed class ActionEvidence : Record<ActionEvidence>
{
    public string Action { get; private set; } = "";

    public Bilingual Title { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>A record as <c>agreements/12</c>, a web address, or the code of an indicator.</summary>
    public string Source { get; private set; } = "";

    public DateOnly? Day { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public Bilingual Remark { get; private set; }
}

/// <summary>What evidence points to.</summary>
public enum EvidenceKind
{
    /// <summary>A record of this database.</summary>
    Record,

    /// <summary>A page of the web.</summary>
    WebAddress,

    /// <summary>An indicator.</summary>
    Indicator,
}

public sealed class ActionEvidenceRecord : IRecordType<ActionEvidence>
{
    public static void Define(Definition<ActionEvidence> record)
    {
        record.Named(("施策の根拠", "Evidence for an action"), ("施策の根拠", "Evidence for actions"), "action-evidence");
        record.Identity(one => $"{one.Action}/{one.Source}/{one.Unit}/{one.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        record.Caption(one => new($"{one.Action} {one.Title.In(Language.Ja)}", $"{one.Action} {one.Title.In(Language.En)}"));
        record.Visible((one, actor) => actor.Sees(one.Unit));

        record.Line(one => one.Action, StrategyWords.Action, StrategyWords.ActionLength).Required().Listed().Searched().Help(StrategyWords.ActionHelp);
        record.Bilingual(one => one.Title, ("表題", "Title"), 300).Required().Listed().Searched();
        record.Choice(one => one.Kind, ("根拠の種類", "Kind of evidence"), EvidenceWords.Of).Required().Listed();
        record.Line(one => one.Source, ("所在", "Where it is"), 500).Required()
            .Help(("記録は agreements/12 のようにアドレスの言語より後の部分、ウェブページはURL、指標は番号(例: ST-01)。",
                "A record by its address after the language, as agreements/12; a web page by its URL; an indicator by its code, as ST-01."));
        record.Day(one => one.Day, ("日付", "Day")).Required().Listed();
        record.Link(one => one.Unit, ("部局", "Org unit")).Listed()
            .Help(("根拠を示す部局。大学全体の場合は空欄にします。", "The unit that gives it; empty for the university as a whole."));
        record.Bilingual(one => one.Remark, ("備考", "Remark"), 500);

        record.Check("action_evidence.no-source", one => one.Source, one => one.Source.Length == 0 || EvidenceSource.Fits(one.Kind, one.Source), EvidenceWords.Misfit);
    }
}
