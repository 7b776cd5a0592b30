using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Cases.Pages;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Pages;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.ExportControl;

/// <summary>T3.5: security export control. Who has no right to it sees nothing of it.</summary>
public static class ExportControlModule
{
    public static Module Module { get; } = new("export-control", ("安全保障輸出管理", "Export control"),
    [
        RecordType<ScreeningCase>.Of<ScreeningCaseRecord>(), RecordType<ExportReview>.Of<ExportReviewRecord>(), RecordType<ExportLicence>.Of<ExportLicenceRecord>(),
        RecordType<ItemClassification>.Of<ItemClassificationRecord>(), RecordType<ScreeningRun>.Of<ScreeningRunRecord>(),
    ])
    {
        Sections = [RecordSection.Of<ScreeningCase, CaseSection>(), RecordSection.Of<ExportReview, ReviewSection>(), RecordSection.Of<ExportReview, ScreeningSection>()],
    };

    /// <summary>Whom the lists of concern are asked for.</summary>
    public static IReadOnlyList<ScreenedType> Screened { get; } = [ScreenedType.Of<ExportReview>(ScreenedReviews.Of)];
}
