namespace Kakehashi.Platform.Facts;

/// <summary>How figures are waited for.</summary>
/// <param name="Latest">How long the latest changes may take to be in them.</param>
/// <param name="Told">Is told how far the answer is, from 0 to 1; null where nobody looks.</param>
public readonly record struct Awaiting(TimeSpan Latest, IProgress<double>? Told = null)
{
    /// <summary>Nobody looks meanwhile.</summary>
    public static implicit operator Awaiting(TimeSpan latest) => new(latest);
}
