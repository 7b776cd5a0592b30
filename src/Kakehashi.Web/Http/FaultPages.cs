using Microsoft.Data.Sqlite;

namespace Kakehashi.Web.Http;

/// <summary>What a person sees where the program did not expect what happened.</summary>
internal static class FaultPages
{
    private const int Busy = 5;

    /// <summary>A bug is 500. That an import has been writing for longer than a form can wait is nobody's fault: 503, and the page says so.</summary>
    public static void UseFaultPages(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandlingPath = "/status/500",
        CreateScopeForErrors = true,
        StatusCodeSelector = fault => fault is SqliteException { SqliteErrorCode: Busy } ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    });
}
