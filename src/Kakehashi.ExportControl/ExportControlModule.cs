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
        RecordType<ItemClassification>.Of<ItemClassificationRecord>(), RecordType<ExportReview>.Of<ExportReviewRecord>(), RecordType<ExportLicence>.Of<ExportLicenceRecord>(),
    ])
    {
        Sections = [RecordSection.Of<ExportReview, ReviewSection>()],
    };
}
