using Kakehashi.Matching.Entities;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Registry;

/// <summary>An organisation as the registry has it.</summary>
/// <param name="Entity">Its identifier, names and place, to be found by.</param>
/// <param name="Status">Whether it still works.</param>
public sealed record RegistryEntry(KnownEntity Entity, OrganisationStatus Status)
{
    /// <summary>Its ROR id, as an address.</summary>
    public string Id => Entity.Id;

    /// <summary>The name that the registry shows.</summary>
    public string DisplayName => Entity.Names[0].Name.Text;

    /// <summary>Its names, each with the language where the registry says it; the one that is shown first.</summary>
    public IReadOnlyList<(string Text, string? Language, NameUse Use)> Names { get; init; } = [];

    /// <summary>What it does; the registry may say several.</summary>
    public IReadOnlyList<OrganisationKind> Kinds { get; init; } = [];

    /// <summary>Where it is.</summary>
    public Place? Location { get; init; }

    /// <summary>The address of its website.</summary>
    public string? Website { get; init; }

    /// <summary>The year in which it was founded.</summary>
    public int? FoundedIn { get; init; }

    /// <summary>What other registries call it, e.g. <c>wikidata:Q30315038</c>.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>Those that have followed it; where it was merged, the one it is a part of now.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Its name in a language; null where the registry has none.</summary>
    public string? NameIn(string language) => Names.Where(name => name.Language == language && name.Use == NameUse.Label).Select(name => name.Text).FirstOrDefault();
}
