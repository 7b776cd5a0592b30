using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.Records;

public sealed class WritingAndReadingValues
{
    private static readonly CodeLists Lists = CanonicalValues.Lists(CodeLists.Countries, CodeLists.Regions, CodeLists.Fields, CodeLists.LanguagesOfTheWorld);
    private static readonly CanonicalValues Values = new() { Codes = Lists };
    private static readonly TextReaders Texts = new(Lists);
    private static readonly JsonReaders Jsons = new(Texts);

    public static TheoryData<string, string> Fields => [.. Types.SelectMany(type => type.Fields.Select(one => (type.Code, one.Code)))];

    private static IEnumerable<RecordType> Types => [RecordType<Specimen>.Of<SpecimenRecord>(), .. Product.Types.All];

    [Theory]
    [MemberData(nameof(Fields))]
    public void As_text_gives_back_what_was_written(string type, string code) => Holds(type, code, (field, value) =>
        field.Accept(Texts)(ValueTexts.Of(field, value)));

    [Theory]
    [MemberData(nameof(Fields))]
    public void As_JSON_gives_back_what_was_written(string type, string code) => Holds(type, code, (field, value) =>
    {
        using var json = JsonDocument.Parse(Columns.Json(field.Accept(JsonWriters.Instance), value));
        return field.Accept(Jsons)(json.RootElement);
    });

    private static void Holds(string type, string code, Func<Field, object, Reading> thereAndBack)
    {
        var field = Types.First(one => one.Code == type).Field(code)!;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(field.Accept(Values).ToArbitrary(), value =>
        {
            var reading = thereAndBack(field, value);
            return (!reading.IsWrong && SameValues.Are(field, value, reading.Value)).Label($"{ValueTexts.Of(field, value)} came back as {reading}, {ValueTexts.Of(field, reading.Value)}");
        }));
    }
}
