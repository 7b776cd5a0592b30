using System.Collections;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Values;

/// <summary>
/// Facet: a canonical value as the text that <see cref="TextReaders"/> reads back; codes stay codes. For what a person
/// reads in a page, see the labels of the field.
/// </summary>
public sealed class ValueTexts : IFieldKinds<Func<object, string>>
{
    /// <summary>The one there is; it has no settings.</summary>
    public static ValueTexts Instance { get; } = new();

    /// <summary>The value of a field as text; an empty text for none.</summary>
    public static string Of(Field field, object? value) => value is null ? "" : field.Accept(Instance)(value);

    /// <inheritdoc/>
    public Func<object, string> Line(LineField field) => value => (string)value;

    /// <inheritdoc/>
    public Func<object, string> Note(NoteField field) => value => (string)value;

    /// <inheritdoc/>
    public Func<object, string> Bilingual(BilingualField field) => value =>
    {
        var sides = (Bilingual)value;
        return $"{PartText.Escape(sides.Ja ?? "")} || {PartText.Escape(sides.En ?? "")}";
    };

    /// <inheritdoc/>
    public Func<object, string> Number(NumberField field) => value => ((int)value).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public Func<object, string> Amount(AmountField field) => value => ((decimal)value).ToString("0.####", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public Func<object, string> Day(DayField field) => value => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public Func<object, string> Flag(FlagField field) => value => (bool)value ? "true" : "false";

    /// <inheritdoc/>
    public Func<object, string> Choice(ChoiceField field) => value => (string)value;

    /// <inheritdoc/>
    public Func<object, string> Code(CodeField field) => value => (string)value;

    /// <inheritdoc/>
    public Func<object, string> Link(LinkField field) => value => string.Create(CultureInfo.InvariantCulture, $"#{(long)value}");

    /// <inheritdoc/>
    public Func<object, string> Place(PlaceField field) => value => ((Place)value).ToString();

    /// <inheritdoc/>
    public Func<object, string> Parts(PartsField field)
    {
        var texts = field.Part.Fields.Select(part => part.Accept(this)).ToArray();
        return value => string.Join("\n", ((IEnumerable)value).Cast<object>().Select(part =>
        {
            var cells = field.Part.Fields.Select((sub, i) => sub.Read(part) is { } one ? PartText.Escape(texts[i](one)) : "").ToList();
            while (cells.Count > 1 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            return string.Join(" | ", cells);
        }));
    }
}
