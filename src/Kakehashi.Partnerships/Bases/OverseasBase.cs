using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Bases;

/// <summary>What a base abroad is for.</summary>
public enum BasePurpose
{
    Recruitment,
    StudentSupport,
    Teaching,
    Research,
    Information,
    PublicRelations,
    Liaison,
    Alumni,
    Other,
}

/// <summary>An office, laboratory or campus that the university keeps abroad.</summary>
public sealed class OverseasBase : Record<OverseasBase>
{
    public string Reference { get; private set; } = "";

    public Bilingual Name { get; private set; }

    public string? Country { get; private set; }

    public string? City { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    /// <summary>The organisation in whose rooms it is.</summary>
    public Id<Organisation>? Host { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public List<BaseAim> Purposes { get; private set; } = [];

    /// <summary>Staff that the university has sent there.</summary>
    public int? StaffSent { get; private set; }

    /// <summary>Staff employed there.</summary>
    public int? StaffLocal { get; private set; }

    public string? Activities { get; private set; }

    public string? Website { get; private set; }

    /// <summary>Whether there was such a base on a day; one whose opening nobody knows counts until it closes.</summary>
    public bool IsOpenOn(DateOnly day) => !(OpenedOn > day) && !(ClosedOn < day);
}

/// <summary>One purpose of a base.</summary>
public sealed class BaseAim
{
    public BasePurpose Purpose { get; private set; }
}

public sealed class OverseasBaseRecord : IRecordType<OverseasBase>
{
    public static void Define(Definition<OverseasBase> record)
    {
        record.Named(("海外拠点", "Overseas base"), ("海外拠点", "Overseas bases"), "overseas-bases");
        record.Identity(one => one.Reference);
        record.Caption(one => one.Name);
        record.Visible((one, actor) => actor.Sees(one.Unit));

        record.Line(one => one.Reference, ("拠点番号", "Reference"), 60).Required().Listed().Searched();
        record.Bilingual(one => one.Name, ("名称", "Name")).Required().Listed().Searched();
        record.Code(one => one.Country, ("国・地域", "Country or region"), CodeLists.Countries).Required().Listed();
        record.Line(one => one.City, ("都市", "City"), 120).Listed().Searched();
        record.Link(one => one.Unit, ("担当部局", "Responsible unit")).Listed();
        record.Link(one => one.Host, ("受入機関", "Host organisation"));
        record.Day(one => one.OpenedOn, ("開設日", "Opened on")).Listed();
        record.Day(one => one.ClosedOn, ("閉鎖日", "Closed on")).Listed();
        record.Parts(one => one.Purposes, ("目的", "Purposes"), aim => aim.Choice(a => a.Purpose, ("目的", "Purpose"), Words).Required());
        record.Number(one => one.StaffSent, ("派遣教職員数", "Staff sent there"), 0, 10_000);
        record.Number(one => one.StaffLocal, ("現地採用の教職員数", "Staff employed there"), 0, 10_000);
        record.Note(one => one.Activities, ("活動の内容", "Activities")).Searched();
        record.Line(one => one.Website, ("ウェブサイト", "Website"), 500);

        record.Check("record.ends-before-start", one => one.ClosedOn, one => one.OpenedOn is null || one.ClosedOn is null || one.OpenedOn <= one.ClosedOn,
            ("閉鎖日が開設日より前です。どちらかの日付を直してください。", "The base closes before it opens. Correct one of the two dates."));

        record.Fact("overseas_base", ("海外拠点", "Overseas bases"), fact => fact
            .Date(one => one.OpenedOn)
            .Until(one => one.ClosedOn)
            .Unit(one => one.Unit)
            .Country("country", ("国・地域", "Country or region"), one => one.Country));
    }

    /// <summary>What a purpose is called.</summary>
    public static Text Words(BasePurpose purpose) => purpose switch
    {
        BasePurpose.Recruitment => ("留学生の募集・入試", "Recruitment and admission"),
        BasePurpose.StudentSupport => ("派遣学生の支援", "Support of students abroad"),
        BasePurpose.Teaching => ("教育の実施", "Teaching"),
        BasePurpose.Research => ("共同研究", "Joint research"),
        BasePurpose.Information => ("情報の収集", "Gathering of information"),
        BasePurpose.PublicRelations => ("広報", "Public relations"),
        BasePurpose.Liaison => ("現地機関との連絡", "Liaison with organisations there"),
        BasePurpose.Alumni => ("同窓会の支援", "Alumni"),
        _ => ("その他", "Other"),
    };
}
