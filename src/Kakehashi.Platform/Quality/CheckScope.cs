using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Quality;

/// <summary>What the conditions of checks look at beside the record: the day, and the other records that the actor sees.</summary>
internal sealed record CheckScope(Workspace Workspace, RecordsContext Context, Actor Actor, DateOnly Today)
{
    /// <summary>Whether there is a record of an entity for which a condition holds, as part of the statement.</summary>
    public Expression Any(Type entity, LambdaExpression condition) => Workspace.Types[entity].Accept(new Others(this, condition));

    private sealed class Others(CheckScope scope, LambdaExpression condition) : IEntityVisitor<Expression>
    {
        public Expression Visit<T>(RecordType<T> type)
            where T : Record<T>, new() =>
            Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)],
                scope.Context.Listed(type).SeenBy(type, scope.Actor).Expression, Expression.Quote(condition));
    }
}
