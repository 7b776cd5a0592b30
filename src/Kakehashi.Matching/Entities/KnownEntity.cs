using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Entities;

/// <summary>How a name of an entity is used.</summary>
public enum NameUse
{
    /// <summary>It is called so, in some language.</summary>
    Label,

    /// <summary>It is also called so.</summary>
    Alias,

    /// <summary>First letters, which many others share.</summary>
    Acronym,
}

/// <summary>One name of an entity.</summary>
/// <param name="Name">The name.</param>
/// <param name="Use">How it is used.</param>
public sealed record KnownName(Name Name, NameUse Use);

/// <summary>Somebody or something that may be meant: an institution of the registry, a party of a list.</summary>
/// <param name="Id">Its identifier, e.g. a ROR id.</param>
/// <param name="Names">Its names; the best counts.</param>
public sealed record KnownEntity(string Id, IReadOnlyList<KnownName> Names)
{
    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public string? Country { get; init; }

    /// <summary>What its country is called, in any language.</summary>
    public IReadOnlyList<string> CountryNames { get; init; } = [];

    /// <summary>Where it is; null where it is not known.</summary>
    public string? City { get; init; }

    /// <summary>The entity that it is a part of; null where there is none.</summary>
    public string? Parent { get; init; }

    /// <summary>It is a place of education: people name it rather than what is in it.</summary>
    public bool Teaches { get; init; }

    /// <summary>How much there is of it elsewhere: its relations and identifiers. Of two with the same name the one with more is meant more often.</summary>
    public int Renown { get; init; }
}

/// <summary>An entity that may be meant.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Name">Its name that fits best.</param>
/// <param name="Score">How sure it is, 0 to less than 1.</param>
/// <param name="Why">Why, the weightiest first.</param>
public sealed record Match(KnownEntity Entity, KnownName Name, double Score, IReadOnlyList<Scoring.Finding> Why);
