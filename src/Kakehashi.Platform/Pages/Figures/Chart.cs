using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Figures;

/// <summary>How a chart draws its series.</summary>
public enum ChartKind
{
    Bar,
    Line,

    /// <summary>Bars on top of each other: parts of a whole.</summary>
    Stacked,

    /// <summary>Bars from left to right, for long names.</summary>
    Across,
}

/// <summary>What a chart shows. Its table is made from the same, so that the two cannot differ.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="CategoryTitle">What the categories are: 年度 / Fiscal year.</param>
/// <param name="Categories">The categories, in order.</param>
/// <param name="Series">One value for each category.</param>
public sealed record Chart(ChartKind Kind, Text CategoryTitle, IReadOnlyList<Text> Categories, IReadOnlyList<Series> Series)
{
    public Text? Unit { get; init; }

    public int Decimals { get; init; }

    /// <summary>Targets, drawn as a dashed line over the categories; same length as the categories.</summary>
    public Series? Target { get; init; }

    /// <summary>What others reach, drawn as dotted lines; same length as the categories.</summary>
    public IReadOnlyList<Series> References { get; init; } = [];

    /// <summary>All that has a value in each category, in the order of the legend.</summary>
    public IEnumerable<Series> Rows => [.. Series, .. Target is null ? [] : new[] { Target }, .. References];

    /// <summary>Where something has to be said about a category: a definition that changed, for example.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Categories whose values can still grow, e.g. the year that is not over; drawn so that none takes them for whole.</summary>
    public IReadOnlyList<int> Growing { get; init; } = [];

    /// <summary>The largest value of the axis; null lets the chart choose. 100 for shares.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>One row of values in a chart.</summary>
public sealed record Series(Text Name, IReadOnlyList<Reading> Values);

/// <summary>A remark at one category.</summary>
/// <param name="Category">Its index.</param>
/// <param name="Label">What is said.</param>
public sealed record Mark(int Category, Text Label);

/// <summary>A file that somebody may take away.</summary>
/// <param name="Label">CSV, Excel …</param>
/// <param name="Href">Its address.</param>
public sealed record Download(Text Label, string Href);
