namespace Kakehashi.Partnerships.Partners;

/// <summary>How a name is used, in the words of ROR.</summary>
public enum OrganisationNameKind
{
    Label,
    Alias,
    Acronym,
}

/// <summary>One of the names of an organisation.</summary>
public sealed class OrganisationName
{
    public string Value { get; private set; } = "";

    public string? Language { get; private set; }

    public OrganisationNameKind Kind { get; private set; }

    internal static OrganisationName Of(string value, string? language, OrganisationNameKind kind) => new() { Value = value, Language = language, Kind = kind };
}

/// <summary>Registries that give organisations identifiers.</summary>
public enum IdentifierScheme
{
    Ror,
    Erasmus,
    Schac,
    Pic,
    Oid,
    Eche,
    Isni,
    Wikidata,
    Grid,
    Fundref,
    Local,
}

/// <summary>What a registry calls an organisation.</summary>
public sealed class OrganisationIdentifier
{
    /// <summary>Schemes in which one identifier means one organisation, so that imports may match on it.</summary>
    private static readonly IdentifierScheme[] Unique =
        [IdentifierScheme.Ror, IdentifierScheme.Erasmus, IdentifierScheme.Schac, IdentifierScheme.Pic, IdentifierScheme.Oid, IdentifierScheme.Local];

    public IdentifierScheme Scheme { get; private set; }

    /// <summary>As the registry writes it; of ROR the address, however it was given.</summary>
    public string Value
    {
        get => Scheme == IdentifierScheme.Ror ? RorId.Canonical(field) ?? field : field;
        private set;
    } = "";

    internal static OrganisationIdentifier Of(IdentifierScheme scheme, string value) => new() { Scheme = scheme, Value = value };

    /// <summary>False where the scheme says what its identifiers look like, and this is none.</summary>
    internal bool IsWellFormed => Scheme != IdentifierScheme.Ror || RorId.Canonical(Value) is not null;

    /// <summary>The key that the organisation is found by, or null where the scheme does not tell organisations apart.</summary>
    internal string? Key => Unique.Contains(Scheme) ? $"{Kernel.CodeNames.Of(Scheme)}:{Value}" : null;
}

/// <summary>How two organisations belong together, in the words of ROR.</summary>
public enum OrganisationRelationKind
{
    Parent,
    Child,
    Related,
    Predecessor,
    Successor,
}

/// <summary>Another organisation that this one belongs to, holds or has followed.</summary>
public sealed class OrganisationRelation
{
    public OrganisationRelationKind Kind { get; private set; }

    /// <summary>The other's key, e.g. <c>ror:https://ror.org/01dq60k83</c>; it need not be in the database.</summary>
    public string Other { get; private set; } = "";

    public string? Name { get; private set; }
}
