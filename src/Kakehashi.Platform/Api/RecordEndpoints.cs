using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kakehashi.Platform.Api;

/// <summary>Reading and writing records of any type.</summary>
internal static class RecordEndpoints
{
    public const int UsualPage = 100;
    public const int LargestPage = 500;

    public static async Task<IResult> List(ApiCall call)
    {
        if (call.Type() is not { IsDone: true, Value: { } type }) return Refuse(call.Type());
        if (call.Limit(UsualPage, LargestPage) is not { IsDone: true, Value: var limit }) return Refuse(call.Limit(UsualPage, LargestPage));
        var query = await ListAddress.ReadAsync(call.Workspace, type, call.Http.Request.Query, ["cursor", "limit"], call.Cancel);
        if (!query.IsDone) return Refuse(query);
        await using var context = call.Database.Read();
        var walk = new RecordWalk(call.Database, context, type, query.Value, call.Actor);
        var after = ListCursor.Read(call.Http.Request.Query["cursor"].ToString(), walk.Order);
        if (!after.IsDone) return Refuse(after);
        // one more than asked for tells whether there is a next page
        var found = await walk.NextAsync(after.Value, limit + 1, call.Cancel);
        var page = found.Take(limit).ToArray();
        var next = found.Count > limit ? ListCursor.Write(walk.Order, walk.PlaceOf(page[^1])) : null;
        call.Look(type, page);
        var writer = new RecordJson(type);
        var captions = await writer.CaptionsAsync(call, context, page);
        return new ApiAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var record in page) writer.Write(json, record, captions);
            json.WriteEndArray();
            json.WriteString("next", next);
            json.WriteEndObject();
        })
        { Headers = next is null ? [] : [("Link", $"<{NextPage(call.Http.Request, next)}>; rel=\"next\"")] };
    }

    public static async Task<IResult> Get(ApiCall call)
    {
        await using var context = call.Database.Read();
        var found = await Find(call, context);
        return found.IsDone ? await Answer(call, found.Value) : Refuse(found);
    }

    public static async Task<IResult> Create(ApiCall call)
    {
        if (call.Type() is not { IsDone: true, Value: { } type }) return Refuse(call.Type());
        if (!call.Actor.MayEnter(type)) throw new NotAllowedException(call.Actor, type.WrittenWith);
        var body = await ApiBody.ReadAsync(call.Http.Request, isPatch: false, call.Cancel);
        if (!body.IsDone) return Refuse(body);
        var draft = await RecordDraft.ReadAsync(call, type, null, body.Value);
        if (!draft.IsDone) return Refuse(draft);
        using (var session = call.Change())
        {
            var context = session.Read();
            if (await RecordChecksInStore.RefuseAsync(call, context, type, null, draft.Value) is { } refusal) return new ApiProblem(refusal);
            if (Commit(session, () => session.Create(type, draft.Value)) is { } late) return new ApiProblem(late);
        }

        return await Answer(call, new(type, draft.Value), StatusCodes.Status201Created, [("Location", RecordJson.Address(type, draft.Value.Number))]);
    }

    public static Task<IResult> Put(ApiCall call) => Change(call, isPatch: false);

    public static Task<IResult> Patch(ApiCall call) => Change(call, isPatch: true);

    public static async Task<IResult> Withdraw(ApiCall call)
    {
        var turned = await Turn(call, isWithdrawn: true);
        return turned.IsDone ? Results.NoContent() : Refuse(turned);
    }

    public static async Task<IResult> Restore(ApiCall call)
    {
        var turned = await Turn(call, isWithdrawn: false);
        return turned.IsDone ? await Answer(call, turned.Value) : Refuse(turned);
    }

    /// <summary>Erases personal data of the record and of its history; the body says why.</summary>
    public static async Task<IResult> Erase(ApiCall call)
    {
        await using var context = call.Database.Read();
        var found = await Find(call, context);
        if (!found.IsDone) return Refuse(found);
        var (type, record) = found.Value;
        call.Actor.Demand(Right.Erase, type, record);
        if (VersionTag.Refuse(call.Http.Request, record.Version) is { } stale) return new ApiProblem(stale);
        var body = await ApiBody.ReadAsync(call.Http.Request, isPatch: false, call.Cancel);
        if (!body.IsDone) return Refuse(body);
        var reason = body.Value["reason"] is JsonValue text && text.TryGetValue<string>(out var words) ? words : null;
        var erased = await call.Database.EraseAsync([new(type, record.Number, record.Version)], reason, ChangeOrigin.Api(call.Actor), call.Workspace.Clock, call.Cancel);
        if (!erased.IsDone) return new ApiProblem(erased.Refusal.Code == "record.changed" ? ApiRefusals.Conflict : erased.Refusal);
        found = await Find(call, context);
        return found.IsDone ? await Answer(call, found.Value) : Refuse(found);
    }

    /// <summary>The record of the address, withdrawn or not, if the actor sees it.</summary>
    public static async Task<Result<Found>> Find(ApiCall call, RecordsContext context)
    {
        if (call.Type() is not { IsDone: true, Value: { } type }) return call.Type().Refusal!;
        return await context.FindAsync(type, call.Number, call.Actor, call.Cancel) is { } record ? new Found(type, record) : ApiRefusals.NoSuchRecord;
    }

    public static ApiProblem Refuse<T>(Result<T> result) => new(result.Refusal!);

    private static async Task<IResult> Change(ApiCall call, bool isPatch)
    {
        await using var context = call.Database.Read();
        var found = await Find(call, context);
        if (!found.IsDone) return Refuse(found);
        var (type, before) = found.Value;
        if (!call.Actor.MayEdit(type, before)) throw new NotAllowedException(call.Actor, type.WrittenWith);
        if (VersionTag.Refuse(call.Http.Request, before.Version) is { } stale) return new ApiProblem(stale);
        if (before.IsWithdrawn) return new ApiProblem(ApiRefusals.Withdrawn);
        var body = await ApiBody.ReadAsync(call.Http.Request, isPatch, call.Cancel);
        if (!body.IsDone) return Refuse(body);
        var draft = await RecordDraft.ReadAsync(call, type, before, isPatch ? ApiBody.Merge(AsJson(type, before), body.Value) : body.Value);
        if (!draft.IsDone) return Refuse(draft);
        return await Write(call, type, before, draft.Value) is { } refusal ? new ApiProblem(refusal) : await Answer(call, found.Value with { Record = draft.Value });
    }

    private static async Task<Refusal?> Write(ApiCall call, RecordType type, Record before, Record after)
    {
        using var session = call.Change();
        var context = session.Read();
        if (await RecordChecksInStore.RefuseAsync(call, context, type, before, after) is { } refusal) return refusal;
        return Commit(session, () =>
        {
            if (!session.Update(type, before, after)) after.Version = before.Version;
        });
    }

    /// <summary>Writes what has been looked at; what others have written since is seen only now.</summary>
    private static Refusal? Commit(ChangeSession session, Action change)
    {
        try
        {
            change();
            session.Commit();
            return null;
        }
        catch (ConflictException)
        {
            return ApiRefusals.Conflict;
        }
        catch (DuplicateKeyException taken)
        {
            return ApiRefusals.DuplicateKey(taken.Type, taken.Key, null);
        }
        catch (KeptByLawException kept)
        {
            return kept.Refusal;
        }
    }

    private static async Task<Result<Found>> Turn(ApiCall call, bool isWithdrawn)
    {
        using var session = call.Change();
        var context = session.Read();
        var found = await Find(call, context);
        if (!found.IsDone) return found;
        var (type, record) = found.Value;
        if (!call.Actor.MayEdit(type, record)) throw new NotAllowedException(call.Actor, type.WrittenWith);
        if (VersionTag.Refuse(call.Http.Request, record.Version) is { } stale) return stale;
        if (record.IsWithdrawn == isWithdrawn) return found;
        if (!isWithdrawn && await RecordChecksInStore.RefuseKeysAsync(call, context, type, record) is { } taken) return taken;
        if (isWithdrawn && call.Database.Keeping.Refuse(type, record, call.Workspace.Clock.GetUtcNow()) is { } kept) return kept;
        var late = Commit(session, () =>
        {
            if (isWithdrawn) session.Withdraw(type, record);
            else session.Restore(type, record);
        });
        return late is null ? found : late;
    }

    private static async Task<IResult> Answer(ApiCall call, Found found, int status = StatusCodes.Status200OK, IReadOnlyList<(string, string)>? headers = null)
    {
        await using var context = call.Database.Read();
        call.Look(found.Type, [found.Record]);
        var writer = new RecordJson(found.Type);
        var captions = await writer.CaptionsAsync(call, context, [found.Record]);
        return new ApiAnswer(json => writer.Write(json, found.Record, captions)) { Status = status, Version = found.Record.Version, Headers = headers ?? [] };
    }

    private static JsonObject AsJson(RecordType type, Record record)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer)) new RecordJson(type).Write(json, record, []);
        return JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
    }

    private static string NextPage(HttpRequest request, string cursor)
    {
        var next = new QueryBuilder(request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))) { { "cursor", cursor } };
        return $"{request.Path.ToUriComponent()}{next.ToQueryString()}";
    }

    /// <summary>A record with its type.</summary>
    internal sealed record Found(RecordType Type, Record Record);
}
