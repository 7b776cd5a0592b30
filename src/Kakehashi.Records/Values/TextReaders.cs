using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Values;

/// <summary>
/// Facet: how a person's text becomes a canonical value. Forms, imports and filters read through it, so that the same
/// words are accepted everywhere. An empty text is no value.
/// </summary>
/// <param name="codes">The code lists.</param>
/// <param name="order">How days are written where that cannot be seen.</param>
public sealed partial class TextReaders(CodeLists codes, DayOrder order = DayOrder.YearFirst) : IFieldKinds<Func<string, Reading>>
{
    /// <inheritdoc/>
    public Func<string, Reading> Line(LineField field) => text => Short(StorableText.Line(text), field.MaxLength);

    /// <inheritdoc/>
    public Func<string, Reading> Note(NoteField field) => text => Short(StorableText.Lines(text), NoteField.MaxLength);

    /// <summary>Reads <c>日本語 || English</c>; a text without the bars is taken for the language it is written in.</summary>
    public Func<string, Reading> Bilingual(BilingualField field) => text =>
    {
        if (PartText.Sides(text) is var (ja, en)) return Sides(field, ja, en);
        return IsJapanese(text) ? Sides(field, text, "") : Sides(field, "", text);
    };

    /// <inheritdoc/>
    public Func<string, Reading> Number(NumberField field) => OrNone(text =>
    {
        if (!long.TryParse(Digits(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Reading.Wrong("value.not-a-number", ($"「{Shown(text)}」は整数ではありません。数字だけで入力してください。", $"“{Shown(text)}” is not a whole number. Use digits only."));
        return number < field.Min || number > field.Max
            ? Reading.Wrong("value.out-of-range", ($"「{Shown(text)}」は範囲外です。{field.Min:N0}から{field.Max:N0}までの値にしてください。", $"“{Shown(text)}” is out of range. Enter a value from {field.Min:N0} to {field.Max:N0}."))
            : new((int)number);
    });

    /// <inheritdoc/>
    public Func<string, Reading> Amount(AmountField field) => OrNone(text =>
        decimal.TryParse(Digits(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && Math.Abs(amount) < 100_000_000_000_000m
            ? new(decimal.Round(amount, AmountField.Scale, MidpointRounding.AwayFromZero))
            : Reading.Wrong("value.not-a-number", ($"「{Shown(text)}」は数値ではありません。例: 12.5", $"“{Shown(text)}” is not a number. Example: 12.5")));

    /// <inheritdoc/>
    public Func<string, Reading> Day(DayField field) => OrNone(text =>
    {
        if (DayText.Read(text, order) is not { } day)
            return Reading.Wrong("value.not-a-day", ($"「{Shown(text)}」は日付として読めないか、存在しない日です。2025-04-01 の形で入力してください。", $"“{Shown(text)}” is not a day that exists, or cannot be read as one. Write it as 2025-04-01."));
        return day < DayField.First || day > DayField.Last
            ? Reading.Wrong("value.day-out-of-range", ($"「{Shown(text)}」はあり得ない年です。西暦の年を確かめてください。", $"“{Shown(text)}” is in a year that cannot be meant. Check the year."))
            : new(day);
    });

    /// <inheritdoc/>
    public Func<string, Reading> Flag(FlagField field) => OrNone(text => CodeList.Fold(text) switch
    {
        "true" or "yes" or "y" or "1" or "はい" or "有" or "○" or "◯" or "〇" or "on" => new(true),
        "false" or "no" or "n" or "0" or "いいえ" or "無" or "×" or "off" => new(false),
        _ => Reading.Wrong("value.not-yes-or-no", ($"「{Shown(text)}」は「はい」か「いいえ」として読めません。", $"“{Shown(text)}” is neither yes nor no.")),
    });

    /// <inheritdoc/>
    public Func<string, Reading> Choice(ChoiceField field) => OrNone(text => OfList(field.Values, text));

    /// <inheritdoc/>
    public Func<string, Reading> Code(CodeField field)
    {
        var list = codes[field.List];
        return OrNone(text => OfList(list, text));
    }

    /// <summary>Reads <c>#123</c> as the record's number; anything else is a key, to be looked up.</summary>
    public Func<string, Reading> Link(LinkField field) => OrNone(text =>
    {
        var key = StorableText.Line(text);
        return key.StartsWith('#') && long.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(number)
            : new(new LinkKey(key));
    });

    /// <inheritdoc/>
    public Func<string, Reading> Place(PlaceField field) => OrNone(text => Records.Place.Read(text.Normalize(NormalizationForm.FormKC)) is { } place
        ? new(place)
        : Reading.Wrong("value.not-a-place", ($"「{Shown(text)}」は緯度・経度として読めません。例: 38.2554, 140.8403", $"“{Shown(text)}” is not a latitude and a longitude. Example: 38.2554, 140.8403")));

    /// <summary>Reads one part a line (or between semicolons), its fields between bars: <c>erasmus | J SENDAI01</c>.</summary>
    public Func<string, Reading> Parts(PartsField field)
    {
        var readers = field.Part.Fields.Select(part => part.Accept(this)).ToArray();
        return text =>
        {
            var list = field.Part.List();
            var pieces = PartText.Split(text).ToList();
            for (var i = 0; i < pieces.Count; i++)
                if (Part(field.Part, readers, pieces[i], list) is { IsWrong: true } wrong) return pieces.Count == 1 ? wrong : InEntry(i + 1, wrong);
            return new(list.Count == 0 ? null : list);
        };
    }

    /// <summary>Whoever mends a cell of several entries must know which one to look at.</summary>
    private static Reading InEntry(int number, Reading wrong) =>
        wrong with { Message = ($"{number}件目: {wrong.Message.Ja}", $"Entry {number}: {wrong.Message.En}") };

    private static Reading Part(PartType type, Func<string, Reading>[] readers, string text, IList list)
    {
        var cells = PartText.Fields(text).ToArray();
        if (cells.Length > readers.Length)
            return Reading.Wrong("value.too-many-parts", ($"「{Shown(text)}」の項目が多すぎます。", $"“{Shown(text)}” has too many items."));
        var part = type.New();
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields[i];
            var cell = i < cells.Length ? cells[i] : "";
            var reading = cell.Length == 0 ? default : readers[i](cell);
            if (reading.IsWrong) return reading;
            if (reading.Value is LinkKey) return LinkInPart(cell);
            if (reading.Value is null && field.IsRequired) return Required(field);
            if (reading.Value is not null) field.Write(part, reading.Value);
        }

        list.Add(part);
        return default;
    }

    /// <summary>The answer to a key where a part links to a record.</summary>
    internal static Reading LinkInPart(string key) =>
        Reading.Wrong("value.link-in-part", ($"「{Shown(key)}」は番号(#123)で指定してください。", $"Give “{Shown(key)}” by its number, as #123."));

    /// <summary>The answer to a missing required value.</summary>
    public static Reading Required(Field field) =>
        Reading.Wrong("value.required", ($"「{field.Label.Ja}」は必須です。値を入力してください。", $"“{field.Label.En}” is required. Enter a value."));

    private static Reading OfList(CodeList list, string text) => list.TryRead(text, out var code)
        ? new(code.Value)
        : Reading.Wrong("value.unknown-code", (
            $"「{Shown(text)}」は一覧({Example(list, Language.Ja)} など)にありません。一覧の値に直すか、取込設定に読み替えを加えてください。",
            $"“{Shown(text)}” is not in the list ({Example(list, Language.En)}, …). Use a value of the list, or add a translation to the import profile."));

    private static string Example(CodeList list, Language language) =>
        string.Join(language == Language.Ja ? "、" : ", ", list.All.Take(4).Select(code => code.Label.In(language)));

    /// <summary>Reads the two sides of a bilingual value.</summary>
    internal static Reading Sides(BilingualField field, string ja, string en)
    {
        var (one, other) = (Short(StorableText.Line(ja), field.MaxLength), Short(StorableText.Line(en), field.MaxLength));
        if (one.IsWrong || other.IsWrong) return one.IsWrong ? one : other;
        var sides = new Bilingual((string?)one.Value, (string?)other.Value);
        return new(sides.IsEmpty ? null : sides);
    }

    private static Reading Short(string text, int max) => text.Length <= max
        ? new(text.Length == 0 ? null : text)
        : Reading.Wrong("value.too-long", ($"長すぎます({text.Length:N0}文字)。{max:N0}文字までにしてください。", $"Too long ({text.Length:N0} characters). Keep it to {max:N0}."));

    private static Func<string, Reading> OrNone(Func<string, Reading> read) => text => string.IsNullOrWhiteSpace(text) ? default : read(text);

    private static bool IsJapanese(string text) => text.Any(c => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff');

    /// <summary>
    /// The digits of a number in the way the program reads them. Commas and spaces are taken out only between groups of
    /// three: <c>12,5</c> may mean twelve and a half, and stays as it is to be refused.
    /// </summary>
    private static string Digits(string text)
    {
        text = text.Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim();
        return Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(?:,[0-9]{3}|\ [0-9]{3})+(?:\.[0-9]+)?$")]
    private static partial Regex Grouped();

    /// <summary>A value as a message quotes it: short, on one line.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 60 ? line : string.Concat(StorableText.Start(line, 57), "…");
    }
}
