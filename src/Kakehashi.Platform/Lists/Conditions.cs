using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists;

/// <summary>Turns the conditions of a list into expressions that a database understands.</summary>
internal static class Conditions
{
    /// <summary>The records that the conditions hold for.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> records, RecordType type, ListQuery query)
        where T : Record<T>, new()
    {
        var withdrawn = query.Withdrawn;
        records = records.Where(record => record.IsWithdrawn == withdrawn);
        foreach (var (code, condition) in query.Where)
            if (type.Field(code) is { } field) records = records.Where(Of<T>(field, condition));
        return records;
    }

    /// <summary>In the order asked for, then the newest first, so that pages never overlap.</summary>
    public static IQueryable<T> Sorted<T>(this IQueryable<T> records, RecordType type, ListQuery query)
        where T : Record<T>, new()
    {
        if (query.Sort is null || type.Field(query.Sort) is not { IsListed: true } field) return records.OrderByDescending(record => record.Id);
        var record = Expression.Parameter(typeof(T));
        var value = field is BilingualField ? FieldColumn.Side(record, field, CultureLanguage()) : FieldColumn.Of(record, field);
        var key = Expression.Lambda(value, record);
        var method = query.Descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);
        var sorted = (IOrderedQueryable<T>)records.Provider.CreateQuery<T>(
            Expression.Call(typeof(Queryable), method, [typeof(T), value.Type], records.Expression, Expression.Quote(key)));
        return query.Descending ? sorted.ThenByDescending(one => one.Id) : sorted.ThenBy(one => one.Id);
    }

    private static Language CultureLanguage() => Languages.Read(System.Globalization.CultureInfo.CurrentUICulture.Name) ?? Language.En;

    private static Expression<Func<T, bool>> Of<T>(Field field, Condition condition)
    {
        var record = Expression.Parameter(typeof(T));
        Expression holds = Expression.Constant(true);
        if (condition.AnyOf.Count > 0) holds = Expression.AndAlso(holds, AnyOf(field, record, condition.AnyOf));
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
        if (field is PartsField) throw new ArgumentException($"{field.Code} is a list of parts: no condition can be put on it");
        if (field is BilingualField) return Expression.AndAlso(IsNull(FieldColumn.Side(record, field, Language.Ja)), IsNull(FieldColumn.Side(record, field, Language.En)));
        var value = FieldColumn.Of(record, field);
        return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(false) : IsNull(value);
    }

    /// <summary>A bilingual value is the same where each side that is asked for is.</summary>
    private static Expression Same(Field field, Expression record, object canonical)
    {
        if (field is PartsField) return None(field, record);
        if (canonical is not Bilingual sides)
        {
            var value = FieldColumn.Of(record, field);
            return Expression.Equal(value, FieldColumn.Parameter(field, value.Type, canonical));
        }

        Expression same = Expression.Constant(true);
        foreach (var language in Languages.All)
            if (sides.Exactly(language) is { } side) same = Expression.AndAlso(same, Expression.Equal(FieldColumn.Side(record, field, language), Parameters.Of(side)));
        return same;
    }

    private static BinaryExpression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));
}
