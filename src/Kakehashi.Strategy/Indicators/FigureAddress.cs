using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Indicators;

/// <summary>
/// Which figures a page is about, as its address says it: a colleague who is sent the address sees the same. Whatever
/// cannot be read is left out.
/// </summary>
public sealed record FigureAddress(string Code)
{
    /// <summary>The first period of the series.</summary>
    public Period? From { get; init; }

    /// <summary>The last period of the series.</summary>
    public Period? To { get; init; }

    /// <summary>The period of the breakdown, or of the records.</summary>
    public Period? Period { get; init; }

    /// <summary>The dimension of the breakdown.</summary>
    public string? By { get; init; }

    /// <summary>The unit, with all below it; null for the university.</summary>
    public long? Unit { get; init; }

    /// <summary>The part of the figure whose records are meant.</summary>
    public FigurePart Part { get; init; }

    /// <summary>True where records of one value of <see cref="By"/> are meant, with <see cref="Key"/> null for those without one.</summary>
    public bool HasKey { get; init; }

    public string? Key { get; init; }

    /// <summary>The last record of the page before.</summary>
    public long After { get; init; }

    public static FigureAddress Read(string code, IQueryCollection query) => new(code)
    {
        From = Kernel.Period.Read(query["from"]),
        To = Kernel.Period.Read(query["to"]),
        Period = Kernel.Period.Read(query["period"]),
        By = Given(query["by"]),
        Unit = long.TryParse(query["unit"], out var unit) && unit > 0 ? unit : null,
        Part = query["part"] == "denominator" ? FigurePart.Denominator : FigurePart.Numerator,
        HasKey = query.ContainsKey("key") || query.ContainsKey("none"),
        Key = query.ContainsKey("none") ? null : Given(query["key"]),
        After = long.TryParse(query["after"], out var after) && after > 0 ? after : 0,
    };

    /// <summary>The page of the indicator.</summary>
    public string Page => $"indicators/{Uri.EscapeDataString(Code)}{QueryString(
        ("from", From?.ToString()), ("to", To?.ToString()), ("period", Period?.ToString()), ("by", By), ("unit", Unit?.ToString(Invariant)))}";

    /// <summary>The page of the records behind the figure.</summary>
    public string Records => $"indicators/{Uri.EscapeDataString(Code)}/records{QueryString(
        ("period", Period?.ToString()), ("part", Part == FigurePart.Denominator ? "denominator" : null), ("unit", Unit?.ToString(Invariant)),
        ("by", HasKey ? By : null), ("key", HasKey ? Key : null), ("none", HasKey && Key is null ? "1" : null),
        ("after", After > 0 ? After.ToString(Invariant) : null))}";

    /// <summary>The table as a file: csv or xlsx.</summary>
    public string File(string format) => $"indicators/{Uri.EscapeDataString(Code)}/figures.{format}{QueryString(
        ("from", From?.ToString()), ("to", To?.ToString()), ("period", By is null ? null : Period?.ToString()), ("by", By), ("unit", Unit?.ToString(Invariant)))}";

    /// <summary>The address of the records of one figure.</summary>
    public static FigureAddress Of(Figure figure, string? by, long? unit = null, FigurePart part = FigurePart.Numerator) => new(figure.Subject.Indicator.Code)
    {
        Period = figure.Subject.Period,
        Unit = figure.Subject.Unit ?? unit,
        Part = part,
        By = by,
        HasKey = figure.Subject.Keys.Count > 0,
        Key = figure.Subject.Keys.Count > 0 ? figure.Subject.Keys[0] : null,
    };

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string QueryString(params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
