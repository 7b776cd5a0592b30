using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Tests.Records;

internal enum SpecimenState
{
    Draft,
    InForce,
}

/// <summary>A record with one field of every kind, named for it.</summary>
internal sealed class Specimen : Record<Specimen>
{
    public static CodeLists Lists { get; } = new(
    [
        new(CodeLists.Countries, [new("JP", ("日本", "Japan")), new("CI", ("コートジボワール", "Côte d’Ivoire"))], [("にほん", "JP")]),
    ]);

    public string? Line { get; private set; }

    public string? Note { get; private set; }

    public Bilingual Bilingual { get; private set; }

    public int? Count { get; private set; }

    public decimal? Amount { get; private set; }

    public DateOnly? Day { get; private set; }

    public bool Flag { get; private set; }

    public SpecimenState? Choice { get; private set; }

    public string? Code { get; private set; }

    public Id<Specimen>? Link { get; private set; }

    public Place? Place { get; private set; }

    public List<SpecimenPart> Parts { get; private set; } = [];
}

internal sealed class SpecimenPart
{
    public string Name { get; private set; } = "";

    public int? Count { get; private set; }

    public bool Flag { get; private set; }

    public Id<Specimen>? Link { get; private set; }

    public string? Note { get; private set; }

    public Bilingual Both { get; private set; }
}

internal sealed class SpecimenRecord : IRecordType<Specimen>
{
    public static void Define(Definition<Specimen> record)
    {
        record.Named(("見本", "Specimen"), ("見本", "Specimens"), "specimens");
        record.Identity(one => one.Line);
        record.Caption(one => one.Bilingual);
        record.Line(one => one.Line, ("行", "Line"), 40).Listed();
        record.Note(one => one.Note, ("文", "Note"));
        record.Bilingual(one => one.Bilingual, ("両語", "Bilingual"));
        record.Number(one => one.Count, ("数", "Number"), -10, 2_000_000);
        record.Amount(one => one.Amount, ("額", "Amount"));
        record.Day(one => one.Day, ("日", "Day"));
        record.Flag(one => one.Flag, ("可否", "Flag"));
        record.Choice(one => one.Choice, ("状態", "State"), state => state == SpecimenState.Draft ? ("準備中", "Draft") : ("有効", "In force"));
        record.Code(one => one.Code, ("国", "Country"), CodeLists.Countries);
        record.Link(one => one.Link, ("先", "Link"));
        record.Place(one => one.Place, ("所", "Place"));
        record.Parts(one => one.Parts, ("部分", "Parts"), part =>
        {
            part.Line(one => one.Name, ("名", "Name")).Required();
            part.Number(one => one.Count, ("数", "Number"));
            part.Flag(one => one.Flag, ("可否", "Flag"));
            part.Link(one => one.Link, ("先", "Link"));
            part.Note(one => one.Note, ("文", "Note"));
            part.Bilingual(one => one.Both, ("両語", "Both"));
        });
    }
}
