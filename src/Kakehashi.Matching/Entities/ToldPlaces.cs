using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Entities;

/// <summary>The countries and cities that one text names.</summary>
internal sealed class ToldPlaces
{
    private readonly HashSet<string> countries;
    private readonly string words;

    /// <param name="places">All that are known.</param>
    /// <param name="parts">The parts of the text.</param>
    /// <param name="isName">True for a part that is the name of an institution: University of Georgia says nothing of a country.</param>
    public ToldPlaces(Places places, IReadOnlyList<Name> parts, Func<Name, bool> isName)
    {
        countries = parts.Where(part => !isName(part)).SelectMany(places.CountriesIn).ToHashSet(StringComparer.Ordinal);
        words = $" {string.Join(' ', parts.Select(Places.Told))} ";
    }

    /// <summary>No country of the text contradicts.</summary>
    public bool Allows(KnownEntity entity) => countries.Count == 0 || entity.Country is null || countries.Contains(entity.Country);

    /// <summary>How many of its country and its city the text names, besides in the name itself.</summary>
    public int Of(KnownEntity entity, Name name) => (entity.Country is { } country && countries.Contains(country) ? 1 : 0) + (HasCityOf(entity, name) ? 1 : 0);

    /// <summary>The text names its city, besides in the name itself.</summary>
    public bool HasCityOf(KnownEntity entity, Name name)
    {
        if (entity.City is null) return false;
        var city = $" {Places.Told(Name.Of(entity.City))} ";
        return Count(words, city) > Count($" {Places.Told(name)} ", city);
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }
}
