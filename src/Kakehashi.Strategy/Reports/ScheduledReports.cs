using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Strategy.Reports;

/// <summary>
/// Puts the reports that are due into the outbox. Which went out is known from there: each has a key of its day and
/// recipient, so that neither a second program nor a restart sends it twice.
/// </summary>
public sealed partial class ScheduledReports(Workspace workspace, Outbox outbox, Actors actors, Recipients recipients, ReportMaker maker, PublicAddress address, ILogger<ScheduledReports> log)
{
    /// <summary>Not in the night: who gets it should read figures of the working day.</summary>
    private static readonly TimeOnly From = new(7, 0);

    /// <summary>A program that stood still over a weekend makes up for it; what is older is left out.</summary>
    private const int DaysLate = 3;

    /// <summary>Whether the day's reports may go out yet.</summary>
    public bool IsTime => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(workspace.Clock.GetUtcNow(), workspace.University.TimeZone).DateTime) >= From;

    /// <summary>Makes and queues what is due.</summary>
    /// <returns>How many letters were put.</returns>
    public async Task<int> QueueDueAsync(CancellationToken cancel)
    {
        var put = 0;
        foreach (var schedule in await SchedulesAsync(cancel))
        {
            if (schedule.IsPaused || schedule.FirstOn is not { } first || ReportCalendar.LastDue(first, schedule.Rhythm, workspace.Today) is not { } due || due < workspace.Today.AddDays(-DaysLate)) continue;
            var missing = await outbox.MissingAsync([.. schedule.Addresses.Select(to => KeyOf(schedule, due, to))], cancel);
            if (missing.Count > 0) put += await QueueAsync(schedule, due, missing, cancel);
        }

        return put;
    }

    private async Task<IReadOnlyList<ReportSchedule>> SchedulesAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<ReportSchedule>().Where(schedule => !schedule.IsWithdrawn).OrderBy(schedule => schedule.Id).ToListAsync(cancel);
    }

    private async Task<int> QueueAsync(ReportSchedule schedule, DateOnly due, IReadOnlySet<string> missing, CancellationToken cancel)
    {
        var name = await SenderAsync(schedule, cancel);
        var made = name is not null && await actors.OfNameAsync(name, cancel) is { } sender && sender.Actor.May(Right.See)
            ? await maker.MakeAsync(schedule, sender, cancel)
            : NoSender;
        if (made.IsDone) return await outbox.PutAsync([.. schedule.Addresses.Where(to => missing.Contains(KeyOf(schedule, due, to))).Select(to => LetterTo(to, schedule, due, made.Value))], cancel);
        NotMade(schedule.Number, made.Refusal.Message.En);
        if (name is not null && await recipients.FindAsync(name, cancel) is { } owner) await outbox.PutAsync([TroubleTo(owner, schedule, due, made.Refusal)], cancel);
        return 0;
    }

    /// <summary>Whoever changed it last answers for it.</summary>
    private async Task<string?> SenderAsync(ReportSchedule schedule, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return (await context.HistoryAsync(schedule.Number, 1, cancel)) is [var last] ? last.Set.Actor : null;
    }

    private Letter LetterTo(string to, ReportSchedule schedule, DateOnly due, Enclosure file)
    {
        var language = schedule.Language;
        var title = TitleOf(schedule);
        var text = new Text(
            $"{title}（{due:yyyy-MM-dd}）を添付します。\n{Link("最新の内容", schedule)}\nこのメールは、{workspace.University.Name.Ja}の国際交流データベース「架け橋」が定期的に送っています。不要な場合は担当部署にお知らせください。\n",
            $"Enclosed is “{title}” of {due:yyyy-MM-dd}.\n{Link("As it is now", schedule)}\nKakehashi, the database on international exchange of {workspace.University.Name.En}, sends this regularly. Tell the office if you no longer need it.\n");
        return new(KeyOf(schedule, due, to), to, language, $"{title} {due:yyyy-MM-dd}", text.In(language)) { Enclosure = file };
    }

    private static Letter TroubleTo(Recipient owner, ReportSchedule schedule, DateOnly due, Refusal refusal)
    {
        var title = TitleOf(schedule);
        var subject = new Text($"定期レポート「{title}」を送れませんでした", $"The report “{title}” was not sent").In(owner.Language);
        return new($"report/{schedule.Number}/{due:yyyy-MM-dd}/trouble", owner.Address, owner.Language, subject, refusal.Message.In(owner.Language) + "\n") { Name = owner.Name };
    }

    private string Link(string words, ReportSchedule schedule) =>
        address.Site is { } site ? $"{words}: {new Uri(site, $"/{schedule.Language.Code()}/{(schedule.Content == ReportContent.Page ? schedule.Page : "board")}")}\n" : "";

    private static string TitleOf(ReportSchedule schedule) => schedule.Name.In(schedule.Language) ?? schedule.Name.In(schedule.Language.Other()) ?? "";

    private static string KeyOf(ReportSchedule schedule, DateOnly due, string to) => $"report/{schedule.Number}/{due:yyyy-MM-dd}/{to.ToLowerInvariant()}";

    private static Refusal NoSender { get; } = new("report.no-sender", (
        "この定期レポートを最後に変更した人のアカウントがないか、利用停止中です。担当者が開いて保存し直すと、その人の権限で送られます。",
        "Whoever changed this report last has no account any more. It goes out again, with the rights of somebody else, once they save it."));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduled report {Number} could not be made: {Why}")]
    private partial void NotMade(long number, string why);
}
