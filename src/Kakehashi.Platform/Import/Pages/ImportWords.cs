using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;

namespace Kakehashi.Platform.Import.Pages;

/// <summary>The words for how far an import is.</summary>
internal static class ImportWords
{
    /// <summary>What is said while another import keeps one from going on.</summary>
    public static Text Waiting { get; } = ("ほかの取込が終わるのを待っています", "Waiting for another import to end");

    /// <summary>What is to be done about it: nothing.</summary>
    public static Text GoesOn { get; } = ("終わりしだい自動で続けます。このページを閉じても構いません。", "This one goes on by itself when the other has ended. You may close this page.");

    public static (Text Label, Tone Tone, string Icon) Of(ImportState state) => state switch
    {
        ImportState.Uploaded => (("受付済み", "Received"), Tone.Neutral, "inbox"),
        ImportState.Checked => (("確認済み・未取込", "Checked, not imported"), Tone.Info, "list-check"),
        ImportState.Committed => (("取込済み", "Imported"), Tone.Good, "circle-check"),
        ImportState.Undone => (("取消済み", "Undone"), Tone.Warning, "history"),
        _ => (("取込不可", "Refused"), Tone.Bad, "alert-circle"),
    };
}
