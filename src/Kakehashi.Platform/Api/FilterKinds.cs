using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>How a list can be narrowed by a field.</summary>
internal enum FilterKind
{
    /// <summary>Not at all: search by words instead.</summary>
    None,

    /// <summary>By values.</summary>
    Value,

    /// <summary>By values, and from and to.</summary>
    Range,
}

/// <summary>Facet: how a field narrows a list.</summary>
internal sealed class FilterKinds : IFieldKinds<FilterKind>
{
    private FilterKinds()
    {
    }

    public static FilterKind Of(Field field) => field.Accept(new FilterKinds());

    public FilterKind Line(LineField field) => FilterKind.Value;

    public FilterKind Note(NoteField field) => FilterKind.None;

    public FilterKind Bilingual(BilingualField field) => FilterKind.None;

    public FilterKind Number(NumberField field) => FilterKind.Range;

    public FilterKind Amount(AmountField field) => FilterKind.Range;

    public FilterKind Day(DayField field) => FilterKind.Range;

    public FilterKind Flag(FlagField field) => FilterKind.Value;

    public FilterKind Choice(ChoiceField field) => FilterKind.Value;

    public FilterKind Code(CodeField field) => FilterKind.Value;

    public FilterKind Link(LinkField field) => FilterKind.Value;

    public FilterKind Place(PlaceField field) => FilterKind.None;

    public FilterKind Parts(PartsField field) => FilterKind.None;
}
