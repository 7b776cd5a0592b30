using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Access.People;

/// <summary>
/// Who may sign in, with their roles, sessions and tokens. They are no records: they have no history to verify, are in no
/// export, and lie in a store of their own, so that nobody waits for an import to sign in.
/// </summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Account>(options)
{
    /// <summary>The name of the store.</summary>
    public const string Store = "accounts";

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<AccessToken> Tokens => Set<AccessToken>();

    public DbSet<Look> Looks => Set<Look>();

    /// <summary>Somebody is here now.</summary>
    internal Task SeeAsync(string account, DateTimeOffset now, CancellationToken cancel = default) =>
        Users.Where(one => one.Id == account).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // written past the account, by each session and token: whoever changes the account meanwhile must not put it back
        builder.Entity<Account>().Property(one => one.SeenAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Entity<Account>().ToTable("account").Property(one => one.Language).HasConversion(language => language.Code(), text => Languages.Read(text) ?? Language.Ja).HasDefaultValue(Language.Ja);
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_token");
        builder.Entity<IdentityUserPasskey<string>>().ToTable("account_passkey");
        var grant = builder.Entity<Grant>().ToTable("account_grant");
        grant.Property(one => one.Role).HasConversion(role => CodeNames.Of(role), text => Enum.GetValues<Role>().First(role => CodeNames.Of(role) == text));
        Owned(grant, one => one.Account);
        Owned(builder.Entity<Session>().ToTable("account_session"), one => one.Account);
        Owned(builder.Entity<OneTimeLink>().ToTable("account_link"), one => one.Account!);
        Owned(builder.Entity<AccessToken>().ToTable("account_access_token"), one => one.Account);
        var look = builder.Entity<Look>().ToTable("personal_look");
        look.HasIndex(one => one.Record);
    }

    /// <summary>Goes with its account.</summary>
    private static void Owned<T>(EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> account)
        where T : class =>
        entity.HasOne<Account>().WithMany().HasForeignKey(account).OnDelete(DeleteBehavior.Cascade);
}
