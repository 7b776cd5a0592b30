using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Agreements.Evaluating;

/// <summary>Who may see the persons behind numbers, and so numbers of any size.</summary>
public static class PersonsBehind
{
    /// <summary>Whether an actor may see what is personal in the records of all of some units.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="units">The units that the persons are of; null for none.</param>
    public static bool AreSeenBy(Actor actor, IEnumerable<long?> units)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return units.All(unit => Reaches(actor, Right.SeePersonal, unit) || Reaches(actor, Right.Write, unit));
    }

    private static bool Reaches(Actor actor, Right right, long? unit) => actor.May(right) && actor.As(right).Sees(unit is { } number ? new Id<OrgUnit>(number) : null);
}
