using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform.Store;

/// <summary>The one rule of who sees what, as a condition of a query and as the check of one record.</summary>
public static class Visibility
{
    /// <summary>The records of a query that the actor sees.</summary>
    public static IQueryable<T> SeenBy<T>(this IQueryable<T> records, RecordType type, Actor actor)
        where T : Record<T>, new() =>
        actor.Units is null || type.Visible is null ? records : records.Where(Condition<T>(type.Visible, actor));

    /// <summary>Whether the actor sees this record.</summary>
    public static bool Sees(this Actor actor, RecordType type, Record record) =>
        actor.Units is null || type.IsVisibleTo(record, actor);

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
