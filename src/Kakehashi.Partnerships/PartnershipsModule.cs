using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Cases.Pages;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Ewp.Pages;
using Kakehashi.Partnerships.Agreements.Pages;
using Kakehashi.Partnerships.Bases;
using Kakehashi.Partnerships.Duplicates;
using Kakehashi.Partnerships.Duplicates.Pages;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Reconciling.Pages;
using Kakehashi.Partnerships.Regions;
using Kakehashi.Platform;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Partnerships;

/// <summary>P1: partners and what has been agreed with them.</summary>
public static class PartnershipsModule
{
    public static Module Module { get; } = new("partnerships", ("連携", "Partnerships"),
        [
        RecordType<Organisation>.Of<OrganisationRecord>(), RecordType<Agreement>.Of<AgreementRecord>(), RecordType<AgreementProcedure>.Of<AgreementProcedureRecord>(), RecordType<AgreementReviewer>.Of<AgreementReviewerRecord>(),
        RecordType<OverseasBase>.Of<OverseasBaseRecord>(), RecordType<AreaPlan>.Of<AreaPlanRecord>(), RecordType<AreaKnowledge>.Of<AreaKnowledgeRecord>(),
        RecordType<RegistryDecision>.Of<RegistryDecisionRecord>(), RecordType<OrganisationPair>.Of<OrganisationPairRecord>(),
    ])
    {
        Sections =
        [
            RecordSection.Of<Organisation, RegistrySection>(), RecordSection.Of<RegistryDecision, DecisionSection>(), RecordSection.Of<Organisation, ScreeningSection>(), RecordSection.Of<Agreement, ScreeningSection>(),
            RecordSection.Of<Agreement, ProcedureSection>(), RecordSection.Of<Agreement, EwpSection>(), RecordSection.Of<OrganisationPair, PairSection>(),
        ],
        OnLists = [
            ListLink.Of<Agreement>(new(("進行状況", "On their way"), "procedures", "list-check")),
            ListLink.Of<Agreement>(new(("集計と調査", "Reports"), "agreement-reports", "chart")),
            ListLink.Of<Agreement>(new(("EWPから取り込む", "Import from EWP"), "ewp", "file-import") { For = WritingRights.Any }),
            ListLink.Of<Organisation>(new(("RORと照合する", "Reconcile with ROR"), "registry", "link") { For = actor => actor.May(Right.WriteShared) }),
            ListLink.Of<Organisation>(new(("重複を探す", "Find duplicates"), DuplicateAddress.List, "git-merge") { For = actor => actor.May(Right.WriteShared) })],
        OnForms = [FormAid.Of<Organisation, RegistryAid>(["name", "country", "city", "website", "names"], RegistryAid.FindAsync)],
    };

    /// <summary>Whom the lists of concern are asked for.</summary>
    public static IReadOnlyList<ScreenedType> Screened { get; } = [ScreenedType.Of<Organisation>(ScreenedPartners.Of), ScreenedType.Of<Agreement>(ScreenedPartners.Of)];
}
