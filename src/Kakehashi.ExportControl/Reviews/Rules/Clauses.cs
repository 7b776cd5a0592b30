using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>The provisions that findings rest on, as they are cited.</summary>
internal static class Clauses
{
    public static Text Compliance { get; } = ("外為法第55条の10、輸出者等遵守基準を定める省令", "FEFTA Art. 55-10; Order on the Compliance Requirements for Exporters");

    public static Text Residence { get; } = ("外為法第6条第1項第5号・第6号、外国為替法令の解釈及び運用について", "FEFTA Art. 6(1)(v) and (vi), and its interpretation notice");

    public static Text Categories { get; } = ("外為法第25条第1項、役務通達1(3)サ(特定類型)", "FEFTA Art. 25(1); notice on services 1(3)sa (specific categories)");

    public static Text Technology { get; } = ("外為法第25条第1項、外国為替令第17条第1項", "FEFTA Art. 25(1); Foreign Exchange Order Art. 17(1)");

    public static Text Inform { get; } = ("輸出令第4条第1項第3号・第4号、貿易外省令第9条第2項第7号(インフォーム要件)", "Export Trade Control Order Art. 4(1)(iii) and (iv); Order on Trade Relation Invisible Trade Art. 9(2)(vii) (inform)");

    public static Text GroupA { get; } = ("輸出令別表第3", "Export Trade Control Order, Appended Table 3");

    public static Text CatchAll { get; } = ("輸出令別表第1の16の項、外国為替令別表の16の項", "Export Trade Control Order, Appended Table 1, row 16; Foreign Exchange Order, Appended Table, row 16");

    public static Text WeaponsUse { get; } = ("核兵器等開発等省令・同告示(用途要件)、別表の16の項", "Order and notice on the development of nuclear weapons and the like (use); row 16");

    public static Text ConventionalUse { get; } = ("通常兵器開発等省令・同告示(用途要件)、別表の16の項", "Order and notice on the development of conventional weapons (use); row 16");

    public static Text User { get; } = ("核兵器等開発等省令・通常兵器開発等省令と各告示(需要者要件)、外国ユーザーリスト", "Orders and notices on the development of weapons (user); Foreign End User List");

    public static Text Clear { get; } = ("大量破壊兵器等及び通常兵器に係る補完的輸出規制に関する輸出手続等について(明らかガイドライン)", "Notice on the procedures of the complementary export controls (clearly otherwise)");

    /// <summary>The row of list control.</summary>
    public static Text List(ControlledItemKind? kind, string? row) => kind == ControlledItemKind.Goods
        ? ($"外為法第48条第1項、輸出令別表第1の{row ?? "1〜15"}の項", $"FEFTA Art. 48(1); Export Trade Control Order, Appended Table 1, row {row ?? "1 to 15"}")
        : ($"外為法第25条第1項、外国為替令別表の{row ?? "1〜15"}の項", $"FEFTA Art. 25(1); Foreign Exchange Order, Appended Table, row {row ?? "1 to 15"}");

    /// <summary>An exemption.</summary>
    public static Text Of(ListExemption exemption) => exemption switch
    {
        ListExemption.PublicDomain => ("貿易外省令第9条第2項第9号", "Order on Trade Relation Invisible Trade Art. 9(2)(ix)"),
        ListExemption.BasicResearch => ("貿易外省令第9条第2項第10号", "Order on Trade Relation Invisible Trade Art. 9(2)(x)"),
        ListExemption.PatentApplication => ("貿易外省令第9条第2項第11号", "Order on Trade Relation Invisible Trade Art. 9(2)(xi)"),
        _ => ("輸出令第4条、貿易外省令第9条第2項", "Export Trade Control Order Art. 4; Order on Trade Relation Invisible Trade Art. 9(2)"),
    };
}
