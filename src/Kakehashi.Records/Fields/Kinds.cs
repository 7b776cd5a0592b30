using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.Records.Fields;

/// <summary>One line of text.</summary>
public sealed class LineField(Property property, Text label, int maxLength) : Field(property, label)
{
    /// <summary>The most characters (UTF-16 units) it may have.</summary>
    public int MaxLength { get; } = maxLength;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Line(this);
}

/// <summary>Several lines of text.</summary>
public sealed class NoteField(Property property, Text label) : Field(property, label)
{
    /// <summary>The most characters a note may have.</summary>
    public const int MaxLength = 20_000;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Note(this);
}

/// <summary>A line in Japanese and in English.</summary>
public sealed class BilingualField(Property property, Text label, int maxLength) : Field(property, label)
{
    /// <summary>The most characters each side may have.</summary>
    public int MaxLength { get; } = maxLength;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Bilingual(this);
}

/// <summary>A whole number.</summary>
public sealed class NumberField(Property property, Text label, int min, int max) : Field(property, label)
{
    /// <summary>The smallest value it may have.</summary>
    public int Min { get; } = min;

    /// <summary>The largest value it may have.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Number(this);
}

/// <summary>A decimal number, of up to 18 digits with four behind the point.</summary>
public sealed class AmountField(Property property, Text label) : Field(property, label)
{
    /// <summary>Digits behind the point that every store keeps.</summary>
    public const int Scale = 4;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Amount(this);
}

/// <summary>A calendar day, without a time of day or a time zone.</summary>
public sealed class DayField(Property property, Text label) : Field(property, label)
{
    /// <summary>The first day that is believed: before it, a date is taken for a mistake.</summary>
    public static readonly DateOnly First = new(1850, 1, 1);

    /// <summary>The last day that is believed.</summary>
    public static readonly DateOnly Last = new(2150, 12, 31);

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Day(this);
}

/// <summary>Yes or no.</summary>
public sealed class FlagField(Property property, Text label) : Field(property, label)
{
    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Flag(this);
}

/// <summary>One of a few values that the program knows: a C# enum, with its words in both languages.</summary>
public sealed class ChoiceField(Property property, Text label, CodeList values) : Field(property, label)
{
    /// <summary>The values, in the order of the enum.</summary>
    public CodeList Values { get; } = values;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Choice(this);
}

/// <summary>A code from a list in <c>catalogue/codes/</c>.</summary>
public sealed class CodeField(Property property, Text label, string list) : Field(property, label)
{
    /// <summary>The name of the list, e.g. <c>countries</c>.</summary>
    public string List { get; } = list;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Code(this);
}

/// <summary>Another record, by its id.</summary>
public sealed class LinkField(Property property, Text label, Type target) : Field(property, label)
{
    /// <summary>The entity that is linked to.</summary>
    public Type Target { get; } = target;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Link(this);
}

/// <summary>A point on the earth.</summary>
public sealed class PlaceField(Property property, Text label) : Field(property, label)
{
    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Place(this);
}

/// <summary>A list of parts that live and die with the record, e.g. the names of an organisation.</summary>
public sealed class PartsField(Property property, Text label, PartType part) : Field(property, label)
{
    /// <summary>What a part is.</summary>
    public PartType Part { get; } = part;

    /// <inheritdoc/>
    public override TOut Accept<TOut>(IFieldKinds<TOut> facet) => facet.Parts(this);
}

/// <summary>What a part of a record is: its fields, and how to make one.</summary>
/// <param name="Type">The class of the part.</param>
/// <param name="Fields">Its fields, in the order they are shown; none of them is a list of parts itself.</param>
/// <param name="New">Makes an empty part.</param>
/// <param name="List">Makes an empty list of such parts, of the property's own type.</param>
public sealed record PartType(
    Type Type, IReadOnlyList<Field> Fields, Func<object> New, Func<System.Collections.IList> List);
