using System.Linq.Expressions;
using System.Reflection;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;

namespace Kakehashi.Records.Fields;

/// <summary>A property of an entity, read and written as canonical values through compiled code.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Get">From an entity to the canonical value.</param>
/// <param name="Set">From a canonical value into an entity; private setters are reached too.</param>
public sealed record Property(string Name, Type Type, Func<object, object?> Get, Action<object, object?> Set)
{
    /// <summary>The name where data leaves the program: the C# name in snake case, or what a university has called it.</summary>
    public string Code { get; init; } = CodeNames.Of(Name);

    /// <summary>It is none of the entity's, but one that a university has added: see <see cref="Record.Own"/>.</summary>
    public bool IsOwn { get; init; }

    /// <summary>A property whose values are canonical as they stand.</summary>
    internal static Property Plain(LambdaExpression expression) => Of(expression, ToCanonical, value => value is string text ? StorableText.Of(text) : value);

    /// <summary>An empty text is no value; nor is the first day of all, which is what a day holds that nobody has set.</summary>
    private static object? ToCanonical(object? value) => value is "" || (value is DateOnly day && day == default) ? null : value;

    /// <summary>A property of type <see cref="Id{T}"/>: canonical is the number.</summary>
    internal static Property Link(LambdaExpression expression)
    {
        var id = Nullable.GetUnderlyingType(MemberOf(expression).PropertyType) ?? MemberOf(expression).PropertyType;
        var from = new Lazy<Func<object, object>>(() => Maker(id), LazyThreadSafetyMode.PublicationOnly);
        return Of(expression, value => value is IRecordId { Value: not 0 } link ? link.Value : null, value => value is null ? null : from.Value(value));
    }

    private static Func<object, object> Maker(Type id)
    {
        var number = Expression.Parameter(typeof(object));
        var made = Expression.New(id.GetConstructor([typeof(long)])!, Expression.Convert(number, typeof(long)));
        return Expression.Lambda<Func<object, object>>(Expression.Convert(made, typeof(object)), number).Compile();
    }

    /// <summary>A property of an enum type: canonical is the code.</summary>
    internal static Property Choice<TEnum>(LambdaExpression expression)
        where TEnum : struct, Enum
    {
        var codes = Enum.GetValues<TEnum>().ToDictionary(value => (object)value, value => (object)CodeNames.Of(value));
        var values = codes.ToDictionary(pair => (string)pair.Value, pair => pair.Key);
        return Of(expression, value => value is null ? null : codes.GetValueOrDefault(value), value => value is null ? null : values[(string)value]);
    }

    /// <summary>A bilingual property: canonical is null where both sides are missing.</summary>
    internal static Property Bilingual(LambdaExpression expression) =>
        Of(expression, value => value is Bilingual { IsEmpty: false } ? value : null, value => value is Bilingual sides ? new Bilingual(Side(sides.Ja), Side(sides.En)) : value);

    private static string? Side(string? text) => string.IsNullOrEmpty(text) ? null : StorableText.Of(text);

    /// <summary>A property that holds a list of parts: canonical is the list, null where it is empty.</summary>
    internal static Property Parts(LambdaExpression expression, Func<object> empty) => Of(
        expression, value => value is System.Collections.ICollection { Count: > 0 } ? value : null, value => value ?? empty());

    /// <summary>Compiled when first used: a program that starts declares some hundred of these and needs a few.</summary>
    private static Property Of(LambdaExpression expression, Func<object?, object?> toCanonical, Func<object?, object?> fromCanonical)
    {
        var member = MemberOf(expression);
        var setter = member.GetSetMethod(nonPublic: true) ?? throw new ArgumentException($"{member.DeclaringType!.Name}.{member.Name} has no setter");
        var get = new Lazy<Func<object, object?>>(() => Getter(member), LazyThreadSafetyMode.PublicationOnly);
        var set = new Lazy<Action<object, object?>>(() => Setter(member, setter), LazyThreadSafetyMode.PublicationOnly);
        return new(
            member.Name,
            member.PropertyType,
            owner => toCanonical(get.Value(owner)),
            (owner, value) => set.Value(owner, fromCanonical(value)));
    }

    private static PropertyInfo MemberOf(LambdaExpression expression) => expression.Body switch
    {
        MemberExpression { Member: PropertyInfo property } => property,
        UnaryExpression { Operand: MemberExpression { Member: PropertyInfo property } } => property,
        _ => throw new ArgumentException($"{expression} is not a property"),
    };

    private static Func<object, object?> Getter(PropertyInfo member)
    {
        var owner = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(owner, member.DeclaringType!), member);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), owner).Compile();
    }

    private static Action<object, object?> Setter(PropertyInfo member, MethodInfo setter)
    {
        var (owner, value) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var type = member.PropertyType;
        var typed = Expression.Condition(
            Expression.Equal(value, Expression.Constant(null)), Empty(member), Expression.Convert(value, type));
        return Expression.Lambda<Action<object, object?>>(
            Expression.Call(Expression.Convert(owner, member.DeclaringType!), setter, typed), owner, value).Compile();
    }

    /// <summary>What a property holds where there is no value: an empty text where null is not allowed.</summary>
    private static Expression Empty(PropertyInfo member) =>
        member.PropertyType == typeof(string) && new NullabilityInfoContext().Create(member).WriteState == NullabilityState.NotNull
            ? Expression.Constant("")
            : Expression.Default(member.PropertyType);
}
