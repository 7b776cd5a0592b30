using System.Text.Json;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Api;

/// <summary>History, search, code lists and what record types there are.</summary>
internal static class LookupEndpoints
{
    private const int UsualHits = 20;
    private const int MostHits = 200;
    private const int UsualCodes = 1_000;
    private const int MostCodes = 10_000;
    private const int UsualChanges = 100;
    private const int MostChanges = 1_000;

    public static async Task<IResult> History(ApiCall call)
    {
        if (call.Limit(UsualChanges, MostChanges) is not { IsDone: true, Value: var limit }) return RecordEndpoints.Refuse(call.Limit(UsualChanges, MostChanges));
        var cursor = call.Http.Request.Query["cursor"].ToString();
        if (!int.TryParse(cursor.Length == 0 ? $"{int.MaxValue}" : cursor, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var before)) return new ApiProblem(ApiRefusals.BadCursor);
        await using var context = call.Database.Read();
        var found = await RecordEndpoints.Find(call, context);
        if (!found.IsDone) return RecordEndpoints.Refuse(found);
        // the first change of all made version 1: what has led to a later one has something before it
        var (type, record) = found.Value;
        if (!record.IsMasked) call.Look(type, [record]);
        var history = await context.HistoryAsync(call.Number, before, limit, call.Cancel);
        var next = history.Count == limit && history[^1].Change.Version > 1 ? history[^1].Change.Version : (int?)null;
        return Items(history, next?.ToString(System.Globalization.CultureInfo.InvariantCulture), (json, entry) =>
        {
            json.WriteString("at", entry.Set.At);
            json.WriteString("actor", entry.Set.Actor);
            json.WriteString("origin", entry.Set.Origin);
            json.WriteNumber("change_set", entry.Set.Id);
            json.WriteNumber("version", entry.Change.Version);
            json.WriteString("kind", entry.Change.Kind);
            if (entry.Set.Batch is { } batch) json.WriteNumber("batch", batch);
            if (entry.Change.Row is { } row) json.WriteNumber("row", row);
            // what was personal in it is told from the rest only by taking the whole apart: so the whole is left out
            var isMasked = record.IsMasked && Redaction.Of(type, entry.Change).Fields.Count > 0;
            if (isMasked) json.WriteBoolean(RecordJson.Masked, true);
            json.WritePropertyName("values");
            if (entry.Change.Values is { } values && !isMasked) json.WriteRawValue(values);
            else json.WriteNullValue();
        });
    }

    public static async Task<IResult> Search(ApiCall call)
    {
        var query = call.Http.Request.Query;
        if (string.IsNullOrWhiteSpace(query["q"])) return new ApiProblem(ApiRefusals.NoWords);
        if (call.Limit(UsualHits, MostHits) is not { IsDone: true, Value: var limit }) return RecordEndpoints.Refuse(call.Limit(UsualHits, MostHits));
        if (query["type"].ToString() is { Length: > 0 } only && call.Database.Types.AtRoute(only) is null) return new ApiProblem(ApiRefusals.NoSuchType(only, call.Database.Types));
        await using var context = call.Database.Read();
        var hits = await Hits(call, context, query["q"].ToString(), call.Database.Types.AtRoute(query["type"].ToString()), limit);
        return Items(hits, (json, hit) =>
        {
            json.WriteString("type", hit.Type.Code);
            json.WriteNumber(RecordJson.Id, hit.Record.Number);
            json.WriteString("href", RecordJson.Address(hit.Type, hit.Record.Number));
            ApiJson.Write(json, "caption", hit.Type.Caption(hit.Record));
        });
    }

    public static Task<IResult> Codes(ApiCall call)
    {
        var name = call.RouteText("list");
        if (!call.Codes.Names.Contains(name)) return Done(new ApiProblem(ApiRefusals.NoSuchList(name)));
        if (call.Limit(UsualCodes, MostCodes) is not { IsDone: true, Value: var limit }) return Done(RecordEndpoints.Refuse(call.Limit(UsualCodes, MostCodes)));
        return Done(Items(Matching(call.Codes[name], call.Http.Request.Query["q"].ToString()).Take(limit), (json, code) =>
        {
            json.WriteString("value", code.Value);
            ApiJson.Write(json, "label", code.Label);
            json.WriteString("parent", code.Parent);
        }));
    }

    public static Task<IResult> Types(ApiCall call) => Done(Items(call.Database.Types.All.Where(call.Actor.MaySee), (json, type) =>
    {
        json.WriteString("code", type.Code);
        json.WriteString("href", $"{RecordsApi.Root}/{type.Route}");
        ApiJson.Write(json, "one", type.One);
        ApiJson.Write(json, "many", type.Many);
        json.WriteStartArray("fields");
        foreach (var field in type.Fields) FieldJson.Write(json, field, call.Database.Types);
        json.WriteEndArray();
    }));

    private static async Task<IReadOnlyList<RecordEndpoints.Found>> Hits(ApiCall call, RecordsContext context, string words, RecordType? only, int limit)
    {
        await context.Database.OpenConnectionAsync(call.Cancel);
        var numbers = call.Database.Search.Best(context.Database.GetDbConnection(), words, only?.Code, limit);
        var rank = numbers.Select((number, i) => (number, i)).ToDictionary(pair => pair.number, pair => pair.i);
        var hits = new List<RecordEndpoints.Found>();
        // numbers are of the whole database: each is found in the table of one type
        foreach (var type in only is null ? call.Database.Types.All : [only])
        {
            if (hits.Count == numbers.Count) break;
            foreach (var record in await context.LoadAsync(type, numbers, call.Cancel))
                if (!record.IsWithdrawn && call.Actor.ByWords(type).Sees(type, record)) hits.Add(new(type, record.ShownTo(type, call.Actor)));
        }

        return [.. hits.OrderBy(hit => rank[hit.Record.Number])];
    }

    /// <summary>First those that begin with the words, then those that hold them; spelling folded as imports do.</summary>
    private static IEnumerable<Code> Matching(CodeList list, string words)
    {
        var asked = CodeList.Fold(words);
        if (asked.Length == 0) return list.All;
        var exact = list.TryRead(words, out var meant) ? meant : null;
        return list.All.Select(code => (code, rank: code == exact ? 0 : Rank(code, asked))).Where(pair => pair.rank < 3).OrderBy(pair => pair.rank).Select(pair => pair.code);
    }

    private static int Rank(Code code, string asked)
    {
        string[] spellings = [CodeList.Fold(code.Value), CodeList.Fold(code.Label.Ja), CodeList.Fold(code.Label.En)];
        return spellings.Any(spelling => spelling.StartsWith(asked, StringComparison.Ordinal)) ? 1
            : spellings.Skip(1).Any(spelling => spelling.Contains(asked, StringComparison.Ordinal)) ? 2
            : 3;
    }

    private static ApiAnswer Items<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => new(json =>
    {
        json.WriteStartObject();
        WriteItems(json, items, write);
        json.WriteEndObject();
    });

    private static ApiAnswer Items<T>(IEnumerable<T> items, string? next, Action<Utf8JsonWriter, T> write) => new(json =>
    {
        json.WriteStartObject();
        WriteItems(json, items, write);
        json.WriteString("next", next);
        json.WriteEndObject();
    });

    private static void WriteItems<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Task<IResult> Done(IResult result) => Task.FromResult(result);
}
