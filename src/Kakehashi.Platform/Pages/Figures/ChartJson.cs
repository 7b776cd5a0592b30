using System.Text.Json;
using System.Text.Json.Serialization;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Figures;

/// <summary>
/// What the islands read, in the page's language. Serialised with the default escaping, which writes &lt; as \u003C, so
/// that no text can close the script element it stands in.
/// </summary>
internal static class ChartJson
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(Chart chart) => JsonSerializer.Serialize(
        new
        {
            Kind = chart.Kind.ToString().ToLowerInvariant(),
            Categories = chart.Categories.Select(category => Speech.T(category)),
            Series = chart.Series.Select(Row),
            Target = chart.Target is null ? null : Row(chart.Target),
            References = chart.References.Count == 0 ? null : chart.References.Select(Row),
            Marks = chart.Marks.Select(mark => new { mark.Category, Label = Speech.T(mark.Label) }),
            Growing = chart.Growing.Count == 0 ? null : chart.Growing,
            Unit = Unit(chart.Unit),
            chart.Decimals,
            Max = chart.Maximum,
        },
        Camel);

    public static string Of(WorldMap map) => JsonSerializer.Serialize(
        new
        {
            Title = Speech.T(map.ValueTitle),
            Places = map.Places.Select(place => new
            {
                place.Code,
                Name = Speech.T(place.Name),
                place.Value.Value,
                Absent = Absent(place.Value),
                place.Href,
            }),
            Flows = map.Flows.Select(flow => new { flow.From, flow.To, flow.Value }),
            Unit = Unit(map.Unit),
            map.Decimals,
            NoData = Speech.T("データなし", "No data"),
            Normalised = map.IsNormalised,
        },
        Camel);

    public static string Of(PinMap map) => JsonSerializer.Serialize(
        new
        {
            Title = Speech.T(map.Title),
            Places = Array.Empty<object>(),
            Flows = Array.Empty<object>(),
            Decimals = 0,
            NoData = "",
            Normalised = false,
            Pins = map.Apart.Select(pin => new { pin.Mark, pin.Name, At = new[] { pin.At.Longitude, pin.At.Latitude }, pin.IsOurs }),
        },
        Camel);

    private static object Row(Series series) => new
    {
        Name = Speech.T(series.Name),
        Values = series.Values.Select(figure => figure.Value),
        Absent = series.Values.Select(Absent),
    };

    private static string? Absent(Reading figure) => figure.Value is null && figure != Reading.Blank ? Speech.T(Reading.Name(figure.Nothing)) : null;

    private static string? Unit(Text? unit) => unit is { } text ? Speech.T(text) : null;
}
