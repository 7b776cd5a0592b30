using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>What is public as tables for people, in one language each.</summary>
internal static class OpenTables
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The document itself, and its table as CSV and Excel in each language.</summary>
    public static IEnumerable<OpenFile> Of(OnShelf one)
    {
        var (code, document) = (one.Publication.Indicator, one.Document);
        var columns = Columns(document);
        foreach (var language in Languages.All)
            foreach (var file in Files($"indicators/{code}", code, language, columns, table => Write(table, document, language)))
                yield return file with { Indicator = code };
        yield return new($"indicators/{code}/data.json", "application/json", ("公表した文書(JSON)", "The published document (JSON)"), one.Bytes, code);
    }

    /// <summary>The partners with agreements in force.</summary>
    public static IEnumerable<OpenFile> Of(IReadOnlyList<OpenPartner> partners, bool isSynthetic)
    {
        List<Text> headers = [("名称", "Name"), ("名称(英語)", "Name in English"), ("国・地域コード", "Country code"), ("国・地域", "Country or region"), ("都市", "City"), ("ROR ID", "ROR ID"), ("ウェブサイト", "Website"), ("有効な協定", "Agreements in force")];
        if (isSynthetic) headers.Add(("注記", "Note"));
        return Languages.All.SelectMany(language => Files("partners", "partners", language, headers, table =>
        {
            foreach (var one in partners)
            {
                foreach (var text in new[] { one.Name.In(Language.Ja), one.Name.In(Language.En), one.Country, one.CountryName.In(language), one.City, one.RorId, one.Website }) table.Text(text);
                table.Number((decimal?)one.Agreements);
                if (isSynthetic) table.Text(SyntheticData.Notice.In(language));
                table.EndRow();
            }
        }));
    }

    private static IEnumerable<OpenFile> Files(string folder, string sheet, Language language, IReadOnlyList<Text> headers, Action<TableWriter> rows)
    {
        List<TableColumn> columns = [.. headers.Select(header => new TableColumn(header.In(language)))];
        Text tongue = language == Language.Ja ? ("日本語", "Japanese") : ("英語", "English");
        yield return new($"{folder}/data.csv", "text/csv", ($"表(CSV、{tongue.Ja})", $"Table (CSV, {tongue.En})"), Written(stream => TableWriter.Csv(stream, columns), rows)) { Language = language };
        yield return new($"{folder}/data.xlsx", Workbook, ($"表(Excel、{tongue.Ja})", $"Table (Excel, {tongue.En})"), Written(stream => TableWriter.Xlsx(stream, sheet, columns), rows)) { Language = language };
    }

    private static byte[] Written(Func<Stream, TableWriter> open, Action<TableWriter> rows)
    {
        using var stream = new MemoryStream();
        using (var table = open(stream))
        {
            rows(table);
            table.Complete();
        }

        return stream.ToArray();
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
        if (document.Closed is not null) headers.Add(("確定の版", "Revision of the closed figures"));
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
                table.Text(key ?? OpenCube.Total);
                table.Text((key is null ? ("計", "Total") : names[dimension.Code][key]).In(language));
            }

            table.Number(one.Value);
            table.Number(one.Numerator);
            table.Number(one.Denominator);
            table.Text(one.Flag);
            table.Text(document.Unit);
            table.Date(document.PublishedOn);
            table.Number((decimal?)document.Edition);
            if (document.Closed is { } closed) table.Number(closed.TryGetValue(one.Period, out var revision) ? revision : (decimal?)null);
            if (document.IsSynthetic) table.Text(SyntheticData.Notice.In(language));
            table.EndRow();
        }
    }
}
