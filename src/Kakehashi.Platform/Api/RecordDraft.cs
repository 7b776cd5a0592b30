using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Api;

/// <summary>A record as a client would have it, read from JSON by the same rules as a form, and not written yet.</summary>
internal sealed class RecordDraft
{
    private readonly RecordType type;
    private readonly Record before;
    private readonly List<Problem> problems = [];
    private readonly List<(LinkField Field, string Key)> keys = [];

    private RecordDraft(RecordType type, Record? before)
    {
        this.type = type;
        (this.before, Record) = (before ?? type.New(), type.New());
        Record.Number = this.before.Number;
        foreach (var field in type.Fields) field.Write(Record, field.Read(this.before));
    }

    public Record Record { get; }

    /// <summary>
    /// Reads the whole record: what is not in the JSON has no value afterwards, but for fields that only operations
    /// write. <paramref name="before"/> is null for a new record.
    /// </summary>
    public static async Task<Result<Record>> ReadAsync(ApiCall call, RecordType type, Record? before, JsonObject body)
    {
        var draft = new RecordDraft(type, before);
        using var json = JsonDocument.Parse(body.ToJsonString());
        draft.CheckNames(json.RootElement);
        var readers = new JsonReaders(call.Texts);
        foreach (var field in type.Fields) draft.Take(field, readers, json.RootElement);
        await draft.ResolveKeys(call);
        draft.CheckWhole();
        return draft.problems.Count > 0 ? ApiRefusals.Invalid(draft.problems) : draft.Record;
    }

    private void Take(Field field, JsonReaders readers, JsonElement json)
    {
        var isGiven = json.TryGetProperty(field.Code, out var value);
        var reading = isGiven && value.ValueKind != JsonValueKind.Null ? field.Accept(readers)(value) : default;
        if (reading.IsWrong)
        {
            problems.Add(reading.ProblemOf(field));
        }
        else if (field.WrittenBy == WrittenBy.Operation)
        {
            // what a GET gave may be sent back, but not changed
            if (isGiven && !SameValues.Are(field, reading.Value, field.Read(before))) problems.Add(FieldProblems.ByOperation(field));
        }
        else if (reading.Value is null && field.IsRequired)
        {
            problems.Add(TextReaders.Required(field).ProblemOf(field));
        }
        else if (reading.Value is LinkKey key)
        {
            keys.Add(((LinkField)field, key.Key));
        }
        else
        {
            field.Write(Record, reading.Value);
        }
    }

    private async Task ResolveKeys(ApiCall call)
    {
        if (keys.Count == 0) return;
        var types = call.Database.Types;
        await using var context = call.Database.Read();
        foreach (var group in keys.GroupBy(link => link.Field.Target))
        {
            var found = await context.ResolveAsync(types[group.Key], [.. group.Select(link => link.Key).Distinct()], call.Cancel);
            foreach (var (field, key) in group)
            {
                if (found.TryGetValue(key, out var number)) field.Write(Record, number);
                else problems.Add(FieldProblems.Unresolved(field.Code, types[group.Key], key));
            }
        }
    }

    private void CheckWhole()
    {
        var wrong = problems.Select(problem => problem.Field).ToHashSet();
        problems.AddRange(RecordProblems.Of(type, Record).Where(problem => !problem.IsWarning && !wrong.Contains(problem.Field)));
        if (problems.Count == 0) problems.AddRange(SameValues.Guarded(type, before.Number > 0 ? before : null, Record));
    }

    private void CheckNames(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (type.Field(property.Name) is { } field) problems.AddRange(UnknownIn(field, property.Value));
            else if (!IsOfTheEngine(property)) problems.Add(FieldProblems.Unknown(property.Name, property.Name, type.Fields.Select(one => one.Code)));
        }
    }

    /// <summary>What the engine answered may be sent back as it was; it is not read.</summary>
    private bool IsOfTheEngine(JsonProperty property)
    {
        var isSame = property.Name switch
        {
            RecordJson.Links => true,
            RecordJson.Id => property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var number) && number == before.Number && number > 0,
            RecordJson.Version => property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var version) && version == before.Version && version > 0,
            RecordJson.IsWithdrawn => property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False && property.Value.GetBoolean() == before.IsWithdrawn,
            _ => false,
        };
        if (isSame || property.Name is not (RecordJson.Id or RecordJson.Version or RecordJson.IsWithdrawn)) return isSame;
        problems.Add(FieldProblems.OfTheEngine(property.Name));
        return true;
    }

    private static IEnumerable<Problem> UnknownIn(Field field, JsonElement value)
    {
        if (field is PartsField { Part: var part } && value.ValueKind == JsonValueKind.Array)
        {
            return from item in value.EnumerateArray()
                   where item.ValueKind == JsonValueKind.Object
                   from inner in item.EnumerateObject()
                   from problem in part.Fields.FirstOrDefault(sub => sub.Code == inner.Name) is { } known
                       ? UnknownIn(known, inner.Value).Select(problem => problem with { Field = field.Code })
                       : [FieldProblems.Unknown(field.Code, inner.Name, part.Fields.Select(sub => sub.Code))]
                   select problem;
        }

        if (value.ValueKind != JsonValueKind.Object) return [];
        string[] names = field is PlaceField ? ["latitude", "longitude"] : field is BilingualField ? ["ja", "en"] : [];
        if (names.Length == 0) return [];
        var kinds = field is PlaceField ? JsonValueKind.Number : JsonValueKind.String;
        return value.EnumerateObject()
            .Where(inner => !names.Contains(inner.Name) || (inner.Value.ValueKind != kinds && inner.Value.ValueKind != JsonValueKind.Null))
            .Select(inner => names.Contains(inner.Name) ? FieldProblems.WrongInner(field, inner.Name) : FieldProblems.Unknown(field.Code, inner.Name, names));
    }
}
