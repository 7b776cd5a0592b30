using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Mail;

/// <summary>How many letters are in each state.</summary>
public sealed record LetterCounts(IReadOnlyDictionary<LetterState, int> Each)
{
    public int this[LetterState state] => Each.GetValueOrDefault(state);
}

/// <summary>A letter without what it says.</summary>
public sealed record LetterTrace(string Key, LetterState State, DateTimeOffset QueuedAt);

/// <summary>The letters of the program: whoever has something to say puts it here, and it goes out when the mail server takes it.</summary>
public sealed class Outbox(Database database, TimeProvider clock) : IDisposable
{
    /// <summary>A letter that waited for longer is not sent any more: what it says is no longer true.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>How long letters that are over are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly SemaphoreSlim arrived = new(0);
    private readonly SemaphoreSlim opening = new(1);
    private DbContextOptions<MailContext>? options;

    public void Dispose()
    {
        arrived.Dispose();
        opening.Dispose();
    }

    /// <summary>Puts letters into the queue; those whose key is there already stay out.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> PutAsync(IReadOnlyCollection<Letter> letters, CancellationToken cancel)
    {
        if (letters.Count == 0) return 0;
        await using var context = await ContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var put = 0;
        foreach (var letter in letters)
            if (await PutAsync(context, letter, cancel)) put++;
        await transaction.CommitAsync(cancel);
        if (put > 0) arrived.Release();
        return put;
    }

    private async Task<bool> PutAsync(MailContext context, Letter letter, CancellationToken cancel)
    {
        // two programs may find the same letter due at once: the index lets one of them in
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow().ToUnixTimeMilliseconds());
        var (language, state) = (CodeNames.Of(letter.Language), CodeNames.Of(LetterState.Waiting));
        var rows = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO letter ("Id", "Key", "To", "Name", "Language", "Subject", "Body", "FileName", "QueuedAt", "State", "Attempts", "DueAt")
            VALUES ({id}, {letter.Key}, {letter.To}, {letter.Name}, {language}, {letter.Subject}, {letter.Body}, {letter.Enclosure?.FileName}, {now}, {state}, 0, {now})
            ON CONFLICT ("Key") DO NOTHING
            """,
            cancel);
        if (rows == 0) return false;
        if (letter.Enclosure is { } file)
        {
            context.Enclosures.Add(new() { Id = id, Media = file.Media, Content = file.Content });
            await context.SaveChangesAsync(cancel);
        }

        return true;
    }

    /// <summary>Those of some keys of which there is no letter.</summary>
    public async Task<IReadOnlySet<string>> MissingAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        var known = await context.Letters.Where(letter => keys.Contains(letter.Key)).Select(letter => letter.Key).ToListAsync(cancel);
        return keys.Except(known, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What became of the letters whose keys begin so, without what they say; the latest first.</summary>
    public async Task<IReadOnlyList<LetterTrace>> TracesAsync(string prefix, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        return await context.Letters.Where(letter => letter.Key.StartsWith(prefix)).OrderByDescending(letter => letter.QueuedAt)
            .Select(letter => new LetterTrace(letter.Key, letter.State, letter.QueuedAt)).ToListAsync(cancel);
    }

    /// <summary>Letters in a state, the latest first.</summary>
    /// <param name="state">Only these; null for all.</param>
    /// <param name="skip">How many of the latest are left out.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<QueuedLetter>> LatestAsync(LetterState? state, int skip, int most, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        var letters = context.Letters.AsQueryable();
        if (state is not null) letters = letters.Where(letter => letter.State == state);
        return await letters.OrderByDescending(letter => letter.QueuedAt).ThenByDescending(letter => letter.Id).Skip(skip).Take(most).ToListAsync(cancel);
    }

    /// <summary>How many there are.</summary>
    public async Task<LetterCounts> CountAsync(CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        return new(await context.Letters.GroupBy(letter => letter.State).ToDictionaryAsync(group => group.Key, group => group.Count(), cancel));
    }

    /// <summary>One letter, or null.</summary>
    public async Task<QueuedLetter?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        return await context.Letters.FirstOrDefaultAsync(letter => letter.Id == id, cancel);
    }

    /// <summary>The file that goes with a letter, or null.</summary>
    public async Task<QueuedEnclosure?> EnclosureAsync(Guid id, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        return await context.Enclosures.FirstOrDefaultAsync(file => file.Id == id, cancel);
    }

    /// <summary>Takes back a letter that waits. False where it does not wait any more.</summary>
    public async Task<bool> WithdrawAsync(Guid id, CancellationToken cancel)
    {
        await using var context = await ContextAsync(cancel);
        return await context.Letters.Where(letter => letter.Id == id && letter.State == LetterState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.Withdrawn), cancel) > 0;
    }

    /// <summary>Tries a letter again that failed or was withdrawn. False where it is neither.</summary>
    public async Task<bool> RetryAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await ContextAsync(cancel);
        var rows = await context.Letters.Where(letter => letter.Id == id && (letter.State == LetterState.Failed || letter.State == LetterState.Withdrawn))
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.Waiting).SetProperty(letter => letter.Attempts, 0).SetProperty(letter => letter.DueAt, now), cancel);
        if (rows > 0) arrived.Release();
        return rows > 0;
    }

    /// <summary>Ends when a letter is put here, or after some time.</summary>
    internal Task<bool> ArrivedAsync(TimeSpan longest, CancellationToken cancel) => arrived.WaitAsync(longest, cancel);

    /// <summary>Letters that are due, the oldest first.</summary>
    internal async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await ContextAsync(cancel);
        return await context.Letters.Where(letter => letter.State == LetterState.Waiting && letter.DueAt <= now)
            .OrderBy(letter => letter.DueAt).Select(letter => letter.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>Takes a letter to send it: until the lease is over nobody else gets it. Null where somebody was quicker.</summary>
    internal async Task<QueuedLetter?> TakeAsync(Guid id, TimeSpan lease, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await ContextAsync(cancel);
        var rows = await context.Letters.Where(letter => letter.Id == id && letter.State == LetterState.Waiting && letter.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.DueAt, now + lease).SetProperty(letter => letter.Attempts, letter => letter.Attempts + 1), cancel);
        return rows == 0 ? null : await context.Letters.FirstAsync(letter => letter.Id == id, cancel);
    }

    /// <summary>Notes what came of a letter that was taken.</summary>
    internal async Task NoteAsync(QueuedLetter letter, Delivery delivery, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (state, due) = (delivery.StateOf(letter), now + Delivery.Pause(letter.Attempts));
        var sent = state == LetterState.Sent ? now : (DateTimeOffset?)null;
        await using var context = await ContextAsync(cancel);
        await context.Letters.Where(one => one.Id == letter.Id && one.State == LetterState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state).SetProperty(one => one.SentAt, sent).SetProperty(one => one.Trouble, delivery.Trouble).SetProperty(one => one.DueAt, due), cancel);
    }

    /// <summary>Gives up what has waited for too long, and forgets what has been over for long.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (stale, old) = (now - Patience, now - Kept);
        await using var context = await ContextAsync(cancel);
        await context.Letters.Where(letter => letter.State == LetterState.Waiting && letter.Attempts == 0 && letter.QueuedAt < stale && letter.DueAt < stale)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.Failed), cancel);
        await context.Letters.Where(letter => letter.State != LetterState.Waiting && letter.QueuedAt < old).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The tables are made when they are first needed: nobody waits for them at start-up.</summary>
    private async Task<MailContext> ContextAsync(CancellationToken cancel)
    {
        if (options is null)
        {
            await opening.WaitAsync(cancel);
            try
            {
                options ??= await OpenAsync(cancel);
            }
            finally
            {
                opening.Release();
            }
        }

        return new(options);
    }

    private async Task<DbContextOptions<MailContext>> OpenAsync(CancellationToken cancel)
    {
        var builder = new DbContextOptionsBuilder<MailContext>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        database.Beside(builder, MailContext.Store);
        var made = ((DbContextOptionsBuilder<MailContext>)builder).Options;
        await database.MigrateBesideAsync(MailContext.Store, () => new MailContext(made), cancel);
        return made;
    }
}
