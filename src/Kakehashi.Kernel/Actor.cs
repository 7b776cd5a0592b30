namespace Kakehashi.Kernel;

/// <summary>Who acts: what the one check for rights asks.</summary>
/// <param name="Name">The name that the history shows, e.g. <c>local</c>, <c>hanako</c>.</param>
/// <param name="Units">
/// The org units this actor may see, with all below them; null for all. The ids are those of the OrgUnit records.
/// </param>
public sealed record Actor(string Name, IReadOnlySet<long>? Units = null)
{
    private static readonly IReadOnlySet<long> Nowhere = new HashSet<long>();
    private static readonly IReadOnlySet<Right> None = new HashSet<Right>();

    /// <summary>
    /// How far each right reaches: the units with all below them, null for the whole university. A right that is not
    /// there is not given. Null where every right is, as far as <see cref="Units"/>.
    /// </summary>
    public IReadOnlyDictionary<Right, IReadOnlySet<long>?>? Reach { get; init; }

    /// <summary>Rights that the person has but the token does not with which a program asks in their name.</summary>
    public IReadOnlySet<Right> Withheld { get; init; } = None;

    /// <summary>Whoever works on the machine itself, by the command line: with the files go all rights.</summary>
    public static Actor Local { get; } = new("local");

    /// <summary>The program itself: the demonstration, a projection, a scheduled job.</summary>
    public static Actor Program { get; } = new("kakehashi");

    /// <summary>True where this actor may see what belongs to the unit. In a query it becomes a condition on the column.</summary>
    public bool Sees(IRecordId? unit) => Units is null || (unit is not null && Units.Contains(unit.Value));

    /// <summary>True where the right is given, be it for one unit.</summary>
    public bool May(Right right) => Reach is null || Reach.ContainsKey(right);

    /// <summary>True where the right is given for the whole university.</summary>
    public bool MayEverywhere(Right right) => Reach is null ? Units is null : Reach.TryGetValue(right, out var units) && units is null;

    /// <summary>The same actor, who sees only as far as a right reaches: so one rule says what is seen and what may be changed.</summary>
    public Actor As(Right right) => Reach is null ? this : this with { Units = Reach.TryGetValue(right, out var units) ? units : Nowhere };
}
