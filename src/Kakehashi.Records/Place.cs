using System.Globalization;

namespace Kakehashi.Records;

/// <summary>A point on the earth (WGS 84).</summary>
/// <param name="Latitude">Degrees north of the equator, -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, -180 to 180.</param>
public readonly record struct Place(double Latitude, double Longitude)
{
    private const double MeanRadius = 6371;

    /// <summary>Reads <c>38.2554, 140.8403</c>; null where that is no point on the earth.</summary>
    public static Place? Read(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && double.TryParse(text.AsSpan(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(text.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
                ? new(latitude, longitude)
                : null;
    }

    /// <summary>Kilometres to another point along the surface of a sphere of the earth's mean radius (haversine).</summary>
    public double KilometresTo(Place other)
    {
        var (north, east) = (Half(other.Latitude - Latitude), Half(other.Longitude - Longitude));
        var chord = (north * north) + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * east * east);
        return 2 * MeanRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));

        static double Half(double degrees) => Math.Sin(double.DegreesToRadians(degrees) / 2);
    }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:R},{Longitude:R}");
}
