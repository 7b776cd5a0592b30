using System.Collections;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>What of a record is personal, and what is there in its place once it is erased.</summary>
public static class Erasable
{
    /// <summary>The fields that are personal, or whose parts have something personal.</summary>
    public static IEnumerable<Field> Fields(RecordType type) => type.Fields.Where(IsPersonal);

    /// <summary>Whether anything of this type can be erased.</summary>
    public static bool Is(RecordType type) => type.Fields.Any(IsPersonal);

    /// <summary>The personal fields of a record that have a value now.</summary>
    internal static IEnumerable<Field> Filled(RecordType type, Record record) => Fields(type).Where(field => field.IsPersonal
        ? !Equals(field.Read(record), Left(field, record.Number))
        : Parts(field, record).Any(part => Subs(field).Any(sub => !Equals(sub.Read(part), Left(sub, record.Number)))))
        .Union(OwnFields.Remnants(type, record).Select(own => type.Field(own.Key) ?? OwnFields.Remnant(own.Key, null)).Where(field => field.IsPersonal));

    /// <summary>The texts that a person may be recognised by: personal lines, of the record and its parts.</summary>
    internal static IEnumerable<string> Lines(RecordType type, Record record) => Fields(type).SelectMany(field => field switch
    {
        LineField => [field.Read(record)],
        PartsField parts => Parts(field, record).SelectMany(part => parts.Part.Fields.Where(sub => sub is LineField && (sub.IsPersonal || field.IsPersonal)).Select(sub => sub.Read(part))),
        _ => Enumerable.Empty<object?>(),
    }).OfType<string>().Where(text => text != LeftText(record.Number)).Distinct(StringComparer.Ordinal);

    /// <summary>The record without what is personal.</summary>
    internal static Record Without(RecordType type, Record record)
    {
        var erased = type.New();
        foreach (var field in type.Fields)
            field.Write(erased, field.IsPersonal ? Left(field, record.Number) : IsPersonal(field) ? Without((PartsField)field, record) : field.Read(record));
        foreach (var (code, stored) in OwnFields.Remnants(type, record))
            if (type.Field(code) is { IsPersonal: false }) erased.SetOwn(code, stored);
        return erased;
    }

    /// <summary>The record as somebody reads it who may not see what is personal.</summary>
    internal static Record Masked(RecordType type, Record record)
    {
        var masked = Without(type, record);
        (masked.Number, masked.Version, masked.IsWithdrawn, masked.IsMasked) = (record.Number, record.Version, record.IsWithdrawn, true);
        return masked;
    }

    /// <summary>Whether words of personal fields are in the search.</summary>
    internal static bool IsSearched(RecordType type) => Fields(type).Any(field => field.IsSearched);

    /// <summary>
    /// What erasing leaves in a field: no value. A line that cannot be empty keeps a text that tells nothing and that no
    /// other record has, since it may be the record's key.
    /// </summary>
    internal static object? Left(Field field, long record) => field switch
    {
        FlagField => false,
        LineField or NoteField when field.IsRequired => LeftText(record),
        _ => null,
    };

    private static string LeftText(long record) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"erased-{record}");

    private static IList Without(PartsField field, Record record)
    {
        var list = field.Part.List();
        foreach (var part in Parts(field, record))
        {
            var erased = field.Part.New();
            foreach (var sub in field.Part.Fields) sub.Write(erased, sub.IsPersonal ? Left(sub, record.Number) : sub.Read(part));
            list.Add(erased);
        }

        return list;
    }

    private static bool IsPersonal(Field field) => field.IsPersonal || Subs(field).Any();

    private static IEnumerable<Field> Subs(Field field) => field is PartsField parts ? parts.Part.Fields.Where(sub => sub.IsPersonal) : [];

    private static IEnumerable<object> Parts(Field field, Record record) => (field.Read(record) as IEnumerable)?.Cast<object>() ?? [];
}
