namespace Kakehashi.Analytics.Disclosure;

/// <summary>
/// Rounds every cell of a publication, margins too, by itself to the nearest multiple: the same cell is then the same in
/// every table, and nothing secret is needed. The tables need not add up.
/// </summary>
/// <remarks>As in the rounding of the UK's Higher Education Statistics Agency: 0, 1, 2 become 0, other counts the nearest multiple of 5.</remarks>
public sealed record Rounding
{
    /// <summary>Rounds to multiples of a base.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The base is neither 3 nor 5: with an even one half the cells would be biased.</exception>
    public Rounding(int multiple)
    {
        if (multiple is not (3 or 5)) throw new ArgumentOutOfRangeException(nameof(multiple), multiple, "Cells are rounded to multiples of 3 or 5.");
        Base = multiple;
    }

    /// <summary>3 or 5.</summary>
    public int Base { get; }

    /// <summary>How uncertain a cell has to stay: as much as one that is shown as 0 is by rounding alone.</summary>
    public long Width => (Base - 1) / 2;

    /// <summary>What is published of a cell.</summary>
    public long Of(long value) => (value + Width) / Base * Base;

    /// <summary>What a published cell can have been.</summary>
    public (long Lower, long Upper) Bounds(long published) => (Math.Max(0, published - Width), published + Width);
}
