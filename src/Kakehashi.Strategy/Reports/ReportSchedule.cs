using Kakehashi.Kernel;
using Kakehashi.Platform.Mail;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Reports;

/// <summary>What a report is made of.</summary>
public enum ReportContent
{
    /// <summary>The board as slides (PPTX).</summary>
    Slides,

    /// <summary>A page as PDF.</summary>
    Page,
}

/// <summary>How often a report goes out.</summary>
public enum ReportRhythm
{
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>
/// A report that goes out by mail, again and again. It is made with the rights of whoever changed it last, and without what
/// is personal.
/// </summary>
public sealed class ReportSchedule : Record<ReportSchedule>
{
    public Bilingual Name { get; private set; }

    public ReportContent Content { get; private set; }

    public string? Page { get; private set; }

    public Language Language { get; private set; }

    public ReportRhythm Rhythm { get; private set; }

    public DateOnly? FirstOn { get; private set; }

    public string? Recipients { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>The addresses, one a line.</summary>
    internal IReadOnlyList<string> Addresses => [.. (Recipients ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}

public sealed class ReportScheduleRecord : IRecordType<ReportSchedule>
{
    private const int MostRecipients = 100;

    public static void Define(Definition<ReportSchedule> record)
    {
        record.Named(("定期レポート", "Scheduled report"), ("定期レポート", "Scheduled reports"), "scheduled-reports");
        record.Identity(one => one.Name.Ja ?? one.Name.En);
        record.Caption(one => one.Name);
        record.WrittenWith(Right.Steer);
        record.Bilingual(one => one.Name, ("名称", "Name"), 200).Required().Listed().Searched();
        record.Choice(one => one.Content, ("内容", "Content"), Words).Required().Listed();
        record.Line(one => one.Page, ("ページ", "Page"), 500)
            .Help(("内容が「ページ」のときに指定します。例: board、indicators/FL-01?by=country、strategy/P1.3", "For a page: its address after the language, such as board, indicators/FL-01?by=country or strategy/P1.3."));
        record.Choice(one => one.Language, ("言語", "Language"), language => language == Language.Ja ? ("日本語", "Japanese") : ("英語", "English")).Required().Listed();
        record.Choice(one => one.Rhythm, ("頻度", "How often"), Words).Required().Listed();
        record.Day(one => one.FirstOn, ("初回の送信日", "First sent on")).Required().Listed()
            .Help(("以後は同じ曜日・同じ日に送ります。その日がない月は月末です。", "Then on the same weekday or day; in a month without that day, on its last."));
        record.Note(one => one.Recipients, ("宛先", "Recipients")).Required()
            .Help(("メールアドレスを1行に1つ。", "Mail addresses, one a line."));
        record.Flag(one => one.IsPaused, ("休止中", "Paused")).Listed();
        record.Check("report_schedule.no-page", one => one.Page, one => (one.Content == ReportContent.Page) == (one.Page is { Length: > 0 }),
            ("内容が「ページ」のときだけ、ページを指定してください。", "Name a page where the content is a page, and only then."));
        record.Check("report_schedule.not-a-page", one => one.Page, one => one.Page is not { } page || IsPage(page),
            ("このシステムのページのうち、言語より後の部分を書いてください。例: indicators/FL-01", "Write the address of a page of this system, from after the language: indicators/FL-01."));
        record.Check("report_schedule.bad-recipient", one => one.Recipients, one => one.Addresses.All(MailSettingsReader.IsAddress),
            ("メールアドレスとして読めない行があります。1行に1つ書いてください。例: president@example.ac.jp", "A line is no mail address. Write one a line, such as president@example.ac.jp."));
        record.Check("report_schedule.too-many", one => one.Recipients, one => one.Addresses.Count <= MostRecipients,
            ($"宛先は{MostRecipients}件までです。それより多いときはメーリングリストを使ってください。", $"At most {MostRecipients} recipients; use a mailing list for more."));
    }

    private static bool IsPage(string page) => !page.StartsWith('/') && !page.Contains("://", StringComparison.Ordinal) && Platform.Pages.Address.IsLocal("/" + page);

    private static Text Words(ReportContent content) => content switch
    {
        ReportContent.Page => ("ページ（PDF）", "Page (PDF)"),
        _ => ("戦略の進捗（スライド）", "The strategy at a glance (slides)"),
    };

    private static Text Words(ReportRhythm rhythm) => rhythm switch
    {
        ReportRhythm.Weekly => ("毎週", "Weekly"),
        ReportRhythm.Monthly => ("毎月", "Monthly"),
        ReportRhythm.Quarterly => ("3か月ごと", "Quarterly"),
        _ => ("毎年", "Yearly"),
    };
}
