using Kakehashi.Kernel;

namespace Kakehashi.Platform.Store;

/// <summary>Somebody asked for what their roles do not give them. Pages and the API ask before; this stops whatever did not.</summary>
public sealed class NotAllowedException(Actor actor, Right right) : Exception($"{actor.Name} has no right to {right} here")
{
    /// <summary>The right that is missing.</summary>
    public Right Right { get; } = right;

    /// <summary>What a person is told.</summary>
    public Refusal Refusal => RightWords.Refuse(actor, Right);
}
