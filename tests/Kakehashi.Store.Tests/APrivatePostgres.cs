using Kakehashi.TestServers;
using Npgsql;

namespace Kakehashi.Store.Tests;

[Trait("Needs", "server")]
public sealed class APrivatePostgres(PostgresServer server)
{
    [Fact]
    public async Task Makes_trigrams_of_Japanese_words()
    {
        await using var connection = await Open(await server.CreateDatabase());
        await Run(connection, "CREATE EXTENSION pg_trgm");
        Assert.Equal(5, await Read(connection, "SELECT cardinality(show_trgm('研究課題'))"));
    }

    [Fact]
    public async Task Sorts_hiragana_and_katakana_together()
    {
        await using var connection = await Open(await server.CreateDatabase());
        Assert.Equal("あ,ア,い,イ", await Read(connection, "SELECT string_agg(w, ',' ORDER BY w) FROM unnest(ARRAY['イ','い','ア','あ']) w"));
    }

    [Fact]
    public async Task Gives_every_class_a_database_of_its_own()
    {
        await using var one = await Open(await server.CreateDatabase());
        await using var other = await Open(await server.CreateDatabase());
        await Run(one, "CREATE TABLE agreement (id int)");
        Assert.Equal(0L, await Read(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'agreement'"));
    }

    [Fact]
    public async Task Is_gone_with_its_folder_once_it_is_let_go()
    {
        string folder, database;
        await using (var own = new PostgresServer())
        {
            database = await own.CreateDatabase();
            await using var connection = await Open(database);
            folder = Assert.IsType<string>(await Read(connection, "SHOW data_directory"));
            Assert.True(Directory.Exists(Path.GetDirectoryName(folder)));
        }
        Assert.False(Directory.Exists(Path.GetDirectoryName(folder)));
        NpgsqlConnection.ClearAllPools();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Open(database));
    }

    private static async Task<NpgsqlConnection> Open(string database)
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> Read(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
