using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Partners;

/// <summary>What an organisation does, in the words of ROR.</summary>
public enum OrganisationKind
{
    Education,
    Healthcare,
    Company,
    Archive,
    Nonprofit,
    Government,
    Facility,
    Funder,
    Other,
}

/// <summary>Whether an organisation still works, in the words of ROR.</summary>
public enum OrganisationStatus
{
    Active,
    Inactive,
    Withdrawn,
}

/// <summary>A university, institute or company that the university knows: a partner, a home or a host.</summary>
public sealed class Organisation : Record<Organisation>
{
    public Bilingual Name { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public OrganisationStatus Status { get; private set; }

    public string? Country { get; private set; }

    public string? City { get; private set; }

    public Place? Location { get; private set; }

    public string? Website { get; private set; }

    public int? FoundedIn { get; private set; }

    public List<OrganisationName> Names { get; private set; } = [];

    public List<OrganisationIdentifier> Identifiers { get; private set; } = [];

    public List<OrganisationRelation> Relations { get; private set; } = [];
}
