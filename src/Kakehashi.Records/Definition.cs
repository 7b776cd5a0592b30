using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Records.Facts;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records;

/// <summary>
/// Says what a record type is. One such class per type: tables, bilingual form, list, import, export, REST, search,
/// history and indicator facts follow from it.
/// </summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class Definition<T> : FieldSet<T>
    where T : Record<T>, new()
{
    private readonly List<FactDefinition> facts = [];
    private readonly List<RecordRule> rules = [];
    private readonly RecordTypeWords words = new();

    /// <summary>What one and several of them are called, and where in the address they live.</summary>
    /// <param name="one">協定 / Agreement.</param>
    /// <param name="many">協定 / Agreements.</param>
    /// <param name="route">The address segment, also the name of the table: <c>agreements</c>.</param>
    public void Named(Text one, Text many, string route)
    {
        words.One = one;
        words.Many = many;
        words.Route = route;
    }

    /// <summary>How one record is called where it is linked to.</summary>
    public void Caption(Func<T, Bilingual> caption) => words.Caption = record => caption((T)record);

    /// <summary>
    /// What an import matches on, and what other files refer to the record by. A record may have several keys (an
    /// organisation has a ROR id and an Erasmus code); each leads to one record of the type. The first key must be the record's
    /// own: no other record, and no other row of an import, may have it. A further key that is taken already, as registries
    /// give identifiers twice, leads to the record that had it first; the other is kept without it, and an import warns of it.
    /// </summary>
    public void Identity(Func<T, IEnumerable<string>> keys) => words.Keys = record => keys((T)record);

    /// <summary>The common case: one field is the key.</summary>
    public void Identity(Func<T, string?> key) =>
        words.Keys = record => key((T)record) is { Length: > 0 } one ? [one] : [];

    /// <summary>Who sees a record: the one rule that both the query and the single check follow.</summary>
    public void Visible(Expression<Func<T, Actor, bool>> rule)
    {
        var compiled = new Lazy<Func<T, Actor, bool>>(rule.Compile);
        words.Visible = rule;
        words.IsVisibleTo = (record, actor) => compiled.Value((T)record, actor);
    }

    /// <summary>It takes a right to see these records, to find them, and to know that there are any. It is the one to write them too, unless another is named.</summary>
    public void SeenWith(Right right) => words.SeenWith = right;

    /// <summary>It takes another right to write these records than that of whoever enters data.</summary>
    /// <param name="right">The right.</param>
    /// <param name="or">A right that does as well.</param>
    public void WrittenWith(Right right, Right? or = null) => (words.WrittenWith, words.OrWrittenWith) = (right, or);

    /// <summary>Only operations write these records, e.g. what was closed: people read them.</summary>
    /// <param name="right">The right that the operations ask for.</param>
    /// <param name="or">Another that some of them ask for instead: an office accepts what a unit writes.</param>
    public void WrittenByOperations(Right right, Right? or = null) => (words.IsByOperations, words.WrittenWith, words.OrWrittenWith) = (true, right, or);

    /// <summary>The law has these records kept for some years, which the university sets: until they are over nobody withdraws or erases one.</summary>
    /// <param name="day">The day the years are counted from; null while there is none.</param>
    public void KeptFrom(Func<T, DateOnly?> day) => words.KeptFrom = record => day((T)record);

    /// <summary>These records are the org units that figures are summed over.</summary>
    /// <param name="parent">The unit above one; null at the top.</param>
    public void UnitTree(Func<T, Id<T>?> parent) => words.ParentUnit = record => parent((T)record)?.Value;

    /// <summary>These records say who has reported what: what tells none from not reported.</summary>
    /// <param name="statement">What one of them says; null where it says nothing that can be read.</param>
    public void Coverage(Func<T, CoverageStatement?> statement) => words.Covered = record => statement((T)record);

    /// <summary>Something that must hold between fields.</summary>
    /// <param name="code">Stable, e.g. <c>record.ends-before-start</c>.</param>
    /// <param name="field">The field the problem is shown at.</param>
    /// <param name="holds">True where all is well; also where a value it needs is missing.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Check(string code, Expression<Func<T, object?>> field, Func<T, bool> holds, Text message) =>
        rules.Add(new(code, NameOf(field), record => holds((T)record), message));

    /// <summary>
    /// What a form, an import or the API may turn a record into: where operations take a record from state to state, nothing
    /// else does. Asked only where something would change; operations do not ask.
    /// </summary>
    /// <param name="code">Stable, e.g. <c>agreement.by-steps</c>.</param>
    /// <param name="field">The field the problem is shown at.</param>
    /// <param name="allows">True where it may be; the first is the record as it is, null for a new one.</param>
    /// <param name="message">Why not, and what to do instead.</param>
    public void Guard(string code, Expression<Func<T, object?>> field, Func<T?, T, bool> allows, Text message) =>
        words.Guards.Add(new(code, NameOf(field), (before, after) => allows((T?)before, (T)after), message));

    /// <summary>Something that may be written but ought to be looked at; both stores must be able to ask for it.</summary>
    /// <param name="code">Stable, e.g. <c>agreement.past-its-end</c>.</param>
    /// <param name="kind">What is doubtful.</param>
    /// <param name="found">True for the records to be looked at; the second argument is today.</param>
    /// <param name="message">What is doubtful and what to do.</param>
    public void Concern(string code, ConcernKind kind, Expression<Func<T, DateOnly, bool>> found, Text message) =>
        words.Concerns.Add(new(code, kind, found, message));

    /// <summary>The same of a record beside another one, which may be of another type: one such other, in use, is enough.</summary>
    /// <param name="code">Stable, e.g. <c>mobility_period.no-agreement</c>.</param>
    /// <param name="kind">What is doubtful.</param>
    /// <param name="found">What the record itself must be like; the second argument is today.</param>
    /// <param name="beside">What the other must be like.</param>
    /// <param name="message">What is doubtful and what to do.</param>
    public void Concern<TOther>(string code, ConcernKind kind, Expression<Func<T, DateOnly, bool>> found, Expression<Func<T, TOther, bool>> beside, Text message)
        where TOther : Record<TOther>, new() =>
        words.Concerns.Add(new(code, kind, found, message) { Beside = beside });

    /// <summary>A list of parts that live and die with the record.</summary>
    public FieldOptions Parts<TPart>(Expression<Func<T, List<TPart>>> property, Text label, Action<PartDefinition<TPart>> define)
        where TPart : class, new()
    {
        var part = new PartDefinition<TPart>();
        define(part);
        var type = new PartType(typeof(TPart), part.Fields, () => new TPart(), () => new List<TPart>());
        return Add(new PartsField(Property.Parts(property, () => new List<TPart>()), label, type));
    }

    /// <summary>What indicators count: one fact per record.</summary>
    public void Fact(string name, Text label, Action<FactDefinition<T>> define)
    {
        var fact = new FactDefinition<T>(name, label, Fields);
        define(fact);
        facts.Add(fact);
    }

    internal RecordType<T> Build() => new(words, [.. Fields], [.. rules], [.. facts]);

    private static string NameOf(Expression<Func<T, object?>> field) => field.Body switch
    {
        MemberExpression member => member.Member.Name,
        UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
        _ => throw new ArgumentException($"{field} is not a property"),
    };
}

/// <summary>What a form, an import or the API may turn a record into.</summary>
/// <param name="Code">Stable, e.g. <c>agreement.by-steps</c>.</param>
/// <param name="Field">The C# name of the field the problem is shown at.</param>
/// <param name="Allows">True where the second may follow on the first, which is null for a new record.</param>
/// <param name="Message">Why not, and what to do instead.</param>
public sealed record RecordGuard(string Code, string Field, Func<Record?, Record, bool> Allows, Text Message);

/// <summary>Something that must hold between the fields of one record.</summary>
/// <param name="Code">Stable, e.g. <c>record.ends-before-start</c>.</param>
/// <param name="Field">The C# name of the field the problem is shown at.</param>
/// <param name="Holds">True where all is well.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record RecordRule(string Code, string Field, Func<Record, bool> Holds, Text Message);
