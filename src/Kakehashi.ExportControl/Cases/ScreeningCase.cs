using System.Globalization;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Facts;

namespace Kakehashi.ExportControl.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Somebody has to look.</summary>
    Open,

    /// <summary>Nobody who is listed is meant.</summary>
    Cleared,

    /// <summary>Somebody who is listed is meant, or it cannot be ruled out.</summary>
    Confirmed,

    /// <summary>Before anybody decided, the list or the record changed so that nothing was left to decide.</summary>
    Lapsed,
}

/// <summary>
/// A record that names somebody who may be on a list. It is closed once, and stays as it was; if either side changes,
/// the same record gets another case.
/// </summary>
public sealed class ScreeningCase : Record<ScreeningCase>
{
    /// <summary>The type of the record, by its code: <c>organisation</c>.</summary>
    public string SubjectType { get; internal set; } = "";

    /// <summary>The record's number.</summary>
    public string SubjectNumber { get; internal set; } = "";

    /// <summary>1 for the first case of the record.</summary>
    public int Round { get; internal set; }

    /// <summary>Who is named there.</summary>
    public string? Subject { get; internal set; }

    public ListedKind Kind { get; internal set; }

    public string? Country { get; internal set; }

    public CaseState State { get; internal set; }

    public DateOnly OpenedOn { get; internal set; }

    public DateOnly? ClosedOn { get; internal set; }

    public List<CaseHit> Hits { get; internal set; } = [];

    /// <summary>The record's number; 0 where it is none.</summary>
    public long Of => long.TryParse(SubjectNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The surest of the hits that are still there.</summary>
    public CaseHit? Surest => Hits.Where(hit => !hit.IsGone).MaxBy(hit => hit.Score) ?? Hits.MaxBy(hit => hit.Score);

    internal static ScreeningCase Begin(string type, long number, int round, ScreenedSubject subject, IEnumerable<CaseHit> hits, DateOnly day) => new()
    {
        SubjectType = type,
        SubjectNumber = number.ToString(CultureInfo.InvariantCulture),
        Round = round,
        Subject = subject.Name.Length <= CaseHit.NameLength ? subject.Name : subject.Name[..CaseHit.NameLength],
        Kind = subject.Kind,
        Country = subject.Country,
        OpenedOn = day,
        Hits = [.. hits],
    };

    internal ScreeningCase Copy()
    {
        var copy = (ScreeningCase)MemberwiseClone();
        copy.Hits = [.. Hits.Select(hit => hit.Copy())];
        return copy;
    }

    /// <summary>Another case with the hits that are still there, all to be looked at again.</summary>
    internal ScreeningCase Again(int round, DateOnly day) => new()
    {
        SubjectType = SubjectType,
        SubjectNumber = SubjectNumber,
        Round = round,
        Subject = Subject,
        Kind = Kind,
        Country = Country,
        OpenedOn = day,
        Hits = [.. Hits.Where(hit => !hit.IsGone).Select(hit => hit.Undecided())],
    };

    /// <summary>Closes it where nothing is open any more.</summary>
    internal void Settle(DateOnly day)
    {
        if (State != CaseState.Open || Hits.Exists(hit => hit.IsOpen)) return;
        State = Hits.Exists(hit => hit is { Verdict: HitVerdict.Same, IsGone: false }) ? CaseState.Confirmed : Hits.Exists(hit => hit.Verdict is HitVerdict.NotSame or HitVerdict.Same) ? CaseState.Cleared : CaseState.Lapsed;
        ClosedOn = day;
    }
}

public sealed class ScreeningCaseRecord : IRecordType<ScreeningCase>
{
    public static void Define(Definition<ScreeningCase> record)
    {
        record.Named(("照合案件", "Screening case"), ("照合案件", "Screening cases"), "screening-cases");
        record.Identity(one => $"{one.SubjectType}-{one.SubjectNumber}-{one.Round}");
        record.Caption(one => new($"{one.SubjectType}-{one.SubjectNumber}-{one.Round} {one.Subject}".TrimEnd(), $"{one.SubjectType}-{one.SubjectNumber}-{one.Round} {one.Subject}".TrimEnd()));
        record.SeenWith(Right.ControlExports);
        record.WrittenByOperations(Right.ControlExports);
        record.KeptFrom(one => one.ClosedOn ?? one.OpenedOn);

        record.Line(one => one.SubjectType, ("記録の種類", "Type of the record"), 60).Required();
        record.Line(one => one.SubjectNumber, ("記録の番号", "Number of the record"), 20).Required();
        record.Number(one => one.Round, ("回", "Round"), min: 1).Required();
        record.Line(one => one.Subject, ("氏名・名称", "Name"), CaseHit.NameLength).Personal().Listed();
        record.Choice(one => one.Kind, ("個人・機関", "Person or organisation"), CaseWords.Of).Required().Listed();
        record.Code(one => one.Country, ("国・地域", "Country"), CodeLists.Countries).Listed();
        record.Choice(one => one.State, ("状態", "State"), CaseWords.Of).Required().Listed();
        record.Day(one => one.OpenedOn, ("発生日", "Opened on")).Required().Listed();
        record.Day(one => one.ClosedOn, ("終了日", "Closed on")).Listed();
        record.Parts(one => one.Hits, ("該当候補", "Hits"), Hits);

        record.Fact("screening_case", ("照合案件", "Screening cases"), fact => fact
            .Date(one => one.OpenedOn)
            .Until(one => one.ClosedOn)
            .Fields(nameof(ScreeningCase.State), nameof(ScreeningCase.Kind))
            .Column("days", FactColumnKind.Whole, ("日数", "Days"), one => one.ClosedOn is { } closed ? closed.DayNumber - one.OpenedOn.DayNumber : (long?)null));
    }

    private static void Hits(PartDefinition<CaseHit> hit)
    {
        hit.Line(one => one.List, ("リスト", "List"), 20).Required();
        hit.Day(one => one.ListedOn, ("リストの公表日", "List published on"));
        hit.Line(one => one.Number, ("リストの番号", "Number in the list"), 60).Required();
        hit.Line(one => one.Entity, ("掲載名", "Listed as"), CaseHit.NameLength).Required();
        hit.Line(one => one.ListedName, ("比べた掲載名", "Listed name compared"), CaseHit.NameLength).Required();
        hit.Line(one => one.AskedName, ("比べた名称", "Our name compared"), CaseHit.NameLength).Personal();
        hit.Line(one => one.Countries, ("リストの国・地域", "Countries of the list"), 100);
        hit.Line(one => one.Concerns, ("懸念区分", "Types of concern"), 20);
        hit.Flag(one => one.ConventionalWeapons, ("通常兵器", "Conventional weapons"));
        hit.Amount(one => one.Score, ("確信度", "Score"));
        hit.Choice(one => one.Rule, ("一致のしかた", "How they are alike"), HitRules.Words);
        hit.Bilingual(one => one.Why, ("根拠", "Evidence"), CaseHit.WhyLength);
        hit.Line(one => one.EntityPrint, ("掲載内容の指紋", "Fingerprint of the entry"), 32).Required();
        hit.Line(one => one.AskedPrint, ("比べた内容の指紋", "Fingerprint of ours"), 32).Required();
        hit.Flag(one => one.IsGone, ("対象外になった", "No longer stands"));
        hit.Choice(one => one.Verdict, ("判断", "Verdict"), HitWords.Of);
        hit.Choice(one => one.Because, ("判断の理由", "Reason"), HitWords.Of);
        hit.Note(one => one.Note, ("備考", "Note"));
        hit.Line(one => one.DecidedBy, ("判断した人", "Decided by"), 100);
        hit.Day(one => one.DecidedOn, ("判断した日", "Decided on"));
    }
}

/// <summary>Cases in words.</summary>
public static class CaseWords
{
    public static Text Of(CaseState state) => state switch
    {
        CaseState.Open => ("確認待ち", "To be looked at"),
        CaseState.Cleared => ("該当なし", "Cleared"),
        CaseState.Confirmed => ("該当あり・否定できない", "Confirmed or not ruled out"),
        _ => ("判断前に解消", "Lapsed"),
    };

    public static Text Of(ListedKind kind) => kind switch
    {
        ListedKind.Person => ("個人", "Person"),
        ListedKind.Vessel => ("船舶", "Vessel"),
        ListedKind.Aircraft => ("航空機", "Aircraft"),
        ListedKind.Other => ("その他", "Other"),
        _ => ("機関", "Organisation"),
    };
}
