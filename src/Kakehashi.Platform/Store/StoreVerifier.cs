using Kakehashi.Kernel;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Store;

/// <summary>The store's own check of itself.</summary>
public static class StoreVerifier
{
    /// <summary>What is wrong with the file; nothing where all is well, nor where PostgreSQL looks after itself.</summary>
    public static IReadOnlyList<Refusal> Verify(this Database database)
    {
        if (database is not SqliteDatabase sqlite) return [];
        try
        {
            return [.. SqliteIntegrity.Faults(sqlite.File).Select(Fault)];
        }
        catch (SqliteException error)
        {
            return [Fault(error.Message)];
        }
    }

    private static Refusal Fault(string words) => new("verify.file", (
        $"データベースのファイルが壊れています({words})。バックアップから復元してください。",
        $"The database file is damaged ({words}). Restore a backup."));
}
