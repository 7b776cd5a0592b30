using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>One value of a dimension, with an identifier that SDMX allows.</summary>
public sealed record CubeCode(string Id, PublicValue Value, string? Parent);

/// <summary>A dimension of the cube; its first code is the total.</summary>
public sealed record CubeDimension(string Id, PublicDimension Of, IReadOnlyList<CubeCode> Codes);

/// <summary>A period as SDMX writes it: 2025-A1 for a year that does not start in January.</summary>
public sealed record CubePeriod(string Id, PublicValue Value, DateOnly From, DateOnly To);

/// <summary>What SDMX says of a cell: a value, or why there is none. Why a cell is suppressed is not told.</summary>
public sealed record CubeStatus(string Observation, string Confidentiality);

/// <summary>All tables of a published document as one cube: where a table has no such dimension, it has the total.</summary>
public sealed class OpenCube
{
    public const string Total = "_T";

    public OpenCube(PublicDocument document, YearStarts starts)
    {
        Document = document;
        Dimensions = [.. document.Dimensions.Select(Dimension)];
        var periods = document.Periods.Select(value => (Value: value, Period: Period.Read(value.Code) ?? throw new InvalidDataException($"{value.Code} is no period"))).ToList();
        Periods = [.. periods.Select(one => new CubePeriod(TimeOf(one.Period), one.Value, one.Period.From(starts), one.Period.To(starts)))];
        YearStart = periods is [var first, ..] && first.Period.Kind is PeriodKind.FiscalYear or PeriodKind.AcademicYear ? first.Period.From(starts).ToString("'--'MM-dd", CultureInfo.InvariantCulture) : "--01-01";
        HasParts = document.Observations.Any(one => one.Denominator is not null);
    }

    public PublicDocument Document { get; }

    public IReadOnlyList<CubeDimension> Dimensions { get; }

    public IReadOnlyList<CubePeriod> Periods { get; }

    /// <summary>--04-01: the day on which 2025-A1 starts.</summary>
    public string YearStart { get; }

    /// <summary>Quotients come with what was divided by what.</summary>
    public bool HasParts { get; }

    /// <summary>The codes of a cell, in the order of the dimensions.</summary>
    public IEnumerable<CubeCode> KeyOf(PublicObservation one) =>
        Dimensions.Select(dimension => dimension.Codes.First(code => code.Value.Code == one.Keys.GetValueOrDefault(dimension.Of.Code, Total)));

    public CubePeriod PeriodOf(PublicObservation one) => Periods.First(period => period.Value.Code == one.Period);

    /// <summary>In the codes of CL_OBS_STATUS and CL_CONF_STATUS.</summary>
    public static CubeStatus StatusOf(PublicObservation one) => one.Flag switch
    {
        PublicDocument.Suppressed => new("Q", "C"),
        "undefined" => new("M", "F"),
        _ => new(one.Value is null ? "O" : "A", "F"),
    };

    private static string TimeOf(Period period) => period.Kind switch
    {
        PeriodKind.Quarter => $"{period.Year}-Q{period.Part}",
        PeriodKind.CalendarYear => $"{period.Year}",
        _ => $"{period.Year}-A1",
    };

    private static CubeDimension Dimension(PublicDimension dimension)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var values = dimension.Values.Prepend(new(Total, new("計", "Total"))).ToList();
        var ids = values.ToDictionary(value => value.Code, value => Unique(Identifier(value.Code), used), StringComparer.Ordinal);
        return new(Identifier(dimension.Code).ToUpperInvariant(), dimension, [.. values.Select(value => new CubeCode(ids[value.Code], value, value.Parent is { } parent ? ids.GetValueOrDefault(parent) : null))]);
    }

    /// <summary>The codes of units may hold anything; those of SDMX letters, digits and a few signs.</summary>
    internal static string Identifier(string code) => string.Concat(code.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '@' or '$' ? sign : '_'));

    private static string Unique(string id, HashSet<string> used)
    {
        var unique = id;
        for (var i = 2; !used.Add(unique); i++) unique = $"{id}_{i}";
        return unique;
    }
}
