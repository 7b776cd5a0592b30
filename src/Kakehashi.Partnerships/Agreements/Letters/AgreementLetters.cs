using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Letters;

/// <summary>Puts the letters about agreements into the outbox. They follow from the records and have keys: each goes out once.</summary>
public sealed class AgreementLetters(Workspace workspace, Outbox outbox, Recipients recipients, PublicAddress address)
{
    /// <summary>More that has just happened at once than any office has.</summary>
    private const int Most = 2_000;

    /// <summary>Queues whatever there is to say.</summary>
    /// <returns>How many letters are new.</returns>
    public async Task<int> QueueAsync(CancellationToken cancel)
    {
        var (notices, reviewers) = await NoticesAsync(cancel);
        if (notices.Count == 0) return 0;
        var told = new List<(AgreementNotice Notice, Recipient To)>();
        foreach (var notice in notices)
            told.AddRange((await WhomAsync(notice, reviewers, cancel)).Where(to => !string.Equals(to.UserName, notice.NotTo, StringComparison.OrdinalIgnoreCase)).Select(to => (notice, to)));
        List<Letter> letters =
        [
            .. told.Where(one => one.Notice.Together is null).Select(one => Of(one.Notice, one.To)),
            .. told.Where(one => one.Notice.Together is not null).GroupBy(one => (one.Notice.Together, one.To)).Select(same => Of(same.Key.To, [.. same.Select(one => one.Notice).OrderBy(one => one.Agreement.Number)])),
        ];
        var missing = await outbox.MissingAsync([.. letters.Select(letter => letter.Key)], cancel);
        return missing.Count == 0 ? 0 : await outbox.PutAsync([.. letters.Where(letter => missing.Contains(letter.Key))], cancel);
    }

    private async Task<(IReadOnlyList<AgreementNotice> Notices, IReadOnlyList<AgreementReviewer> Reviewers)> NoticesAsync(CancellationToken cancel)
    {
        var (today, fresh) = (workspace.Today, workspace.Today.AddDays(-AgreementNotices.FreshDays));
        await using var context = workspace.Database.Read();
        var moving = context.Set<Agreement>().Where(one => !one.IsWithdrawn && (one.State == AgreementState.UnderReview || one.State == AgreementState.Approved || one.State == AgreementState.Draft)).Select(one => (Id<Agreement>?)one.Id);
        var procedures = await context.Set<AgreementProcedure>().Where(one => !one.IsWithdrawn && (moving.Contains(one.Agreement) || one.ReviewOpenedOn >= fresh)).Take(Most).ToListAsync(cancel);
        if (procedures.Count == 0) return ([], []);
        var numbers = procedures.Select(one => one.Agreement?.Value).OfType<long>().ToArray();
        var agreements = (await context.LoadAsync(workspace.Types[typeof(Agreement)], numbers, cancel)).Cast<Agreement>().Where(one => !one.IsWithdrawn).ToDictionary(one => one.Number);
        var notices = procedures.Where(one => one.Agreement is { } of && agreements.ContainsKey(of.Value))
            .SelectMany(one => AgreementNotices.Of(agreements[one.Agreement!.Value.Value], one, today)).ToList();
        return (notices, await Looking.ReviewersAsync(context, cancel));
    }

    private Task<IReadOnlyList<Recipient>> WhomAsync(AgreementNotice notice, IReadOnlyList<AgreementReviewer> reviewers, CancellationToken cancel) =>
        WhomAsync(notice.Agreement, notice.Step, notice.To, reviewers, cancel);

    /// <summary>Whom a letter about an agreement is for.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="asked">Whose look it asks for; null where it asks for none.</param>
    /// <param name="to">The account it is for; null for whoever keeps the records of the unit, or looks at the step.</param>
    /// <param name="reviewers">All who are named.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<IReadOnlyList<Recipient>> WhomAsync(Agreement agreement, ApprovalStep? asked, string? to, IReadOnlyList<AgreementReviewer> reviewers, CancellationToken cancel)
    {
        if (to is { } account) return await recipients.FindAsync(account, cancel) is { } one ? [one] : [];
        var unit = agreement.Unit?.Value;
        if (asked is not { } step) return await recipients.NearestAsync(unit, Right.Write, cancel);
        var named = Looking.Named(step, agreement, reviewers);
        if (named.Count == 0)
        {
            return step switch
            {
                ApprovalStep.Department => await recipients.NearestAsync(unit, Right.Write, cancel),
                ApprovalStep.ExportControl => await recipients.NearestAsync(null, Right.ControlExports, cancel),
                ApprovalStep.Executive => await recipients.NearestAsync(null, Right.Steer, cancel),
                _ => await recipients.NearestAsync(null, Right.WriteShared, cancel),
            };
        }

        var found = new List<Recipient>();
        foreach (var reviewer in named)
            if (await recipients.FindAsync(reviewer.IsAbsent(workspace.Today) && reviewer.Deputy is { } deputy ? deputy : reviewer.Account, cancel) is { } person) found.Add(person);
        return found;
    }

    private Letter Of(AgreementNotice notice, Recipient to)
    {
        var number = notice.Agreement.Number.ToString(CultureInfo.InvariantCulture);
        return Of($"agreement/{number}/{notice.Key}", to, notice.Subject, notice.Says.In(to.Language), $"procedures/{number}");
    }

    /// <summary>One letter about several, known by which they are: with one more it is another letter.</summary>
    private Letter Of(Recipient to, IReadOnlyList<AgreementNotice> notices)
    {
        var which = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', notices.Select(one => one.Agreement.Number)))), 0, 8);
        var lines = string.Join('\n', notices.Select(one => $"{new Text("・", "- ").In(to.Language)}{one.Says.In(to.Language)}"));
        return Of($"agreements/{notices[0].Together}/{which}", to, notices[0].Subject, $"{notices[0].Subject.In(to.Language)}{new Text("。", ".").In(to.Language)}\n\n{lines}", "procedures");
    }

    /// <summary>A letter to one person: how that person is addressed, what it says, a page, and from whom it is.</summary>
    internal Letter Of(string key, Recipient to, Text subject, string says, string page)
    {
        var language = to.Language;
        var link = address.Site is { } site ? $"{new Uri(site, $"/{language.Code()}/{page}")}\n\n" : "";
        var body = $"{new Text($"{to.Name} 様", $"Dear {to.Name},").In(language)}\n\n{says}\n\n{link}{Signature.In(language)}\n";
        return new($"{key}/{to.Account}", to.Address, language, subject.In(language), body) { Name = to.Name };
    }

    private Text Signature => (
        $"{workspace.University.Name.Ja} 国際交流データベース「架け橋」", $"Kakehashi, the database on international exchange of {workspace.University.Name.En}");
}
