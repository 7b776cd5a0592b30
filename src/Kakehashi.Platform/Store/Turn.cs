namespace Kakehashi.Platform.Store;

/// <summary>Somebody who may have to wait for others that write: is told so, and can give up.</summary>
/// <param name="Waits">Told once, where the wait is longer than a moment.</param>
/// <param name="Cancel">Ends the waiting.</param>
public sealed record Turn(Action? Waits, CancellationToken Cancel);
