using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.Strategy.Places;

/// <summary>A country or region that pages are about: one of ISO 3166-1, or a group of them of UN M49.</summary>
/// <param name="Code"><c>FR</c>, or <c>142</c>.</param>
/// <param name="Name">As the catalogue names it.</param>
/// <param name="IsCountry">False for a group of UN M49.</param>
public sealed record Area(string Code, Text Name, bool IsCountry)
{
    /// <summary>The address of its page.</summary>
    public string Page => (IsCountry ? "countries/" : "regions/") + Code;
}

/// <summary>Which countries belong to which regions.</summary>
public sealed class Areas(CodeLists codes)
{
    /// <summary>M49's code of the whole world, which has a page of its own.</summary>
    public const string World = "001";

    private readonly CodeList countries = codes[CodeLists.Countries];
    private readonly CodeList regions = codes[CodeLists.Regions];

    /// <summary>The country of a code in capitals; null for an unknown one.</summary>
    public Area? Country(string? code) => countries.Find(code) is { } found ? OfCountry(found) : null;

    /// <summary>The region of a code; null for an unknown one.</summary>
    public Area? Region(string? code) => regions.Find(code) is { } found ? OfRegion(found) : null;

    /// <summary>The regions that a place lies in, the widest first, without the world.</summary>
    public IReadOnlyList<Area> Above(Area area)
    {
        var above = new List<Area>();
        var parent = (area.IsCountry ? countries : regions).Find(area.Code)?.Parent;
        for (; parent is not null and not World && regions.Find(parent) is { } region; parent = region.Parent) above.Insert(0, OfRegion(region));
        return above;
    }

    /// <summary>The finest regions of a place, by which figures are kept; of a finest one itself, of a country none.</summary>
    public IReadOnlyList<Area> Finest(Area area) => area.IsCountry
        ? []
        : [.. regions.All.Where(region => IsWithin(region.Value, area.Code) && countries.All.Any(country => country.Parent == region.Value)).Select(OfRegion)];

    /// <summary>The countries of a place; of a country itself.</summary>
    public IReadOnlyList<Area> Countries(Area area) => area.IsCountry
        ? [area]
        : [.. countries.All.Where(country => IsWithin(country.Parent, area.Code)).Select(OfCountry)];

    private bool IsWithin(string? region, string wider)
    {
        for (; region is not null; region = regions.Find(region)?.Parent)
            if (region == wider) return true;
        return false;
    }

    private static Area OfCountry(Code code) => new(code.Value, code.Label, true);

    private static Area OfRegion(Code code) => new(code.Value, code.Label, false);
}
