using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Reporting;
using Microsoft.EntityFrameworkCore;
using Record = Kakehashi.Records.Record;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>What a page, its chart and both files say of one figure is the same.</summary>
public sealed class TheSameFigureEverywhere(AnOfficeWithShares office) : IClassFixture<AnOfficeWithShares>
{
    public static TheoryData<int, string> Printed => new(AnOfficeWithShares.Shares.Select((share, i) => (AnOfficeWithShares.FirstYear + i, share.Printed)));

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task A_percentage_is_printed_as_ministry_forms_do(int year, string printed)
    {
        var told = await office.Tell("CU-01", $"FY{year}");
        Assert.Equal(($"FY{year}", printed), (told.Period, told.InTable));
        Assert.Equal(decimal.Parse(printed, CultureInfo.InvariantCulture), told.InChart!.GetValue<decimal>());
        Assert.Equal(printed, told.InCsv);
        // the number itself, and that it is shown with one decimal
        Assert.Equal((decimal.Parse(printed, CultureInfo.InvariantCulture), "#,##0.0"), (decimal.Parse(told.InWorkbook!, CultureInfo.InvariantCulture), told.Format));
    }

    [Fact]
    public async Task Nothing_in_a_period_is_none_where_units_have_reported_and_missing_where_they_have_not()
    {
        var reported = await office.Tell("FL-01", "FY2022");
        Assert.Equal(("0", "0", "0", ""), (reported.InTable, reported.InCsv, reported.InWorkbook, reported.WhyInCsv));
        Assert.Equal(0, reported.InChart!.GetValue<decimal>());
        await office.TakeBackReports("FY2022");
        var missing = await office.Tell("FL-01", "FY2022");
        Assert.Equal("Not reported", missing.InTable);
        Assert.Null(missing.InChart);
        Assert.Equal("Not reported", missing.AbsentInChart);
        Assert.Equal(("", "Not reported", null, "Not reported"), (missing.InCsv, missing.WhyInCsv, missing.InWorkbook, missing.WhyInWorkbook));
    }
}

/// <summary>How one figure is told in each place.</summary>
/// <param name="Period">The first cell of its row.</param>
/// <param name="InTable">The cell of the table under the chart.</param>
/// <param name="InChart">The value that the chart draws; null where it draws none.</param>
/// <param name="AbsentInChart">Why it draws none.</param>
/// <param name="InCsv">The cell of the value in the file.</param>
/// <param name="WhyInCsv">Why there is none.</param>
/// <param name="InWorkbook">The cell of the value in the workbook; null where there is none.</param>
/// <param name="WhyInWorkbook">Why there is none.</param>
/// <param name="Format">How the workbook shows the value.</param>
public sealed record ToldFigure(string Period, string InTable, JsonNode? InChart, string? AbsentInChart, string InCsv, string WhyInCsv, string? InWorkbook, string? WhyInWorkbook, string? Format);

/// <summary>A university with shares at the edges of rounding, entered by hand.</summary>
public sealed class AnOfficeWithShares : Observatory
{
    public const int FirstYear = 2016;

    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A part of a whole, and how forms print its percentage: half away from zero, one decimal.</summary>
    public static readonly (decimal Part, decimal Whole, string Printed)[] Shares =
    [
        (1, 2500, "0.0"), (1, 2000, "0.1"), (1, 400, "0.3"), (1, 40, "2.5"), (49, 2000, "2.5"), (1, 3, "33.3"), (2, 3, "66.7"), (1998, 2000, "99.9"), (1999, 2000, "100.0"), (7, 7, "100.0"),
    ];

    public async Task<ToldFigure> Tell(string code, string period)
    {
        await Workspace.Facts.AskAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        var page = await Page($"/en/indicators/{code}");
        var row = page.QuerySelectorAll("#series-table tbody tr").Single(row => row.FirstElementChild!.TextContent.Trim() == period);
        var chart = JsonNode.Parse(page.QuerySelector("kk-chart#series script")!.TextContent)!;
        var at = chart["categories"]!.AsArray().Select(one => one!.GetValue<string>()).ToList().IndexOf(period);
        var csv = (await Text($"/en/indicators/{code}/figures.csv")).Split("\r\n").Select(line => line.Split(',')).Single(cells => cells.Length > 2 && cells[2] == period);
        var (value, why, format) = await InWorkbook($"/en/indicators/{code}/figures.xlsx", period);
        return new(period, row.Children[1].TextContent.Trim(), chart["series"]![0]!["values"]![at], chart["series"]![0]!["absent"]?[at]?.GetValue<string>(), csv[4], csv[6], value, why, format);
    }

    /// <summary>No unit has reported this period any more.</summary>
    public async Task TakeBackReports(string period)
    {
        var type = Workspace.Types.WithCode("coverage")!;
        await using var context = Workspace.Database.Read();
        var reports = await context.Set<Coverage>().Where(one => one.Period == period).Select(one => one.Number).ToListAsync(TestContext.Current.CancellationToken);
        using var session = Workspace.Begin(ChangeOrigin.Form(Actor.Local));
        foreach (var report in reports)
        {
            var (before, after) = (await Read(report), await Read(report));
            type.Field("submitted")!.Write(after, false);
            session.Update(type, before, after);
        }

        session.Commit();

        async Task<Record> Read(long number) => (await context.FindAsync(type, number, Actor.Local, TestContext.Current.CancellationToken))!;
    }

    protected override void EnterMore(ChangeSession session)
    {
        // so that the year without stays lies between others
        for (var i = 0; i < 20; i++) Stay(session, "FR", i, 2021, Engineering);
        for (var i = 0; i < Shares.Length; i++)
            Create(session, "manual_figure", ("indicator", "CU-01"), ("period", $"FY{FirstYear + i}"), ("numerator", Shares[i].Part), ("denominator", Shares[i].Whole), ("evidence", new Bilingual("授業科目一覧", "List of courses")));
    }

    private async Task<(string? Value, string? Why, string? Format)> InWorkbook(string path, string period)
    {
        using var answer = await Get(path);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var sheet = Part(archive, "xl/worksheets/sheet1.xml");
        var row = sheet.Descendants(Sheet + "row").Single(row => row.Elements().Any(cell => cell.Value == period));
        var cells = row.Elements(Sheet + "c").ToDictionary(cell => cell.Attribute("r")!.Value[..1]);
        return (Of("E")?.Value, Of("G")?.Value, Of("E") is { } value ? FormatOf(Part(archive, "xl/styles.xml"), (int)value.Attribute("s")!) : null);

        XElement? Of(string column) => cells.GetValueOrDefault(column);
    }

    private static string? FormatOf(XElement styles, int style)
    {
        var id = styles.Element(Sheet + "cellXfs")!.Elements().ElementAt(style).Attribute("numFmtId")!.Value;
        return styles.Element(Sheet + "numFmts")!.Elements().FirstOrDefault(format => format.Attribute("numFmtId")!.Value == id)?.Attribute("formatCode")!.Value;
    }

    private static XElement Part(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        return XElement.Load(stream);
    }
}
