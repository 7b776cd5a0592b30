using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Store;

/// <summary>SQLite's own check of a file: pages, indexes and the search index.</summary>
internal static class SqliteIntegrity
{
    /// <summary>What is wrong, in SQLite's words; nothing where all is well.</summary>
    /// <exception cref="SqliteException">It is no database at all.</exception>
    public static IReadOnlyList<string> Faults(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var reader = command.ExecuteReader();
        var faults = new List<string>();
        while (reader.Read())
            if (reader.GetString(0) is var line && line != "ok") faults.Add(line);
        return faults;
    }
}
