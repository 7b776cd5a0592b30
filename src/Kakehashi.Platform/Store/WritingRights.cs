using Kakehashi.Kernel;

namespace Kakehashi.Platform.Store;

/// <summary>Who may write anything at all, and so import files.</summary>
public static class WritingRights
{
    private static readonly Right[] All = [Right.Write, Right.WriteShared, Right.Steer, Right.ControlExports, Right.Administer];

    /// <summary>Whether the actor may write records of some type.</summary>
    public static bool Any(Actor actor) => All.Any(actor.May);

    /// <summary>The actor, who may write something.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static Actor Demand(Actor actor) => Any(actor) ? actor : throw new NotAllowedException(actor, Right.Write);
}
