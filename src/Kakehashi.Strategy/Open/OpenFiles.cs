using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Strategy.Open;

/// <summary>What is public as files, each with the hash of what it was made from.</summary>
public static class OpenFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapOpenFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/indicators/{code}/data.{format:regex(^(csv|xlsx|json)$)}", Indicator).AllowAnonymous();
        app.MapGet("/open/partners/data.{format:regex(^(csv|xlsx)$)}", Partners).AllowAnonymous();
    }

    private static async Task<IResult> Indicator(string code, string format, PublicShelf shelf, Workspace workspace, HttpContext http)
    {
        if (await shelf.FindAsync(code, http.RequestAborted) is not { } one) return TypedResults.NotFound();
        // the document itself is the same in every language
        if (format == "json")
            return TypedResults.File((await workspace.Documents.FindAsync(one.Publication.Sha256, http.RequestAborted))!, "application/json", $"{code}.json", entityTag: Tag(one.Publication.Sha256));
        return File(format, code, Tag($"{one.Publication.Sha256}-{Speech.Lang}-{format}"), Columns(one.Document), table => Write(table, one.Document, Speech.Spoken));
    }

    private static async Task<IResult> Partners(string format, Workspace workspace, HttpContext http)
    {
        if (!workspace.University.Open.ShowsPartners) return TypedResults.NotFound();
        var partners = await OpenPartners.ReadAsync(workspace, http.RequestAborted);
        var tag = KeptTag(await OpenSite.PartnersTagAsync(workspace, http.RequestAborted) + Speech.Lang + format);
        List<Text> headers = [("名称", "Name"), ("名称(英語)", "Name in English"), ("国・地域コード", "Country code"), ("国・地域", "Country or region"), ("都市", "City"), ("ROR ID", "ROR ID"), ("ウェブサイト", "Website"), ("有効な協定", "Agreements in force")];
        if (workspace.IsSynthetic) headers.Add(("注記", "Note"));
        return File(format, "partners", tag, headers, table =>
        {
            foreach (var one in partners)
            {
                foreach (var text in new[] { one.Name.In(Language.Ja), one.Name.In(Language.En), one.Country, Speech.T(one.CountryName), one.City, one.RorId, one.Website }) table.Text(text);
                table.Number((decimal?)one.Agreements);
                if (workspace.IsSynthetic) table.Text(Speech.T(SyntheticData.Notice));
                table.EndRow();
            }
        });
    }

    private static List<Text> Columns(PublicDocument document)
    {
        List<Text> headers = [("指標", "Indicator"), ("期間", "Period")];
        foreach (var dimension in document.Dimensions)
        {
            headers.Add(($"{dimension.Name.Ja}コード", $"{dimension.Name.En} code"));
            headers.Add(dimension.Name.Text);
        }

        headers.AddRange([("値", "Value"), ("分子", "Numerator"), ("分母", "Denominator"), ("値の状態", "Flag"), ("単位", "Unit"), ("公表日", "Published on"), ("版", "Edition")]);
        if (document.IsSynthetic) headers.Add(("注記", "Note"));
        return headers;
    }

    private static void Write(TableWriter table, PublicDocument document, Language language)
    {
        var names = document.Dimensions.ToDictionary(dimension => dimension.Code, dimension => dimension.Values.ToDictionary(value => value.Code, value => value.Name.Text));
        foreach (var one in document.Observations)
        {
            table.Text(document.Indicator);
            table.Text(one.Period);
            foreach (var dimension in document.Dimensions)
            {
                var key = one.Keys.GetValueOrDefault(dimension.Code);
                table.Text(key ?? "_T");
                table.Text((key is null ? ("計", "Total") : names[dimension.Code][key]).In(language));
            }

            table.Number(one.Value);
            table.Number(one.Numerator);
            table.Number(one.Denominator);
            table.Text(one.Flag);
            table.Text(document.Unit);
            table.Date(document.PublishedOn);
            table.Number((decimal?)document.Edition);
            if (document.IsSynthetic) table.Text(SyntheticData.Notice.In(language));
            table.EndRow();
        }
    }

    private static IResult File(string format, string name, EntityTagHeaderValue tag, IEnumerable<Text> headers, Action<TableWriter> rows)
    {
        List<TableColumn> columns = [.. headers.Select(header => new TableColumn(Speech.T(header)))];
        using var stream = new MemoryStream();
        using (var table = format == "csv" ? TableWriter.Csv(stream, columns) : TableWriter.Xlsx(stream, name, columns))
        {
            rows(table);
            table.Complete();
        }

        return TypedResults.File(stream.ToArray(), format == "csv" ? "text/csv" : Workbook, $"{name}.{format}", entityTag: tag);
    }

    private static EntityTagHeaderValue KeptTag(string text) => Tag(Platform.Store.KeptDocuments.HashOf(System.Text.Encoding.UTF8.GetBytes(text)));

    private static EntityTagHeaderValue Tag(string text) => new($"\"{text}\"");
}
