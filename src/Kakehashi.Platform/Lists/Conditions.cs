using System.Linq.Expressions;
using Kakehashi.Kernel;
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
        var value = Property(record, field);
        if (field is BilingualField) value = Expression.Property(value, CultureLanguage() == Language.Ja ? nameof(Bilingual.Ja) : nameof(Bilingual.En));
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
        var value = Property(record, field);
        Expression holds = Expression.Constant(true);
        if (condition.AnyOf.Count > 0) holds = Expression.AndAlso(holds, AnyOf(field, value, condition.AnyOf));
        if (condition.From is not null) holds = Expression.AndAlso(holds, Expression.GreaterThanOrEqual(value, Constant(field, value.Type, condition.From)));
        if (condition.To is not null) holds = Expression.AndAlso(holds, Expression.LessThanOrEqual(value, Constant(field, value.Type, condition.To)));
        return Expression.Lambda<Func<T, bool>>(holds, record);
    }

    private static Expression AnyOf(Field field, Expression value, IReadOnlyList<object?> values) => values
        .Select(one => one is null && value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Constant(false)
            : (Expression)Expression.Equal(value, one is null ? Expression.Constant(null, value.Type) : Constant(field, value.Type, one)))
        .Aggregate(Expression.OrElse);

    private static MemberExpression Property(Expression record, Field field) => Expression.Property(record, field.Name);

    /// <summary>A canonical value as the property holds it, in a form that becomes a parameter of the statement.</summary>
    private static Expression Constant(Field field, Type type, object canonical)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var value = field switch
        {
            LinkField => Activator.CreateInstance(plain, canonical)!,
            ChoiceField => Enum.GetValues(plain).Cast<object>().First(one => CodeNames.Of(one.ToString()!) == (string)canonical),
            _ => canonical,
        };
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(plain), value)!;
        Expression member = Expression.Property(Expression.Constant(box), nameof(Box<int>.Value));
        return type == plain ? member : Expression.Convert(member, type);
    }

    /// <summary>EF makes a parameter of a member of a captured object, and a literal of a constant.</summary>
    private sealed record Box<TValue>(TValue Value);
}
