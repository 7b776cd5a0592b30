using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists;

/// <summary>Turns the conditions of a list into expressions that a database understands.</summary>
internal static class Conditions
{
    /// <summary>The records that a query asks for, whoever asks.</summary>
    public static IQueryable<T> Matching<T>(this RecordsContext context, RecordType<T> type, ListQuery query)
        where T : Record<T>, new() => context.Listed(type, query.Withdrawn).Matching(type, query);

    /// <summary>Those of the records that the conditions hold for.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> records, RecordType type, ListQuery query)
        where T : Record<T>, new()
    {
        if (query.Among is { } numbers)
        {
            var among = numbers.Select(number => new Id<T>(number)).ToArray();
            records = records.Where(record => among.Contains(record.Id));
        }

        foreach (var (code, condition) in query.Where)
            if (type.Field(code) is { } field) records = records.Where(Of<T>(field, condition));
        return records;
    }

    /// <summary>One condition.</summary>
    public static Expression<Func<T, bool>> Of<T>(Field field, Condition condition)
    {
        var record = Expression.Parameter(typeof(T));
        Expression holds = Expression.Constant(true);
        if (condition.AnyOf.Count > 0) holds = Expression.AndAlso(holds, AnyOf(field, record, condition.AnyOf));
        if (condition.Contains.Count > 0) holds = Expression.AndAlso(holds, condition.Contains.Select(piece => Contains(field, record, piece)).Aggregate(Expression.OrElse));
        if (condition.HasValue is { } has) holds = Expression.AndAlso(holds, has ? Expression.Not(None(field, record)) : None(field, record));
        if (condition.From is not null) holds = Expression.AndAlso(holds, Compared(ExpressionType.GreaterThanOrEqual, field, record, condition.From));
        if (condition.To is not null) holds = Expression.AndAlso(holds, Compared(ExpressionType.LessThanOrEqual, field, record, condition.To));
        return Expression.Lambda<Func<T, bool>>(holds, record);
    }

    private static BinaryExpression Compared(ExpressionType comparison, Field field, Expression record, object bound)
    {
        if (field is not (NumberField or AmountField or DayField)) throw new ArgumentException($"{field.Code} has no order: From and To are for numbers, amounts and days");
        var value = FieldColumn.Of(record, field);
        var other = FieldColumn.Parameter(field, value.Type, bound);
        return value.Type == typeof(string)
            ? Expression.MakeBinary(comparison, Expression.Call(typeof(string), nameof(string.Compare), null, value, other), Expression.Constant(0))
            : Expression.MakeBinary(comparison, value, other);
    }

    private static Expression AnyOf(Field field, Expression record, IReadOnlyList<object?> values) =>
        values.Select(one => one is null ? None(field, record) : Same(field, record, one)).Aggregate(Expression.OrElse);

    private static Expression None(Field field, Expression record)
    {
        if (field is BilingualField) return Languages.All.Select(language => (Expression)IsNull(FieldColumn.Side(record, field, language))).Aggregate(Expression.AndAlso);
        var value = FieldColumn.Of(record, field);
        if (field is PartsField parts) return Expression.Equal(value, Parameters.Of(parts.Part.List()));
        return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(false) : IsNull(value);
    }

    private static Expression Contains(Field field, Expression record, string piece) => field switch
    {
        LineField or NoteField => StoreFunctions.Contains(FieldColumn.Of(record, field), piece),
        BilingualField => Languages.All.Select(language => StoreFunctions.Contains(FieldColumn.Side(record, field, language), piece)).Aggregate(Expression.OrElse),
        _ => throw new ArgumentException($"{field.Code} is no text: Contains is for lines, notes and bilingual fields"),
    };

    /// <summary>A bilingual value is the same where each side that is asked for is, or either side is a text.</summary>
    private static Expression Same(Field field, Expression record, object canonical)
    {
        if (field is PartsField) throw new ArgumentException($"{field.Code} is a list of parts: it can only have a value or none");
        if (field is BilingualField)
            return canonical is Bilingual sides
                ? Languages.All.Where(language => sides.Exactly(language) is not null).Select(language => SameSide(record, field, language, sides.Exactly(language)!)).Aggregate(Expression.AndAlso)
                : Languages.All.Select(language => SameSide(record, field, language, (string)canonical)).Aggregate(Expression.OrElse);
        var value = FieldColumn.Of(record, field);
        return Expression.Equal(value, FieldColumn.Parameter(field, value.Type, canonical));
    }

    private static Expression SameSide(Expression record, Field field, Language language, string text) =>
        Expression.Equal(FieldColumn.Side(record, field, language), Parameters.Of(text));

    private static BinaryExpression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));
}
