using Kakehashi.Kernel;
using Kakehashi.Partnerships.Registry;
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

    /// <summary>The host of its website without www, which says who it is; null where it has none.</summary>
    public string? Host => HostOf(Website);

    /// <summary>The host of an address without www, also where it was written without https://; null for what is no address.</summary>
    public static string? HostOf(string? address)
    {
        if (address is null || !address.Contains('.', StringComparison.Ordinal)) return null;
        var whole = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        return Uri.TryCreate(whole.Trim(), UriKind.Absolute, out var site) && site.Host.Contains('.', StringComparison.Ordinal)
            ? (site.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? site.Host[4..] : site.Host).ToLowerInvariant() : null;
    }

    /// <summary>The same, known to be this one of the registry: with its id, and from the registry what was not filled in. Nothing that is there is overwritten.</summary>
    internal Organisation Taking(RegistryEntry entry)
    {
        var after = (Organisation)MemberwiseClone();
        after.Identifiers = [OrganisationIdentifier.Of(IdentifierScheme.Ror, entry.Id), .. Identifiers];
        after.Name = new(Name.Ja ?? entry.NameIn("ja"), Name.En ?? entry.NameIn("en"));
        after.Names = [.. Names, .. entry.Names.Where(one => !Names.Exists(name => name.Value == one.Text) && one.Text.Length <= OrganisationRecord.NameLength).Select(one => OrganisationName.Of(one.Text, one.Language, OrganisationWords.KindOf(one.Use)))];
        after.Country ??= entry.Entity.Country;
        after.City ??= entry.Entity.City;
        after.Location ??= entry.Location;
        after.Website ??= entry.Website;
        after.FoundedIn ??= entry.FoundedIn;
        return after;
    }

    /// <summary>The same, to be changed.</summary>
    internal Organisation Copy() => (Organisation)MemberwiseClone();

    /// <summary>One that is entered as the registry has it.</summary>
    internal static Organisation As(RegistryEntry entry)
    {
        var one = new Organisation().Taking(entry);
        (one.Kind, one.Status) = (entry.Kinds.FirstOrDefault(OrganisationKind.Other), entry.Status);
        return one;
    }

    /// <summary>The same under another id of the registry, where one record was merged into another.</summary>
    internal Organisation Following(string from, string to)
    {
        var after = (Organisation)MemberwiseClone();
        after.Identifiers = [.. Identifiers.Select(one => one.Scheme == IdentifierScheme.Ror && one.Value == from ? OrganisationIdentifier.Of(IdentifierScheme.Ror, to) : one)];
        return after;
    }

    /// <summary>The same under the name that the registry shows now; the names it had stay among its others.</summary>
    internal Organisation Renamed(RegistryEntry entry)
    {
        var after = (Organisation)MemberwiseClone();
        after.Name = new(entry.NameIn("ja") ?? Name.Ja, entry.NameIn("en") ?? (entry.NameIn("ja") is null ? entry.DisplayName : Name.En));
        var had = new[] { (Text: Name.Ja, Language: "ja"), (Text: Name.En, Language: "en") }.Where(name => name.Text is not null && name.Text != after.Name.Ja && name.Text != after.Name.En && !Names.Exists(one => one.Value == name.Text));
        after.Names = [.. Names, .. had.Select(name => OrganisationName.Of(name.Text!, name.Language, OrganisationNameKind.Alias))];
        return after;
    }

    /// <summary>The same with what the registry says now of whether it works.</summary>
    internal Organisation With(OrganisationStatus status)
    {
        var after = (Organisation)MemberwiseClone();
        after.Status = status;
        return after;
    }
}
