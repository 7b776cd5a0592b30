using Kakehashi.Education.Balance;
using Kakehashi.Education.Balance.Pages;
using Kakehashi.Education.Mobility;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Cases.Pages;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.Education;

/// <summary>T1: studying here and abroad.</summary>
public static class EducationModule
{
    public static Module Module { get; } = new("education", ("教育・留学", "Education"), [RecordType<MobilityPeriod>.Of<MobilityPeriodRecord>()])
    {
        Sections = [RecordSection.Of<MobilityPeriod, ScreeningSection>(), RecordSection.Of<Agreement, BalanceSection>(), RecordSection.Of<Organisation, PartnerBalanceSection>()],
    };

    /// <summary>What evaluation sheets of agreements say of students.</summary>
    public static SheetSource Sheet { get; } = BalanceLines.Source;

    /// <summary>Whom the lists of concern are asked for.</summary>
    public static IReadOnlyList<ScreenedType> Screened { get; } = [ScreenedType.Of<MobilityPeriod>(ScreenedStays.Of)];
}
