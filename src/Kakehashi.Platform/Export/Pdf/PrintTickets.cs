using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Export.Pdf;

/// <summary>A page to be printed, as somebody sees it.</summary>
/// <param name="Path">Its address with the language and the query: <c>/ja/board?…</c>.</param>
/// <param name="Reader">Whose rights it is written with.</param>
/// <param name="Scheme">How people reach the program: what the page writes as its own address.</param>
/// <param name="Host">The name by which they do.</param>
public sealed record PrintTicket(string Path, ClaimsPrincipal Reader, string Scheme, HostString Host)
{
    /// <summary>What the page was answered with; null while nobody has asked.</summary>
    public int? Status { get; set; }
}

/// <summary>
/// Lets the browser that prints in once, to one page, with the rights of whoever asked for the file. It gets no cookie:
/// an address that can be used once, for a minute, from this machine alone.
/// </summary>
public sealed class PrintTickets(TimeProvider clock)
{
    /// <summary>What addresses of tickets begin with.</summary>
    public const string Root = "/printing/";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (PrintTicket Ticket, DateTimeOffset Until)> tickets = new(StringComparer.Ordinal);

    /// <summary>The path by which the page can be asked for.</summary>
    public string Issue(PrintTicket ticket)
    {
        foreach (var (key, kept) in tickets)
            if (kept.Until < clock.GetUtcNow()) tickets.TryRemove(key, out _);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        tickets[name] = (ticket, clock.GetUtcNow() + Lasts);
        return Root + name;
    }

    /// <summary>The ticket of a path, which is used up by that; null where there is none.</summary>
    public PrintTicket? Take(PathString path) =>
        path.StartsWithSegments(Root.TrimEnd('/'), out var rest) && tickets.TryRemove(rest.Value!.TrimStart('/'), out var kept) && kept.Until >= clock.GetUtcNow() ? kept.Ticket : null;
}
