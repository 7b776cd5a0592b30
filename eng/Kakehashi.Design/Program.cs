using Kakehashi.Platform.Store;
using Kakehashi.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("The start-up project of dotnet ef; see eng/migrate.");

namespace Kakehashi.Design
{
    /// <summary>Makes a context of either store for <c>dotnet ef</c>, which never connects.</summary>
    internal sealed class ContextFactory : IDesignTimeDbContextFactory<RecordsContext>
    {
        public RecordsContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<RecordsContext>();
            if (args.Contains("Postgres")) options.UseNpgsql("Host=127.0.0.1", npgsql => npgsql.MigrationsAssembly(PostgresDatabase.MigrationsAssembly));
            else options.UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(SqliteDatabase.MigrationsAssembly));
            return new(options.Options, Composition.Types);
        }
    }
}
