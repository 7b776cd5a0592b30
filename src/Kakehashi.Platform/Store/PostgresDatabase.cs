using System.Data.Common;
using Kakehashi.Platform.Search;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Kakehashi.Platform.Store;

/// <summary>A PostgreSQL database, for several web nodes.</summary>
public sealed class PostgresDatabase(string connectionString, RecordTypes types) : Database(types), IDisposable
{
    public const string MigrationsAssembly = "Kakehashi.Migrations.Postgres";

    /// <summary>The advisory lock of the change chain; any number that nothing else uses.</summary>
    private const long ChainLock = 0x6B616B65_68617368;

    private const long ImportLock = ChainLock + 1;

    private const long MigrationLock = ChainLock + 2;

    private const long TurnLock = ChainLock + 3;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        // the detail of an error names the key that is taken
        new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = true });

    internal override SearchIndex Search { get; } = new PostgresSearchIndex();

    /// <summary>Where it is, as PostgreSQL's own programs are told; never the password.</summary>
    internal string Address
    {
        get
        {
            var at = new NpgsqlConnectionStringBuilder(connectionString);
            var named = new[] { ("host", at.Host), ("port", at.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("username", at.Username) }
                .Where(option => !string.IsNullOrEmpty(option.Item2)).Select(option => $"--{option.Item1}={option.Item2}");
            return $"{string.Join(' ', named)} --dbname={at.Database ?? at.Username}";
        }
    }

    public void Dispose() => source.Dispose();

    /// <inheritdoc/>
    public override async Task MigrateAsync(CancellationToken cancel)
    {
        await using var connection = await OpenOrMake(cancel);
        if (await Ask(connection, "SHOW server_encoding", cancel) is string encoding and not "UTF8") throw DataFault.OfEncoding(connection.Database, encoding);
        await InTurn(connection, () => base.MigrateAsync(cancel), cancel);
    }

    /// <inheritdoc/>
    public override void Beside(DbContextOptionsBuilder builder, string name) =>
        builder.UseNpgsql(source, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly).MigrationsHistoryTable($"__{name}_migrations"));

    /// <inheritdoc/>
    public override async Task MigrateBesideAsync(string name, Func<DbContext> open, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var context = open();
        await InTurn(connection, () => context.Database.MigrateAsync(cancel), cancel);
    }

    /// <inheritdoc/>
    public override Task TakeTurnAsync(DbContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TurnLock})", cancel);
    }

    /// <summary>Two nodes that start at once would both make the tables.</summary>
    private static async Task InTurn(NpgsqlConnection connection, Func<Task> migrate, CancellationToken cancel)
    {
        await Ask(connection, $"SELECT pg_advisory_lock({MigrationLock})", cancel);
        try
        {
            await migrate();
        }
        finally
        {
            await Ask(connection, $"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private async Task<NpgsqlConnection> OpenOrMake(CancellationToken cancel)
    {
        try
        {
            return await source.OpenConnectionAsync(cancel);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var context = Read();
            await context.GetService<IRelationalDatabaseCreator>().CreateAsync(cancel);
            return await source.OpenConnectionAsync(cancel);
        }
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel);
    }

    internal override DbConnection Open() => source.OpenConnection();

    internal override DbTransaction Begin(DbConnection connection) => connection.BeginTransaction();

    /// <summary>Writers do not wait for each other.</summary>
    internal override DbTransaction Begin(DbConnection connection, Turn turn) => Begin(connection);

    internal override void LockChain(DbConnection connection, DbTransaction transaction) => Lock(connection, transaction, ChainLock);

    internal override void HoldRow(DbConnection connection, DbTransaction transaction, string table, long id)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"SELECT 1 FROM \"{table}\" WHERE id = @id FOR SHARE");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@id", id);
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }

    internal override void LockImports(DbConnection connection, DbTransaction transaction, Turn turn)
    {
        using (var command = connection.CreateCommand())
        {
            (command.Transaction, command.CommandText) = (transaction, $"SELECT pg_try_advisory_xact_lock({ImportLock})");
            if (command.ExecuteScalar() is true) return;
        }

        turn.Waits?.Invoke();
        Lock(connection, transaction, ImportLock, turn.Cancel);
    }

    private static void Lock(DbConnection connection, DbTransaction transaction, long number, CancellationToken cancel = default)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // an import that goes first may take long
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT pg_advisory_xact_lock({number})";
        using var ending = cancel.Register(command.Cancel);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException ended) when (ended.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw new OperationCanceledException(ended.Message, ended, cancel);
        }
    }

    /// <summary>On a connection of its own: the sequence's row must not stay locked until the end of a long import.</summary>
    internal override long TakeNumbers(DbConnection connection, DbTransaction transaction, long count)
    {
        using var own = Open();
        return Numbers.TakeBlock(own, null, count);
    }

    internal override RowSinks Insert(DbConnection connection) => new PostgresRowSinks((NpgsqlConnection)connection);

    /// <summary>The detail reads "Key (type, key)=(agreement, A-1) already exists.", in the language of the server.</summary>
    internal override (string Type, string Key)? TakenKey(DbException error)
    {
        if (error is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "record_key", Detail: { } detail }) return null;
        var from = detail.IndexOf("=(", StringComparison.Ordinal) + 2;
        var comma = detail.IndexOf(", ", from, StringComparison.Ordinal);
        var to = detail.LastIndexOf(')');
        return from < 2 || comma < 0 || to <= comma ? null : (detail[from..comma], detail[(comma + 2)..to]);
    }

    /// <summary>Never: readers of other nodes would wait for the lock until the import ends.</summary>
    internal override Action? DeferIndexes(DbConnection connection, DbTransaction transaction, RecordTable table) => null;

    protected override void Configure(DbContextOptionsBuilder builder, DbConnection? connection)
    {
        if (connection is null) builder.UseNpgsql(source, Settings);
        else builder.UseNpgsql(connection, Settings);
    }

    private static void Settings(NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}
