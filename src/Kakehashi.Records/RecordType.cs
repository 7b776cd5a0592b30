using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Records.Facts;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Records;

/// <summary>What a definition says beside its fields; null where it says nothing, which <see cref="RecordChecks"/> reports.</summary>
internal sealed class RecordTypeWords
{
    public Text? One { get; set; }
    public Text? Many { get; set; }
    public string? Route { get; set; }
    public Func<Record, Bilingual>? Caption { get; set; }
    public Func<Record, IEnumerable<string>>? Keys { get; set; }
    public LambdaExpression? Visible { get; set; }
    public Func<Record, Actor, bool>? IsVisibleTo { get; set; }

    public Right? SeenWith { get; set; }
    public Right? WrittenWith { get; set; }
    public Right? OrWrittenWith { get; set; }
    public bool IsByOperations { get; set; }
    public Func<Record, DateOnly?>? KeptFrom { get; set; }
    public Func<Record, long?>? ParentUnit { get; set; }
    public Func<Record, CoverageStatement?>? Covered { get; set; }
    public List<RecordConcern> Concerns { get; } = [];
    public List<RecordGuard> Guards { get; } = [];
}

/// <summary>A record type as the engine knows it: the finished definition, without its type parameter.</summary>
public abstract class RecordType
{
    private protected readonly RecordTypeWords words;
    private readonly Dictionary<string, Field> byCode;
    private string? code;

    internal RecordType(RecordTypeWords words, Field[] fields, RecordRule[] rules, FactDefinition[] facts)
    {
        this.words = words;
        (Fields, Rules, Facts) = (fields, rules, facts);
        Required = [.. fields.Where(field => field.IsRequired)];
        byCode = new(StringComparer.Ordinal);
        foreach (var field in fields) byCode.TryAdd(field.Code, field);
    }

    /// <summary>The entity.</summary>
    public abstract Type Entity { get; }

    /// <summary>The name in files, the API and the history: the entity's name in snake case.</summary>
    public string Code => code ??= CodeNames.Of(Entity.Name);

    /// <summary>What one of them is called.</summary>
    public Text One => words.One ?? Text.Same(Entity.Name);

    /// <summary>What several of them are called.</summary>
    public Text Many => words.Many ?? Text.Same(Entity.Name);

    /// <summary>The address segment and the name of the table.</summary>
    public string Route => words.Route ?? "";

    /// <summary>The fields, in the order a form shows them.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The fields without which a record cannot be written.</summary>
    public IReadOnlyList<Field> Required { get; }

    /// <summary>What must hold between fields.</summary>
    public IReadOnlyList<RecordRule> Rules { get; }

    /// <summary>What a form, an import or the API may turn a record into.</summary>
    public IReadOnlyList<RecordGuard> Guards => words.Guards;

    /// <summary>What may be written but ought to be looked at.</summary>
    public IReadOnlyList<RecordConcern> Concerns => words.Concerns;

    /// <summary>What indicators count.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>Who sees a record: a lambda of the entity and an <see cref="Actor"/>; null where everybody does.</summary>
    public LambdaExpression? Visible => words.Visible;

    /// <summary>Whether an actor sees this record: <see cref="Visible"/>, compiled.</summary>
    public bool IsVisibleTo(Record record, Actor actor) => words.IsVisibleTo?.Invoke(record, actor) ?? true;

    /// <summary>The right that it takes to see these records at all; null where <see cref="Right.See"/> does.</summary>
    public Right? SeenWith => words.SeenWith;

    /// <summary>The right that it takes to write these records: that of records of units, or of shared ones, unless the definition says another.</summary>
    public Right WrittenWith => words.WrittenWith ?? words.SeenWith ?? (Visible is null ? Right.WriteShared : Right.Write);

    /// <summary>Another right that does as well, or that some operations ask for instead; null for none.</summary>
    public Right? OrWrittenWith => words.OrWrittenWith;

    /// <summary>Only operations write these records: there is no form, no import and no change by the API.</summary>
    public bool IsByOperations => words.IsByOperations;

    /// <summary>The day from which the law has a record kept for the years that the university sets; null where it has not.</summary>
    public DateOnly? KeptFrom(Record record) => words.KeptFrom?.Invoke(record);

    /// <summary>Where these records are the org units: the number of the unit above one. Else null.</summary>
    public Func<Record, long?>? ParentUnit => words.ParentUnit;

    /// <summary>Where these records say who has reported what: what one says. Else null.</summary>
    public Func<Record, CoverageStatement?>? Covered => words.Covered;

    internal bool HasCaption => words.Caption is not null;

    internal bool HasIdentity => words.Keys is not null;

    /// <summary>Makes an empty record.</summary>
    public abstract Record New();

    /// <summary>The same type with the fields that a university adds to it.</summary>
    public abstract RecordType With(OwnFields own);

    /// <summary>Calls a generic method with the entity as its type argument.</summary>
    public abstract TOut Accept<TOut>(IEntityVisitor<TOut> visitor);

    /// <summary>The field with this code, or null.</summary>
    public Field? Field(string code) => byCode.GetValueOrDefault(code);

    /// <summary>How a record is called where it is linked to.</summary>
    public Bilingual Caption(Record record) => words.Caption?.Invoke(record) ?? default;

    /// <summary>What an import matches the record on.</summary>
    public IEnumerable<string> Keys(Record record) => words.Keys?.Invoke(record) ?? [];

    /// <summary>The code name, for logs.</summary>
    public override string ToString() => Code;
}

/// <summary>A record type with its entity.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class RecordType<T> : RecordType
    where T : Record<T>, new()
{
    internal RecordType(RecordTypeWords words, Field[] fields, RecordRule[] rules, FactDefinition[] facts)
        : base(words, fields, rules, facts)
    {
    }

    /// <inheritdoc/>
    public override Type Entity => typeof(T);

    /// <inheritdoc/>
    public override T New() => new();

    /// <inheritdoc/>
    public override RecordType With(OwnFields own) =>
        new RecordType<T>(words, [.. Fields, .. own.Fields], [.. Rules], [.. Facts.Select(fact => own.Dimensions.Count == 0 ? fact : fact.With(own.Dimensions))]);

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IEntityVisitor<TOut> visitor) => visitor.Visit(this);

    /// <summary>Reads a definition.</summary>
    public static RecordType<T> Of<TType>()
        where TType : IRecordType<T>
    {
        var definition = new Definition<T>();
        TType.Define(definition);
        return definition.Build();
    }
}

/// <summary>Something generic to be done with a record type whose entity is known only at run time.</summary>
/// <typeparam name="TOut">What it answers.</typeparam>
public interface IEntityVisitor<out TOut>
{
    /// <summary>Does it, with the entity as <typeparamref name="T"/>.</summary>
    TOut Visit<T>(RecordType<T> type)
        where T : Record<T>, new();
}

/// <summary>All record types of the product, in the order of its modules.</summary>
public sealed class RecordTypes
{
    private readonly Dictionary<Type, RecordType> byEntity;
    private readonly Dictionary<string, RecordType> byRoute;
    private readonly Dictionary<string, RecordType> byCode;

    /// <summary>Takes the types of all modules.</summary>
    public RecordTypes(IEnumerable<RecordType> types)
    {
        All = [.. types];
        byEntity = All.ToDictionary(type => type.Entity);
        byRoute = All.DistinctBy(type => type.Route).ToDictionary(type => type.Route);
        byCode = All.ToDictionary(type => type.Code);
    }

    /// <summary>The same types with the fields that a university adds to them, by code name.</summary>
    public RecordTypes With(IReadOnlyDictionary<string, OwnFields> own) =>
        own.Count == 0 ? this : new(All.Select(type => own.TryGetValue(type.Code, out var fields) ? type.With(fields) : type));

    /// <summary>All of them.</summary>
    public IReadOnlyList<RecordType> All { get; }

    /// <summary>The type of an entity.</summary>
    public RecordType this[Type entity] => byEntity[entity];

    /// <summary>The type that lives at an address segment, or null.</summary>
    public RecordType? AtRoute(string route) => byRoute.GetValueOrDefault(route);

    /// <summary>The type with a code name, or null.</summary>
    public RecordType? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The type of an entity, or null where no module brings it.</summary>
    public RecordType? Find(Type entity) => byEntity.GetValueOrDefault(entity);
}
