using Kakehashi.Education.Mobility;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Cases.Pages;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.Education;

/// <summary>T1: studying here and abroad.</summary>
public static class EducationModule
{
    public static Module Module { get; } = new("education", ("教育・留学", "Education"), [RecordType<MobilityPeriod>.Of<MobilityPeriodRecord>()])
    {
        Sections = [RecordSection.Of<MobilityPeriod, ScreeningSection>()],
    };

    /// <summary>Whom the lists of concern are asked for.</summary>
    public static IReadOnlyList<ScreenedType> Screened { get; } = [ScreenedType.Of<MobilityPeriod>(ScreenedStays.Of)];
}
