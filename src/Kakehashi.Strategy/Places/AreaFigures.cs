using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Places;

/// <summary>The indicators that pages of countries and regions are made of.</summary>
public static class AreaFigures
{
    public const string In = "FL-01", Out = "FL-02", Agreements = "AG-01", Partners = "AG-04", Students = "ST-01", Staff = "SF-02";

    /// <summary>Those the map of the world shows.</summary>
    public static IReadOnlyList<string> OfTheWorld { get; } = [In, Out, Agreements, Partners];

    /// <summary>Those of one place. What counts people by where they come from is cut by nationality; of a region, by region.</summary>
    private static readonly (string Code, string ByCountry)[] All =
    [
        (In, "country"), (Out, "country"), (Agreements, "country"), (Partners, "country"), ("PA-07", "country"), ("PA-02", "country"),
        ("SF-12", "country"), ("SF-13", "country"), (Students, "nationality"), (Staff, "nationality"),
    ];

    /// <summary>Those whose numerator is a headcount of people from the place: that is what is asked for, not their share.</summary>
    public static bool IsHeadcount(string code) => code is Students or Staff;

    public static Task<Result<KeyedFigures>> ReadAsync(Workspace workspace, bool byCountry, CancellationToken cancel) =>
        KeyedFigures.ReadAsync(workspace, All.Select(one => (one.Code, byCountry ? one.ByCountry : "region")), cancel);

    public static Task<Result<KeyedFigures>> OfTheWorldAsync(Workspace workspace, bool byCountry, CancellationToken cancel) =>
        KeyedFigures.ReadAsync(workspace, OfTheWorld.Select(code => (code, byCountry ? "country" : "region")), cancel);
}
