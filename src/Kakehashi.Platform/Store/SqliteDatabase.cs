using System.Data.Common;
using Kakehashi.Platform.Search;
using Kakehashi.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kakehashi.Platform.Store;

/// <summary>One file, in write-ahead mode: readers never wait, writers take turns.</summary>
public sealed class SqliteDatabase : Database
{
    public const string MigrationsAssembly = "Kakehashi.Migrations.Sqlite";

    private readonly string connectionString;

    public SqliteDatabase(string file, RecordTypes types)
        : base(types)
    {
        File = file;
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 120, ForeignKeys = false }.ToString();
    }

    public string File { get; }

    internal override SearchIndex Search { get; } = new SqliteSearchIndex();

    internal override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // NORMAL with WAL keeps the file whole after a crash or kill; only a power cut may lose the last commits
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=120000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>BEGIN IMMEDIATE: the write lock is taken at the start, so that nothing read is overtaken.</summary>
    internal override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    internal override void LockChain(DbConnection connection, DbTransaction transaction)
    {
        // the transaction has had the write lock from its start
    }

    internal override long TakeNumbers(DbConnection connection, DbTransaction transaction, long count) =>
        Numbers.TakeBlock(connection, transaction, count);

    internal override RowSink Insert(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds) =>
        new SqliteRowSink((SqliteConnection)connection, table, columns);

    /// <summary>SQLite does not say which key: rows go in one by one, so the caller knows.</summary>
    internal override string? TakenKey(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY } && error.Message.Contains("record_key", StringComparison.Ordinal) ? "" : null;

    protected override void Configure(DbContextOptionsBuilder builder, DbConnection? connection)
    {
        if (connection is null) builder.UseSqlite(connectionString, Settings);
        else builder.UseSqlite(connection, Settings);
    }

    private static void Settings(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}
