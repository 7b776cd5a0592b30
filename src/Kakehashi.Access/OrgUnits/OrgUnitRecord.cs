using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Access.OrgUnits;

public sealed class OrgUnitRecord : IRecordType<OrgUnit>
{
    public static void Define(Definition<OrgUnit> record)
    {
        record.Named(("部局", "Org unit"), ("部局", "Org units"), "org-units");
        record.Identity(unit => unit.UnitCode);
        record.Caption(unit => unit.Name);
        record.WrittenWith(Right.Administer);
        record.UnitTree(unit => unit.Parent);

        record.Line(unit => unit.UnitCode, ("部局コード", "Unit code"), 40).Required().Listed().Searched()
            .Help(("学内で使っているコード。取込ではこのコードで照合します。", "The code used within the university; imports match on it."));
        record.Bilingual(unit => unit.Name, ("名称", "Name")).Required().Listed().Searched();
        record.Choice(unit => unit.Kind, ("種別", "Kind"), Words).Required().Listed();
        record.Link(unit => unit.Parent, ("上位組織", "Part of")).Listed()
            .Help(("大学全体の場合は空欄にします。", "Leave empty for the university as a whole."));
        record.Day(unit => unit.OpenedOn, ("設置日", "Opened on"));
        record.Day(unit => unit.ClosedOn, ("廃止日", "Closed on"));

        record.Check("record.ends-before-start", unit => unit.ClosedOn,
            unit => unit.OpenedOn is null || unit.ClosedOn is null || unit.OpenedOn <= unit.ClosedOn,
            ("廃止日が設置日より前です。どちらかの日付を直してください。", "The unit closes before it opens. Correct one of the two dates."));
        record.Check("org-unit.own-parent", unit => unit.Parent,
            unit => unit.Number == 0 || unit.Parent?.Value != unit.Number,
            ("上位組織に自分自身は選べません。", "A unit cannot be part of itself."));
    }

    private static Text Words(OrgUnitKind kind) => kind switch
    {
        OrgUnitKind.University => ("大学全体", "University"),
        OrgUnitKind.Faculty => ("学部", "Faculty"),
        OrgUnitKind.GraduateSchool => ("研究科", "Graduate school"),
        OrgUnitKind.Institute => ("附置研究所", "Research institute"),
        OrgUnitKind.Centre => ("センター", "Centre"),
        OrgUnitKind.Department => ("学科・専攻", "Department"),
        _ => ("事務組織", "Administration"),
    };
}
