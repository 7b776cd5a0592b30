using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>What is drafted.</summary>
public enum DraftKind
{
    /// <summary>A general agreement.</summary>
    Agreement,

    /// <summary>A memorandum on the exchange of students.</summary>
    Memorandum,
}

/// <summary>In which languages a draft is.</summary>
public enum DraftLayout
{
    /// <summary>Japanese and English side by side.</summary>
    Columns,

    Ja,
    En,
}

/// <summary>One template: what is drafted, and in which languages.</summary>
public readonly record struct DraftTemplate(DraftKind Kind, DraftLayout Layout)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DraftTemplate> All { get; } = [.. Enum.GetValues<DraftKind>().SelectMany(kind => Enum.GetValues<DraftLayout>().Select(layout => new DraftTemplate(kind, layout)))];

    /// <summary>The name of its file.</summary>
    public string FileName => $"{CodeNames.Of(Kind)}{(Layout == DraftLayout.Columns ? "" : $".{CodeNames.Of(Layout)}")}.docx";

    /// <summary>The one of a file; null where there is none.</summary>
    public static DraftTemplate? Find(string? fileName) => All.Where(one => one.FileName == fileName).Select(one => (DraftTemplate?)one).FirstOrDefault();

    /// <summary>What an agreement is drafted by.</summary>
    public static DraftKind KindOf(AgreementType type) => type is AgreementType.StudentExchange or AgreementType.Memorandum ? DraftKind.Memorandum : DraftKind.Agreement;

    public static Text Of(DraftKind kind) => kind == DraftKind.Agreement ? ("協定書", "Agreement") : ("覚書", "Memorandum");

    public static Text Of(DraftLayout layout) => layout switch
    {
        DraftLayout.Columns => ("日英対訳(2段組)", "Japanese and English, in two columns"),
        DraftLayout.Ja => ("日本語", "Japanese"),
        _ => ("英語", "English"),
    };
}
