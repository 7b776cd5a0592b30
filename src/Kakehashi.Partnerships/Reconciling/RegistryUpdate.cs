using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>How the registry differs from what is recorded of one of our organisations.</summary>
public enum RegistryUpdateKind
{
    /// <summary>Its record was merged into another, which has followed it.</summary>
    Merged,

    /// <summary>It works no more, or again.</summary>
    Status,

    /// <summary>It is called otherwise.</summary>
    Renamed,

    /// <summary>The registry in use does not have its id.</summary>
    Missing,
}

/// <summary>One difference, and what following it would change.</summary>
/// <param name="Ours">The organisation.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Before">As it is recorded.</param>
/// <param name="After">As the registry has it; null where there is nothing to follow.</param>
/// <param name="Followed">The organisation as it would be; null where somebody has to look.</param>
public sealed record RegistryUpdate(Organisation Ours, RegistryUpdateKind Kind, Text Before, Text? After, Organisation? Followed)
{
    /// <summary>Names it in a form.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Ours.Number}/{CodeNames.Of(Kind)}");

    /// <summary>All differences of an organisation that has a ROR id; none where all is as the registry says.</summary>
    public static IEnumerable<RegistryUpdate> Of(Organisation ours, RegistryInUse registry)
    {
        if (ours.Identifiers.Find(one => one.Scheme == IdentifierScheme.Ror)?.Value is not { } id) yield break;
        if (registry[id] is not { } entry)
        {
            yield return new(ours, RegistryUpdateKind.Missing, Text.Same(id), null, null);
            yield break;
        }

        if (entry.Status == OrganisationStatus.Withdrawn && entry.Successors.Select(one => registry[one]).OfType<RegistryEntry>().ToList() is [var successor])
        {
            yield return new(ours, RegistryUpdateKind.Merged, Text.Same($"{entry.DisplayName} ({id})"), Text.Same($"{successor.DisplayName} ({successor.Id})"), ours.Following(id, successor.Id));
            yield break;
        }

        if (entry.Status != ours.Status)
            yield return new(ours, RegistryUpdateKind.Status, OrganisationWords.Of(ours.Status), OrganisationWords.Of(entry.Status), ours.With(entry.Status));
        if (!IsCalled(ours, entry))
            yield return new(ours, RegistryUpdateKind.Renamed, new(ours.Name.Ja ?? ours.Name.En ?? "", ours.Name.En ?? ours.Name.Ja ?? ""), Text.Same(entry.DisplayName), ours.Renamed(entry));
    }

    /// <summary>One of its names is what the registry calls it now, in any language; what the registry keeps as an alias may be a former name.</summary>
    private static bool IsCalled(Organisation ours, RegistryEntry entry)
    {
        var keys = entry.Names.Where(name => name.Use == NameUse.Label).Select(name => Name.Of(name.Text).Key).ToHashSet(StringComparer.Ordinal);
        return new[] { ours.Name.Ja, ours.Name.En }.OfType<string>().Concat(ours.Names.Select(one => one.Value)).Any(one => keys.Contains(Name.Of(one).Key));
    }
}
