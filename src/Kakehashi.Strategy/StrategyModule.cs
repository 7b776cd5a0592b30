using Kakehashi.Platform;
using Kakehashi.Records;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Figures;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Strategy.Reporting;
using Kakehashi.Strategy.Targets;

namespace Kakehashi.Strategy;

/// <summary>P1.3: monitoring and assessment.</summary>
public static class StrategyModule
{
    public static Module Module { get; } = new("strategy", ("点検・評価", "Monitoring and assessment"),
    [
        RecordType<Coverage>.Of<CoverageRecord>(), RecordType<Target>.Of<TargetRecord>(), RecordType<ManualFigure>.Of<ManualFigureRecord>(),
        RecordType<ReferenceValue>.Of<ReferenceValueRecord>(), RecordType<IndicatorNote>.Of<IndicatorNoteRecord>(), RecordType<PeriodClose>.Of<PeriodCloseRecord>(), RecordType<Publication>.Of<PublicationRecord>(),
    ]);
}
