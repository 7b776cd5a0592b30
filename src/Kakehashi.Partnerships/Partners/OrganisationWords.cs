using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;

namespace Kakehashi.Partnerships.Partners;

/// <summary>What the choices of an organisation are called.</summary>
public static class OrganisationWords
{
    public static Text Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Education => ("大学・教育機関", "Education"),
        OrganisationKind.Healthcare => ("医療機関", "Healthcare"),
        OrganisationKind.Company => ("企業", "Company"),
        OrganisationKind.Archive => ("図書館・博物館・文書館", "Archive, library or museum"),
        OrganisationKind.Nonprofit => ("非営利団体", "Nonprofit"),
        OrganisationKind.Government => ("政府・自治体", "Government"),
        OrganisationKind.Facility => ("研究施設", "Facility"),
        OrganisationKind.Funder => ("助成機関", "Funder"),
        _ => ("その他", "Other"),
    };

    public static Text Of(OrganisationStatus status) => status switch
    {
        OrganisationStatus.Active => ("活動中", "Active"),
        OrganisationStatus.Inactive => ("活動終了", "Inactive"),
        _ => ("登録取消", "Withdrawn from the registry"),
    };

    public static Text Of(OrganisationNameKind kind) => kind switch
    {
        OrganisationNameKind.Label => ("正式名称", "Official name"),
        OrganisationNameKind.Alias => ("別名", "Alias"),
        _ => ("略称", "Acronym"),
    };

    /// <summary>How a name of the registry is used.</summary>
    public static OrganisationNameKind KindOf(NameUse use) => use switch
    {
        NameUse.Label => OrganisationNameKind.Label,
        NameUse.Alias => OrganisationNameKind.Alias,
        _ => OrganisationNameKind.Acronym,
    };

    public static Text Of(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.Ror => Text.Same("ROR"),
        IdentifierScheme.Erasmus => ("Erasmusコード", "Erasmus code"),
        IdentifierScheme.Schac => Text.Same("SCHAC"),
        IdentifierScheme.Pic => Text.Same("PIC"),
        IdentifierScheme.Oid => Text.Same("OID"),
        IdentifierScheme.Eche => ("Erasmus憲章番号", "Erasmus charter (ECHE)"),
        IdentifierScheme.Isni => Text.Same("ISNI"),
        IdentifierScheme.Wikidata => Text.Same("Wikidata"),
        IdentifierScheme.Grid => Text.Same("GRID"),
        IdentifierScheme.Fundref => Text.Same("Crossref Funder ID"),
        _ => ("学内コード", "Local code"),
    };

    public static Text Of(OrganisationRelationKind kind) => kind switch
    {
        OrganisationRelationKind.Parent => ("上位機関", "Parent"),
        OrganisationRelationKind.Child => ("下位機関", "Child"),
        OrganisationRelationKind.Related => ("関連機関", "Related"),
        OrganisationRelationKind.Predecessor => ("前身", "Predecessor"),
        _ => ("後継", "Successor"),
    };
}
