using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Platform.Export.Pdf;

/// <summary>Pages as PDF: <c>/ja/pdf?page=board</c>.</summary>
public static class PdfEndpoints
{
    private const string Route = "/pdf";

    public static void AddPdf(this IServiceCollection services)
    {
        services.AddSingleton<PrintTickets>();
        services.AddSingleton(provider => new PdfPrinter(provider.GetRequiredService<PrintTickets>(), provider.GetRequiredService<IServer>(), Chromium.Find(Environment.GetEnvironmentVariable)));
    }

    /// <summary>Before all that looks at the address or at who asks: a ticket stands for both.</summary>
    public static void UsePrintTickets(this WebApplication app)
    {
        var tickets = app.Services.GetRequiredService<PrintTickets>();
        app.Use(async (http, next) =>
        {
            if (!ThisMachine.Asks(http) || tickets.Take(http.Request.Path) is not { } ticket)
            {
                await next(http);
                return;
            }

            var query = ticket.Path.IndexOf('?', StringComparison.Ordinal);
            (http.Request.Path, http.Request.QueryString) = query < 0
                ? (PathString.FromUriComponent(ticket.Path), default)
                : (PathString.FromUriComponent(ticket.Path[..query]), new QueryString(ticket.Path[query..]));
            (http.Request.Scheme, http.Request.Host, http.User) = (ticket.Scheme, ticket.Host, ticket.Reader);
            await next(http);
            ticket.Status = http.Response.StatusCode;
        });
    }

    public static void MapPdf(this WebApplication app) => app.MapGet(Route, async Task<IResult> (string? page, HttpContext http, PdfPrinter printer) =>
    {
        var path = "/" + (page ?? "").TrimStart('/');
        if (!Address.IsLocal(path) || path.StartsWith(Route, StringComparison.Ordinal)) return TypedResults.NotFound();
        var ticket = new PrintTicket(http.Request.PathBase.ToUriComponent() + path, http.User, http.Request.Scheme, http.Request.Host);
        var printed = await printer.PrintAsync(ticket, http.RequestAborted);
        if (printed.IsDone) return TypedResults.File(printed.Value, "application/pdf", NameOf(path));
        return TypedResults.Text(Speech.T(printed.Refusal.Message), "text/plain; charset=utf-8", statusCode: StatusOf(printed.Refusal));
    });

    /// <summary>The address of a page as PDF.</summary>
    public static string Href(HttpContext http) => $"{http.Request.PathBase}{Route}{QueryString.Create("page", http.Request.Path.ToUriComponent().TrimStart('/') + http.Request.QueryString)}";

    /// <summary><c>indicators-FL-01.pdf</c>: what a page is called as a file.</summary>
    public static string NameOf(string path)
    {
        var name = string.Join('-', path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries));
        return (name.Length == 0 ? "kakehashi" : name) + ".pdf";
    }

    private static int StatusOf(Refusal refusal) => refusal.Code == "pdf.no-page" ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable;
}
