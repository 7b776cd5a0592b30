using System.Diagnostics;
using Kakehashi.TestServers;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Kakehashi.Bench;

/// <summary>The indexes of trigrams that databases bring: what else would find names that are near.</summary>
internal static class TrigramSearch
{
    private const int Ten = 10;

    /// <summary>pg_trgm with a GIN index, by its operator of likeness with its own limit of 0.3; null, saying why, where it is not there.</summary>
    internal static async Task<SearchFigures?> OfPostgresAsync(string[] keys, IReadOnlyList<AskedName> queries)
    {
        if (PostgresServer.Missing is { } missing)
        {
            Console.WriteLine($"pg_trgm: not measured: {missing}");
            return null;
        }

        await using var server = new PostgresServer();
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabase());
        if ((long)await ValueAsync(source, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'") == 0)
        {
            Console.WriteLine("pg_trgm: not measured: the extension does not come with this PostgreSQL");
            return null;
        }

        var build = await FillAsync(source, keys);
        var bytes = (long)await ValueAsync(source, "SELECT pg_total_relation_size('names')");
        return await SearchFigures.MeasureAsync("pg_trgm GIN", queries, build, bytes, () => key => AnswersAsync(source, key));
    }

    /// <summary>FTS5 with its trigrams, all of the query's joined by OR, by its own rank.</summary>
    internal static async Task<SearchFigures?> OfSqliteAsync(string[] keys, IReadOnlyList<AskedName> queries)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kakehashi-bench-{Guid.NewGuid():N}.db");
        try
        {
            var build = FillFts(path, keys);
            return await SearchFigures.MeasureAsync("FTS5 trigram", queries, build, new FileInfo(path).Length, () => AnswersOfFts(path));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(path);
        }
    }

    private static async Task<TimeSpan> FillAsync(NpgsqlDataSource source, string[] keys)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, "CREATE EXTENSION pg_trgm; CREATE TABLE names (id int, key text); SET maintenance_work_mem = '1GB'");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY names FROM STDIN (FORMAT binary)"))
        {
            for (var at = 0; at < keys.Length; at++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(at, NpgsqlDbType.Integer);
                await copy.WriteAsync(keys[at], NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, "CREATE INDEX names_key ON names USING gin (key gin_trgm_ops)");
        await ExecuteAsync(connection, "VACUUM ANALYZE names");
        return watch.Elapsed;
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(NpgsqlDataSource source, string key)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SELECT key FROM names WHERE key % $1 ORDER BY similarity(key, $1) DESC, id LIMIT {Ten}", connection) { Parameters = { new() { Value = key } } };
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await reader.ReadAsync()) answers.Add(reader.GetString(0));
        return answers;
    }

    private static TimeSpan FillFts(string path, string[] keys)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE names USING fts5(key, tokenize='trigram')";
        make.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO names (rowid, key) VALUES ($id, $key)";
        var (id, text) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$key", SqliteType.Text));
        for (var at = 0; at < keys.Length; at++)
        {
            (id.Value, text.Value) = (at + 1, keys[at]);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        make.CommandText = "INSERT INTO names (names) VALUES ('optimize')";
        make.ExecuteNonQuery();
        return watch.Elapsed;
    }

    private static Func<string, Task<IReadOnlyList<string>>> AnswersOfFts(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT key FROM names WHERE names MATCH $key ORDER BY rank LIMIT {Ten}";
        var asked = command.Parameters.Add("$key", SqliteType.Text);
        return key =>
        {
            var answers = new List<string>();
            asked.Value = string.Join(" OR ", Enumerable.Range(0, Math.Max(0, key.Length - 2)).Select(at => $"\"{key.Substring(at, 3)}\"").Distinct());
            // of fewer than three letters it knows nothing
            if (key.Length < 3) return Task.FromResult<IReadOnlyList<string>>(answers);
            using var reader = command.ExecuteReader();
            while (reader.Read()) answers.Add(reader.GetString(0));
            return Task.FromResult<IReadOnlyList<string>>(answers);
        };
    }

    private static async Task<object> ValueAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
