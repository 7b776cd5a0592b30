using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Regions;

/// <summary>How a person came to know a country.</summary>
public enum AreaTie
{
    FromThere,
    Studied,
    Worked,
    Alumni,
    Researches,
}

/// <summary>A level of the Common European Framework of Reference for Languages.</summary>
public enum CefrLevel
{
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

/// <summary>Somebody of the university who knows a country, and can be asked about it.</summary>
public sealed class AreaKnowledge : Record<AreaKnowledge>
{
    public string Reference { get; private set; } = "";

    public string? Country { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public string? Person { get; private set; }

    public AreaTie? Tie { get; private set; }

    public List<AreaLanguage> Languages { get; private set; } = [];

    public string? Contact { get; private set; }

    public string? Note { get; private set; }
}

/// <summary>A language that the person speaks.</summary>
public sealed class AreaLanguage
{
    public string? Language { get; private set; }

    public CefrLevel? Level { get; private set; }
}

public sealed class AreaKnowledgeRecord : IRecordType<AreaKnowledge>
{
    public static void Define(Definition<AreaKnowledge> record)
    {
        record.Named(("地域に詳しい人", "Person who knows the place"), ("地域に詳しい人", "People who know the place"), "area-knowledge");
        record.Identity(one => one.Reference);
        record.Caption(one => new($"{one.Country} {one.Reference}", $"{one.Country} {one.Reference}"));
        record.Visible((one, actor) => actor.Sees(one.Unit));

        record.Line(one => one.Reference, ("整理番号", "Reference"), 60).Required().Listed();
        record.Code(one => one.Country, ("国・地域", "Country or region"), CodeLists.Countries).Required().Listed();
        record.Link(one => one.Unit, ("所属", "Org unit")).Listed();
        record.Line(one => one.Person, ("氏名", "Name"), 120).Personal();
        record.Choice(one => one.Tie, ("つながり", "Tie"), Words).Personal();
        // who speaks which languages can often be recognised by them
        record.Parts(one => one.Languages, ("言語", "Languages"), language =>
        {
            language.Code(l => l.Language, ("言語", "Language"), CodeLists.LanguagesOfTheWorld).Required();
            language.Choice(l => l.Level, ("水準(CEFR)", "Level (CEFR)"), level => Text.Same(level.ToString()));
        }).Personal();
        record.Line(one => one.Contact, ("連絡先", "Contact"), 200).Personal()
            .Help(("学内のメールアドレスや内線番号。", "An e-mail address or extension within the university."));
        record.Note(one => one.Note, ("備考", "Note")).Personal();
    }

    /// <summary>What a tie is called.</summary>
    public static Text Words(AreaTie tie) => tie switch
    {
        AreaTie.FromThere => ("出身", "Comes from there"),
        AreaTie.Studied => ("留学経験", "Studied there"),
        AreaTie.Worked => ("勤務経験", "Worked there"),
        AreaTie.Alumni => ("修了生・元研究者", "Alumni there"),
        _ => ("研究対象", "Does research on it"),
    };
}
