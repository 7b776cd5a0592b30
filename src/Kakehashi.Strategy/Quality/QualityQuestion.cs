using System.Globalization;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Quality;

/// <summary>A part of the page of the quality of data, which can be folded away.</summary>
public enum QualityPart
{
    /// <summary>Values that are missing.</summary>
    Filled,

    /// <summary>Data that was handed in, or entered, late.</summary>
    Timeliness,

    /// <summary>Counts beside those of former years.</summary>
    Counts,

    /// <summary>Records to be looked at.</summary>
    Checks,
}

/// <summary>What the page of the quality of data is asked for by its address.</summary>
/// <param name="Period">The year; null for the last one that is over.</param>
/// <param name="IsOfOne">One unit alone is asked for.</param>
/// <param name="Unit">That unit; null for what belongs to none.</param>
/// <param name="Part">The part that is opened; null for none in particular.</param>
public sealed record QualityQuestion(Period? Period, bool IsOfOne, long? Unit, QualityPart? Part)
{
    /// <summary>In place of a unit: what belongs to none.</summary>
    public const string NoUnit = "none";

    /// <summary>In place of a part: all of them.</summary>
    public const string AllParts = "all";

    /// <summary>Every part is opened.</summary>
    public bool OpensAll { get; private init; }

    /// <summary>Reads an address; what it cannot read was not asked for.</summary>
    public static QualityQuestion Read(IQueryCollection query)
    {
        var (unit, part) = (query["unit"].ToString(), query["part"].ToString());
        var isNumber = long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new(
            Kernel.Period.Read(query["period"].ToString()), isNumber || unit == NoUnit, isNumber ? number : null,
            Enum.GetValues<QualityPart>().Cast<QualityPart?>().FirstOrDefault(one => CodeNames.Of(one!.Value) == part))
        { OpensAll = part == AllParts };
    }

    /// <summary>Whether something of a unit is asked for.</summary>
    public bool Keeps(long? unit) => !IsOfOne || unit == Unit;

    /// <summary>Whether a part is open: the one asked for, and every part of a single unit, since those are short.</summary>
    public bool Opens(QualityPart part) => OpensAll || (Part is { } one ? one == part : IsOfOne);
}
