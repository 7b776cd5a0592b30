using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kakehashi.Platform.Store;

/// <summary>
/// The tables of all record types and of the engine, for queries and migrations. Nothing is written through it: see
/// <see cref="ChangeSession"/>.
/// </summary>
public sealed class RecordsContext(DbContextOptions<RecordsContext> options, RecordTypes types) : DbContext(options)
{
    /// <summary>What the tables follow from.</summary>
    internal RecordTypes Types => types;

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<RecordKey> Keys => Set<RecordKey>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<KeptDocument> Documents => Set<KeptDocument>();

    public DbSet<RecordLink> Links => Set<RecordLink>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var type in types.All) Map(modelBuilder.Entity(type.Entity), type);
        MapEngine(modelBuilder);
        StoreFunctions.Map(modelBuilder, Database.IsSqlite());
        OwnSql.Map(modelBuilder, Database.IsSqlite());
        // by bytes, as in SQLite: so that the index finds what begins with some letters
        if (Database.IsNpgsql()) modelBuilder.Entity<RecordKey>().Property(key => key.Key).UseCollation("C");
    }

    private static void Map(EntityTypeBuilder entity, RecordType type)
    {
        var table = new RecordTable(type);
        entity.ToTable(table.Name);
        entity.Ignore(nameof(Record.Number));
        entity.HasKey("Id");
        entity.Property("Id").HasColumnName("id").ValueGeneratedNever()
            .HasConversion((ValueConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(type.Entity))!);
        entity.Property(nameof(Record.Version)).HasColumnName("version");
        entity.Property(nameof(Record.IsWithdrawn)).HasColumnName("is_withdrawn");
        entity.Ignore(nameof(Record.IsMasked));
        entity.Ignore(nameof(Record.Own));
        entity.Property<string?>(nameof(Record.OwnText)).HasColumnName(RecordTable.Own).UsePropertyAccessMode(PropertyAccessMode.Property);
        foreach (var (field, columns) in table.Fields) field.Accept(new Mapping(entity, columns));
        foreach (var index in table.Indexes)
            entity.HasIndex([index.Field.Name, .. index.Behind.Select(field => field.Name)], index.Name).HasFilter(index.Filter);
        entity.HasIndex(["Id"], RecordIndex.NameOfWithdrawn(type)).HasFilter(ListedRecords.Withdrawn);
    }

    private static void MapEngine(ModelBuilder model)
    {
        model.Entity<ChangeSet>(set =>
        {
            set.ToTable("change_set");
            set.Property(s => s.Id).HasColumnName("id").ValueGeneratedNever();
            set.Property(s => s.Position).HasColumnName("position");
            set.Property(s => s.At).HasColumnName("at").HasConversion(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
            set.Property(s => s.Actor).HasColumnName("actor");
            set.Property(s => s.Origin).HasColumnName("origin");
            set.Property(s => s.Batch).HasColumnName("batch");
            set.Property(s => s.Count).HasColumnName("count");
            set.Property(s => s.Digest).HasColumnName("digest");
            set.Property(s => s.Hash).HasColumnName("hash");
            set.HasIndex(s => s.Position).IsUnique();
            set.HasIndex(s => s.Batch);
        });
        model.Entity<Change>(change =>
        {
            change.ToTable("change");
            change.HasKey(c => new { c.ChangeSet, c.Ordinal });
            change.Property(c => c.ChangeSet).HasColumnName("change_set");
            change.Property(c => c.Ordinal).HasColumnName("ordinal");
            change.Property(c => c.Record).HasColumnName("record");
            change.Property(c => c.Type).HasColumnName("type");
            change.Property(c => c.Version).HasColumnName("version");
            change.Property(c => c.Kind).HasColumnName("kind");
            change.Property(c => c.Row).HasColumnName("row");
            change.Property(c => c.Values).HasColumnName("values");
            change.Property(c => c.Hash).HasColumnName("hash");
            change.Property(c => c.RedactedBy).HasColumnName("redacted_by");
            // the history of a record, page by page
            change.HasIndex(c => new { c.Record, c.Version });
            // of very many changes the few that erased personal data
            change.HasIndex(c => c.ChangeSet, "IX_change_erased").HasFilter($"kind = '{ChangeKinds.Erased}'");
        });
        model.Entity<RecordKey>(key =>
        {
            key.ToTable("record_key");
            key.HasKey(k => new { k.Type, k.Key });
            key.Property(k => k.Type).HasColumnName("type");
            key.Property(k => k.Key).HasColumnName("key");
            key.Property(k => k.Record).HasColumnName("record");
        });
        model.Entity<RecordLink>(link =>
        {
            link.ToTable("record_link");
            link.HasKey(l => new { l.Target, l.Record, l.Field });
            link.Property(l => l.Record).HasColumnName("record");
            link.Property(l => l.Field).HasColumnName("field");
            link.Property(l => l.Target).HasColumnName("target");
            link.HasIndex(l => l.Record);
        });
        model.Entity<ImportBatch>(batch =>
        {
            batch.ToTable("import_batch");
            batch.Property(b => b.Id).HasColumnName("id").ValueGeneratedNever();
            batch.Property(b => b.At).HasColumnName("at").HasConversion(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
            batch.Property(b => b.Actor).HasColumnName("actor");
            batch.Property(b => b.Profile).HasColumnName("profile");
            batch.Property(b => b.Files).HasColumnName("files");
            batch.Property(b => b.State).HasColumnName("state").HasConversion(new ChoiceConverter<ImportState>());
            batch.Property(b => b.Rows).HasColumnName("rows");
            batch.Property(b => b.Created).HasColumnName("created");
            batch.Property(b => b.Updated).HasColumnName("updated");
            batch.Property(b => b.Unchanged).HasColumnName("unchanged");
            batch.Property(b => b.Rejected).HasColumnName("rejected");
            batch.Property(b => b.Warnings).HasColumnName("warnings");
            batch.Property(b => b.ChangeSet).HasColumnName("change_set");
            batch.Property(b => b.UndoneBy).HasColumnName("undone_by");
        });
        model.Entity<KeptDocument>(document =>
        {
            document.ToTable("document");
            document.HasKey(d => d.Hash);
            document.Property(d => d.Hash).HasColumnName("hash");
            document.Property(d => d.Media).HasColumnName("media");
            document.Property(d => d.Size).HasColumnName("size");
            document.Property(d => d.Content).HasColumnName("content");
        });
        model.Entity<Sequence>(sequence =>
        {
            sequence.ToTable("sequence");
            sequence.HasKey(s => s.Name);
            sequence.Property(s => s.Name).HasColumnName("name");
            sequence.Property(s => s.Next).HasColumnName("next");
            sequence.HasData(new Sequence { Name = Numbers.Records, Next = 1 });
        });
    }

    /// <summary>Facet: tells EF about a field's columns.</summary>
    private sealed class Mapping(EntityTypeBuilder entity, IReadOnlyList<Column> columns) : IFieldKinds<bool>
    {
        public bool Line(LineField field) => Plain(field);

        public bool Note(NoteField field) => Plain(field);

        public bool Bilingual(BilingualField field)
        {
            entity.ComplexProperty(typeof(Bilingual), field.Name, sides =>
            {
                sides.Property<string?>(nameof(Kernel.Bilingual.Ja)).HasColumnName(columns[0].Name).HasMaxLength(field.MaxLength);
                sides.Property<string?>(nameof(Kernel.Bilingual.En)).HasColumnName(columns[1].Name).HasMaxLength(field.MaxLength);
            });
            return true;
        }

        public bool Number(NumberField field) => Plain(field);

        public bool Amount(AmountField field) => Converted(field, new AmountConverter());

        public bool Day(DayField field) => Plain(field);

        public bool Flag(FlagField field) => Plain(field);

        public bool Choice(ChoiceField field) => Converted(field, Make(typeof(ChoiceConverter<>), Nullable.GetUnderlyingType(field.Type) ?? field.Type));

        public bool Code(CodeField field) => Plain(field);

        public bool Link(LinkField field) => Converted(field, Make(typeof(IdConverter<>), field.Target));

        public bool Place(PlaceField field) => Converted(field, new PlaceConverter());

        public bool Parts(PartsField field)
        {
            var converter = (ValueConverter)Activator.CreateInstance(typeof(PartsConverter<>).MakeGenericType(field.Part.Type), field)!;
            var comparer = (ValueComparer)Activator.CreateInstance(typeof(PartsComparer<>).MakeGenericType(field.Part.Type))!;
            Property(field).HasConversion(converter, comparer).IsRequired();
            return true;
        }

        private bool Plain(Field field)
        {
            Property(field);
            return true;
        }

        private bool Converted(Field field, ValueConverter converter)
        {
            Property(field).HasConversion(converter);
            return true;
        }

        private PropertyBuilder Property(Field field)
        {
            var always = field.Type.IsValueType && Nullable.GetUnderlyingType(field.Type) is null;
            var property = entity.Property(field.Type, field.Name).HasColumnName(columns[0].Name).IsRequired(always || columns[0].IsRequired);
            if (columns[0].MaxLength is { } max) property.HasMaxLength(max);
            return property;
        }

        private static ValueConverter Make(Type generic, Type argument) =>
            (ValueConverter)Activator.CreateInstance(generic.MakeGenericType(argument))!;
    }
}
