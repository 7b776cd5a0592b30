using System.Security.Cryptography;
using Kakehashi.Access.SignIn;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Open.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Open;

/// <summary>What is public as files at their addresses, each with its hash.</summary>
public static class OpenFiles
{
    private static readonly string[] Routes =
    [
        "indicators/{code}/data.{format:regex(^(csv|xlsx|json)$)}", "indicators/{code}.sdmx.{format:regex(^(csv|json)$)}", "indicators/{code}.structure.json",
        "datapackage.{format:regex(^(json|zip)$)}", "package/{table}.csv", "catalog.{format:regex(^(jsonld|ttl)$)}",
    ];

    public static void MapOpenFiles(this IEndpointRouteBuilder app)
    {
        foreach (var route in Routes) app.MapGet("/open/" + route, FindAsync).AllowAnonymous();
        app.MapGet("/open/partners/data.{format:regex(^(csv|xlsx)$)}", PartnersAsync).AllowAnonymous();
    }

    private static async Task<IResult> FindAsync(OpenStandards standards, PublicAddress address, HttpContext http)
    {
        var site = (address.Site ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}")).GetLeftPart(UriPartial.Authority);
        return File(await standards.AllAsync(site, http.RequestAborted), http);
    }

    private static async Task<IResult> PartnersAsync(Workspace workspace, HttpContext http)
    {
        if (!workspace.University.Open.ShowsPartners) return TypedResults.NotFound();
        return File(OpenTables.Of(await OpenPartners.ReadAsync(workspace, http.RequestAborted), workspace.IsSynthetic), http);
    }

    private static IResult File(IEnumerable<OpenFile> files, HttpContext http)
    {
        var path = http.Request.Path.Value!["/open/".Length..];
        if (files.FirstOrDefault(one => one.Path == path && (one.Language is null || one.Language == Speech.Spoken)) is not { } file) return TypedResults.NotFound();
        // without /ja or /en the language is that of whoever asks
        if (file.Language is not null && !http.Request.PathBase.HasValue) http.Response.Headers.Vary = "Accept-Language, Cookie";
        var parts = path.Split('/');
        var name = parts is [.., var code, "data.csv" or "data.xlsx" or "data.json"] ? code + System.IO.Path.GetExtension(path) : parts[^1];
        return TypedResults.File(file.Bytes, file.Media, name, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}\""));
    }
}
