using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Letters;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Calendar;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Calendar;

/// <summary>The days of agreements that somebody sees: their ends, when their reviews open, and by when proposals that wait for that person want a look.</summary>
/// <param name="workspace">The database.</param>
/// <param name="actor">Whose calendar it is.</param>
/// <param name="language">The language it is in.</param>
/// <param name="site">The address of the program; null where nobody knows it.</param>
public sealed class AgreementCalendar(Workspace workspace, Actor actor, Language language, Uri? site)
{
    /// <summary>More than a calendar program takes.</summary>
    private const int Most = 5_000;

    private const int DaysBack = 92, YearsAhead = 5;

    /// <summary>All of them, as a file.</summary>
    public async Task<byte[]> WriteAsync(CancellationToken cancel)
    {
        var days = (await EndsAsync(cancel)).Concat(await LooksAsync(cancel)).OrderBy(day => day.Day).ThenBy(day => day.Uid, StringComparer.Ordinal);
        return CalendarFile.Write(new Text("協定の期限", "Agreements").In(language), days, workspace.Today);
    }

    private async Task<IEnumerable<CalendarDay>> EndsAsync(CancellationToken cancel)
    {
        var (from, to) = (workspace.Today.AddDays(-DaysBack), workspace.Today.AddYears(YearsAhead));
        await using var context = workspace.Database.Read();
        var ending = await Seen(context).Where(one => one.State == AgreementState.InForce && !one.RenewsByItself && one.ExpiresOn >= from && one.ExpiresOn <= to)
            .OrderBy(one => one.ExpiresOn).ThenBy(one => one.Id).Take(Most).ToListAsync(cancel);
        var seen = Seen(context).Select(one => (Id<Agreement>?)one.Id);
        var opened = await context.Set<AgreementProcedure>().Where(one => !one.IsWithdrawn && one.ReviewOpenedOn >= from && seen.Contains(one.Agreement))
            .Select(one => new { one.Reference, one.ReviewOpenedOn }).Take(Most).ToDictionaryAsync(one => one.Reference, one => one.ReviewOpenedOn, cancel);
        var months = GuidelineReader.Read(workspace).Value?.On(workspace.Today).ReviewMonths;
        return ending.SelectMany(one => Of(one, opened.GetValueOrDefault(one.Id.ToString()), months));
    }

    private IEnumerable<CalendarDay> Of(Agreement agreement, DateOnly? opened, int? months)
    {
        var end = agreement.ExpiresOn!.Value;
        var called = Called(agreement);
        yield return Day(agreement, "end", end, ($"協定の満了：{called}", $"Agreement ends: {called}"), ($"{called} は {end:yyyy-MM-dd} に満了します。", $"{called} ends on {end:yyyy-MM-dd}."));
        // the day on which the program opens it by itself, unless somebody has already
        if ((opened ?? (months is { } before ? end.AddDays(1).AddMonths(-before) : null)) is { } review)
            yield return Day(agreement, "review", review, ($"更新の検討開始：{called}", $"Review opens: {called}"), ($"{end:yyyy-MM-dd} の満了に向けて、更新の検討を始めます。", $"The review before its end on {end:yyyy-MM-dd} begins."));
    }

    private async Task<IEnumerable<CalendarDay>> LooksAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var type = workspace.Types[typeof(Agreement)];
        var waiting = await Seen(context).Where(one => one.State == AgreementState.UnderReview).OrderBy(one => one.Id).Take(Most).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var reviewers = await Looking.ReviewersAsync(context, cancel);
        var underReview = Seen(context).Where(one => one.State == AgreementState.UnderReview).Select(one => (Id<Agreement>?)one.Id);
        var procedures = await context.Set<AgreementProcedure>().Where(one => !one.IsWithdrawn && underReview.Contains(one.Agreement)).ToDictionaryAsync(one => one.Reference, cancel);
        var days = new List<CalendarDay>();
        foreach (var agreement in waiting)
        {
            if (procedures.GetValueOrDefault(agreement.Id.ToString()) is not { } procedure || procedure.IsOf(actor.Name)) continue;
            foreach (var look in procedure.Awaited.Where(one => one.OpenedOn is not null && Looking.Ask(one.Step, type, agreement, reviewers, actor, workspace.Today).May))
            {
                var (called, name) = (Called(agreement), GuidelineWords.Of(look.Step));
                days.Add(Day(agreement, $"look-{look.Round}-{CodeNames.Of(look.Step)}", look.OpenedOn!.Value.AddDays(AgreementNotices.ReminderDays),
                    ($"協定の審査の期限：{called}", $"Look at an agreement: {called}"), ($"{look.OpenedOn:yyyy-MM-dd} から{name.Ja}の審査を待っています。", $"It has waited for the look of “{name.En}” since {look.OpenedOn:yyyy-MM-dd}.")));
            }
        }

        return days;
    }

    private IQueryable<Agreement> Seen(RecordsContext context) => context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => !one.IsWithdrawn);

    private CalendarDay Day(Agreement agreement, string what, DateOnly day, Text summary, Text description)
    {
        var number = agreement.Number.ToString(CultureInfo.InvariantCulture);
        var page = site is null ? null : new Uri(site, $"/{language.Code()}/procedures/{number}");
        return new($"agreement-{number}-{what}@{site?.IdnHost ?? "kakehashi"}", day, summary.In(language), description.In(language), page, agreement.Version);
    }

    private string Called(Agreement agreement) => $"{agreement.Reference} {agreement.Title.In(language)}";
}
