using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>Keeps the record of who looked at personal data. It is written before the data are shown: what cannot be recorded is not shown.</summary>
public sealed class Looks(IDbContextFactory<AccountsContext> accounts, TimeProvider clock)
{
    /// <summary>Writes one.</summary>
    public void Write(PersonalLook look)
    {
        using var context = accounts.CreateDbContext();
        context.Looks.Add(new()
        {
            At = clock.GetUtcNow(),
            Actor = look.Actor.Name,
            Through = look.Through,
            Type = look.Type.Code,
            Record = look.Record,
            Count = look.Count,
        });
        context.SaveChanges();
    }

    /// <summary>The latest of them.</summary>
    /// <param name="actor">Of somebody alone, by user name; null for all.</param>
    /// <param name="record">Of one record alone; null for all.</param>
    /// <param name="before">Only those before this one; null from the latest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Look>> LatestAsync(string? actor, long? record, long? before, int count, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        return await context.Looks.AsNoTracking()
            .Where(look => (actor == null || look.Actor == actor) && (record == null || look.Record == record) && (before == null || look.Id < before))
            .OrderByDescending(look => look.Id).Take(count).ToListAsync(cancel);
    }
}
