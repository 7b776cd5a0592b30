using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.ExportControl.Lists;

/// <summary>A file turned out to be no list that can be relied on; it never leaves this room, whose readers answer with its refusal.</summary>
internal sealed class ListFault(Refusal refusal) : Exception(refusal.Message.En)
{
    internal Refusal Refusal { get; } = refusal;
}

/// <summary>Where in a list something is, as the person who opens the file finds it.</summary>
internal readonly record struct ListPlace(Text Text)
{
    internal static ListPlace Row(long row) => new((Number($"{row}行目"), Number($"row {row}")));

    internal static ListPlace Line(long line) => new((Number($"{line}行目付近"), Number($"about line {line}")));

    internal static ListPlace Cell(long row, int column) =>
        new((Number($"{row}行目（セル{ColumnLetters.Of(column)}{row}）"), Number($"row {row} (cell {ColumnLetters.Of(column)}{row})")));

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Every answer "this list is not taken", each naming the file, the place and what to do. A list is taken whole or not at all.</summary>
internal sealed class ListRefusals(string fileName)
{
    private readonly string name = ListText.Shown(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);

    internal ListFault TooLarge(long bytes) => Of("file-too-large",
        $"大きすぎます（上限 {bytes >> 20} MB）。リストのファイルか確かめてください。", $"it is too large (limit {bytes >> 20} MB). Check that it is the file of the list.");

    internal ListFault TooMuch() => Of("too-much",
        "内容が多すぎるため、読み込みを中止しました。リストのファイルか確かめてください。", "it holds too much, so reading was stopped. Check that it is the file of the list.");

    internal ListFault Sheets(string first, string second) => Of("sheets",
        $"シート「{ListText.Shown(first)}」と「{ListText.Shown(second)}」の両方にリストがあります。どちらか一方だけのファイルにしてください。",
        $"both of its sheets “{ListText.Shown(first)}” and “{ListText.Shown(second)}” hold a list. Make it a file of one of them.");

    internal ListFault Empty() => Of("empty",
        "リストの行が一つもありません。公表元から、もう一度ダウンロードしてください。", "it has no entry at all. Download it again from the publisher.");

    internal ListFault Dates() => Of("dates",
        "適用日が公表日より前になっています。公表元のページで日付を確かめてください。", "it would be in force before it was published. Check the dates on the publisher's page.");

    internal ListFault ColumnMissing(Text header, IEnumerable<string> found) => Of("column-missing",
        $"「{header.Ja}」の列がありません。ある列は {Names(found)} です。見出しを変えていないファイルを選んでください。",
        $"the column “{header.En}” is missing. The columns are: {Names(found)}. Choose the file with its headers unchanged.");

    internal ListFault ColumnUnknown(string header, Text known) => Of("column-unknown",
        $"列「{ListText.Shown(header)}」は様式にありません。使える列は {known.Ja} です。", $"the column “{ListText.Shown(header)}” is not of the template. Its columns are: {known.En}.");

    internal ListFault Columns(ListPlace place, int found, int expected) => Of("columns", place,
        $"列が {found} あります（正しくは {expected}）。別のファイルを選んだか、途中で切れています。もう一度ダウンロードしてください。",
        $"it has {found} columns instead of {expected}: another file, or cut off. Download it again.");

    internal ListFault Missing(ListPlace place, Text what) => Of("value-missing", place,
        $"{what.Ja}がありません。公表元のファイルで確かめ、もう一度ダウンロードしてください。", $"{what.En} is missing. Compare with the publisher's file and download it again.");

    internal ListFault NoNumber(ListPlace place, string text) => Of("number", place,
        $"「{ListText.Shown(text)}」は番号ではありません。注記の行があれば消してください。", $"“{ListText.Shown(text)}” is no number. If the row is a note, delete it.");

    internal ListFault Gap(ListPlace place, long expected, long found) => Of("number-gap", place,
        $"番号が {expected} ではなく {found} です。行が抜けたか、並べ替えられています。公表されたままのファイルを選んでください。",
        $"the number is {found} where {expected} should follow: a row is missing or out of order. Choose the file as it was published.");

    internal ListFault NumberTwice(ListPlace place, string number) => Of("number-twice", place,
        $"番号「{ListText.Shown(number)}」が2回あります。どちらかを直してください。", $"the number “{ListText.Shown(number)}” appears twice. Correct one of them.");

    internal ListFault Country(ListPlace place, string text) => Of("country-unknown", place,
        $"国・地域「{ListText.Shown(text)}」が分かりません。つづりを確かめるか、国・地域の別表記に加えてください。",
        $"the country or area “{ListText.Shown(text)}” is unknown. Check its spelling, or add it to the other spellings of countries.");

    internal ListFault Disagreement(ListPlace place, string text) => Of("languages-disagree", place,
        $"「{ListText.Shown(text)}」の日本語と英語が一致しません。公表元に確かめてください。", $"Japanese and English do not agree in “{ListText.Shown(text)}”. Ask the publisher.");

    internal ListFault Unknown(ListPlace place, Text what, string text, Text known) => Of("value-unknown", place,
        $"{what.Ja}「{ListText.Shown(text)}」が分かりません。分かるのは {known.Ja} です。公表元が様式を変えた場合は、読み取りの更新が要ります。",
        $"the {what.En} “{ListText.Shown(text)}” is unknown; known are {known.En}. If the publisher has changed the form, reading it must be updated.");

    internal ListFault CellError(ListPlace place, string text) => Of("cell-error", place,
        $"表計算のエラー（{ListText.Shown(text)}）があります。公表されたままのファイルを選んでください。", $"it holds an error of the spreadsheet ({ListText.Shown(text)}). Choose the file as it was published.");

    internal ListFault Orphan(ListPlace place, string number) => Of("orphan", place,
        $"番号「{ListText.Shown(number)}」は主たる表にありません。同じ日のファイルをそろえてください。", $"the number “{ListText.Shown(number)}” is not in the main file. Take all files of the same day.");

    internal ListFault Xml(ListPlace place) => Of("xml", place,
        "XML として正しくないか、このリストにはない文書型宣言（DTD）があります。もう一度ダウンロードしてください。",
        "it is not correct XML, or holds a document type declaration (DTD), which this list never has. Download it again.");

    private ListFault Of(string code, string ja, string en) => new(new("list." + code, ($"ファイル「{name}」：{ja}", $"The file “{name}”: {en}")));

    private ListFault Of(string code, ListPlace place, string ja, string en) =>
        new(new("list." + code, ($"ファイル「{name}」の{place.Text.Ja}：{ja}", $"The file “{name}”, {place.Text.En}: {en}")));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Where(n => n.Length > 0).Take(20).Select(n => $"“{ListText.Shown(n)}”"));
}
