using System.Net;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>What comes from the machine that the program runs on, or leads to it.</summary>
public static class ThisMachine
{
    private static readonly string[] TracesOfProxies = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>Whether a request comes from this machine, by its own address and through nobody else.</summary>
    public static bool Asks(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var (request, connection) = (http.Request, http.Connection);
        return connection is { RemoteIpAddress: { } from, LocalIpAddress: { } to } && IPAddress.IsLoopback(from) && IPAddress.IsLoopback(to)
            && IsMeantBy(request.Host.Host) && !Array.Exists(TracesOfProxies, request.Headers.ContainsKey);
    }

    /// <summary>Whether a name or number means this machine.</summary>
    public static bool IsMeantBy(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var number) && IPAddress.IsLoopback(number));
    }
}
