using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>Reads reviews.</summary>
public static class PartnershipReviews
{
    /// <summary>Those of a partner, the latest first.</summary>
    public static async Task<IReadOnlyList<PartnershipReview>> OfAsync(RecordsContext context, long partner, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        Id<Organisation>? id = new Id<Organisation>(partner);
        return await context.Set<PartnershipReview>().Where(one => one.Partner == id && !one.IsWithdrawn).OrderByDescending(one => one.Year).ToListAsync(cancel);
    }
}
