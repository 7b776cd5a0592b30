using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists;

/// <summary>
/// What conditions and sorting ask of a field: a property of the entity, or, for a field that a university has added, a
/// value out of the one column of own values.
/// </summary>
internal static class FieldColumn
{
    /// <summary>The value of a field; for a bilingual one see <see cref="Side"/>.</summary>
    public static Expression Of(Expression record, Field field) => field switch
    {
        { IsOwn: false } => Expression.Property(record, field.Name),
        NumberField or AmountField or LinkField => Own(nameof(OwnSql.Number), record, field),
        DayField => Own(nameof(OwnSql.Day), record, field),
        FlagField => Expression.Condition(
            Expression.Equal(Own(nameof(OwnSql.Flag), record, field), Expression.Constant("true")), Expression.Constant(1), Expression.Constant(0)),
        // whether there is one is all that a list asks of it
        PlaceField => Own(nameof(OwnSql.Place), record, field),
        _ => Own(nameof(OwnSql.Text), record, field),
    };

    /// <summary>One side of a bilingual value.</summary>
    public static Expression Side(Expression record, Field field, Language language) => field.IsOwn
        ? Own(nameof(OwnSql.Side), record, field, Expression.Constant(language.Code()))
        : Expression.Property(Expression.Property(record, field.Name), language == Language.Ja ? nameof(Bilingual.Ja) : nameof(Bilingual.En));

    /// <summary>A canonical value as the column has it, as a parameter of the statement.</summary>
    public static Expression Parameter(Field field, Type type, object canonical)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var value = Parameters.Of((field, canonical) switch
        {
            ({ IsOwn: true }, DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ({ IsOwn: true }, bool flag) => flag ? 1 : 0,
            // the nearest there is, as the store reads it out of the JSON; a cast of a long decimal is not
            ({ IsOwn: true }, decimal amount) => double.Parse(amount.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
            ({ IsOwn: true }, not string) => Convert.ToDouble(canonical, System.Globalization.CultureInfo.InvariantCulture),
            (LinkField, _) => Activator.CreateInstance(plain, canonical)!,
            (ChoiceField { IsOwn: false }, _) => Enum.GetValues(plain).Cast<object>().First(one => CodeNames.Of(one.ToString()!) == (string)canonical),
            _ => canonical,
        });
        return type == plain ? value : Expression.Convert(value, type);
    }

    private static MethodCallExpression Own(string function, Expression record, Field field, params Expression[] further) => Expression.Call(
        typeof(OwnSql), function, null, [Expression.Property(record, nameof(Record.OwnText)), Expression.Constant(field.Code), .. further]);
}
