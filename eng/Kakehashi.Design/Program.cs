using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

Console.WriteLine("The start-up project of dotnet ef; see eng/migrate.");

namespace Kakehashi.Design
{
    /// <summary>Makes the context of the records, of either store, for <c>dotnet ef</c>, which never connects.</summary>
    internal sealed class RecordsFactory : IDesignTimeDbContextFactory<RecordsContext>
    {
        public RecordsContext CreateDbContext(string[] args) => new(Stores.Options<RecordsContext>(args), Composition.Types);
    }

    /// <summary>Makes the context of the accounts.</summary>
    internal sealed class AccountsFactory : IDesignTimeDbContextFactory<AccountsContext>
    {
        public AccountsContext CreateDbContext(string[] args)
        {
            // the tables follow from the version that the options of Identity name
            var services = new ServiceCollection().Configure<IdentityOptions>(SigningIn.Rules).BuildServiceProvider();
            return new(new DbContextOptionsBuilder<AccountsContext>(Stores.Options<AccountsContext>(args)).UseApplicationServiceProvider(services).Options);
        }
    }

    /// <summary>Makes the context of the letters.</summary>
    internal sealed class MailFactory : IDesignTimeDbContextFactory<MailContext>
    {
        public MailContext CreateDbContext(string[] args) => new(Stores.Options<MailContext>(args));
    }

    internal static class Stores
    {
        public static DbContextOptions<T> Options<T>(string[] args)
            where T : DbContext
        {
            var options = new DbContextOptionsBuilder<T>();
            if (args.Contains("Postgres")) options.UseNpgsql("Host=127.0.0.1", npgsql => npgsql.MigrationsAssembly(PostgresDatabase.MigrationsAssembly));
            else options.UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsAssembly(SqliteDatabase.MigrationsAssembly));
            return options.Options;
        }
    }
}
