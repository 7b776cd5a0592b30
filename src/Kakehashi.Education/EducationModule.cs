using Kakehashi.Education.Mobility;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.Education;

/// <summary>T1: studying here and abroad.</summary>
public static class EducationModule
{
    public static Module Module { get; } = new("education", ("教育・留学", "Education"), [RecordType<MobilityPeriod>.Of<MobilityPeriodRecord>()]);
}
