using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Import;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Own;
using Kakehashi.Platform.Quality;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Platform;

/// <summary>
/// One university's database with all that is needed to work on it: what the web program, the command line and the
/// tests open alike.
/// </summary>
public sealed class Workspace : IDisposable
{
    private readonly Lazy<ProjectedFacts> facts;
    private readonly Lazy<CatalogueReading> indicators;
    private bool? isSynthetic;

    private Workspace(string data, string catalogue, CodeLists codes, Database database, TimeProvider clock)
    {
        (Data, Catalogue, Codes, Database, Clock) = (data, catalogue, codes, database, clock);
        Profiles = LoadProfiles();
        Batches = new(database);
        Documents = new(database);
        University = University.Read(Path.Combine(catalogue, "university.yaml"), Path.Combine(data, "university.yaml"));
        database.Keeping = new(University.EvidenceYears, University.TimeZone);
        facts = new(() => new(database, Codes, data, University));
        indicators = new(() => IndicatorCatalogue.Load(Path.Combine(catalogue, "indicators"), Facts.Schemas));
        Figures = new(this);
        Quality = new(this);
    }

    /// <summary>The folder of the data.</summary>
    public string Data { get; }

    /// <summary>The folder of code lists, profiles and indicators.</summary>
    public string Catalogue { get; }

    public Database Database { get; }

    /// <summary>The record types of the program, with the fields that the university adds to them.</summary>
    public RecordTypes Types => Database.Types;

    public CodeLists Codes { get; }

    /// <summary>The profiles of the catalogue, those made at this university, and the templates.</summary>
    public SourceProfiles Profiles { get; private set; }

    /// <summary>Where profiles that are made in the page are kept.</summary>
    public string OwnProfiles => Path.Combine(Data, "profiles");

    public ImportBatches Batches { get; }

    /// <summary>Files that belong to records and never change.</summary>
    public KeptDocuments Documents { get; }

    public TimeProvider Clock { get; }

    /// <summary>Whose database it is.</summary>
    public University University { get; }

    /// <summary>Its records are invented: the history begins with the demonstration. Asked anew until there is a history.</summary>
    public bool IsSynthetic => (isSynthetic ??= SyntheticData.Begins(Database)) ?? false;

    /// <summary>Today at the university.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), University.TimeZone).DateTime);

    /// <summary>What indicators count; nothing is opened before it is asked for.</summary>
    public ProjectedFacts Facts => facts.Value;

    /// <summary>The definitions of indicators, or every mistake in them; read when first asked for.</summary>
    public CatalogueReading IndicatorReading => indicators.Value;

    /// <summary>The definitions of indicators.</summary>
    /// <exception cref="InvalidOperationException">They have mistakes; the message lists all of them.</exception>
    public IndicatorCatalogue Indicators => IndicatorReading.Catalogue
        ?? throw new InvalidOperationException("indicator definitions have mistakes:\n" + string.Join('\n', IndicatorReading.Mistakes));

    /// <summary>Answers what indicators say.</summary>
    public FigureReader Figures { get; }

    /// <summary>Answers what the records lack.</summary>
    public QualityReader Quality { get; }

    /// <summary>Opens the database of a folder, made where it is missing, and brings its tables up to date.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="catalogue">The folder of the catalogue.</param>
    /// <param name="types">The record types of the program.</param>
    /// <param name="postgres">A connection string, where records are kept in PostgreSQL instead of the folder.</param>
    /// <param name="clock">The clock; null for that of the machine.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <exception cref="InvalidOperationException">A definition has mistakes; the message lists all of them.</exception>
    /// <exception cref="OwnFieldFault">Declarations of own fields have mistakes; it has all of them.</exception>
    /// <exception cref="DataFault">The folder or the database cannot be opened.</exception>
    public static async Task<Workspace> OpenAsync(string data, string catalogue, RecordTypes types, string? postgres = null, TimeProvider? clock = null, CancellationToken cancel = default)
    {
        try
        {
            return await Open(data, catalogue, types, postgres, clock ?? TimeProvider.System, cancel);
        }
        catch (Exception fault) when (DataFault.Of(data, postgres, fault) is { } known)
        {
            throw known;
        }
    }

    private static async Task<Workspace> Open(string data, string catalogue, RecordTypes types, string? postgres, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(data);
        var codes = CodeFiles.Load(Path.Combine(catalogue, "codes"));
        types = OwnFieldFiles.Extend(types, codes, Path.Combine(catalogue, OwnFieldFiles.Folder), Path.Combine(data, OwnFieldFiles.Folder));
        Database database = postgres is null ? new SqliteDatabase(Path.Combine(data, "kakehashi.db"), types) : Postgres(postgres, types);
        var workspace = new Workspace(data, catalogue, codes, database, clock);
        var mistakes = RecordChecks.All(types, workspace.Codes);
        if (mistakes.Count > 0) throw new InvalidOperationException("record definitions have mistakes:\n" + string.Join('\n', mistakes));
        await database.MigrateAsync(cancel);
        return workspace;
    }

    private static PostgresDatabase Postgres(string connection, RecordTypes types)
    {
        try
        {
            return new(connection, types);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            throw DataFault.OfConnection(fault);
        }
    }

    /// <summary>Reads the profiles again, after one has been made.</summary>
    /// <exception cref="ProfileFault">A profile has a mistake; those known before stay.</exception>
    public void ReadProfilesAgain() => Profiles = LoadProfiles();

    /// <summary>Somebody looked at personal data; who keeps the record of that listens.</summary>
    public event Action<PersonalLook>? Looked;

    /// <summary>Says that somebody looks at personal data, before it is shown.</summary>
    public void Look(PersonalLook look) => Looked?.Invoke(look);

    /// <summary>Begins a change set.</summary>
    public ChangeSession Begin(ChangeOrigin origin) => new(Database, _ => origin, Clock);

    /// <summary>Begins a change set that waits for its turn: no import, nor another such change set, is written beside it.</summary>
    public ChangeSession BeginAlone(ChangeOrigin origin) => BeginImport(_ => origin, new(null, CancellationToken.None));

    /// <summary>Begins a change set whose origin names its own number: an import batch of its own.</summary>
    internal ChangeSession Begin(Func<long, ChangeOrigin> origin, Turn turn) => new(Database, origin, Clock, turn);

    /// <summary>Begins a change set of an import; imports take turns, so that none misses what the other has just written.</summary>
    internal ChangeSession BeginImport(Func<long, ChangeOrigin> origin, Turn turn)
    {
        var session = Begin(origin, turn);
        try
        {
            Database.LockImports(session.Connection, session.Transaction, turn);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Looks at files, or imports them.</summary>
    public Task<ImportReport> ImportAsync(SourceProfile profile, IReadOnlyList<ImportFile> files, ImportOptions options, Actor actor, IProgress<ImportProgress>? progress, CancellationToken cancel) =>
        new ImportRun(this, profile, options, actor).RunAsync(files, progress, cancel);

    public void Dispose()
    {
        if (facts.IsValueCreated) facts.Value.Dispose();
        (Database as IDisposable)?.Dispose();
    }

    private SourceProfiles LoadProfiles() => SourceProfiles.Load(Path.Combine(Catalogue, "profiles"), OwnProfiles, Types, Codes);
}
