using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Quality;

/// <summary>What a check of records is about.</summary>
public enum CheckKind
{
    Inconsistent,
    Unresolved,

    /// <summary>A bilingual value has one side only.</summary>
    Untranslated,

    /// <summary>A code is not in the list that explains it.</summary>
    UnknownCode,
}

/// <summary>One question that is asked of all records of a type, whatever the period.</summary>
/// <param name="Type">The type.</param>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">What is found and what to do.</param>
public sealed record RecordCheck(RecordType Type, string Code, CheckKind Kind, Text Message)
{
    /// <summary>The field that is looked at; null for a concern.</summary>
    public Field? Field { get; private init; }

    /// <summary>The concern of the definition; null for a field.</summary>
    private RecordConcern? Concern { get; init; }

    /// <summary>What a code is looked for in; null where it is not about a code.</summary>
    private CodeList? List { get; init; }

    /// <summary>All checks of a type: its concerns, then its codes, then its bilingual fields. What is personal is not looked at.</summary>
    public static IEnumerable<RecordCheck> Of(RecordType type, CodeLists codes) =>
    [
        .. type.Concerns.Select(concern => new RecordCheck(type, concern.Code, concern.Kind == ConcernKind.Unresolved ? CheckKind.Unresolved : CheckKind.Inconsistent, concern.Message) { Concern = concern }),
        .. from field in type.Fields
           where !field.IsPersonal
           let list = ListOf(field, codes)
           where list is not null
           select new RecordCheck(type, $"{type.Code}.unknown-{field.Code}", CheckKind.UnknownCode, Unknown(field)) { Field = field, List = list },
        .. type.Fields.Where(field => field is BilingualField { IsPersonal: false }).Select(field => new RecordCheck(type, $"{type.Code}.one-sided-{field.Code}", CheckKind.Untranslated, OneSided(field)) { Field = field }),
    ];

    /// <summary>The choices of the program itself are what its records can hold; those of a university may have been changed since.</summary>
    private static CodeList? ListOf(Field field, CodeLists codes) => field switch
    {
        CodeField code => codes[code.List],
        ChoiceField { IsOwn: true } choice => choice.Values,
        _ => null,
    };

    /// <summary>The code that a record was found for; null where the check is not about one.</summary>
    public string? Value(Record record) => List is null ? null : Field!.Read(record) as string;

    /// <summary>As a condition of a query.</summary>
    internal Expression<Func<T, bool>> Condition<T>(CheckScope scope)
    {
        var record = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(Concern is { } concern ? Doubtful(concern, record, scope) : List is { } list ? IsUnlisted(list, record) : IsOneSided(record), record);
    }

    private static Expression Doubtful(RecordConcern concern, ParameterExpression record, CheckScope scope)
    {
        var body = Replacing.In(Replacing.In(concern.Found.Body, concern.Found.Parameters[0], record), concern.Found.Parameters[1], Store.Parameters.Of(scope.Today));
        return concern.Beside is not { } beside ? body
            : Expression.AndAlso(body, scope.Any(concern.Other!, Expression.Lambda(Replacing.In(beside.Body, beside.Parameters[0], record), beside.Parameters[1])));
    }

    private BinaryExpression IsUnlisted(CodeList list, Expression record)
    {
        var value = FieldColumn.Of(record, Field!);
        // one parameter for the whole list: some have more codes than a statement may have parameters
        var values = Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(string[])], Store.Parameters.Of(list.All.Select(code => code.Value).ToArray()));
        return Expression.AndAlso(
            Expression.AndAlso(Expression.Not(IsNull(value)), Expression.NotEqual(value, Expression.Constant(""))),
            Expression.Not(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], values, value)));
    }

    private BinaryExpression IsOneSided(Expression record)
    {
        var (ja, en) = (IsNull(FieldColumn.Side(record, Field!, Language.Ja)), IsNull(FieldColumn.Side(record, Field!, Language.En)));
        return Expression.OrElse(Expression.AndAlso(ja, Expression.Not(en)), Expression.AndAlso(Expression.Not(ja), en));
    }

    private static BinaryExpression IsNull(Expression side) => Expression.Equal(side, Expression.Constant(null, side.Type));

    private static Text Unknown(Field field) => (
        $"「{field.Label.Ja}」のコードが一覧にありません。一覧にあるコードに直すか、そのコードを一覧に加えてください。",
        $"“{field.Label.En}” holds a code that its list does not have. Choose one of the list, or add the code to it.");

    private static Text OneSided(Field field) => (
        $"「{field.Label.Ja}」が日本語か英語の一方しかありません。もう一方を入力してください。",
        $"“{field.Label.En}” is in one language only. Enter the other.");
}
