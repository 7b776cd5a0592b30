using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Import.Profiles;

/// <summary>A column of the product's own files.</summary>
/// <param name="Field">The field.</param>
/// <param name="Code">What programs write: the field's code, for a bilingual field with the language behind it.</param>
/// <param name="Header">What people read.</param>
/// <param name="Side">The language, for a bilingual field.</param>
public sealed record TemplateColumn(Field Field, string Code, Text Header, Language? Side);

/// <summary>The product's own CSV and XLSX files of a record type: what is exported can be imported again.</summary>
public static class TemplateProfile
{
    /// <summary>The columns, in order. A file may have them in any order and leave out what it does not change.</summary>
    public static IEnumerable<TemplateColumn> Columns(RecordType type)
    {
        foreach (var field in type.Fields.Where(field => field.WrittenBy == WrittenBy.Form))
        {
            if (field is not BilingualField)
            {
                yield return new(field, field.Code, field.Label, null);
                continue;
            }

            foreach (var side in Languages.All)
                yield return new(field, $"{field.Code}_{side.Code()}", Sided(field.Label, side), side);
        }
    }

    internal static SourceProfile Of(RecordType type) => new()
    {
        Code = type.Route,
        Name = ($"{type.Many.Ja}(本システムの様式)", $"{type.Many.En} (Kakehashi template)"),
        Record = type.Code,
        IsTemplate = true,
        Fields = Columns(type).GroupBy(column => column.Field).ToDictionary(group => group.Key.Code, group => Source([.. group])),
    };

    private static FieldSource Source(TemplateColumn[] columns) => columns is [var one]
        ? Cell(one)
        : new BilingualSource(Cell(columns.First(column => column.Side == Language.Ja)), Cell(columns.First(column => column.Side == Language.En)));

    private static CellSource Cell(TemplateColumn column) => new()
    {
        Columns = [column.Header.Ja, column.Header.En, column.Code],
        Optional = !column.Field.IsRequired || column.Side is not null,
    };

    private static Text Sided(Text label, Language side) => side == Language.Ja
        ? ($"{label.Ja}(日本語)", $"{label.En} (Japanese)")
        : ($"{label.Ja}(英語)", $"{label.En} (English)");
}
