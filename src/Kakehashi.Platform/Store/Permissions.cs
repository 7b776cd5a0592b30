using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;

namespace Kakehashi.Platform.Store;

/// <summary>The one check for rights: who sees what, as a condition of a query and of one record, and who may change it.</summary>
public static class Permissions
{
    /// <summary>The records of a query that the actor sees.</summary>
    public static IQueryable<T> SeenBy<T>(this IQueryable<T> records, RecordType type, Actor actor)
        where T : Record<T>, new() =>
        !actor.MaySee(type) ? records.Where(_ => false)
        : actor.Units is null || type.Visible is null ? records : records.Where(Condition<T>(type.Visible, actor));

    /// <summary>Whether the actor sees this record.</summary>
    public static bool Sees(this Actor actor, RecordType type, Record record) =>
        actor.MaySee(type) && (actor.Units is null || type.IsVisibleTo(record, actor));

    /// <summary>Whether the actor may see records of this type at all.</summary>
    public static bool MaySee(this Actor actor, RecordType type) => type.SeenWith is not { } right || actor.May(right);

    /// <summary>Whether the actor may write this record, as it was or as it is to be.</summary>
    public static bool MayWrite(this Actor actor, RecordType type, Record record) =>
        actor.Reaches(type.WrittenWith, type, record) || (type.OrWrittenWith is { } other && actor.Reaches(other, type, record));

    /// <summary>The records of a query that the actor may write: the same as <see cref="MayWrite"/> of each.</summary>
    internal static IQueryable<Id<T>> WrittenBy<T>(this IQueryable<T> records, RecordType type, Actor actor)
        where T : Record<T>, new()
    {
        var reached = new[] { type.WrittenWith, type.OrWrittenWith ?? type.WrittenWith }.Distinct().Where(actor.May)
            .Select(right => records.SeenBy(type, actor.As(right)).Select(record => record.Id)).ToList();
        return reached.Count == 0 ? records.Where(record => false).Select(record => record.Id) : reached.Aggregate((one, other) => one.Union(other));
    }

    /// <summary>Whether the actor may enter records of this type by form, import or the API, be it for one unit.</summary>
    public static bool MayEnter(this Actor actor, RecordType type) => !type.IsByOperations && (actor.May(type.WrittenWith) || (type.OrWrittenWith is { } other && actor.May(other)));

    /// <summary>Whether the actor may change this record by form, import or the API.</summary>
    public static bool MayEdit(this Actor actor, RecordType type, Record record) => !type.IsByOperations && actor.MayWrite(type, record);

    /// <summary>Whether the actor sees what is personal in this record; who may write it must.</summary>
    public static bool SeesPersonal(this Actor actor, RecordType type, Record record) =>
        actor.Reaches(Right.SeePersonal, type, record) || actor.MayWrite(type, record);

    /// <summary>Whether a right of the actor reaches this record; records of no unit are reached from any.</summary>
    public static bool Reaches(this Actor actor, Right right, RecordType type, Record record) =>
        actor.May(right) && actor.As(right).Sees(type, record);

    /// <summary>The record as the actor may read it: without what is personal, where that is not for this actor.</summary>
    public static Record ShownTo(this Record record, RecordType type, Actor actor) =>
        actor.Reach is null || !Erasable.Is(type) || actor.SeesPersonal(type, record) ? record : Erasable.Masked(type, record);

    /// <summary>Records as the actor may read them.</summary>
    public static List<T> ShownTo<T>(this List<T> records, RecordType type, Actor actor)
        where T : Record
    {
        if (actor.Reach is null || !Erasable.Is(type)) return records;
        for (var i = 0; i < records.Count; i++) records[i] = (T)records[i].ShownTo(type, actor);
        return records;
    }

    /// <summary>As far as this actor may find records by words: where personal fields are searched, words must not tell what is masked.</summary>
    internal static Actor ByWords(this Actor actor, RecordType type) => actor.Reach is not null && Erasable.IsSearched(type) ? actor.As(Right.SeePersonal) : actor;

    /// <summary>The records of a query that may be found by words.</summary>
    internal static IQueryable<T> FoundBy<T>(this IQueryable<T> records, RecordType type, Actor actor)
        where T : Record<T>, new() =>
        records.SeenBy(type, actor.ByWords(type));

    /// <summary>Goes on where the actor has the right, be it for one unit.</summary>
    /// <exception cref="NotAllowedException">The actor does not.</exception>
    public static void Demand(this Actor actor, Right right)
    {
        if (!actor.May(right)) throw new NotAllowedException(actor, right);
    }

    /// <summary>
    /// Who asks for records by conditions: where these name what is personal, the actor as far as that is to be seen, since
    /// otherwise every guess would be answered.
    /// </summary>
    /// <exception cref="NotAllowedException">What is personal is not for this actor at all.</exception>
    internal static Actor Asking(this Actor actor, RecordType type, ListQuery query)
    {
        if (actor.Reach is null || !query.Where.Keys.Any(code => type.Field(code) is { IsPersonal: true })) return actor;
        actor.Demand(Right.SeePersonal);
        return actor.As(Right.SeePersonal);
    }

    /// <summary>Goes on where a right of the actor reaches this record.</summary>
    /// <exception cref="NotAllowedException">It does not.</exception>
    public static void Demand(this Actor actor, Right right, RecordType type, Record record)
    {
        if (!actor.Reaches(right, type, record)) throw new NotAllowedException(actor, right);
    }

    /// <summary>Goes on where the actor may write this record.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static void DemandWrite(this Actor actor, RecordType type, Record record)
    {
        if (!actor.MayWrite(type, record)) throw new NotAllowedException(actor, type.WrittenWith);
    }

    private static Expression<Func<T, bool>> Condition<T>(LambdaExpression rule, Actor actor) =>
        Expression.Lambda<Func<T, bool>>(new SeesAsContains(rule.Parameters[1], actor).Visit(rule.Body), rule.Parameters[0]);

    /// <summary>Turns <c>actor.Sees(record.Unit)</c> into <c>units.Contains(record.Unit)</c>, which a database understands.</summary>
    private sealed class SeesAsContains(ParameterExpression parameter, Actor actor) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Object != parameter || node.Method.Name != nameof(Actor.Sees)) return base.VisitMethodCall(node);
            var unit = node.Arguments[0] is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : node.Arguments[0];
            var id = Nullable.GetUnderlyingType(unit.Type) ?? unit.Type;
            var units = Array.CreateInstance(unit.Type, actor.Units!.Count);
            var at = 0;
            foreach (var one in actor.Units) units.SetValue(Activator.CreateInstance(id, one), at++);
            return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [unit.Type], Parameters.Of(units), unit);
        }

        protected override Expression VisitParameter(ParameterExpression node) =>
            node == parameter ? Expression.Constant(actor) : node;
    }
}
