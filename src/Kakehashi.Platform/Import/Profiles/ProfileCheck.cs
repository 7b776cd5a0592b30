using System.Text.RegularExpressions;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import.Profiles;

/// <summary>Holds a profile against the record types, so that its mistakes are found before a file is.</summary>
internal sealed class ProfileCheck(ProfileReader reader, RecordTypes types, TextReaders texts)
{
    /// <exception cref="ProfileFault">The first mistake.</exception>
    public void Check(SourceProfile profile)
    {
        var type = types.WithCode(profile.Record) ?? throw reader.FaultAt(null, ($"「{profile.Record}」というデータの種類はありません。使えるもの: {string.Join(", ", types.All)}", $"there is no record type '{profile.Record}'; known: {string.Join(", ", types.All)}"));
        if (profile.CountInto is { } into && type.Field(into) is not NumberField) throw reader.FaultAt(null, ($"count_into: {type} に「{into}」という数の項目はありません。", $"count_into: {type} has no number field '{into}'"));
        foreach (var (code, source) in profile.Fields)
            Source(source, type.Field(code) ?? throw reader.FaultAt(source, ($"{type} に「{code}」という項目はありません。使えるもの: {Codes(type.Fields)}", $"{type} has no field '{code}'; known: {Codes(type.Fields)}")));
    }

    private void Source(FieldSource source, Field field)
    {
        switch (source)
        {
            case CellSource cell:
                Cell(cell, field);
                break;
            case BilingualSource sides when field is BilingualField:
                foreach (var side in (CellSource?[])[sides.Ja, sides.En])
                    if (side is not null) Pattern(side);
                break;
            case PlaceSource place when field is PlaceField:
                Pattern(place.Latitude);
                Pattern(place.Longitude);
                break;
            case PartsSource parts when field is PartsField list:
                foreach (var part in parts.Parts) Part(part, list);
                break;
            default:
                throw reader.FaultAt(source, (
                    $"「{field.Code}」はこの書き方では読めません。ja・en は日英併記の項目、latitude・longitude は位置、parts は一覧に使います。",
                    $"'{field.Code}' cannot be read this way: ja and en are for bilingual fields, latitude and longitude for places, parts for lists"));
        }
    }

    private void Part(PartSource part, PartsField list)
    {
        foreach (var (code, cell) in part.Fields)
            Cell(cell, list.Part.Fields.FirstOrDefault(field => field.Code == code) ?? throw reader.FaultAt(cell, ($"「{list.Code}」に「{code}」という項目はありません。使えるもの: {Codes(list.Part.Fields)}", $"a part of '{list.Code}' has no field '{code}'; known: {Codes(list.Part.Fields)}")));
    }

    private void Cell(CellSource cell, Field field)
    {
        Pattern(cell);
        if (cell.IsRowKey && field is not LineField) throw reader.FaultAt(cell, ($"row_key は1行の文字列の項目に使います。「{field.Code}」には使えません。", $"row_key is for a line of text, which '{field.Code}' is not"));
        if (cell.Constant is { } constant) Value(constant, field, cell);
        // with extract, prefix or suffix a translation is not yet what is read
        if (cell.Extract is not null || cell.Prefix.Length + cell.Suffix.Length > 0) return;
        foreach (var translated in cell.Values.Values.Where(value => value.Length > 0)) Value(translated, field, cell);
    }

    private void Value(string text, Field field, CellSource cell)
    {
        if (field.Accept(texts)(text) is { IsWrong: true } wrong) throw reader.FaultAt(cell, ($"「{text}」は「{field.Code}」の値として使えません。{wrong.Message.Ja}", $"'{text}' is no value of '{field.Code}': {wrong.Message.En}"));
    }

    private void Pattern(CellSource cell)
    {
        if (cell.Extract is null) return;
        try
        {
            if (new Regex(cell.Extract, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).GetGroupNumbers().Length < 2)
                throw reader.FaultAt(cell, ($"extract「{cell.Extract}」にグループがありません。取り出す値を ( ) で囲んでください。", $"extract '{cell.Extract}' has no group: put the value in parentheses"));
        }
        catch (RegexParseException wrong)
        {
            throw reader.FaultAt(cell, ($"extract が正規表現として読めません({wrong.Message})。", $"extract is no regular expression: {wrong.Message}"));
        }
    }

    private static string Codes(IEnumerable<Field> fields) => string.Join(", ", fields.Select(field => field.Code));
}
