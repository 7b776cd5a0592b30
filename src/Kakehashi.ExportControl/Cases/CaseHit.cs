using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.ExportControl.Cases;

/// <summary>What a person has found of a hit.</summary>
public enum HitVerdict
{
    /// <summary>Nobody has looked yet.</summary>
    Open,

    /// <summary>Somebody else is listed.</summary>
    NotSame,

    /// <summary>The same is listed, or it cannot be ruled out: a transaction with them is reviewed.</summary>
    Same,
}

/// <summary>By what somebody was told apart from whom is listed.</summary>
public enum ClearingReason
{
    /// <summary>Another country or place.</summary>
    Place,

    /// <summary>Another date of birth.</summary>
    Birth,

    /// <summary>Another field or activity.</summary>
    Activity,

    /// <summary>The names only share words.</summary>
    Name,

    /// <summary>As the note says.</summary>
    Other,
}

/// <summary>Who of a list may be meant, with the evidence as it was found, and what was decided of it.</summary>
public sealed class CaseHit
{
    internal const int NameLength = 500, WhyLength = 2_000;

    /// <summary>The list's code, e.g. <c>METI</c>.</summary>
    public string List { get; internal set; } = "";

    /// <summary>The day the version was published that the hit was found in.</summary>
    public DateOnly? ListedOn { get; internal set; }

    /// <summary>The entry's number in that version.</summary>
    public string Number { get; internal set; } = "";

    /// <summary>The name it is listed under.</summary>
    public string Entity { get; internal set; } = "";

    /// <summary>Its name that fits best.</summary>
    public string ListedName { get; internal set; } = "";

    /// <summary>The name of ours that fits it.</summary>
    public string? AskedName { get; internal set; }

    /// <summary>Countries of the list, by code.</summary>
    public string? Countries { get; internal set; }

    /// <summary>Weapons of mass destruction it is a concern for: <c>B, C, M, N</c>.</summary>
    public string? Concerns { get; internal set; }

    public bool ConventionalWeapons { get; internal set; }

    /// <summary>How sure it is, 0 to less than 1.</summary>
    public decimal? Score { get; internal set; }

    public HitRule? Rule { get; internal set; }

    /// <summary>What speaks for it and against it.</summary>
    public Bilingual Why { get; internal set; }

    /// <summary>Fingerprint of what the list says.</summary>
    public string EntityPrint { get; internal set; } = "";

    /// <summary>Fingerprint of what of ours was compared.</summary>
    public string AskedPrint { get; internal set; } = "";

    /// <summary>The list no longer has it so, or the record no longer names whom it was found for.</summary>
    public bool IsGone { get; internal set; }

    public HitVerdict? Verdict { get; internal set; }

    public ClearingReason? Because { get; internal set; }

    public string? Note { get; internal set; }

    public string? DecidedBy { get; internal set; }

    public DateOnly? DecidedOn { get; internal set; }

    /// <summary>What tells a pair from others: it stays decided until either side changes.</summary>
    public string Pair => $"{List}|{EntityPrint}|{AskedPrint}";

    /// <summary>It waits for somebody.</summary>
    public bool IsOpen => !IsGone && Verdict is null or HitVerdict.Open;

    /// <summary>What was found of one subject, as it is kept.</summary>
    public static CaseHit Of(Hit hit, ScreenedSubject subject) => new()
    {
        List = hit.Version.List.Code(),
        ListedOn = hit.Version.PublishedOn == DateOnly.MinValue ? null : hit.Version.PublishedOn,
        Number = Cut(hit.Entity.Number, 60),
        Entity = Cut(hit.Entity.Name, NameLength),
        ListedName = Cut(hit.Name.Text, NameLength),
        AskedName = Cut(hit.Asked, NameLength),
        Countries = hit.Entity.Countries.Count > 0 ? Cut(string.Join(", ", hit.Entity.Countries), 100) : null,
        Concerns = hit.Entity.Concerns == ConcernTypes.None ? null : string.Join(", ", hit.Entity.Concerns.Letters()),
        ConventionalWeapons = hit.Entity.ConventionalWeapons,
        Score = (decimal)Sureness.Cut(hit.Score, 4),
        Rule = hit.Rule,
        Why = new(Cut(Reasons(hit, Language.Ja), WhyLength), Cut(Reasons(hit, Language.En), WhyLength)),
        EntityPrint = Prints.Of(hit.Entity),
        AskedPrint = subject.Print,
        Verdict = HitVerdict.Open,
    };

    internal CaseHit Copy() => (CaseHit)MemberwiseClone();

    /// <summary>The same, to be looked at again.</summary>
    internal CaseHit Undecided()
    {
        var again = Copy();
        (again.Verdict, again.Because, again.Note, again.DecidedBy, again.DecidedOn) = (HitVerdict.Open, null, null, null, null);
        return again;
    }

    private static string Reasons(Hit hit, Language language) =>
        string.Join(language == Language.Ja ? "、" : "; ", new[] { hit.Rule.Words() }.Concat(hit.Words.Select(word => word.Words)).Concat(hit.Evidence.Select(one => one.Words())).Select(text => text.In(language)));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>Hits in words.</summary>
public static class HitWords
{
    public static Text Of(HitVerdict verdict) => verdict switch
    {
        HitVerdict.Open => ("未確認", "To be looked at"),
        HitVerdict.NotSame => ("別人・別機関", "Not the same"),
        _ => ("同一または否定できない", "The same, or not ruled out"),
    };

    public static Text Of(ClearingReason reason) => reason switch
    {
        ClearingReason.Place => ("国・所在地が異なる", "Another country or place"),
        ClearingReason.Birth => ("生年月日が異なる", "Another date of birth"),
        ClearingReason.Activity => ("分野・活動が異なる", "Another field or activity"),
        ClearingReason.Name => ("名称の一部が似ているだけ", "The names only share words"),
        _ => ("その他(備考に記入)", "Another reason, in the note"),
    };

    /// <summary>B, C, M, N as METI writes them.</summary>
    public static IEnumerable<string> Letters(this ConcernTypes concerns) => All.Where(one => concerns.HasFlag(one.Type)).Select(one => one.Letter);

    /// <summary>What an entity is a concern for, in words.</summary>
    public static Text InWords(this ListedEntity entity)
    {
        var words = All.Where(one => entity.Concerns.HasFlag(one.Type)).Select(one => new Text($"{one.Words.Ja}({one.Letter})", $"{one.Words.En} ({one.Letter})")).ToList();
        if (entity.ConventionalWeapons) words.Add(("通常兵器", "conventional weapons"));
        return (string.Join("、", words.Select(one => one.Ja)), string.Join(", ", words.Select(one => one.En)));
    }

    private static readonly (ConcernTypes Type, string Letter, Text Words)[] All =
    [
        (ConcernTypes.Biological, "B", ("生物兵器", "biological weapons")),
        (ConcernTypes.Chemical, "C", ("化学兵器", "chemical weapons")),
        (ConcernTypes.Missiles, "M", ("ミサイル", "missiles")),
        (ConcernTypes.Nuclear, "N", ("核兵器", "nuclear weapons")),
    ];
}
