using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

public abstract class Migrations(Store store) : Specification(store)
{
    [Fact]
    public async Task Have_followed_every_change_of_a_definition()
    {
        await using var context = Database.Read();
        Assert.False(context.Database.HasPendingModelChanges(), "add a migration to both migration projects");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Give_each_table_the_columns_of_its_definition()
    {
        await using var context = Database.Read();
        foreach (var type in Product.Types.All)
        {
            var table = Database[type];
            var found = await context.Database.SqlQueryRaw<string>(ColumnsOf(table.Name)).ToListAsync(Cancel);
            Assert.Equal(table.Columns.Select(Described).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    protected abstract string ColumnsOf(string table);

    protected abstract string Described(Column column);
}

public sealed class MigrationsOfSqlite() : Migrations(new SqliteStore { FromNothing = true })
{
    protected override string ColumnsOf(string table) =>
        $"SELECT name || ' ' || type || CASE WHEN \"notnull\" THEN ' NOT NULL' ELSE '' END AS Value FROM pragma_table_info('{table}')";

    protected override string Described(Column column) => column.Sqlite;
}

[Trait("Needs", "server")]
public sealed class MigrationsOfPostgres(PostgresServer server) : Migrations(new PostgresStore(server) { FromNothing = true })
{
    protected override string ColumnsOf(string table) => $"""
        SELECT column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END AS "Value"
        FROM information_schema.columns WHERE table_name = '{table}'
        """;

    protected override string Described(Column column) => column.Postgres;
}
