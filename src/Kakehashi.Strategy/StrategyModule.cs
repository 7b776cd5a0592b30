using Kakehashi.Access.OrgUnits;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Records;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Figures;
using Kakehashi.Strategy.Places.Pages;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Strategy.Reporting;
using Kakehashi.Strategy.Reports;
using Kakehashi.Strategy.Scoring.Decisions;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Versions;

namespace Kakehashi.Strategy;

/// <summary>P1.3: monitoring and assessment.</summary>
public static class StrategyModule
{
    public static Module Module { get; } = new("strategy", ("点検・評価", "Monitoring and assessment"),
    [
        RecordType<Coverage>.Of<CoverageRecord>(), RecordType<Target>.Of<TargetRecord>(), RecordType<ManualFigure>.Of<ManualFigureRecord>(),
        RecordType<ReferenceValue>.Of<ReferenceValueRecord>(), RecordType<IndicatorNote>.Of<IndicatorNoteRecord>(), RecordType<PeriodClose>.Of<PeriodCloseRecord>(),
        RecordType<ActionMilestone>.Of<ActionMilestoneRecord>(), RecordType<ActionEvidence>.Of<ActionEvidenceRecord>(),
        RecordType<AssessmentRound>.Of<AssessmentRoundRecord>(), RecordType<SelfAssessment>.Of<SelfAssessmentRecord>(),
        RecordType<ReportSchedule>.Of<ReportScheduleRecord>(), RecordType<Publication>.Of<PublicationRecord>(),
        RecordType<StrategyVersion>.Of<StrategyVersionRecord>(),
        RecordType<PartnerTierDecision>.Of<PartnerTierDecisionRecord>(), RecordType<PartnershipReview>.Of<PartnershipReviewRecord>(),
    ])
    {
        Sections = [RecordSection.Of<Organisation, PartnerSection>(), RecordSection.Of<OrgUnit, UnitSection>()],
    };
}
