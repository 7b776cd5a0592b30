using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Cases.Pages;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.Platform;
using Kakehashi.Records;

namespace Kakehashi.ExportControl;

/// <summary>T3.5: security export control. Who has no right to it sees nothing of it.</summary>
public static class ExportControlModule
{
    public static Module Module { get; } = new("export-control", ("安全保障輸出管理", "Export control"),
        [RecordType<ScreeningCase>.Of<ScreeningCaseRecord>(), RecordType<ScreeningRun>.Of<ScreeningRunRecord>(), RecordType<ItemClassification>.Of<ItemClassificationRecord>()])
    {
        Sections = [RecordSection.Of<ScreeningCase, CaseSection>()],
    };
}
