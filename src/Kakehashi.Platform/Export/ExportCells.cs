using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Export;

/// <summary>
/// Facet Export: a canonical value as a cell that a person reads and the importer reads back to the same value. Codes
/// are written as their words, unless another code of the list has the same ones.
/// </summary>
internal sealed class ExportCells(CodeLists codes, Language language) : IFieldKinds<Action<TableWriter, object?>>
{
    public Action<TableWriter, object?> Line(LineField field) => Text(field);

    public Action<TableWriter, object?> Note(NoteField field) => Text(field);

    /// <summary>The two sides have a column each; this is for both in one.</summary>
    public Action<TableWriter, object?> Bilingual(BilingualField field) => Text(field);

    public Action<TableWriter, object?> Number(NumberField field) => (cell, value) => cell.Number((decimal?)(int?)value);

    public Action<TableWriter, object?> Amount(AmountField field) => (cell, value) => cell.Number((decimal?)value);

    public Action<TableWriter, object?> Day(DayField field) => (cell, value) => cell.Date((DateOnly?)value);

    public Action<TableWriter, object?> Flag(FlagField field) => (cell, value) => cell.Text(value is bool flag ? YesOrNo(flag).In(language) : null);

    public Action<TableWriter, object?> Choice(ChoiceField field) => OfList(field.Values);

    public Action<TableWriter, object?> Code(CodeField field) => OfList(codes[field.List]);

    /// <summary>By number; where the record is at hand, <see cref="LinkedRecords"/> has its key.</summary>
    public Action<TableWriter, object?> Link(LinkField field) => Text(field);

    public Action<TableWriter, object?> Place(PlaceField field) => Text(field);

    public Action<TableWriter, object?> Parts(PartsField field) => Text(field);

    /// <summary>The words that a flag is written with.</summary>
    public static Text YesOrNo(bool flag) => flag ? ("はい", "Yes") : ("いいえ", "No");

    private static Action<TableWriter, object?> Text(Field field)
    {
        var text = field.Accept(ValueTexts.Instance);
        return (cell, value) => cell.Text(value is null ? null : text(value));
    }

    private Action<TableWriter, object?> OfList(CodeList list)
    {
        var words = list.All.ToDictionary(code => code.Value, code => list.TryRead(code.Label.In(language), out var read) && read == code ? code.Label.In(language) : code.Value);
        return (cell, value) => cell.Text(value is string code ? words.GetValueOrDefault(code, code) : null);
    }
}
