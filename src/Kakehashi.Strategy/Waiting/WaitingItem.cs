using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Waiting;

/// <summary>Something that waits for whoever has signed in.</summary>
/// <param name="Icon">What it is about.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Count">How much of it.</param>
/// <param name="Href">Where.</param>
public sealed record WaitingItem(string Icon, Text What, int Count, string Href)
{
    /// <summary>Its day has passed, or somebody waits for it.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>By when; null where there is no day.</summary>
    public DateOnly? Due { get; init; }
}
