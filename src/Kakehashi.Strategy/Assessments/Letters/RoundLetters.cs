using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Versions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>
/// Puts the letters about rounds into the outbox. They follow from the records and have keys: whoever has done something asks
/// for them at once, and whatever that missed is made up for later, once.
/// </summary>
public sealed class RoundLetters(Workspace workspace, Outbox outbox, Recipients recipients, PublicAddress address, StrategyInForce strategy)
{
    /// <summary>What the keys of letters about a round begin with.</summary>
    public static string Prefix(long round) => $"round/{round}/";

    /// <summary>Queues what has just happened in a round.</summary>
    /// <returns>How many letters are new.</returns>
    public async Task<int> QueueAsync(long round, CancellationToken cancel) =>
        await RoundProgress.RoundAsync(workspace, round, Actor.Local, cancel) is { } known ? await QueueAsync(known, isMorning: false, cancel) : 0;

    /// <summary>Queues whatever is due in all rounds.</summary>
    /// <param name="isMorning">Also what goes out once a day.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How many letters are new.</returns>
    public async Task<int> QueueDueAsync(bool isMorning, CancellationToken cancel)
    {
        var put = 0;
        foreach (var round in (await RoundProgress.RoundsAsync(workspace, cancel)).Where(round => round.State == RoundState.Open || round.ClosedOn > workspace.Today.AddDays(-Reminders.Week)))
            put += await QueueAsync(round, isMorning, cancel);
        return put;
    }

    private async Task<int> QueueAsync(AssessmentRound round, bool isMorning, CancellationToken cancel)
    {
        var progress = await RoundProgress.ReadAsync(workspace, round, Actor.Local, cancel);
        var notices = new RoundNotices(progress, await BackAsync(round, cancel), strategy.Reading.Tree, workspace.Today);
        var due = isMorning ? [.. notices.AtOnce(), .. notices.OfTheMorning()] : notices.AtOnce().ToList();
        if (due.Count == 0) return 0;
        var letters = await LettersAsync(round, due, cancel);
        if (letters.Count == 0) return 0;
        // mostly all are there already: that takes no turn at writing
        var missing = await outbox.MissingAsync([.. letters.Select(letter => letter.Key)], cancel);
        return await outbox.PutAsync([.. letters.Where(letter => missing.Contains(letter.Key))], cancel);
    }

    private async Task<List<Letter>> LettersAsync(AssessmentRound round, IReadOnlyList<RoundNotice> notices, CancellationToken cancel)
    {
        var writers = await recipients.NearestOfEachAsync([.. notices.Select(notice => notice.Unit).OfType<long>().Distinct()], Right.Write, cancel);
        var office = notices.Any(notice => notice.Unit is null) ? await recipients.NearestAsync(null, Right.Steer, cancel) : [];
        return [.. notices.SelectMany(notice => (notice.Unit is { } unit ? writers[unit] : office).Select(to => (To: to, Notice: notice)))
            .GroupBy(one => (one.To, one.Notice.Kind, one.Notice.Mark)).Select(same => LetterTo(same.Key.To, round, [.. same.Select(one => one.Notice)]))];
    }

    private async Task<IReadOnlyList<AskedBackNow>> BackAsync(AssessmentRound round, CancellationToken cancel)
    {
        if (round.State != RoundState.Open) return [];
        var id = round.Id;
        await using var context = workspace.Database.Read();
        var back = await context.Set<SelfAssessment>().Where(one => one.Round == id && one.State == AssessmentState.AskedBack && one.AskedBackOn != null).ToListAsync(cancel);
        return [.. back.Where(one => round.Asks(one.Action, one.Unit!.Value.Value))
            .Select(one => new AskedBackNow(one.Unit!.Value.Value, one.Action, one.AskedBackOn!.Value, one.Comments.Count, one.Comments.LastOrDefault()?.Text ?? ""))];
    }

    /// <summary>One letter, however many units it is about.</summary>
    private Letter LetterTo(Recipient to, AssessmentRound round, IReadOnlyList<RoundNotice> notices)
    {
        var (first, language) = (notices[0], to.Language);
        var page = notices.Select(notice => notice.Page).Distinct().Count() == 1 ? first.Page : $"assessments/{round.Number}";
        var link = address.Site is { } site ? $"{new Uri(site, $"/{language.Code()}/{page}")}\n\n" : "";
        var bullet = notices.Count == 1 ? "" : new Text("・", "- ").In(language);
        var lines = string.Concat(notices.Select(notice => $"{bullet}{notice.Words.OfUnit.In(language)}\n"));
        var body = $"{new Text($"{to.Name} 様", $"Dear {to.Name},").In(language)}\n\n{first.Words.Opening.In(language)}\n\n{lines}\n{link}{Signature.In(language)}\n";
        return new($"{Prefix(round.Number)}{CodeNames.Of(first.Kind)}/{first.Mark}/{to.Account}", to.Address, language, first.Words.Subject.In(language), body) { Name = to.Name };
    }

    private Text Signature => (
        $"{workspace.University.Name.Ja} 国際交流データベース「架け橋」", $"Kakehashi, the database on international exchange of {workspace.University.Name.En}");
}
