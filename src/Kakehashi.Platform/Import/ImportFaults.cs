using System.Data.Common;
using System.Text.RegularExpressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Store;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Import;

/// <summary>What can end an import without anybody being at fault; nothing is written then.</summary>
internal static class ImportFaults
{
    private const string UniqueViolation = "23505";
    private const int Busy = 5;
    private const int Full = 13;

    /// <summary>The answer to a person, or null for a bug.</summary>
    public static Refusal? Of(Exception fault) => fault switch
    {
        SourceFault source => source.Refusal,
        NotAllowedException denied => denied.Refusal,
        ConflictException conflict => Changed($"レコード #{conflict.Record} ", $"record #{conflict.Record}"),
        DuplicateKeyException taken => taken.Refusal,
        KeptByLawException kept => kept.Refusal,
        RegexMatchTimeoutException slow => new("import.slow-pattern", (
            $"取込設定の正規表現「{slow.Pattern}」の照合に時間がかかりすぎます。何も書き込んでいません。もっと簡単な形にしてください。",
            $"The profile's pattern “{slow.Pattern}” takes too long to match. Nothing was written. Write it more simply.")),
        DbException { SqlState: UniqueViolation } => Changed("同じレコード", "the same record"),
        SqliteException { SqliteErrorCode: Busy } => new("import.busy", (
            "ほかの取り込みがまだ終わっていません。何も書き込んでいません。終わってからもう一度取り込んでください。",
            "Another import is still under way. Nothing was written. Import again when it has ended.")),
        SqliteException { SqliteErrorCode: Full } => new("import.disk-full", (
            "ディスクの空きが足りません。何も書き込んでいません。空きを作ってからもう一度取り込んでください。",
            "The disk is full. Nothing was written. Make room and import again.")),
        _ => null,
    };

    private static Refusal Changed(string ja, string en) => new("import.changed-meanwhile", (
        $"取り込みの間に、ほかの人が{ja}を変更しました。何も書き込んでいません。もう一度取り込んでください。",
        $"Somebody changed {en} during the import. Nothing was written. Import again."));
}
