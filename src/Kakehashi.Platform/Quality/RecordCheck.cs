using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Quality;

/// <summary>What a check of records is about.</summary>
public enum CheckKind
{
    Inconsistent,
    Unresolved,

    /// <summary>A bilingual value has one side only.</summary>
    Untranslated,
}

/// <summary>One question that is asked of all records of a type, whatever the period.</summary>
/// <param name="Type">The type.</param>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">What is found and what to do.</param>
/// <param name="Field">The bilingual field; null for a concern.</param>
/// <param name="Concern">The concern of the definition; null for a bilingual field.</param>
public sealed record RecordCheck(RecordType Type, string Code, CheckKind Kind, Text Message, Field? Field, RecordConcern? Concern)
{
    /// <summary>All checks of a type: its concerns, then its bilingual fields.</summary>
    public static IEnumerable<RecordCheck> Of(RecordType type) =>
    [
        .. type.Concerns.Select(concern => new RecordCheck(type, concern.Code, concern.Kind == ConcernKind.Unresolved ? CheckKind.Unresolved : CheckKind.Inconsistent, concern.Message, null, concern)),
        .. type.Fields.Where(field => field is BilingualField { IsPersonal: false }).Select(field => new RecordCheck(type, $"{type.Code}.one-sided-{field.Code}", CheckKind.Untranslated, OneSided(field), field, null)),
    ];

    /// <summary>As a condition of a query.</summary>
    internal Expression<Func<T, bool>> Condition<T>(CheckScope scope)
    {
        var record = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(Concern is { } concern ? Doubtful(concern, record, scope) : IsOneSided(record), record);
    }

    private static Expression Doubtful(RecordConcern concern, ParameterExpression record, CheckScope scope)
    {
        var body = Put(Put(concern.Found.Body, concern.Found.Parameters[0], record), concern.Found.Parameters[1], Store.Parameters.Of(scope.Today));
        return concern.Beside is not { } beside ? body
            : Expression.AndAlso(body, scope.Any(concern.Other!, Expression.Lambda(Put(beside.Body, beside.Parameters[0], record), beside.Parameters[1])));
    }

    private BinaryExpression IsOneSided(Expression record)
    {
        var (ja, en) = (IsNull(FieldColumn.Side(record, Field!, Language.Ja)), IsNull(FieldColumn.Side(record, Field!, Language.En)));
        return Expression.OrElse(Expression.AndAlso(ja, Expression.Not(en)), Expression.AndAlso(Expression.Not(ja), en));
    }

    private static Expression Put(Expression body, ParameterExpression from, Expression to) => new Replacing(from, to).Visit(body);

    private static BinaryExpression IsNull(Expression side) => Expression.Equal(side, Expression.Constant(null, side.Type));

    private static Text OneSided(Field field) => (
        $"「{field.Label.Ja}」が日本語か英語の一方しかありません。もう一方を入力してください。",
        $"“{field.Label.En}” is in one language only. Enter the other.");

    private sealed class Replacing(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
