using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Platform.Api;

/// <summary>One request to the API, with what is needed to answer it.</summary>
internal sealed class ApiCall(HttpContext http)
{
    public HttpContext Http { get; } = http;

    public Workspace Workspace { get; } = http.RequestServices.GetRequiredService<Workspace>();

    public Database Database => Workspace.Database;

    public CodeLists Codes => Workspace.Codes;

    /// <summary>Whoever has signed in, or whose token it is.</summary>
    public Actor Actor => Pages.Caller.Of(Http);

    public TextReaders Texts => new(Codes);

    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The record type of the address.</summary>
    /// <exception cref="NotAllowedException">The actor may not see these records at all.</exception>
    public Result<RecordType> Type()
    {
        if (Database.Types.AtRoute(RouteText("route")) is not { } type) return ApiRefusals.NoSuchType(RouteText("route"), Database.Types);
        return Actor.MaySee(type) ? type : throw new NotAllowedException(Actor, type.SeenWith!.Value);
    }

    /// <summary>The record number of the address.</summary>
    public long Number => long.Parse(RouteText("number"), System.Globalization.CultureInfo.InvariantCulture);

    public string RouteText(string name) => Http.GetRouteValue(name) as string ?? "";

    /// <summary>Says that personal data of these records are answered, where any are, or that they are records that take a right to be seen.</summary>
    public void Look(RecordType type, IReadOnlyList<Record> records)
    {
        if (type.SeenWith is not null && records.Count > 0)
        {
            Workspace.Look(new(Actor, "api", type, records is [var single] ? single.Number : null, records.Count));
            return;
        }

        if (!Erasable.Is(type)) return;
        var personal = records.Where(record => !record.IsMasked && Erasable.Filled(type, record).Any()).ToList();
        if (personal.Count > 0) Workspace.Look(new(Actor, "api", type, personal is [var one] ? one.Number : null, personal.Count));
    }

    /// <summary>A session in which the API changes records.</summary>
    public ChangeSession Change() => Workspace.Begin(ChangeOrigin.Api(Actor));

    /// <summary>A number of the query string between 1 and the most; null refused with its place.</summary>
    public Result<int> Limit(int usual, int most)
    {
        var text = Http.Request.Query["limit"].ToString();
        if (text.Length == 0) return usual;
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most
            ? limit
            : ApiRefusals.BadLimit(text, most);
    }
}
