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

    private static Expression<Func<T, bool>> Of<T>(Field field, Condition condition)
    {
        var record = Expression.Parameter(typeof(T));
        var value = Property(record, field);
        Expression holds = Expression.Constant(true);
        if (condition.AnyOf.Count > 0) holds = Expression.AndAlso(holds, AnyOf(field, value, condition.AnyOf));
        if (condition.Contains.Count > 0) holds = Expression.AndAlso(holds, condition.Contains.Select(piece => Contains(field, value, piece)).Aggregate(Expression.OrElse));
        if (condition.HasValue is { } has) holds = Expression.AndAlso(holds, has ? Expression.Not(None(field, value)) : None(field, value));
        if (condition.From is not null) holds = Expression.AndAlso(holds, Expression.GreaterThanOrEqual(Comparable(field, value), Parameter(field, value.Type, condition.From)));
        if (condition.To is not null) holds = Expression.AndAlso(holds, Expression.LessThanOrEqual(Comparable(field, value), Parameter(field, value.Type, condition.To)));
        return Expression.Lambda<Func<T, bool>>(holds, record);
    }

    private static MemberExpression Comparable(Field field, MemberExpression value) => field is NumberField or AmountField or DayField
        ? value
        : throw new ArgumentException($"{field.Code} has no order: From and To are for numbers, amounts and days");

    private static Expression AnyOf(Field field, Expression value, IReadOnlyList<object?> values) =>
        values.Select(one => one is null ? None(field, value) : Same(field, value, one)).Aggregate(Expression.OrElse);

    private static Expression None(Field field, Expression value) => field switch
    {
        PartsField parts => Expression.Equal(value, Parameters.Of(parts.Part.List())),
        BilingualField => Expression.AndAlso(IsNull(Side(value, Language.Ja)), IsNull(Side(value, Language.En))),
        _ => value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(false) : IsNull(value),
    };

    private static Expression Contains(Field field, Expression value, string piece) => field switch
    {
        LineField or NoteField => StoreFunctions.Contains(value, piece),
        BilingualField => Expression.OrElse(StoreFunctions.Contains(Side(value, Language.Ja), piece), StoreFunctions.Contains(Side(value, Language.En), piece)),
        _ => throw new ArgumentException($"{field.Code} is no text: Contains is for lines, notes and bilingual fields"),
    };

    /// <summary>A bilingual value is the same where each side that is asked for is, or either side is a text.</summary>
    private static Expression Same(Field field, Expression value, object canonical)
    {
        if (field is PartsField) throw new ArgumentException($"{field.Code} is a list of parts: it can only have a value or none");
        if (field is BilingualField && canonical is string text) return Expression.OrElse(SameSide(value, Language.Ja, text), SameSide(value, Language.En, text));
        if (canonical is not Bilingual sides) return Expression.Equal(value, Parameter(field, value.Type, canonical));
        Expression same = Expression.Constant(true);
        if (sides.Ja is { } ja) same = Expression.AndAlso(same, SameSide(value, Language.Ja, ja));
        if (sides.En is { } en) same = Expression.AndAlso(same, SameSide(value, Language.En, en));
        return same;
    }

    private static BinaryExpression SameSide(Expression value, Language language, string text) => Expression.Equal(Side(value, language), Parameters.Of(text));

    private static MemberExpression Side(Expression value, Language language) =>
        Expression.Property(value, language == Language.Ja ? nameof(Bilingual.Ja) : nameof(Bilingual.En));

    private static BinaryExpression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    private static MemberExpression Property(Expression record, Field field) => Expression.Property(record, field.Name);

    /// <summary>A canonical value as the property holds it, as a parameter of the statement.</summary>
    private static Expression Parameter(Field field, Type type, object canonical)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var value = Parameters.Of(field switch
        {
            LinkField => Activator.CreateInstance(plain, canonical)!,
            ChoiceField => Enum.GetValues(plain).Cast<object>().First(one => CodeNames.Of(one.ToString()!) == (string)canonical),
            _ => canonical,
        });
        return type == plain ? value : Expression.Convert(value, type);
    }
}
