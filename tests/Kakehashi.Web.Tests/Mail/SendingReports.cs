using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Pdf;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Reports;
using Kakehashi.Web.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Mail;

public sealed class SendingReports
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_what_is_due_into_the_outbox_once()
    {
        await using var site = await ASite.Start();
        await site.Add("mika", role: Role.Strategist);
        var today = site.Services.GetRequiredService<Workspace>().Today;
        await Schedule(site, "mika", "総長への報告", ("content", "slides"), ("rhythm", "monthly"), ("first_on", today.AddMonths(-2)), ("recipients", "president@example.ac.jp\nprovost@example.ac.jp"));
        await Schedule(site, "mika", "休止", ("content", "slides"), ("rhythm", "weekly"), ("first_on", today), ("recipients", "a@example.ac.jp"), ("is_paused", true));
        await Schedule(site, "mika", "これから", ("content", "slides"), ("rhythm", "weekly"), ("first_on", today.AddDays(20)), ("recipients", "a@example.ac.jp"));
        var (reports, outbox) = (site.Services.GetRequiredService<ScheduledReports>(), site.Services.GetRequiredService<Outbox>());
        Assert.Equal(2, await reports.QueueDueAsync(Cancel));
        Assert.Equal(0, await reports.QueueDueAsync(Cancel));
        var letters = await outbox.LatestAsync(null, 0, 10, Cancel);
        Assert.Equal(["president@example.ac.jp", "provost@example.ac.jp"], letters.Select(letter => letter.To).Order());
        Assert.All(letters, letter => Assert.StartsWith("総長への報告 ", letter.Subject));
        Assert.Equal("PK", Head(await outbox.EnclosureAsync(letters[0].Id, Cancel), 2));
    }

    [Fact]
    [Trait("Needs", "browser")]
    public async Task Prints_a_page_as_whoever_set_it_up_sees_it()
    {
        Assert.SkipWhen(Chromium.Find(Environment.GetEnvironmentVariable) is null, "there is no Chromium here");
        await using var site = await ASite.Start();
        await site.Add("mika", role: Role.Strategist);
        await Schedule(site, "mika", "戦略", ("content", "page"), ("page", "strategy"), ("rhythm", "weekly"), ("first_on", site.Services.GetRequiredService<Workspace>().Today), ("recipients", "a@example.ac.jp"));
        Assert.Equal(1, await site.Services.GetRequiredService<ScheduledReports>().QueueDueAsync(Cancel));
        var outbox = site.Services.GetRequiredService<Outbox>();
        var letter = Assert.Single(await outbox.LatestAsync(null, 0, 10, Cancel));
        Assert.Equal("strategy.pdf", letter.FileName);
        Assert.Equal("%PDF-", Head(await outbox.EnclosureAsync(letter.Id, Cancel), 5));
    }

    [Fact]
    public async Task Tells_whoever_set_it_up_where_a_report_cannot_be_made()
    {
        await using var site = await ASite.Start();
        await site.Add("mika", role: Role.Strategist);
        await site.With("mika", async (services, account) => await services.GetRequiredService<AccountDesk>().WriteToAsync(account, "mika@example.ac.jp", Language.En));
        await Schedule(site, "mika", "ない", ("content", "page"), ("page", "nothing-here"), ("rhythm", "weekly"), ("first_on", site.Services.GetRequiredService<Workspace>().Today), ("recipients", "a@example.ac.jp"));
        var reports = site.Services.GetRequiredService<ScheduledReports>();
        Assert.Equal(0, await reports.QueueDueAsync(Cancel));
        Assert.Equal(0, await reports.QueueDueAsync(Cancel));
        var letter = Assert.Single(await site.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 10, Cancel));
        Assert.Equal(("mika@example.ac.jp", "The report “ない” was not sent"), (letter.To, letter.Subject));
    }

    [Fact]
    public async Task Sends_nothing_with_the_rights_of_somebody_who_has_left()
    {
        await using var site = await ASite.Start();
        await site.Add("mika", role: Role.Strategist);
        await Schedule(site, "mika", "報告", ("content", "slides"), ("rhythm", "weekly"), ("first_on", site.Services.GetRequiredService<Workspace>().Today), ("recipients", "a@example.ac.jp"));
        await site.Disable("mika");
        Assert.Equal(0, await site.Services.GetRequiredService<ScheduledReports>().QueueDueAsync(Cancel));
        Assert.Empty(await site.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 10, Cancel));
    }

    private static string Head(QueuedEnclosure? file, int length) => System.Text.Encoding.ASCII.GetString(file!.Content, 0, length);

    private static async Task Schedule(ASite site, string user, string name, params (string Field, object Value)[] values)
    {
        var workspace = site.Services.GetRequiredService<Workspace>();
        var actor = (await site.Services.GetRequiredService<Actors>().OfNameAsync(user, Cancel))!.Actor;
        var type = workspace.Types.WithCode("report_schedule")!;
        using var session = workspace.Begin(ChangeOrigin.Form(actor));
        var record = type.New();
        foreach (var (field, value) in ((string, object)[])[("name", new Bilingual(name, null)), ("language", "ja"), .. values]) type.Field(field)!.Write(record, value);
        session.Create(type, record);
        session.Commit();
    }
}
