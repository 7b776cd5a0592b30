using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform.Import.Pages;

/// <summary>The words for how far an import is.</summary>
internal static class ImportWords
{
    public static (Text Label, Tone Tone, string Icon) Of(ImportState state) => state switch
    {
        ImportState.Uploaded => (("受付済み", "Received"), Tone.Neutral, "inbox"),
        ImportState.Checked => (("確認済み・未取込", "Checked, not imported"), Tone.Info, "list-check"),
        ImportState.Committed => (("取込済み", "Imported"), Tone.Good, "circle-check"),
        ImportState.Undone => (("取消済み", "Undone"), Tone.Warning, "history"),
        _ => (("取込不可", "Refused"), Tone.Bad, "alert-circle"),
    };
}
