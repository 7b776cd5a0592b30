using System.Security.Cryptography;
using Kakehashi.Access.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>The files for programs at their addresses.</summary>
public static class OpenStandardFiles
{
    public static void MapOpenStandards(this IEndpointRouteBuilder app)
    {
        foreach (var route in new[] { "indicators/{code}.sdmx.{format:regex(^(csv|json)$)}", "indicators/{code}.structure.json", "datapackage.{format:regex(^(json|zip)$)}", "catalog.{format:regex(^(jsonld|ttl)$)}", "package/{table}.csv" })
            app.MapGet("/open/" + route, FindAsync).AllowAnonymous();
    }

    private static async Task<IResult> FindAsync(OpenStandards standards, PublicAddress address, HttpContext http)
    {
        var site = (address.Site ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}")).GetLeftPart(UriPartial.Authority);
        var path = http.Request.Path.Value!["/open/".Length..];
        var file = (await standards.AllAsync(site, http.RequestAborted)).FirstOrDefault(one => one.Path == path);
        if (file is null) return TypedResults.NotFound();
        return TypedResults.File(file.Bytes, file.Media, Path.GetFileName(path), entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}\""));
    }
}
