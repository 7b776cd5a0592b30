using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Export;

/// <summary>Facet: tells whoever fills in a template what a column takes.</summary>
internal sealed class FieldGuidance(RecordTypes types) : IFieldKinds<Text>
{
    public Text Line(LineField field) => ($"1行、{field.MaxLength:N0}文字まで", $"One line, at most {field.MaxLength:N0} characters");

    public Text Note(NoteField field) => ($"文章、{NoteField.MaxLength:N0}文字まで", $"Text, at most {NoteField.MaxLength:N0} characters");

    public Text Bilingual(BilingualField field) => ($"{field.MaxLength:N0}文字まで。分からない言語は空欄", $"At most {field.MaxLength:N0} characters; leave a language empty where it is not known");

    public Text Number(NumberField field) => field.Max == int.MaxValue
        ? ($"整数、{field.Min:N0}以上", $"Whole number, {field.Min:N0} or more")
        : ($"整数、{field.Min}から{field.Max}まで", $"Whole number from {field.Min} to {field.Max}");

    public Text Amount(AmountField field) => ("数値(小数は4桁まで)", "Number, at most 4 digits after the point");

    public Text Day(DayField field) => ("日付。例: 2025-04-01、令和7年4月1日", "Day, e.g. 2025-04-01");

    public Text Flag(FlagField field) => ("はい / いいえ", "Yes / No");

    public Text Choice(ChoiceField field) => ("「値」シートの語かコード", "A word or code of the sheet “Values”");

    public Text Code(CodeField field) => ("「値」シートの語かコード", "A word or code of the sheet “Values”");

    public Text Link(LinkField field) =>
        ($"{types[field.Target].One.Ja}の識別子(取込で照合するもの)、または番号 #123", $"What imports match the {types[field.Target].One.En.ToLowerInvariant()} on, or its number as #123");

    public Text Place(PlaceField field) => ("緯度, 経度。例: 38.2554, 140.8403", "Latitude, longitude, e.g. 38.2554, 140.8403");

    public Text Parts(PartsField field)
    {
        var names = field.Part.Fields;
        return ($"1行に1件、項目を | で区切る: {string.Join(" | ", names.Select(part => part.Label.Ja))}",
            $"One a line, items between bars: {string.Join(" | ", names.Select(part => part.Label.En))}");
    }

    /// <summary>The lists whose values a field takes, those of its parts too.</summary>
    public static IEnumerable<CodeList> Lists(Field field, CodeLists codes) => field switch
    {
        ChoiceField choice => [choice.Values],
        CodeField code => [codes[code.List]],
        PartsField parts => parts.Part.Fields.SelectMany(part => Lists(part, codes)),
        _ => [],
    };
}
