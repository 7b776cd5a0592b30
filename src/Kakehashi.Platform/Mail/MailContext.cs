using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

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
        configurationBuilder.Properties<LetterState>().HaveConversion<ChoiceConverter<LetterState>>();
        configurationBuilder.Properties<Language>().HaveConversion<ChoiceConverter<Language>>();
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
}
