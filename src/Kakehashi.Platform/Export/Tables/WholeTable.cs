using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Platform.Export.Tables;

/// <summary>A table of a page that is asked for as a file. A page that shows only the first rows of a table writes all of them then.</summary>
/// <param name="Id">The id of the table in the page.</param>
/// <param name="Format">The kind of file.</param>
public sealed record WholeTable(string Id, ExportFormat Format)
{
    private const string IdName = "table";
    private const string FormatName = "as";

    /// <summary>The table that a request asks for; null where it asks for the page.</summary>
    public static WholeTable? AskedFor(HttpContext http) => http.Features.Get<WholeTable>();

    /// <summary>The address of a table of this page.</summary>
    public static string Href(HttpContext http, string id, ExportFormat format)
    {
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value).Where(pair => pair.Key is not (IdName or FormatName))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return http.Request.PathBase + http.Request.Path + new QueryBuilder([.. query, new(IdName, id), new(FormatName, Word(format))]).ToQueryString();
    }

    /// <summary>Takes what asks for a table out of an address, which then is that of the page.</summary>
    internal static WholeTable? Take(HttpRequest request)
    {
        var query = request.Query;
        if (query[IdName].ToString() is not { Length: > 0 } id || Read(query[FormatName]) is not { } format) return null;
        var kept = query.Where(pair => pair.Key is not (IdName or FormatName)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        request.QueryString = new QueryBuilder([.. kept]).ToQueryString();
        return new(id, format);
    }

    private static ExportFormat? Read(string? word) => Enum.GetValues<ExportFormat>().Where(format => Word(format) == word).Select(format => (ExportFormat?)format).FirstOrDefault();

    private static string Word(ExportFormat format) => format.ToString().ToLowerInvariant();
}
