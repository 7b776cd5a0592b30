using System.Text.Json;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Pages.Figures;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Places;

/// <summary>What of a country the map shows.</summary>
/// <param name="Code">Its name in the address.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Indicator">The indicator; null for the difference of both flows.</param>
public sealed record WorldMeasure(string Code, Text Name, string? Indicator)
{
    public static IReadOnlyList<WorldMeasure> All { get; } =
    [
        new("in", ("受入", "Incoming"), AreaFigures.In), new("out", ("派遣", "Outgoing"), AreaFigures.Out), new("balance", ("受入と派遣の差", "Incoming less outgoing"), null),
        new("agreements", ("有効な協定", "Agreements in force"), AreaFigures.Agreements), new("partners", ("協定相手機関", "Partners with an agreement"), AreaFigures.Partners),
    ];

    public Text Unit => Code switch
    {
        "agreements" => ("件", ""),
        "partners" => ("機関", ""),
        _ => ("人", ""),
    };
}

/// <summary>One row of the table: a country or a region in the year that is shown.</summary>
/// <param name="Area">The place.</param>
/// <param name="Figures">Its figures, by the code of the measure.</param>
public sealed record WorldRow(Area Area, IReadOnlyDictionary<string, Reading> Figures);

/// <summary>What the page of the world shows, as its address says it.</summary>
public sealed class WorldView
{
    private readonly Workspace workspace;
    private readonly KeyedFigures countries;
    private readonly Areas areas;

    private WorldView(Workspace workspace, KeyedFigures countries, KeyedFigures regions, IQueryCollection query)
    {
        (this.workspace, this.countries, Regions, areas) = (workspace, countries, regions, new(workspace.Codes));
        Years = countries.Periods;
        Year = Period.Read(query["year"]) is { } asked && Years.Contains(asked) ? asked : Latest;
        Measure = WorldMeasure.All.FirstOrDefault(one => one.Code == query["show"]) ?? WorldMeasure.All[0];
        var sort = query["sort"].ToString();
        Sorting = new(sort.TrimStart('-') is "name" or "in" or "out" or "balance" or "agreements" or "partners" ? sort.TrimStart('-') : Measure.Code, sort.Length == 0 || sort.StartsWith('-'));
    }

    /// <summary>The figures by region.</summary>
    public KeyedFigures Regions { get; }

    /// <summary>All years that can be chosen, the oldest first.</summary>
    public IReadOnlyList<Period> Years { get; }

    /// <summary>The year that is shown; null where nothing has been entered.</summary>
    public Period? Year { get; }

    public WorldMeasure Measure { get; }

    public Sorting Sorting { get; }

    public DateTimeOffset? AsOf => countries.AsOf;

    public bool IsBehind => countries.IsBehind;

    public KeyedFigures Countries => countries;

    /// <summary>The figures of all years: the map plays them.</summary>
    public IEnumerable<Figure> Figures => countries.Figures.Concat(Regions.Figures);

    public static async Task<Result<WorldView>> ReadAsync(Workspace workspace, IQueryCollection query, CancellationToken cancel)
    {
        var countries = await AreaFigures.OfTheWorldAsync(workspace, true, cancel);
        if (!countries.IsDone) return countries.Refusal;
        var regions = await AreaFigures.OfTheWorldAsync(workspace, false, cancel);
        return regions.IsDone ? new WorldView(workspace, countries.Value, regions.Value, query) : regions.Refusal;
    }

    /// <summary>The countries, sorted as the address says; nobody's own country is abroad.</summary>
    public IReadOnlyList<WorldRow> Rows => Year is not { } year ? [] : Sorted(
        Keys(countries).Where(key => key != workspace.University.HomeCountry).Select(areas.Country).OfType<Area>().Select(area => Row(countries, area, year)).Where(IsSomething));

    /// <summary>The regions in the order of UN M49.</summary>
    public IReadOnlyList<WorldRow> RegionRows => Year is not { } year ? [] :
        [.. areas.Finest(areas.Region(Areas.World)!).Where(area => Keys(Regions).Contains(area.Code)).Select(area => Row(Regions, area, year)).Where(IsSomething)];

    /// <summary>The wider region that a region is a part of.</summary>
    public Area? Wider(Area area) => areas.Above(area) is [var wider, ..] ? wider : null;

    /// <summary>The address of the same page, otherwise.</summary>
    public string Href(Sorting sorting) => $"world?year={Year}&show={Measure.Code}&sort={(sorting.Descending ? "-" : "")}{sorting.Key}";

    /// <summary>The address of the records behind one figure; null where it does not tell of any.</summary>
    public string? Records(KeyedFigures figures, WorldRow row, WorldMeasure measure) =>
        measure.Indicator is { } code && Year is { } year ? figures[code]?.Records(row.Area.Code, year) : null;

    /// <summary>What the map reads: the values of all years at once, so that it can play them. Text where there is no value: s for suppressed.</summary>
    public string Json => JsonSerializer.Serialize(
        new
        {
            Home = workspace.University.HomeCountry,
            Years = Years.Select(year => new { Key = year.ToString(), Label = Speech.T(year.Label) }),
            Shows = WorldMeasure.All.Select(one => new { one.Code, Title = Speech.T(one.Name), Unit = Speech.T(one.Unit) }),
            Places = Keys(countries).Where(key => key != workspace.University.HomeCountry).Select(areas.Country).OfType<Area>().Select(area => new
            {
                area.Code,
                Name = Speech.T(area.Name),
                Href = area.Page,
                Values = AreaFigures.OfTheWorld.Select(code => Years.Select(year => Value(code, area.Code, year))),
            }),
            Words = new { Suppressed = Speech.T(Reading.Name(Nothing.Suppressed)), Missing = Speech.T(Reading.Name(Nothing.Missing)) },
        },
        JsonSerializerOptions.Web);

    private object? Value(string code, string country, Period year) =>
        countries[code]?.Reading(country, year) is not { } reading ? null : reading.Nothing == Nothing.Suppressed ? "s" : reading.Value;

    /// <summary>The last year that is over and of which flows are known.</summary>
    private Period? Latest
    {
        get
        {
            var over = Years.Where(year => year.To(workspace.University.Years) < workspace.Today).ToList();
            return over.Count > 0 ? over[^1] : Years.Count > 0 ? Years[^1] : null;
        }
    }

    private static IEnumerable<string> Keys(KeyedFigures figures) => figures.Cuts.Values.SelectMany(cut => cut.Keys).Distinct().Order(StringComparer.Ordinal);

    private static WorldRow Row(KeyedFigures figures, Area area, Period year)
    {
        var found = WorldMeasure.All.Where(one => one.Indicator is not null)
            .ToDictionary(one => one.Code, one => figures[one.Indicator!]?.Reading(area.Code, year) ?? Reading.NotReported, StringComparer.Ordinal);
        found["balance"] = Difference(found["in"], found["out"]);
        return new(area, found);
    }

    private static Reading Difference(Reading one, Reading other) =>
        one.Value is { } more && other.Value is { } less ? more - less
        : one.Nothing == Nothing.Suppressed || other.Nothing == Nothing.Suppressed ? Reading.Suppressed : Reading.NotReported;

    /// <summary>A row of which nothing is to be told in this year only takes room.</summary>
    private static bool IsSomething(WorldRow row) => row.Figures.Values.Any(figure => figure.Value is not (null or 0) || figure.Nothing == Nothing.Suppressed);

    private IReadOnlyList<WorldRow> Sorted(IEnumerable<WorldRow> rows)
    {
        var named = rows.OrderBy(row => Speech.T(row.Area.Name), StringComparer.Create(System.Globalization.CultureInfo.CurrentCulture, false));
        if (Sorting.Key == "name") return Sorting.Descending ? [.. named.Reverse()] : [.. named];
        // what is not told stands last, whichever way
        return Sorting.Descending
            ? [.. named.OrderBy(row => row.Figures[Sorting.Key].Value is null).ThenByDescending(row => row.Figures[Sorting.Key].Value)]
            : [.. named.OrderBy(row => row.Figures[Sorting.Key].Value is null).ThenBy(row => row.Figures[Sorting.Key].Value)];
    }
}
