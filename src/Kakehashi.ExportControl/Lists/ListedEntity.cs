namespace Kakehashi.ExportControl.Lists;

/// <summary>What an entry of a list is.</summary>
public enum ListedKind
{
    /// <summary>A company, university, agency, group …</summary>
    Organisation,

    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A ship.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,

    /// <summary>What the university's own list calls none of these.</summary>
    Other,
}

/// <summary>
/// Weapons of mass destruction and their means of delivery that an entity is a concern for, as METI states them. Conventional
/// weapons are not among them: they stand under other rules and are stated apart.
/// </summary>
[Flags]
public enum ConcernTypes
{
    /// <summary>The list states none.</summary>
    None = 0,

    /// <summary>Biological weapons, B.</summary>
    Biological = 1,

    /// <summary>Chemical weapons, C.</summary>
    Chemical = 2,

    /// <summary>Missiles, M.</summary>
    Missiles = 4,

    /// <summary>Nuclear weapons, N.</summary>
    Nuclear = 8,
}

/// <summary>One entry of a list, with everything the file says of it.</summary>
/// <param name="Number">The entry's number as the publisher writes it; once only in a list.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">At least one; the first is the primary one.</param>
public sealed record ListedEntity(string Number, ListedKind Kind, IReadOnlyList<ListedName> Names)
{
    /// <summary>
    /// ISO 3166-1 alpha-2 codes of the countries and areas the list connects it with (place, nationality, flag, address), in
    /// the order of the file, each once. Empty where the list states none.
    /// </summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Addresses, in the order of the file.</summary>
    public IReadOnlyList<ListedAddress> Addresses { get; init; } = [];

    /// <summary>Types of concern, weapons of mass destruction.</summary>
    public ConcernTypes Concerns { get; init; }

    /// <summary>A concern for conventional weapons.</summary>
    public bool ConventionalWeapons { get; init; }

    /// <summary>The programmes or regimes it is listed under, as the publisher calls them.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Dates of birth; several where the publisher knows of several.</summary>
    public IReadOnlyList<BirthDate> Births { get; init; } = [];

    /// <summary>Everything else the file says, as given.</summary>
    public IReadOnlyList<ListedRemark> Remarks { get; init; } = [];

    /// <summary>The primary name.</summary>
    public string Name => Names[0].Text;
}

/// <summary>An address of an entity.</summary>
/// <param name="Text">As given, in one line.</param>
/// <param name="Countries">ISO 3166-1 alpha-2; usually one, none where the list states none, several for a disputed place.</param>
public sealed record ListedAddress(string Text, IReadOnlyList<string> Countries);

/// <summary>What the file says under a heading that has no field of its own.</summary>
/// <param name="Heading">The heading as the publisher writes it.</param>
/// <param name="Text">As given.</param>
public sealed record ListedRemark(string Heading, string Text);
