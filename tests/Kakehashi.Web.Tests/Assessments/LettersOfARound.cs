using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Letters;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Versions;
using Kakehashi.TestServers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Assessments;

public sealed class LettersOfARound(Faculties faculties) : IClassFixture<Faculties>
{
    private const string Engineering = "engineering@example.ac.jp", Science = "science@example.ac.jp", Strategist = "office@example.ac.jp";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Outbox Outbox => faculties.Services.GetRequiredService<Outbox>();

    [Fact]
    public async Task Go_at_each_step_once_to_those_whom_it_concerns_in_their_language()
    {
        await Everybody();
        var round = await faculties.Open(faculties.Workspace.Today.AddDays(20));
        Assert.Equal(2, await New().QueueAsync(round.Number, Cancel));
        Assert.Equal(0, await New().QueueAsync(round.Number, Cancel));
        var opened = await Of(round, RoundLetterKind.Opened);
        Assert.Equal([Engineering, Science], opened.Select(letter => letter.To).Order());
        Assert.Contains($"https://kakehashi.example.ac.jp/ja/assessments/{round.Number}?unit={faculties.Engineering}", Body(opened, Engineering), StringComparison.Ordinal);
        Assert.Contains("Faculty of Science: 2 to write", Body(opened, Science), StringComparison.Ordinal);

        await AskedBack(round);
        await OnThePage(round);
        await InTheMorning(round);
        Assert.True((await faculties.Workspace.CloseAsync(round.Number, Actor.Local, Cancel)).IsDone);
        Assert.Equal(2, await New().QueueDueAsync(isMorning: false, Cancel));
        Assert.Contains("工学部：提出 1 / 2件、うち受理 1件", Body(await Of(round, RoundLetterKind.Closed), Engineering), StringComparison.Ordinal);
        Assert.Equal(0, await New().QueueDueAsync(isMorning: true, Cancel));
        Assert.DoesNotContain(await Outbox.LatestAsync(null, 0, 100, Cancel), letter => letter.To is "left@example.ac.jp" or "viewer@example.ac.jp");
    }

    /// <summary>At once, with what the office says and a link to the very page, and without who said it.</summary>
    private async Task AskedBack(AssessmentRound round)
    {
        var place = new AssessmentPlace(round.Number, faculties.Engineering, "P1.1");
        await faculties.Workspace.SubmitAsync(place, Faculties.Whole, [], 0, Actor.Local, Cancel);
        Assert.Equal(0, await New().QueueAsync(round.Number, Cancel));
        var office = new Actor("yamada") { Reach = Roles.Rights(Role.Strategist).ToDictionary(right => right, _ => (IReadOnlySet<long>?)null) };
        Assert.True((await faculties.Workspace.AskBackAsync(place, "数値を加えてください。\n前年度との比較も。", 1, office, Cancel)).IsDone);
        Assert.Equal(1, await New().QueueAsync(round.Number, Cancel));
        var letter = Assert.Single(await Of(round, RoundLetterKind.AskedBack));
        Assert.Equal(Engineering, letter.To);
        Assert.All(["数値を加えてください。\n前年度との比較も。", $"https://kakehashi.example.ac.jp/ja/{place.Page}\n"], words => Assert.Contains(words, letter.Body, StringComparison.Ordinal));
        Assert.DoesNotContain("yamada", letter.Body, StringComparison.Ordinal);
    }

    /// <summary>What the office does on the page of the round is in the outbox when the page comes back, which says so.</summary>
    private async Task OnThePage(AssessmentRound round)
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var path = $"/ja/assessments/{round.Number}";
        await office.Done(path, "extend", ("deadline", $"{faculties.Workspace.Today.AddDays(40):yyyy-MM-dd}"), ("reason", "入試のため"));
        Assert.Contains("理由：入試のため", Body(await Of(round, RoundLetterKind.Extended), Engineering), StringComparison.Ordinal);
        var before = await office.Page(path);
        Assert.Contains("提出が残っている2部局（宛先2人）", before.QuerySelector("form#remind")!.TextContent, StringComparison.Ordinal);
        var after = await office.Done(path, "remind");
        Assert.Contains("督促を送信に回しました", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var rows = after.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == "この実施回のメール").QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(4, rows.Count(row => row.Contains("予定", StringComparison.Ordinal)));
        Assert.Contains("送信待ち", Assert.Single(rows, row => row.Contains("随時の督促（tester", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, (await Of(round, RoundLetterKind.Reminded)).Count);
        using var again = await office.Send(path, before, "remind");
        Assert.Contains("同じ日に二度は送りません", (await Website.Parse(again)).QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Of(round, RoundLetterKind.Reminded)).Count);
    }

    /// <summary>What happened yesterday, as if it had: to the office what was submitted, to the unit what was accepted.</summary>
    private async Task InTheMorning(AssessmentRound round)
    {
        var yesterday = new Signature("somebody", faculties.Workspace.Today.AddDays(-1));
        var type = faculties.Workspace.Types[typeof(SelfAssessment)];
        using (var session = faculties.Workspace.Begin(ChangeOrigin.Operation(Actor.Local)))
        {
            session.Create(type, SubmitAssessment.Decide(round, null, new(round.Number, faculties.Arts, "P1.1"), Faculties.Whole, [], yesterday).Value!);
            var submitted = SubmitAssessment.Decide(round, null, new(round.Number, faculties.Engineering, "T1.5"), Faculties.Whole, [], yesterday).Value!;
            session.Create(type, AcceptAssessment.Decide(round, submitted, null, yesterday).Value!);
            session.Commit();
        }

        Assert.Equal(2, await New().QueueDueAsync(isMorning: true, Cancel));
        var digest = Assert.Single(await Of(round, RoundLetterKind.Submitted));
        Assert.Equal((Strategist, true), (digest.To, digest.Body.Contains("Faculty of Science: 1 (P1.1)", StringComparison.Ordinal)));
        Assert.Contains("工学部：1件（T1.5）", Body(await Of(round, RoundLetterKind.Accepted), Engineering), StringComparison.Ordinal);
    }

    private async Task Everybody()
    {
        await WritesTo(new NewGrant(Role.Contributor, faculties.Engineering), Engineering, Language.Ja);
        await WritesTo(new NewGrant(Role.Officer, faculties.Arts), Science, Language.En);
        await WritesTo(new NewGrant(Role.Viewer, faculties.Arts), "viewer@example.ac.jp", Language.En);
        await WritesTo(new NewGrant(Role.Strategist, null), Strategist, Language.En);
        await WritesTo(new NewGrant(Role.Administrator, null), "administrator@example.ac.jp", Language.En);
        var left = await WritesTo(new NewGrant(Role.Contributor, faculties.Engineering), "left@example.ac.jp", Language.Ja);
        await using var scope = faculties.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await people.FindByIdAsync(left))!;
        account.IsDisabled = true;
        await people.UpdateAsync(account);
    }

    private async Task<IReadOnlyList<QueuedLetter>> Of(AssessmentRound round, RoundLetterKind kind) =>
        [.. (await Outbox.LatestAsync(null, 0, 100, Cancel)).Where(letter => letter.Key.StartsWith($"{RoundLetters.Prefix(round.Number)}{CodeNames.Of(kind)}/", StringComparison.Ordinal))];

    private static string Body(IReadOnlyList<QueuedLetter> letters, string to) => letters.Single(letter => letter.To == to).Body;

    /// <summary>As another program: it knows nothing of what was queued before.</summary>
    private RoundLetters New() => new(faculties.Workspace, Outbox, faculties.Services.GetRequiredService<Recipients>(), new(new("https://kakehashi.example.ac.jp"), []), faculties.Services.GetRequiredService<StrategyInForce>());

    private async Task<string> WritesTo(NewGrant grant, string mail, Language language)
    {
        var (account, _) = await Door.Somebody(faculties.Services, grant);
        await using var scope = faculties.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountDesk>().WriteToAsync(kept!, mail, language));
        return account.Id;
    }
}
