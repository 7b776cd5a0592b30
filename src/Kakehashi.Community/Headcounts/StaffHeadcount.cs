using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Community.Headcounts;

/// <summary>How many staff of one kind a unit had on a day.</summary>
public sealed class StaffHeadcount : Record<StaffHeadcount>
{
    public Id<OrgUnit>? Unit { get; private set; }

    public DateOnly AsOf { get; private set; }

    public string? Nationality { get; private set; }

    public StaffCategory Category { get; private set; }

    public Sex Sex { get; private set; }

    public int? Persons { get; private set; }
}

public sealed class StaffHeadcountRecord : IRecordType<StaffHeadcount>
{
    public static void Define(Definition<StaffHeadcount> record)
    {
        record.Named(("教職員数", "Staff headcount"), ("教職員数", "Staff headcounts"), "staff-headcounts");
        record.Identity(count => string.Create(CultureInfo.InvariantCulture,
            $"{count.Unit}/{count.AsOf:yyyy-MM-dd}/{count.Nationality}/{count.Category}/{count.Sex}"));
        record.Caption(count => new(
            $"{count.AsOf:yyyy-MM-dd} {count.Nationality} {PeopleWords.Of(count.Category).Ja}",
            $"{count.AsOf:yyyy-MM-dd} {count.Nationality} {PeopleWords.Of(count.Category).En}"));
        record.Visible((count, actor) => actor.Sees(count.Unit));

        record.Link(count => count.Unit, ("部局", "Org unit")).Listed();
        record.Day(count => count.AsOf, ("基準日", "As of")).Required().Listed();
        record.Code(count => count.Nationality, ("国籍・地域", "Nationality"), CodeLists.Countries).Listed()
            .Help(("不明の場合は空欄にします。", "Leave empty where it is not known."));
        record.Choice(count => count.Category, ("区分", "Category"), PeopleWords.Of).Required().Listed();
        record.Choice(count => count.Sex, ("性別", "Sex"), PeopleWords.Of, PeopleWords.SpellingsOfSex).Required().Listed();
        record.Number(count => count.Persons, ("人数", "People"), 0, 1_000_000).Required().Listed();

        record.Fact("staff_headcount", ("教職員数", "Staff headcounts"), fact => fact
            .Date(count => count.AsOf)
            .Unit(count => count.Unit)
            .Country("nationality", ("国籍・地域", "Nationality"), count => count.Nationality)
            .Fields(nameof(StaffHeadcount.Category), nameof(StaffHeadcount.Sex), nameof(StaffHeadcount.Persons)));
    }
}
