using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Community.Headcounts;

/// <summary>How many students of one kind a unit had on a day.</summary>
public sealed class StudentHeadcount : Record<StudentHeadcount>
{
    public Id<OrgUnit>? Unit { get; private set; }

    public DateOnly AsOf { get; private set; }

    public string? Nationality { get; private set; }

    public StudyLevel Level { get; private set; }

    public Sex Sex { get; private set; }

    public bool DegreeSeeking { get; private set; }

    public int? Persons { get; private set; }
}

public sealed class StudentHeadcountRecord : IRecordType<StudentHeadcount>
{
    public static void Define(Definition<StudentHeadcount> record)
    {
        record.Named(("学生数", "Student headcount"), ("学生数", "Student headcounts"), "student-headcounts");
        record.Identity(count => string.Create(CultureInfo.InvariantCulture,
            $"{count.Unit}/{count.AsOf:yyyy-MM-dd}/{count.Nationality}/{count.Level}/{count.Sex}/{count.DegreeSeeking}"));
        record.Caption(count => new(
            $"{count.AsOf:yyyy-MM-dd} {count.Nationality} {PeopleWords.Of(count.Level).Ja}",
            $"{count.AsOf:yyyy-MM-dd} {count.Nationality} {PeopleWords.Of(count.Level).En}"));
        record.Visible((count, actor) => actor.Sees(count.Unit));

        record.Link(count => count.Unit, ("部局", "Org unit")).Listed();
        record.Day(count => count.AsOf, ("基準日", "As of")).Required().Listed();
        record.Code(count => count.Nationality, ("国籍・地域", "Nationality"), CodeLists.Countries).Listed()
            .Help(("不明の場合は空欄にします。", "Leave empty where it is not known."));
        record.Choice(count => count.Level, ("課程", "Level"), PeopleWords.Of, PeopleWords.SpellingsOfLevel).Required().Listed();
        record.Choice(count => count.Sex, ("性別", "Sex"), PeopleWords.Of, PeopleWords.SpellingsOfSex).Required().Listed();
        record.Flag(count => count.DegreeSeeking, ("学位取得目的", "Degree-seeking")).Listed();
        record.Number(count => count.Persons, ("人数", "People"), 0, 1_000_000).Required().Listed();

        record.Fact("student_headcount", ("学生数", "Student headcounts"), fact => fact
            .Date(count => count.AsOf)
            .Unit(count => count.Unit)
            .Country("nationality", ("国籍・地域", "Nationality"), count => count.Nationality)
            .Fields(nameof(StudentHeadcount.Level), nameof(StudentHeadcount.Sex), nameof(StudentHeadcount.DegreeSeeking), nameof(StudentHeadcount.Persons)));
    }
}
