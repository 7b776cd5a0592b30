using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Tests.Records;

/// <summary>Facet: random canonical values of a field, as a person could have entered them.</summary>
internal sealed class CanonicalValues : IFieldKinds<Gen<object>>
{
    private static readonly string[] Signs =
        ["東", "北", "大", "学", "が", "ガ", "ー", "々", "é", "ß", "a", "Z", "7", "😀", "𠮷", "|", "||", "\\", ";", "\"", "'", ",", "#", "\\n", "<", "&", "%", " "];

    /// <summary>Texts with all that could be mistaken for a separator, an escape or a statement.</summary>
    public static Gen<string> AnyText { get; } =
        from length in Gen.Choose(8, 20)
        from signs in Gen.ArrayOf(Gen.Elements(Signs), length)
        select string.Concat(signs);

    public required CodeLists Codes { get; init; }

    public Gen<string> Texts { get; init; } = AnyText;

    public Gen<long> Numbers { get; init; } = Gen.Choose(1, int.MaxValue).Select(number => number * 5_000L);

    /// <summary>Code lists for all that the definitions name, each of a few codes.</summary>
    public static CodeLists Lists(params IEnumerable<string> names) => new(names.Distinct().Select(name => new CodeList(
        name, [new("JP", ("日本", "Japan"), "EAS"), new("FR", ("フランス", "France"), "WEU"), new("0613", ("ソフトウェア開発", "Software"))])));

    /// <summary>A record with random values; what is not required is missing every other time.</summary>
    public Gen<Record> Record(RecordType type) => Owner(type.New, type.Fields).Select(record => (Record)record);

    public Gen<object> Line(LineField field) => Texts.Select(text => (object)Cut(text.Trim(), field.MaxLength));

    public Gen<object> Note(NoteField field) => Gen.Two(Texts).Select(two => (object)$"{two.Item1.Trim()}\n\n{two.Item2.Trim()}");

    public Gen<object> Bilingual(BilingualField field) =>
        from sides in Gen.Two(Texts)
        from missing in Gen.Choose(0, 2)
        select (object)new Bilingual(missing == 1 ? null : Cut(sides.Item1.Trim(), field.MaxLength), missing == 2 ? null : Cut(sides.Item2.Trim(), field.MaxLength));

    public Gen<object> Number(NumberField field) => Gen.Choose(field.Min, field.Max == int.MaxValue ? field.Max - 1 : field.Max).Select(number => (object)number);

    /// <summary>Up to 14 digits before the point and four behind it.</summary>
    public Gen<object> Amount(AmountField field) =>
        from whole in Gen.Choose(-99_999_999, 99_999_999)
        from scale in Gen.Elements(1m, 100m, 1_000_000m)
        from fraction in Gen.Choose(0, 9_999)
        select (object)(whole * scale + fraction / 10_000m);

    public Gen<object> Day(DayField field) => Gen.Choose(DayField.First.DayNumber, DayField.Last.DayNumber).Select(day => (object)DateOnly.FromDayNumber(day));

    public Gen<object> Flag(FlagField field) => Gen.Elements<object>(true, false);

    public Gen<object> Choice(ChoiceField field) => Gen.Elements(field.Values.All.Select(code => (object)code.Value));

    public Gen<object> Code(CodeField field) => Gen.Elements(Codes[field.List].All.Select(code => (object)code.Value));

    public Gen<object> Link(LinkField field) => Numbers.Select(number => (object)number);

    public Gen<object> Place(PlaceField field) =>
        from latitude in Gen.Choose(-90_000_000, 90_000_000)
        from longitude in Gen.Choose(-180_000_000, 180_000_000)
        select (object)new Place(latitude / 1e6, longitude / 1e6);

    public Gen<object> Parts(PartsField field) =>
        from count in Gen.Choose(1, 4)
        from parts in Gen.ArrayOf(Owner(field.Part.New, field.Part.Fields, atLeastOne: true), count)
        select (object)ListOf(field, parts);

    private Gen<object> Owner(Func<object> make, IReadOnlyList<Field> fields, bool atLeastOne = false) =>
        from values in Gen.CollectToArray(fields.Select(field => field.Accept(this)))
        from there in Gen.ArrayOf(Gen.Elements(true, false), fields.Count)
        select Filled(make(), fields, values, there, atLeastOne);

    private static object Filled(object owner, IReadOnlyList<Field> fields, object[] values, bool[] there, bool atLeastOne)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].IsRequired || there[i] || (atLeastOne && i == 0)) fields[i].Write(owner, values[i]);
        return owner;
    }

    private static System.Collections.IList ListOf(PartsField field, object[] parts)
    {
        var list = field.Part.List();
        foreach (var part in parts) list.Add(part);
        return list;
    }

    private static string Cut(string text, int most) => Kakehashi.Records.Values.StorableText.Start(text.Length == 0 ? "x" : text, most).Trim().ToString();
}
