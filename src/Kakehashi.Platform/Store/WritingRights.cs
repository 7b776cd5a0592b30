using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform.Store;

/// <summary>Who may write anything at all, and so import files.</summary>
public static class WritingRights
{
    private static readonly Right[] All = [Right.Write, Right.WriteShared, Right.Steer, Right.Administer];

    /// <summary>Whether the actor may write records of some type.</summary>
    public static bool Any(Actor actor) => All.Any(actor.May);

    /// <summary>The types of which the actor may write records.</summary>
    public static IEnumerable<RecordType> Of(Actor actor, RecordTypes types) => types.All.Where(type => actor.May(type.WrittenWith));

    /// <summary>The actor, who may write something.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static Actor Demand(Actor actor) => Any(actor) ? actor : throw new NotAllowedException(actor, Right.Write);
}
