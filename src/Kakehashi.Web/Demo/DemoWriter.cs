using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Web.Demo;

/// <summary>Writes records of one type from canonical values, given in the order of the fields that were named.</summary>
internal sealed class DemoWriter(ChangeSession session, RecordType type, params string[] codes)
{
    private readonly Field[] fields = [.. codes.Select(code => type.Field(code) ?? throw new ArgumentException($"{type} has no field {code}"))];

    /// <summary>Writes one record and gives its number.</summary>
    public long Write(params ReadOnlySpan<object?> values)
    {
        if (values.Length != fields.Length) throw new ArgumentException($"{type}: {values.Length} values for {fields.Length} fields");
        var record = type.New();
        for (var i = 0; i < fields.Length; i++) fields[i].Write(record, values[i]);
        session.Create(type, record);
        return record.Number;
    }

    /// <summary>A list of parts out of rows of canonical values, each in the order of the part's fields.</summary>
    public object? Parts(string code, params IEnumerable<object?[]> rows)
    {
        var part = ((PartsField)type.Field(code)!).Part;
        var list = part.List();
        foreach (var row in rows)
        {
            var made = part.New();
            for (var i = 0; i < row.Length; i++) part.Fields[i].Write(made, row[i]);
            list.Add(made);
        }

        return list.Count == 0 ? null : list;
    }
}
