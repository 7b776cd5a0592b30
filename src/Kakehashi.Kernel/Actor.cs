namespace Kakehashi.Kernel;

/// <summary>Who acts: what the one check for rights asks.</summary>
/// <param name="Name">The name that the history shows, e.g. <c>local</c>, <c>command line</c>.</param>
/// <param name="Units">
/// The org units this actor may see, with all below them; null for all. The ids are those of the OrgUnit records.
/// </param>
public sealed record Actor(string Name, IReadOnlySet<long>? Units = null)
{
    /// <summary>Whoever sits at the machine. Until sign-in exists the program answers on loopback only.</summary>
    public static Actor Local { get; } = new("local");

    /// <summary>The program itself: the demonstration, a projection, a scheduled job.</summary>
    public static Actor Program { get; } = new("kakehashi");

    /// <summary>True where this actor may see what belongs to the unit. In a query it becomes a condition on the column.</summary>
    public bool Sees(IRecordId? unit) => Units is null || (unit is not null && Units.Contains(unit.Value));
}
