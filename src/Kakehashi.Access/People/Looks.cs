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

    /// <summary>The latest, of one record or of all.</summary>
    public async Task<IReadOnlyList<Look>> LatestAsync(long? record, int skip, int count, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        return await context.Looks.AsNoTracking().Where(look => record == null || look.Record == record).OrderByDescending(look => look.Id).Skip(skip).Take(count).ToListAsync(cancel);
    }
}
