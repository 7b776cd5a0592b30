using System.Linq.Expressions;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Quality;

/// <summary>The first and the last day of a period.</summary>
public readonly record struct Days(DateOnly From, DateOnly To);

/// <summary>Which records a period has: those whose days touch it. What has no day, such as a partner, is in every period.</summary>
internal static class DaysOfRecords
{
    /// <summary>As a condition on a record.</summary>
    public static Expression Touch<T>(RecordsContext context, RecordType<T> type, Days period, ParameterExpression record)
        where T : Record<T>, new()
    {
        if (type.Facts is not [var fact, ..] || fact.DayInQuery is not { } first || !IsStored<T>(context, first)) return Expression.Constant(true);
        var (from, to) = (Bound(period.From), Bound(period.To));
        var begins = Replacing.In(first.Body, first.Parameters[0], record);
        // without an end, what lasts goes on; what does not last is over on its day
        var ends = fact.LastDayInQuery is { } last ? Replacing.In(last.Body, last.Parameters[0], record) : begins;
        return Expression.OrElse(IsNull(begins), Expression.AndAlso(
            Expression.LessThanOrEqual(begins, to), Expression.OrElse(IsNull(ends), Expression.GreaterThanOrEqual(ends, from))));
    }

    private static UnaryExpression Bound(DateOnly day) => Expression.Convert(Parameters.Of(day), typeof(DateOnly?));

    private static BinaryExpression IsNull(Expression day) => Expression.Equal(day, Expression.Constant(null, typeof(DateOnly?)));

    /// <summary>Whether all that a day is made of is in the store: that of a manual figure is worked out of its period.</summary>
    private static bool IsStored<T>(RecordsContext context, LambdaExpression day)
    {
        var read = new Read(day.Parameters[0]);
        read.Visit(day.Body);
        return read.Names.TrueForAll(name => context.Model.FindEntityType(typeof(T))?.FindProperty(name) is not null);
    }

    private sealed class Read(ParameterExpression record) : ExpressionVisitor
    {
        public List<string> Names { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == record) Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }
    }
}
