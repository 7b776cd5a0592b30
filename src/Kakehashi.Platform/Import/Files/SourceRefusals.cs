using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Every answer "this file cannot be read", each naming the file, the place and what to do.</summary>
internal sealed class SourceRefusals(string fileName)
{
    private readonly string name = Shown(fileName);

    internal Refusal Empty() => Of("file-empty",
        "は中身が空です。データの入ったファイルを選び直してください。",
        "is empty. Choose the file that holds the data.");

    internal Refusal SheetEmpty(string sheet) => Of("file-empty",
        $"のシート「{sheet}」にはデータがありません。シート名を指定するか、ファイルを確かめてください。",
        $"has no data in sheet “{sheet}”. Name the sheet to read, or check the file.");

    internal Refusal WrongKind(Text claimed, Text found) => Of("wrong-kind",
        $"は{claimed.Ja}とされていますが、実際は{found.Ja}です。正しい拡張子にするか、CSV または Excel 形式で保存し直してください。",
        $"is said to be {claimed.En} but really is {found.En}. Give it the right extension, or save it again as CSV or an Excel workbook.");

    internal Refusal NotReadable(Text found) => Of("wrong-kind",
        $"は{found.Ja}であり、取り込めません。CSV または Excel ブック（.xlsx）として保存し直してください。",
        $"is {found.En}, which cannot be imported. Save the data as CSV or as an Excel workbook (.xlsx).");

    internal Refusal Encoding(SourcePlace place, string encoding) => Of("encoding",
        $"の{place.Text.Ja}に、文字コード {encoding} として読めない文字があります。UTF-8 の CSV で保存し直すか、文字コードを指定してください。",
        $"has, at {place.Text.En}, bytes that are no text in the encoding {encoding}. Save it as CSV in UTF-8, or name its encoding.");

    internal Refusal EncodingUnknown() => Of("encoding",
        "の文字コードを判別できません（UTF-8、CP932、EUC-JP、CP1252 のいずれでもありません）。UTF-8 の CSV で保存し直すか、文字コードを指定してください。",
        "is in an encoding that could not be found out (not UTF-8, CP932, EUC-JP or CP1252). Save it as CSV in UTF-8, or name its encoding.");

    internal Refusal Utf16WithoutMark() => Of("encoding",
        "は BOM（先頭の印）のない UTF-16 のようです。UTF-8 の CSV で保存し直すか、文字コードに utf-16 または utf-16BE を指定してください。",
        "seems to be UTF-16 without the mark at its beginning (BOM). Save it as CSV in UTF-8, or name its encoding: utf-16 or utf-16BE.");

    internal Refusal EncodingName(string encoding) => Of("encoding",
        $"に指定された文字コード「{Shown(encoding)}」はありません。utf-8、shift_jis、windows-1252 などを指定してください。",
        $"is to be read in the encoding “{Shown(encoding)}”, which does not exist. Name one such as utf-8, shift_jis or windows-1252.");

    internal Refusal Nul(SourcePlace place) => Of("nul",
        $"の{place.Text.Ja}に NUL 文字（値 0 のバイト）があります。壊れているか、テキストではありません。元のシステムから出力し直してください。",
        $"has a NUL character (a byte of value 0) at {place.Text.En}: it is damaged or no text. Export it again from the system it came from.");

    internal Refusal RowTooLong(SourcePlace place, long limit) => Of("row-too-long",
        $"の{place.Text.Ja}が長すぎます（1行の上限 {Number(limit)}）。行の区切りが失われていないか確かめてください。",
        $"has a row that is too long at {place.Text.En} (limit {Number(limit)}). Check that the line breaks between the rows have not been lost.");

    internal Refusal CellTooLong(SourcePlace place, int limit) => Of("cell-too-long",
        $"の{place.Text.Ja}に長すぎる値があります（1セルの上限 {Number(limit)} 文字）。区切りや引用符が失われていないか確かめてください。",
        $"has a value that is too long at {place.Text.En} (limit {Number(limit)} characters). Check that no separator or quote has been lost.");

    internal Refusal TooManyColumns(SourcePlace place, int limit) => Of("too-many-columns",
        $"の{place.Text.Ja}の列が多すぎます（上限 {Number(limit)} 列）。不要な列を消すか、区切り文字を確かめてください。",
        $"has too many columns at {place.Text.En} (limit {Number(limit)}). Delete the columns that are not needed, or check the separator.");

    internal Refusal UnclosedQuote(SourcePlace place) => Of("unclosed-quote",
        $"の{place.Text.Ja}で始まった引用符が閉じていません。その行の引用符を確かめるか、「引用符なし」を指定してください。",
        $"has a quote at {place.Text.En} that is never closed. Correct the quotes of that line, or state that the file has no quotes.");

    internal Refusal ZipBomb() => Of("zip-bomb",
        "は展開すると異常に大きくなるため、読み込みを中止しました。展開したファイルをそのまま取り込んでください。",
        "unpacks to an unreasonable size, so reading was stopped. Unpack it yourself and import the file inside.");

    internal Refusal NestedArchive() => Of("zip-bomb",
        "は二重に圧縮されています。一度展開してから取り込んでください。",
        "is compressed more than once. Unpack it once and import the result.");

    internal Refusal BrokenArchive() => Of("broken-archive",
        "は壊れているか、途中で切れています。もう一度ダウンロードするか、Excel で開いて保存し直してください。",
        "is damaged or cut off. Download it again, or open it in Excel and save it anew.");

    internal Refusal BrokenSheet(SourcePlace place) => Of("broken-archive",
        $"の{place.Text.Ja}の付近が壊れています。Excel で開いて保存し直してください。",
        $"is damaged near {place.Text.En}. Open it in Excel and save it anew.");

    internal Refusal Encrypted() => Of("encrypted",
        "はパスワードで保護されています。パスワードを外して保存し直してください。",
        "is protected by a password. Save it again without the password.");

    internal Refusal UnsafeXml(string part) => Of("unsafe-xml",
        $"の内部（{Shown(part)}）に、Excel が書かない文書型宣言（DTD）があります。安全のため読み込みません。Excel で保存し直してください。",
        $"holds a document type declaration (DTD) in {Shown(part)}, which Excel never writes. For safety it is not read. Save it again in Excel.");

    internal Refusal TooMuchText() => Of("too-much-text",
        "は文字列の種類が多すぎて Excel 形式では読めません。CSV（UTF-8）で保存し直してください。",
        "holds too many different texts to be read as a workbook. Save it as CSV (UTF-8).");

    internal Refusal TooLarge(long limit) => Of("file-too-large",
        $"はこの形式の上限（{Number(limit >> 20)} MB）を超えています。.xlsx または CSV（UTF-8）で保存し直してください。",
        $"is larger than this format may be ({Number(limit >> 20)} MB). Save it as .xlsx or as CSV (UTF-8).");

    internal Refusal NotATable(Text why) => Of("not-a-table",
        $"から表を取り出せません。{why.Ja}",
        $"holds no table that can be read. {why.En}");

    internal Refusal Json(SourcePlace place, Text why) => Of("json",
        $"の{place.Text.Ja}の JSON が正しくありません。{why.Ja}",
        $"is not correct JSON at {place.Text.En}. {why.En}");

    internal Refusal JsonTooDeep(SourcePlace place, int limit) => Of("json",
        $"の{place.Text.Ja}は、JSON の入れ子が深すぎます（上限 {Number(limit)} 段）。書き出し元で、入れ子の浅い形か CSV で出力し直してください。",
        $"is nested too deeply at {place.Text.En} (limit {Number(limit)} levels). Export it again with less nesting, or as CSV.");

    internal Refusal SheetMissing(string sheet, IEnumerable<string> sheets) => Of("sheet-missing",
        $"にシート「{Shown(sheet)}」がありません。あるのは {List(sheets)} です。",
        $"has no sheet “{Shown(sheet)}”. It has: {List(sheets)}.");

    internal Refusal HeaderMissing(IEnumerable<string> headers) => Of("header-missing",
        $"の先頭100行に、見出し（{List(headers)}）のある行がありません。見出しの行を確かめてください。",
        $"has no row with the headers {List(headers)} among its first 100 rows. Check the header row.");

    internal Refusal HeaderRowMissing(int row) => Of("header-missing",
        $"に見出しの行（{Number(row)}行目）がないか、空です。見出しの行番号を確かめてください。",
        $"has nothing in row {Number(row)}, where the headers should be. Check the number of the header row.");

    internal Refusal DuplicateHeader(string header, int first, int second) => Of("duplicate-header",
        $"の見出し「{Shown(header)}」が2つの列（{ColumnLetters.Of(first)} と {ColumnLetters.Of(second)}）にあります。どちらかの見出しを変えてください。",
        $"has the header “{Shown(header)}” twice, in columns {ColumnLetters.Of(first)} and {ColumnLetters.Of(second)}. Rename one of them.");

    private Refusal Of(string code, string ja, string en) => new("import." + code, ($"ファイル「{name}」{ja}", $"The file “{name}” {en}"));

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Take(20).Select(n => $"“{Shown(n)}”"));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The last part of a name, short and without control characters: it comes from outside.</summary>
    private static string Shown(string text)
    {
        var last = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(120)]);
        return clean.Length == 0 ? "?" : clean;
    }
}
