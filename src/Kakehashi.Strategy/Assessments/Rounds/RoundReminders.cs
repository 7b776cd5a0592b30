using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>
/// Puts the reminders of a day into the outbox, for whoever writes for a unit. Each has a key of its day and recipient:
/// neither a second program nor a restart sends it twice.
/// </summary>
public sealed class RoundReminders(Workspace workspace, Outbox outbox, Recipients recipients, PublicAddress address)
{
    private DateOnly? last;

    /// <summary>Queues what is due today; nothing more once that has been done.</summary>
    /// <returns>How many letters were put.</returns>
    public async Task<int> QueueDueAsync(CancellationToken cancel)
    {
        var today = workspace.Today;
        if (last == today) return 0;
        var letters = new List<Letter>();
        foreach (var round in (await RoundProgress.RoundsAsync(workspace, cancel)).Where(round => round.State == RoundState.Open))
        {
            var progress = await RoundProgress.ReadAsync(workspace, round, Actor.Local, cancel);
            foreach (var reminder in Reminders.On(today, progress, await AskedBackAsync(round, cancel)))
                letters.AddRange((await recipients.NearestAsync(reminder.Unit, Right.Write, cancel)).Select(to => LetterTo(to, reminder, today)));
        }

        var put = await outbox.PutAsync(letters, cancel);
        last = today;
        return put;
    }

    private async Task<IReadOnlyDictionary<(long Unit, string Action), DateOnly>> AskedBackAsync(AssessmentRound round, CancellationToken cancel)
    {
        var id = round.Id;
        await using var context = workspace.Database.Read();
        var back = await context.Set<SelfAssessment>().Where(one => one.Round == id && one.State == AssessmentState.AskedBack && one.AskedBackOn != null)
            .Select(one => new { one.Unit, one.Action, one.AskedBackOn }).ToListAsync(cancel);
        return back.ToDictionary(one => (one.Unit!.Value.Value, one.Action), one => one.AskedBackOn!.Value);
    }

    private Letter LetterTo(Recipient to, Reminder reminder, DateOnly today)
    {
        var language = to.Language;
        var page = address.Site is { } site ? $"{new Uri(site, $"/{language.Code()}/{reminder.Page}")}\n" : "";
        var text = new Text(
            $"{to.Name} 様\n\n{reminder.Message.Ja}\n{page}\n{workspace.University.Name.Ja} 国際交流データベース「架け橋」\n",
            $"Dear {to.Name},\n\n{reminder.Message.En}\n{page}\nKakehashi, the database on international exchange of {workspace.University.Name.En}\n");
        return new($"round/{reminder.Round}/{CodeNames.Of(reminder.Kind)}/{reminder.Unit}/{today:yyyy-MM-dd}/{to.Account}", to.Address, language, reminder.Subject.In(language), text.In(language)) { Name = to.Name };
    }
}
