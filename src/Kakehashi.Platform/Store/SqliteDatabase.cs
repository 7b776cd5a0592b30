using System.Data.Common;
using System.Globalization;
using Kakehashi.Platform.Search;
using Kakehashi.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kakehashi.Platform.Store;

/// <summary>One file, in write-ahead mode: readers never wait, writers take turns.</summary>
public sealed class SqliteDatabase : Database, IDisposable
{
    public const string MigrationsAssembly = "Kakehashi.Migrations.Sqlite";

    private static readonly InUseAsIndexed Written = new();

    private const int CacheKilobytes = 65_536;

    /// <summary>How long a form waits for another writer.</summary>
    private const int PatienceSeconds = 120;

    private readonly string connectionString;

    // open as long as the database is in use, so that a restore can tell: pooled connections come and go
    private SqliteConnection? held;

    public SqliteDatabase(string file, RecordTypes types)
        : base(types)
    {
        (File, Crossing) = (file, new());
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = PatienceSeconds, ForeignKeys = false }.ToString();
    }

    public string File { get; }

    internal override SearchIndex Search { get; } = new SqliteSearchIndex();

    /// <inheritdoc/>
    public override async Task MigrateAsync(CancellationToken cancel)
    {
        await MigrateAsync(File, Read, cancel);
        if (held is not null) return;
        held = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await held.OpenAsync(cancel);
        await using var command = held.CreateCommand();
        // the first read takes the lock that says somebody is here
        command.CommandText = "SELECT count(*) FROM sequence";
        await command.ExecuteScalarAsync(cancel);
    }

    public void Dispose() => held?.Dispose();

    /// <inheritdoc/>
    public override void Beside(DbContextOptionsBuilder builder, string name) =>
        builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = FileOf(name), DefaultTimeout = 30 }.ToString(), Settings);

    /// <inheritdoc/>
    public override Task MigrateBesideAsync(string name, Func<DbContext> open, CancellationToken cancel) => MigrateAsync(FileOf(name), open, cancel);

    /// <summary>A transaction has its file to itself from its beginning.</summary>
    public override Task TakeTurnAsync(DbContext context, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>EF Core writes even where there is nothing to do, and would wait for an import that another program is writing: it is asked only where there is.</summary>
    private static async Task MigrateAsync(string file, Func<DbContext> open, CancellationToken cancel)
    {
        if (await IsUpToDateAsync(file, open, cancel)) return;
        using var turn = await OpeningTurn.TakeAsync(file, open, cancel);
        if (await IsUpToDateAsync(file, open, cancel)) return;
        await using var context = open();
        await context.Database.MigrateAsync(cancel);
    }

    private static async Task<bool> IsUpToDateAsync(string file, Func<DbContext> open, CancellationToken cancel)
    {
        if (!System.IO.File.Exists(file)) return false;
        await using var context = open();
        return !(await context.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    private string FileOf(string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(File))!, name + ".db");

    internal override void Overwrite(DbConnection connection, bool isOn) =>
        SQLitePCL.raw.sqlite3_exec(((SqliteConnection)connection).Handle, $"PRAGMA secure_delete={(isOn ? "ON" : "OFF")}");

    /// <summary>The write-ahead log holds pages as they were: it is emptied, unless somebody reads for longer than a moment.</summary>
    internal override void Settle()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=2000; PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }

    internal override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // threads: indexes are sorted on a second core; what does not fit into memory goes to a temporary file.
        // NORMAL with WAL keeps the file whole after a crash or kill; only a power cut may lose the last commits
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout={PatienceSeconds * 1_000}; PRAGMA threads=2;";
        command.ExecuteNonQuery();
        Cache(connection, CacheKilobytes);
        return connection;
    }

    /// <summary>BEGIN IMMEDIATE: the write lock is taken at the start, so that nothing read is overtaken.</summary>
    internal override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>In attempts of a second, since one that waits within SQLite can neither say so nor be ended.</summary>
    internal override DbTransaction Begin(DbConnection connection, Turn turn)
    {
        var sqlite = (SqliteConnection)connection;
        try
        {
            Patience(sqlite, seconds: 1);
            for (var isTold = false; ; isTold = true)
            {
                turn.Cancel.ThrowIfCancellationRequested();
                try
                {
                    return sqlite.BeginTransaction(deferred: false);
                }
                catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
                {
                    if (!isTold) turn.Waits?.Invoke();
                }
            }
        }
        finally
        {
            Patience(sqlite, PatienceSeconds);
        }
    }

    private static void Patience(SqliteConnection connection, int seconds)
    {
        connection.DefaultTimeout = seconds;
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, seconds * 1_000);
    }

    internal override void LockChain(DbConnection connection, DbTransaction transaction)
    {
        // the transaction has had the write lock from its start
    }

    internal override void HoldRow(DbConnection connection, DbTransaction transaction, string table, long id)
    {
        // and here
    }

    internal override void LockImports(DbConnection connection, DbTransaction transaction, Turn turn)
    {
        // here too the transaction has the write lock
    }

    internal override long TakeNumbers(DbConnection connection, DbTransaction transaction, long count) =>
        Numbers.TakeBlock(connection, transaction, count);

    internal override RowSinks Insert(DbConnection connection) => new SqliteRowSinks((SqliteConnection)connection);

    /// <summary>SQLite does not say which key; the row does.</summary>
    internal override (string Type, string Key)? TakenKey(DbException error) => error is SqliteRowException
    {
        SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY, Table: "record_key", Texts: [var type, var key],
    }
        ? (type, key)
        : null;

    /// <summary>
    /// Readers see the table as it was, with its indexes, until the transaction ends. Not where a search index is written
    /// along: its open readers keep the schema locked. Not where the table is large already: building anew would cost more.
    /// </summary>
    internal override Action? DeferIndexes(DbConnection connection, DbTransaction transaction, RecordTable table)
    {
        const int large = 1_000_000;
        if (table.Type.Fields.Any(field => field.IsSearched)) return null;
        if (Texts(connection, transaction, $"SELECT count(*) FROM (SELECT 1 FROM \"{table.Name}\" LIMIT {large})") is [var count] && count == $"{large}") return null;
        var indexes = Texts(connection, transaction, $"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table.Name}' AND sql IS NOT NULL");
        foreach (var name in Texts(connection, transaction, $"SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table.Name}' AND sql IS NOT NULL"))
            Texts(connection, transaction, $"DROP INDEX \"{name}\"");
        return () =>
        {
            // what is sorted goes to the second core in pieces of the size of the cache: a large one keeps all on the first
            Cache(connection, 4_096);
            try
            {
                foreach (var sql in indexes) Texts(connection, transaction, sql);
            }
            finally
            {
                Cache(connection, CacheKilobytes);
            }
        };
    }

    private static void Cache(DbConnection connection, int kilobytes) =>
        SQLitePCL.raw.sqlite3_exec(((SqliteConnection)connection).Handle, string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size=-{kilobytes}"));

    private static List<string> Texts(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    protected override void Configure(DbContextOptionsBuilder builder, DbConnection? connection)
    {
        if (connection is null) builder.UseSqlite(connectionString, Settings);
        else builder.UseSqlite(connection, Settings);
        builder.AddInterceptors(Written);
    }

    private static void Settings(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}
