using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Platform.Export.Tables;

/// <summary>
/// Every table of a page as a file: the page is written as for whoever asks, and its table taken from it. What a file says
/// is what the page says, with the same rights; no page needs an address of its own for that.
/// </summary>
public static partial class TablesAsFiles
{
    /// <summary>After routing and signing in, before the pages.</summary>
    public static void UseTablesAsFiles(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && HttpMethods.IsGet(http.Request.Method);
        if (!isPage || WholeTable.Take(http.Request) is not { } asked)
        {
            await next(http);
            return;
        }

        http.Features.Set(asked);
        var sent = http.Features.Get<IHttpResponseBodyFeature>()!;
        using var page = new MemoryStream();
        var captured = new StreamResponseBodyFeature(page);
        http.Features.Set<IHttpResponseBodyFeature>(captured);
        try
        {
            await next(http);
            await captured.CompleteAsync();
        }
        finally
        {
            http.Features.Set(sent);
        }

        page.Position = 0;
        if (http.Response.StatusCode == StatusCodes.Status200OK) await AnswerAsync(http, page, asked);
        else await page.CopyToAsync(http.Response.Body, http.RequestAborted);
    });

    private static async Task AnswerAsync(HttpContext http, MemoryStream page, WholeTable asked)
    {
        using var context = BrowsingContext.New();
        using var document = await context.OpenAsync(answer => answer.Content(page), http.RequestAborted);
        if (document.GetElementById(asked.Id) is not IHtmlTableElement table)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var file = new MemoryStream();
        Write(file, table, SourceOf(http, document), asked.Format);
        var isCsv = asked.Format == ExportFormat.Csv;
        http.Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var name = string.Join('-', http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Append(asked.Id));
        http.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}{RecordExport.FileName(asked.Format)}";
        http.Response.ContentLength = file.Length;
        file.Position = 0;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    /// <summary>Stands in every row, so that no figure goes without it: of which page, when, and what the page says of its data.</summary>
    private static string SourceOf(HttpContext http, IDocument document)
    {
        var workspace = http.RequestServices.GetRequiredService<Workspace>();
        var now = TimeZoneInfo.ConvertTime(workspace.Clock.GetUtcNow(), workspace.University.TimeZone);
        var said = document.QuerySelectorAll("main .freshness span, main .closed-note").Select(Words);
        string[] all = [Words(document.QuerySelector("main h1")), Address.Here(http), Shown.Moment(now), .. said, SyntheticData.NoteOf(workspace) is { } note ? Speech.T(note) : ""];
        return string.Join(Speech.T("／", "; "), all.Where(one => one.Length > 0));
    }

    private static void Write(Stream stream, IHtmlTableElement table, string source, ExportFormat format)
    {
        var heads = table.QuerySelectorAll("thead th").ToList();
        var rows = table.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll(":scope > th, :scope > td").ToList()).ToList();
        // pictures and buttons are for the screen
        var kept = Enumerable.Range(0, heads.Count).Where(i => !rows.Exists(row => row[i].ClassList.Contains("row-actions") || row[i].QuerySelector("svg.spark") is not null)).ToList();
        var measured = kept.Where(i => rows.Exists(row => Quantity.Read(row[i]) is { Unit.Length: > 0 })).ToHashSet();
        List<TableColumn> columns = [.. kept.SelectMany(i => measured.Contains(i) ? [new(Words(heads[i])), new(Speech.T("単位", "Unit"))] : (TableColumn[])[new(Words(heads[i]))]), new(Speech.T("出所", "Source"))];
        using var file = format == ExportFormat.Csv ? TableWriter.Csv(stream, columns) : TableWriter.Xlsx(stream, Words(table.QuerySelector("caption")), columns);
        foreach (var row in rows)
        {
            foreach (var i in kept) Write(file, row[i], measured.Contains(i));
            file.Text(source);
            file.EndRow();
        }

        file.Complete();
    }

    private static void Write(TableWriter file, IElement cell, bool isMeasured)
    {
        var quantity = Quantity.Read(cell);
        if (quantity is { } known) file.Number(known.Number, known.Number.Scale);
        else file.Text(Words(cell));
        if (isMeasured) file.Text(quantity?.Unit);
    }

    internal static string Words(IElement? element) => element is null ? "" : Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
