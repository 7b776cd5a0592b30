using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>What is exported or provided.</summary>
public enum ControlledItemKind
{
    /// <summary>Goods: the Export Trade Control Order.</summary>
    Goods,

    /// <summary>Technology, with programs: the Foreign Exchange Order.</summary>
    Technology,
}

/// <summary>Where an item stands in Appended Table 1 of the Export Trade Control Order, or the Appended Table of the Foreign Exchange Order.</summary>
public enum ClassificationResult
{
    /// <summary>Rows 1 to 15: list control.</summary>
    Listed,

    /// <summary>Row 16: catch-all controls.</summary>
    CatchAll,

    /// <summary>In no row, e.g. food and wood.</summary>
    NotCovered,
}

/// <summary>該非判定: what one thing is under list control, by whom and from which provisions it was found.</summary>
public sealed class ItemClassification : Record<ItemClassification>
{
    public string Reference { get; private set; } = "";

    public string Item { get; private set; } = "";

    public ControlledItemKind Kind { get; private set; }

    public string? Maker { get; private set; }

    public string? Model { get; private set; }

    public ClassificationResult Result { get; private set; }

    /// <summary>The row with its paragraph, e.g. <c>2(12)</c>.</summary>
    public string? Row { get; private set; }

    /// <summary>The article and number of the ordinance that the finding rests on, and the values that were compared.</summary>
    public string? Basis { get; private set; }

    public string? Document { get; private set; }

    /// <summary>The day as of which the provisions were read: they change nearly each year.</summary>
    public DateOnly? LawAsOf { get; private set; }

    public string JudgedBy { get; private set; } = "";

    public DateOnly? JudgedOn { get; private set; }

    public string? ConfirmedBy { get; private set; }
}

public sealed class ItemClassificationRecord : IRecordType<ItemClassification>
{
    public static void Define(Definition<ItemClassification> record)
    {
        record.Named(("該非判定", "Classification"), ("該非判定", "Classifications"), "item-classifications");
        record.Identity(one => one.Reference);
        record.Caption(one => new($"{one.Reference} {one.Item}", $"{one.Reference} {one.Item}"));
        record.SeenWith(Right.ControlExports);
        record.KeptFrom(one => one.JudgedOn);

        record.Line(one => one.Reference, ("管理番号", "Reference"), 60).Required().Listed().Searched();
        record.Line(one => one.Item, ("貨物・技術の名称", "Goods or technology"), 300).Required().Listed().Searched();
        record.Choice(one => one.Kind, ("区分", "Kind"), Words).Required().Listed();
        record.Line(one => one.Maker, ("製造者", "Maker"), 200).Searched();
        record.Line(one => one.Model, ("型番", "Model"), 200).Searched();
        record.Choice(one => one.Result, ("判定", "Result"), Words).Required().Listed();
        record.Line(one => one.Row, ("項番", "Row"), 40).Listed()
            .Help(("輸出貿易管理令別表第1または外国為替令別表の項番。例：2(12)", "Of Appended Table 1 of the Export Trade Control Order, or that of the Foreign Exchange Order, e.g. 2(12)."));
        record.Note(one => one.Basis, ("判定の根拠", "Basis"))
            .Help(("貨物等省令の条・号と、比べた仕様の値。", "The article and number of the ordinance, and the values compared with it."));
        record.Line(one => one.Document, ("該非判定書", "Document"), 300)
            .Help(("製造者の該非判定書の番号や、保管場所。", "The number of the maker’s certificate, or where it is kept."));
        record.Day(one => one.LawAsOf, ("法令の時点", "Provisions as of")).Required()
            .Help(("この日の法令で判定したもの。改正後は判定し直します。", "The day whose provisions were read. After an amendment it is classified anew."));
        record.Line(one => one.JudgedBy, ("判定者", "Classified by"), 120).Required();
        record.Day(one => one.JudgedOn, ("判定日", "Classified on")).Required().Listed();
        record.Line(one => one.ConfirmedBy, ("確認者", "Confirmed by"), 120);

        record.Check("classification.no-row", one => one.Row, one => one.Result != ClassificationResult.Listed || !string.IsNullOrWhiteSpace(one.Row),
            ("「該当」とするときは、1から15までの項番を入力してください。", "A listed item needs its row, 1 to 15."));
        record.Check("classification.law-after", one => one.LawAsOf, one => one.LawAsOf is not { } law || one.JudgedOn is not { } day || law <= day,
            ("法令の時点は、判定日以前の日にしてください。", "The provisions cannot be of a day after the classification."));
        record.Check("classification.same-person", one => one.ConfirmedBy, one => string.IsNullOrWhiteSpace(one.ConfirmedBy) || one.ConfirmedBy != one.JudgedBy,
            ("確認者は、判定者と別の人にしてください。", "Somebody else than who classified it must confirm it."));
    }

    private static Text Words(ControlledItemKind kind) => kind switch
    {
        ControlledItemKind.Goods => ("貨物", "Goods"),
        _ => ("技術", "Technology"),
    };

    private static Text Words(ClassificationResult result) => result switch
    {
        ClassificationResult.Listed => ("該当(1〜15項)", "Listed: rows 1 to 15"),
        ClassificationResult.CatchAll => ("非該当(16項)", "Not listed: row 16"),
        _ => ("対象外", "In no row"),
    };
}
