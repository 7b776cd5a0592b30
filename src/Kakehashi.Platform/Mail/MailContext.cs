using Kakehashi.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kakehashi.Platform.Mail;

/// <summary>
/// The letters: those that wait and the log of those that went out. In a store of their own, so that no import keeps a
/// letter waiting.
/// </summary>
public sealed class MailContext(DbContextOptions<MailContext> options) : DbContext(options)
{
    /// <summary>The name of the store.</summary>
    public const string Store = "mail";

    public DbSet<QueuedLetter> Letters => Set<QueuedLetter>();

    public DbSet<QueuedEnclosure> Enclosures => Set<QueuedEnclosure>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        configurationBuilder.Properties<LetterState>().HaveConversion<CodeOf<LetterState>>();
        configurationBuilder.Properties<Language>().HaveConversion<CodeOf<Language>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<QueuedLetter>(letter =>
        {
            letter.ToTable("letter");
            letter.HasIndex(one => one.Key).IsUnique();
            letter.HasIndex(one => new { one.State, one.DueAt });
            letter.HasIndex(one => one.QueuedAt);
        });
        modelBuilder.Entity<QueuedEnclosure>(file =>
        {
            file.ToTable("letter_enclosure");
            file.HasOne<QueuedLetter>().WithOne().HasForeignKey<QueuedEnclosure>(one => one.Id).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

    private sealed class CodeOf<T>() : ValueConverter<T, string>(value => CodeNames.Of(value), text => Enum.GetValues<T>().First(value => CodeNames.Of(value) == text))
        where T : struct, Enum;
}
