using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Platform.Api;

/// <summary>
/// Facet Api: every record type at <c>/api/v1/{route}</c>. Takes the
/// <see cref="Workspace"/> from the services.
/// </summary>
public static class RecordsApi
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>Where its description is.</summary>
    public const string Description = "/openapi/v1.json";

    public static IServiceCollection AddRecordsApi(this IServiceCollection services) => services.AddSingleton<ApiDescription>();

    /// <summary>Adds the addresses of the API.</summary>
    public static void MapRecordsApi(this IEndpointRouteBuilder app)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        foreach (var (pattern, methods, answer) in new (string, string[], Func<ApiCall, Task<IResult>>)[]
        {
            ("/record-types", read, LookupEndpoints.Types),
            ("/search", read, LookupEndpoints.Search),
            ("/codes/{list}", read, LookupEndpoints.Codes),
            ("/{route}", read, RecordEndpoints.List),
            ("/{route}", [HttpMethods.Post], RecordEndpoints.Create),
            ("/{route}/{number:long}", read, RecordEndpoints.Get),
            ("/{route}/{number:long}", [HttpMethods.Put], RecordEndpoints.Put),
            ("/{route}/{number:long}", [HttpMethods.Patch], RecordEndpoints.Patch),
            ("/{route}/{number:long}", [HttpMethods.Delete], RecordEndpoints.Withdraw),
            ("/{route}/{number:long}/restore", [HttpMethods.Post], RecordEndpoints.Restore),
            ("/{route}/{number:long}/erase", [HttpMethods.Post], RecordEndpoints.Erase),
            ("/{route}/{number:long}/history", read, LookupEndpoints.History),
        })
        {
            app.MapMethods(Root + pattern, methods, Answering(answer));
        }

        app.Map("/api/{**rest}", Answering(Nowhere));
        app.MapMethods(Description, read, Answering(call => Task.FromResult<IResult>(call.Http.RequestServices.GetRequiredService<ApiDescription>().Answer())));
        app.Map("/openapi/{**rest}", Answering(NotDescribed));
    }

    /// <summary>Answers a request; what fails unforeseen becomes a problem too.</summary>
    internal static RequestDelegate Answering(Func<ApiCall, Task<IResult>> answer) => async http =>
    {
        IResult result;
        try
        {
            result = await answer(new ApiCall(http));
        }
        catch (Exception failure) when (Problem(http, failure) is { } problem)
        {
            result = problem;
        }

        await result.ExecuteAsync(http);
    };

    /// <summary>What fails before an address is reached is answered as what fails there: a program never gets a page.</summary>
    public static void UseProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (IsFor(http.Request) && !http.Response.HasStarted && Problem(http, failure) is { } problem)
        {
            http.Response.Clear();
            await problem.ExecuteAsync(http);
        }
    });

    /// <summary>Whether an address is for programs, which get problems where people get pages.</summary>
    public static bool IsFor(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");
    }

    /// <summary>What a program is told of a failure; null where nobody waits for an answer, or the server has one.</summary>
    private static ApiProblem? Problem(HttpContext http, Exception failure)
    {
        switch (failure)
        {
            case NotAllowedException denied:
                return Denied(denied.Refusal);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new(ApiRefusals.TooLarge(ApiBody.MostBytes));
            case OperationCanceledException or BadHttpRequestException:
                return null;
            default:
                // a program gets an answer that it can read, and none of our secrets
                var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RecordsApi));
                logger.LogError(failure, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
                return new(ApiRefusals.Failed);
        }
    }

    private static ApiProblem Denied(Refusal refusal) => new(new ApiRefusal(StatusCodes.Status403Forbidden, refusal.Code, refusal.Message));

    /// <summary>Answers a program that has not said who it is.</summary>
    public static Task AnswerNobodyAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new ApiProblem(ApiRefusals.Nobody).ExecuteAsync(http);
    }

    /// <summary>Answers a program whose person has no right here.</summary>
    public static Task AnswerDeniedAsync(HttpContext http, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Denied(refusal).ExecuteAsync(http);
    }

    /// <summary>Answers a page of another site that makes its reader's browser ask for a change.</summary>
    public static Task AnswerForeignAsync(HttpContext http) => new ApiProblem(ApiRefusals.Foreign).ExecuteAsync(http);

    /// <summary>Answers a program that asks by another address than people use.</summary>
    public static Task AnswerOtherAddressAsync(HttpContext http, Uri site) => new ApiProblem(ApiRefusals.OtherAddress(site)).ExecuteAsync(http);

    /// <summary>Answers a program that asks too often; when to come again is said by the caller.</summary>
    public static Task AnswerTooManyAsync(HttpContext http) => new ApiProblem(ApiRefusals.TooMany).ExecuteAsync(http);

    /// <summary>An address that is none of the API's, or one that does not know the method.</summary>
    private static Task<IResult> Nowhere(ApiCall call)
    {
        var parts = call.RouteText("rest").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var allowed = parts switch
        {
            ["v1", "record-types" or "search"] or ["v1", "codes", _] => "GET, HEAD",
            ["v1", _] => "GET, HEAD, POST",
            ["v1", _, var number] when IsNumber(number) => "GET, HEAD, PUT, PATCH, DELETE",
            ["v1", _, var number, "restore" or "erase"] when IsNumber(number) => "POST",
            ["v1", _, var number, "history"] when IsNumber(number) => "GET, HEAD",
            _ => null,
        };
        if (allowed is null || (parts.Length > 2 && parts[1] != "codes" && call.Database.Types.AtRoute(parts[1]) is null))
            return Task.FromResult<IResult>(new ApiProblem(ApiRefusals.NoSuchAddress));
        return Task.FromResult(WrongMethod(call, allowed));
    }

    private static Task<IResult> NotDescribed(ApiCall call) =>
        Task.FromResult(call.Http.Request.Path == Description ? WrongMethod(call, "GET, HEAD") : new ApiProblem(ApiRefusals.NoSuchAddress));

    private static IResult WrongMethod(ApiCall call, string allowed)
    {
        call.Http.Response.Headers.Allow = allowed;
        return new ApiProblem(ApiRefusals.WrongMethod(allowed));
    }

    private static bool IsNumber(string text) => long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);
}
