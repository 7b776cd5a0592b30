using Kakehashi.Analytics.Facts;
using Kakehashi.Records;
using Kakehashi.Records.Facts;

namespace Kakehashi.Platform.Facts;

/// <summary>From what a record type says of its facts to the tables and rows of the analytic store.</summary>
internal sealed class FactMapping
{
    private readonly FactDefinition definition;
    private readonly FactScope scope;
    private readonly object?[] values;

    public FactMapping(FactDefinition definition, FactScope scope)
    {
        (this.definition, this.scope) = (definition, scope);
        values = new object?[definition.Columns.Count];
    }

    public string Name => definition.Name;

    /// <summary>The kinds of fact of all record types, each with the type it is made from.</summary>
    public static IReadOnlyList<FactSchema> Schemas(RecordTypes types) => [.. types.All.SelectMany(type => type.Facts).Select(Schema)];

    /// <summary>Appends what one record gives; a withdrawn one, or one without its date, gives nothing.</summary>
    public void Append(FactWriter writer, Record record, DateOnly? entered)
    {
        if (record.IsWithdrawn || definition.DateOf?.Invoke(record) is not { } date) return;
        for (var i = 0; i < values.Length; i++) values[i] = definition.Columns[i].Value(record, scope);
        writer.Append(new(record.Number, definition.UnitOf?.Invoke(record), date, definition.UntilOf?.Invoke(record), entered), values);
    }

    private static FactSchema Schema(FactDefinition definition) => new(
        definition.Name,
        definition.Label,
        [.. definition.Columns.Select(column => new FactColumn(column.Name, TypeOf(column.Kind), column.Label, column.IsDimension, column.List) { Within = column.Within, AskedOf = column.AskedOf })],
        lasts: definition.UntilOf is not null);

    private static FactType TypeOf(FactColumnKind kind) => kind switch
    {
        FactColumnKind.Whole => FactType.Whole,
        FactColumnKind.Number => FactType.Number,
        FactColumnKind.Day => FactType.Day,
        FactColumnKind.Flag => FactType.Flag,
        _ => FactType.Text,
    };
}
