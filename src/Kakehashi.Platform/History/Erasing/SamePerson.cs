using System.Data.Common;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>Finds what else is recorded of a person: records of any type with the same text in a personal line.</summary>
public static class SamePerson
{
    /// <summary>The records whose personal lines have one of those of this record, withdrawn ones too.</summary>
    public static async Task<IReadOnlyList<(RecordType Type, Record Record)>> FindAsync(RecordsContext context, Database database, RecordType type, Record record, int most, Actor actor, CancellationToken cancel)
    {
        string[] lines = [.. Erasable.Lines(type, record)];
        var found = new List<(RecordType, Record)>();
        if (lines.Length == 0) return found;
        await context.Database.OpenConnectionAsync(cancel);
        foreach (var other in database.Types.All)
        {
            var numbers = await Numbers(context.Database.GetDbConnection(), database[other], lines, most - found.Count + 1, cancel);
            foreach (var one in await context.LoadAsync(other, numbers, cancel))
                if (one.Number != record.Number && actor.Sees(other, one) && Erasable.Lines(other, one).Intersect(lines, StringComparer.Ordinal).Any()) found.Add((other, one));
        }

        return [.. found.Take(most)];
    }

    private static async Task<List<long>> Numbers(DbConnection connection, RecordTable table, string[] lines, int most, CancellationToken cancel)
    {
        var numbers = new List<long>();
        await using var command = connection.CreateCommand();
        var conditions = Conditions(command, table, lines).ToList();
        if (conditions.Count == 0 || most <= 0) return numbers;
        command.CommandText = $"SELECT id FROM \"{table.Name}\" WHERE {string.Join(" OR ", conditions)} ORDER BY id LIMIT {most}";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private static IEnumerable<string> Conditions(DbCommand command, RecordTable table, string[] lines)
    {
        foreach (var field in Erasable.Fields(table.Type))
            foreach (var line in lines)
            {
                if (field is LineField { IsOwn: false }) yield return $"\"{field.Code}\" = {Parameter(command, line)}";
                // parts and own values are one text of JSON: this finds those that may have it, and they are looked at again
                else if (field is LineField or PartsField) yield return $"\"{(field.IsOwn ? RecordTable.Own : field.Code)}\" LIKE {Parameter(command, $"%{Escaped(line)}%")} ESCAPE '!'";
            }
    }

    private static string Escaped(string line) => JsonSerializer.Serialize(line, Json)
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Json = new() { Encoder = Columns.JsonSettings.Encoder };

    private static string Parameter(DbCommand command, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@p{command.Parameters.Count}", value);
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
