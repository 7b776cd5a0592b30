using Kakehashi.Platform;
using Kakehashi.Records;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Reporting;

namespace Kakehashi.Strategy;

/// <summary>P1.3: monitoring and assessment.</summary>
public static class StrategyModule
{
    public static Module Module { get; } = new("strategy", ("点検・評価", "Monitoring and assessment"), [RecordType<Coverage>.Of<CoverageRecord>(), RecordType<PeriodClose>.Of<PeriodCloseRecord>()]);
}
