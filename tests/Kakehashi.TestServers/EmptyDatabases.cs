using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.TestServers;

/// <summary>
/// Databases as the program makes them on its first start, made once for a test process and copied for each test: no test
/// waits for every migration again. The tests of migrations begin with nothing.
/// </summary>
/// <param name="types">The record types of the product.</param>
public sealed class EmptyDatabases(RecordTypes types) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private DirectoryInfo? files;
    private string? onServer;

    /// <summary>A new folder with databases in which there is nothing yet.</summary>
    public string Folder(string prefix)
    {
        turn.Wait();
        try
        {
            files ??= Task.Run(MakeFiles).GetAwaiter().GetResult();
        }
        finally
        {
            turn.Release();
        }

        var folder = Directory.CreateTempSubdirectory(prefix);
        foreach (var file in files.GetFiles("*.db")) file.CopyTo(Path.Combine(folder.FullName, file.Name));
        return folder.FullName;
    }

    /// <summary>A new database on a server, in which there is nothing yet.</summary>
    public async Task<string> OnServer(PostgresServer server)
    {
        await turn.WaitAsync();
        try
        {
            onServer ??= await MakeOn(server);
        }
        finally
        {
            turn.Release();
        }

        return await server.CreateDatabase(like: onServer);
    }

    public void Dispose()
    {
        files?.Delete(recursive: true);
        turn.Dispose();
    }

    private async Task<DirectoryInfo> MakeFiles()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-empty-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        using (var database = new SqliteDatabase(Path.Combine(folder.FullName, "kakehashi.db"), types)) await Migrate(database);
        foreach (var file in folder.GetFiles("*.db")) Settle(file.FullName);
        return folder;
    }

    private async Task<string> MakeOn(PostgresServer server)
    {
        var connection = await server.CreateDatabase();
        using var database = new PostgresDatabase(connection, types);
        await Migrate(database);
        return connection;
    }

    private static async Task Migrate(Database database)
    {
        await database.MigrateAsync(CancellationToken.None);
        // the rules of accounts decide about their tables
        await using var rules = new ServiceCollection().Configure<IdentityOptions>(SigningIn.Rules).BuildServiceProvider();
        var accounts = new DbContextOptionsBuilder<AccountsContext>().UseApplicationServiceProvider(rules);
        database.Beside(accounts, AccountsContext.Store);
        await database.MigrateBesideAsync(AccountsContext.Store, () => new AccountsContext((DbContextOptions<AccountsContext>)accounts.Options), CancellationToken.None);
        var mail = new DbContextOptionsBuilder<MailContext>();
        database.Beside(mail, MailContext.Store);
        await database.MigrateBesideAsync(MailContext.Store, () => new MailContext(mail.Options), CancellationToken.None);
    }

    /// <summary>All in the file itself and nobody at it: what lies in the log beside it is not copied.</summary>
    private static void Settle(string file)
    {
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        using var pooled = new SqliteConnection($"Data Source={file}");
        SqliteConnection.ClearPool(pooled);
    }
}
