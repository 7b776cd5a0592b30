using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>How a list can be narrowed by a field; by whether it has a value, whatever it is.</summary>
[Flags]
internal enum FilterKind
{
    /// <summary>By no more than whether there is a value.</summary>
    None = 0,

    /// <summary>By values.</summary>
    Value = 1,

    /// <summary>From and to.</summary>
    Range = 2,

    /// <summary>By a piece of the text.</summary>
    Text = 4,
}

/// <summary>Facet: how a field narrows a list.</summary>
internal sealed class FilterKinds : IFieldKinds<FilterKind>
{
    private FilterKinds()
    {
    }

    public static FilterKind Of(Field field) => field.Accept(new FilterKinds());

    public FilterKind Line(LineField field) => FilterKind.Value | FilterKind.Text;

    public FilterKind Note(NoteField field) => FilterKind.Text;

    public FilterKind Bilingual(BilingualField field) => FilterKind.Value | FilterKind.Text;

    public FilterKind Number(NumberField field) => FilterKind.Value | FilterKind.Range;

    public FilterKind Amount(AmountField field) => FilterKind.Value | FilterKind.Range;

    public FilterKind Day(DayField field) => FilterKind.Value | FilterKind.Range;

    public FilterKind Flag(FlagField field) => FilterKind.Value;

    public FilterKind Choice(ChoiceField field) => FilterKind.Value;

    public FilterKind Code(CodeField field) => FilterKind.Value;

    public FilterKind Link(LinkField field) => FilterKind.Value;

    public FilterKind Place(PlaceField field) => FilterKind.None;

    public FilterKind Parts(PartsField field) => FilterKind.None;
}
