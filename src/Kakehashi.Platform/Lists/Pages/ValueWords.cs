using System.Collections;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists.Pages;

/// <summary>Facet: a canonical value in the words of a person, in the page's language: labels, not codes.</summary>
public sealed class ValueWords(CodeLists codes, LinkCaptions captions) : IFieldKinds<Func<object, string>>
{
    /// <summary>The words, or null for no value.</summary>
    public string? Of(Field field, object? value) => value is null ? null : field.Accept(this)(value);

    public Func<object, string> Line(LineField field) => value => (string)value;

    public Func<object, string> Note(NoteField field) => value => (string)value;

    /// <summary>Both sides: a change of one of them must be seen whatever the page's language.</summary>
    public Func<object, string> Bilingual(BilingualField field) => value =>
    {
        var sides = (Bilingual)value;
        return sides.IsComplete ? $"{sides.Exactly(Speech.Spoken)} / {sides.Exactly(Speech.Spoken.Other())}" : Speech.T(sides);
    };

    public Func<object, string> Number(NumberField field) => value => field.Max <= 9999 ? ((int)value).ToString(CultureInfo.InvariantCulture) : Shown.Number((int)value);

    public Func<object, string> Amount(AmountField field) => value => ((decimal)value).ToString("#,0.####", CultureInfo.InvariantCulture);

    public Func<object, string> Day(DayField field) => value => Shown.Day((DateOnly)value);

    public Func<object, string> Flag(FlagField field) => value => (bool)value ? Speech.T("はい", "Yes") : Speech.T("いいえ", "No");

    public Func<object, string> Choice(ChoiceField field) => value => Speech.T(field.Values.Label((string)value));

    public Func<object, string> Code(CodeField field) => value => Speech.T(codes[field.List].Label((string)value));

    public Func<object, string> Link(LinkField field) => value => (long)value < 0 ? Speech.T("（この取込で登録される記録）", "(a record that this import adds)") :
        captions.Of(field.Target, (long)value) is { IsEmpty: false } caption ? Speech.T(caption) : string.Create(CultureInfo.InvariantCulture, $"#{(long)value}");

    public Func<object, string> Place(PlaceField field) => value =>
    {
        var place = (Place)value;
        return string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.####}, {place.Longitude:0.####}");
    };

    public Func<object, string> Parts(PartsField field) => value => string.Join(Speech.T("、", "; "), ((IEnumerable)value).Cast<object>()
        .Select(part => string.Join(" ", field.Part.Fields.Select(sub => Of(sub, sub.Read(part))).OfType<string>())));
}
