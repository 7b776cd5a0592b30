using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records;

/// <summary>The vocabulary for fields, shared by records and their parts.</summary>
/// <typeparam name="T">The entity, or the class of a part.</typeparam>
public abstract class FieldSet<T>
    where T : class
{
    private readonly List<Field> fields = [];

    /// <summary>The fields said so far, in order.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>One line of text, of at most <paramref name="maxLength"/> characters.</summary>
    public FieldOptions Line(Expression<Func<T, string?>> property, Text label, int maxLength = 200) =>
        Add(new LineField(Property.Plain(property), label, maxLength));

    /// <summary>Several lines of text.</summary>
    public FieldOptions Note(Expression<Func<T, string?>> property, Text label) =>
        Add(new NoteField(Property.Plain(property), label));

    /// <summary>A line in Japanese and in English.</summary>
    public FieldOptions Bilingual(Expression<Func<T, Bilingual>> property, Text label, int maxLength = 300) =>
        Add(new BilingualField(Property.Bilingual(property), label, maxLength));

    /// <summary>A whole number between two bounds.</summary>
    public FieldOptions Number(Expression<Func<T, int?>> property, Text label, int min = 0, int max = int.MaxValue) =>
        Add(new NumberField(Property.Plain(property), label, min, max));

    /// <summary>A decimal number with up to four digits behind the point.</summary>
    public FieldOptions Amount(Expression<Func<T, decimal?>> property, Text label) =>
        Add(new AmountField(Property.Plain(property), label));

    /// <summary>A calendar day.</summary>
    public FieldOptions Day(Expression<Func<T, DateOnly?>> property, Text label) =>
        Add(new DayField(Property.Plain(property), label));

    /// <summary>Yes or no.</summary>
    public FieldOptions Flag(Expression<Func<T, bool>> property, Text label) =>
        Add(new FlagField(Property.Plain(property), label));

    /// <summary>One of the values of an enum, with the words for each.</summary>
    public FieldOptions Choice<TEnum>(Expression<Func<T, TEnum>> property, Text label, Func<TEnum, Text> words, IEnumerable<(string Spelling, TEnum Meant)>? spellings = null)
        where TEnum : struct, Enum =>
        Add(new ChoiceField(Property.Choice<TEnum>(property), label, Words(words, spellings)));

    /// <summary>One of the values of an enum, or none; spellings are what people write for them in files.</summary>
    public FieldOptions Choice<TEnum>(Expression<Func<T, TEnum?>> property, Text label, Func<TEnum, Text> words, IEnumerable<(string Spelling, TEnum Meant)>? spellings = null)
        where TEnum : struct, Enum =>
        Add(new ChoiceField(Property.Choice<TEnum>(property), label, Words(words, spellings)));

    /// <summary>A code from a list in <c>catalogue/codes/</c>.</summary>
    public FieldOptions Code(Expression<Func<T, string?>> property, Text label, string list) =>
        Add(new CodeField(Property.Plain(property), label, list));

    /// <summary>Another record.</summary>
    public FieldOptions Link<TRecord>(Expression<Func<T, Id<TRecord>>> property, Text label)
        where TRecord : Record<TRecord> =>
        Add(new LinkField(Property.Link(property), label, typeof(TRecord)));

    /// <summary>Another record, or none.</summary>
    public FieldOptions Link<TRecord>(Expression<Func<T, Id<TRecord>?>> property, Text label)
        where TRecord : Record<TRecord> =>
        Add(new LinkField(Property.Link(property), label, typeof(TRecord)));

    /// <summary>A point on the earth.</summary>
    public FieldOptions Place(Expression<Func<T, Place?>> property, Text label) =>
        Add(new PlaceField(Property.Plain(property), label));

    /// <summary>Adds a field of any kind.</summary>
    protected FieldOptions Add(Field field)
    {
        fields.Add(field);
        return new(field);
    }

    private static CodeList Words<TEnum>(Func<TEnum, Text> words, IEnumerable<(string Spelling, TEnum Meant)>? spellings)
        where TEnum : struct, Enum =>
        new(
            CodeNames.Of(typeof(TEnum).Name),
            Enum.GetValues<TEnum>().Select(value => new Code(CodeNames.Of(value), words(value))),
            spellings?.Select(pair => (pair.Spelling, CodeNames.Of(pair.Meant))));
}

/// <summary>Says what a part of a record is.</summary>
/// <typeparam name="TPart">The class of the part.</typeparam>
public sealed class PartDefinition<TPart> : FieldSet<TPart>
    where TPart : class, new();
