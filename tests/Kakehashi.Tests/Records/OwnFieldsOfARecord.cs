using System.Text.Json;
using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Tests.Records;

public sealed class OwnFieldsOfARecord
{
    private static readonly Text Label = ("見出し", "Label");

    private static readonly CodeList Choices = new("own_choice", [new("dormitory", ("学生寮", "Dormitory")), new("private", ("民間", "Private"))]);

    /// <summary>A field of every kind.</summary>
    private static readonly Field[] Kinds =
    [
        OwnFields.Make("own_line", property => new LineField(property, Label, 40)),
        OwnFields.Make("own_note", property => new NoteField(property, Label)),
        OwnFields.Make("own_both", property => new BilingualField(property, Label, 40)),
        OwnFields.Make("own_number2", property => new NumberField(property, Label, -9, 9)),
        OwnFields.Make("own_amount", property => new AmountField(property, Label)),
        OwnFields.Make("own_day", property => new DayField(property, Label)),
        OwnFields.Make("own_flag", property => new FlagField(property, Label)),
        OwnFields.Make("own_choice", property => new ChoiceField(property, Label, Choices)),
        OwnFields.Make("own_code", property => new CodeField(property, Label, CodeLists.Countries)),
        OwnFields.Make("own_link", property => new LinkField(property, Label, typeof(Specimen))),
        OwnFields.Make("own_place", property => new PlaceField(property, Label)),
    ];

    private static readonly RecordType Type = RecordType<Specimen>.Of<SpecimenRecord>().With(new(Kinds, []));

    [Fact]
    public void Keep_any_value_through_the_stored_text()
    {
        var values = new CanonicalValues { Codes = Specimen.Lists };
        foreach (var record in values.Record(Type).Sample(500))
        {
            var again = Type.New();
            again.OwnText = record.OwnText;
            foreach (var field in Kinds) Assert.Equal(field.Read(record), field.Read(again));
            Assert.Equal(record.OwnText, again.OwnText);
        }
    }

    [Fact]
    public void Have_the_code_that_was_declared() => Assert.Equal("own_number2", Type.Field("own_number2")!.Code);

    [Fact]
    public void Take_no_room_where_there_is_no_value()
    {
        var record = Type.New();
        foreach (var field in Kinds) field.Write(record, null);
        Field("own_flag").Write(record, false);
        Field("own_line").Write(record, "\0");
        Field("own_both").Write(record, new Bilingual("", null));
        Assert.Null(record.OwnText);
        Assert.Equal(false, Field("own_flag").Read(record));
        Field("own_line").Write(record, "x");
        Field("own_line").Write(record, null);
        Assert.Null(record.OwnText);
    }

    [Fact]
    public void Are_stored_legibly_and_in_one_order()
    {
        var record = Type.New();
        Field("own_line").Write(record, "学生寮 \"A\"");
        Field("own_choice").Write(record, "private");
        Assert.Equal("""{"own_choice":"private","own_line":"学生寮 \"A\""}""", record.OwnText);
    }

    [Fact]
    public void Hold_only_what_every_store_can_keep()
    {
        var record = Type.New();
        Field("own_line").Write(record, "a\0b\ud800");
        Assert.Equal("ab\ufffd", Field("own_line").Read(record));
    }

    /// <summary>Whatever was stored under another kind, reading never fails: it is a value of the field, or a remnant that is shown.</summary>
    [Fact]
    public void Read_what_was_stored_under_any_other_kind_without_failing()
    {
        var values = new CanonicalValues { Codes = Specimen.Lists };
        foreach (var was in Kinds)
            foreach (var now in Kinds)
                foreach (var value in was.Accept(values).Sample(20))
                {
                    var record = Type.New();
                    was.Write(record, value);
                    if (record.Own?.Find(was.Code) is not { } stored) continue;
                    record.SetOwn(now.Code, stored);
                    var type = RecordType<Specimen>.Of<SpecimenRecord>().With(new([now], []));
                    var isRead = now.Read(record) is not (null or false);
                    Assert.Equal(!isRead, OwnFields.Remnants(type, record).Any(remnant => remnant.Key == now.Code));
                    Assert.NotEmpty(OwnFields.RemnantText(stored)!);
                }
    }

    [Theory]
    [InlineData("""{"ja":"寮","en":"Hall"}""", "寮 / Hall")]
    [InlineData("""{"ja":null,"en":"Hall"}""", "Hall")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    public void Show_a_remnant_as_text(string stored, string? text) => Assert.Equal(text, OwnFields.RemnantText(JsonElement.Parse(stored)));

    [Fact]
    public void Mask_a_remnant_of_which_nobody_can_say_that_it_is_not_personal()
    {
        Assert.True(OwnFields.Remnant("own_gone", null).IsPersonal);
        Assert.False(OwnFields.Remnant("own_line", Field("own_line")).IsPersonal);
    }

    [Fact]
    public void Leave_the_type_they_were_added_to_as_it_was()
    {
        Assert.Null(RecordType<Specimen>.Of<SpecimenRecord>().Field("own_line"));
        Assert.Empty(RecordChecks.All(new([Type]), Specimen.Lists));
    }

    private static Field Field(string code) => Type.Field(code)!;
}
