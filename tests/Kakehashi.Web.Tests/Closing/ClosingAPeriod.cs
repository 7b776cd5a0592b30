using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kakehashi.Access.People;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Web.Tests.Closing;

/// <summary>Each test has a period of its own: closing cannot be taken back.</summary>
public sealed class ClosingAPeriod(ClosingAPeriod.Earlier observatory) : IClassFixture<ClosingAPeriod.Earlier>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_its_figures_and_its_hash_when_old_records_are_corrected_and_a_revision_says_why_they_differ()
    {
        var workspace = observatory.Workspace;
        var period = Period.Fiscal(2024);
        var first = (await workspace.CloseAsync(period, null, Actor.Local, Patience, Cancel)).Value!;
        Assert.Equal(1, first.Revision);
        var document = (await workspace.Documents.FindAsync(first.Sha256, Cancel))!;

        await WithdrawOne("FR-2024-0");

        var closed = await Figure(period, live: false);
        Assert.Equal((114m, 1), (closed.Value, closed.Revision));
        Assert.Equal(113m, (await Figure(period, live: true)).Value);
        Assert.Equal(first.Sha256, (await workspace.LatestCloseAsync(period, Cancel))!.Sha256);
        Assert.Equal(document, await workspace.Documents.FindAsync(first.Sha256, Cancel));
        Assert.Equal("period.no-reason", (await workspace.CloseAsync(period, " ", Actor.Local, Patience, Cancel)).Refusal!.Code);

        var second = (await workspace.CloseAsync(period, "二重登録を取り下げたため", Actor.Local, Patience, Cancel)).Value!;
        Assert.Equal((2, "二重登録を取り下げたため"), (second.Revision, second.Reason));
        Assert.Equal((113m, 2), ((await Figure(period, live: false)).Value, (await Figure(period, live: false)).Revision));
        var comparison = Comparison.Of(await workspace.FrozenAsync(first, Cancel), await workspace.FrozenAsync(second, Cancel));
        var total = Assert.Single(comparison.Changes, change => change is { Code: "FL-01", Unit: null, By: null });
        Assert.Equal((114m, 113m), (total.Before!.Value, total.After!.Value));
        Assert.Equal("period.unchanged", (await workspace.CloseAsync(period, "もう一度", Actor.Local, Patience, Cancel)).Refusal!.Code);

        var page = await observatory.Page("/ja/periods/FY2024?before=1&after=2");
        Assert.Contains("第2版", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("二重登録を取り下げたため", page.QuerySelector("main")!.TextContent);
        Assert.Contains("FL-01", page.QuerySelectorAll("table")[^1].TextContent);
        var file = await observatory.Client.GetByteArrayAsync("/en/periods/FY2024/1.json", Cancel);
        Assert.Equal(first.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
        var csv = (await observatory.Text("/en/indicators/FL-01/figures.csv")).Split('\n');
        Assert.Contains("Closed revision", csv[0]);
        Assert.Equal("2", Cell(csv, "FY2024", "Closed revision"));
    }

    [Fact]
    public async Task Whose_breakdown_is_asked_for_answers_as_it_was()
    {
        var workspace = observatory.Workspace;
        var period = Period.Fiscal(2023);
        await workspace.CloseAsync(period, null, Actor.Local, Patience, Cancel);
        await WithdrawOne("FR-2023-7");
        FigureQuery byCountry = new("FL-01", [period]) { Breakdown = ["country"] };
        FigureQuery byUnit = new("FL-01", [period]) { Units = [observatory.Engineering] };
        FigureQuery ofUnit = new("FL-01", [period]) { Scope = observatory.Engineering };
        var ofUnitByCountry = ofUnit with { Breakdown = ["country"] };
        FigureQuery[] asked = [byCountry, byUnit, ofUnit, ofUnitByCountry];
        var then = (await workspace.Figures.AskAsync(asked, Patience, Cancel)).Value!;
        Assert.All(then.Cuts, cut => Assert.Equal((100m, 1, null), (Assert.Single(cut).Value!.Value, cut[0].Revision, cut[0].NotIn)));
        var now = (await workspace.Figures.AskLiveAsync(asked, Patience, Cancel)).Value!;
        Assert.All(now.Cuts, cut => Assert.Equal(99m, Assert.Single(cut).Value!.Value));
        foreach (var unit in new[] { "", $"&unit={observatory.Engineering}" })
        {
            var csv = (await observatory.Text($"/en/indicators/FL-01/figures.csv?period=FY2023&by=country{unit}")).Split('\n');
            Assert.Equal(("100", "1"), (Cell(csv, "France", "Value"), Cell(csv, "France", "Closed revision")));
        }
    }

    [Fact]
    public async Task Keeps_what_a_unit_told_by_a_dimension_when_no_record_tells_of_it_any_more()
    {
        var workspace = observatory.Workspace;
        var period = Period.Fiscal(2019);
        await workspace.CloseAsync(period, null, Actor.Local, Patience, Cancel);
        for (var i = 0; i < 12; i++) await Withdraw($"VN-2019-{i}");
        await workspace.Facts.AskAsync(Patience, Cancel);
        FigureQuery asked = new("FL-01", [period]) { Scope = observatory.Engineering, Breakdown = ["country"] };
        Assert.Empty((await workspace.Figures.AskLiveAsync([asked], Patience, Cancel)).Value!.Cuts[0]);
        var figure = Assert.Single((await workspace.Figures.AskAsync([asked], Patience, Cancel)).Value!.Cuts[0]);
        Assert.Equal((12m, "VN", observatory.Engineering, 1), (figure.Value, figure.Subject.Keys[0], figure.Subject.Unit, figure.Revision));
    }

    [Fact]
    public async Task Says_of_a_cut_that_was_not_frozen_that_it_is_of_the_records_as_they_are()
    {
        var workspace = observatory.Workspace;
        var period = Period.Fiscal(2018);
        await workspace.CloseAsync(period, null, Actor.Local, Patience, Cancel);
        await WithdrawOne("VN-2018-0");
        var answer = (await workspace.Figures.AskAsync([new("FL-01", [period]) { Breakdown = ["country", "level"] }, new("FL-01", [period]) { Breakdown = ["country"], Units = [observatory.Engineering] }], Patience, Cancel)).Value!;
        Assert.All(answer.Cuts, cut => Assert.Equal((11m, null, 1), (Assert.Single(cut).Value, cut[0].Revision, cut[0].NotIn)));
        var figure = answer.Cuts[0][0];
        Assert.Equal("FY2018", Assert.Single(ClosedFigureWords.NotFrozenOf(answer.Cuts[0])).En);
        using var stream = new MemoryStream();
        using (var table = TableWriter.Csv(stream, FigureTable.Columns(null, null, Language.En)))
        {
            FigureTable.Write(table, [new(figure)], null, null, Language.En);
            table.Complete();
        }

        Assert.Contains("not frozen: records as they are", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task Keeps_units_by_dimensions_as_a_document_of_its_own_that_the_first_names()
    {
        var workspace = observatory.Workspace;
        await workspace.CloseAsync(Period.Fiscal(2017), null, Actor.Local, Patience, Cancel);
        var close = (await workspace.LatestCloseAsync(Period.Fiscal(2017), Cancel))!;
        var frozen = await workspace.FrozenAcrossAsync(close, Cancel);
        Assert.Equal(close.Figures, frozen.Figures.Count + frozen.Across!.Figures.Count);
        Assert.All(frozen.Across.Figures, figure => Assert.True(figure is { Unit: not null, By: not null }));
        var file = await observatory.Client.GetByteArrayAsync("/en/periods/FY2017/1-across.json", Cancel);
        Assert.Equal(frozen.AcrossHash, Convert.ToHexStringLower(SHA256.HashData(file)));
        // as the program wrote it before there was a second: read as it is, and the same again when it is written
        var earlier = (frozen with { Across = null }).Write();
        var older = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(earlier).Split('\n').Where(line => !line.Contains("\"across\"", StringComparison.Ordinal))).Replace("],\n}", "]\n}", StringComparison.Ordinal));
        Assert.Null(FrozenFigures.Read(older).AcrossHash);
        Assert.Equal(older, FrozenFigures.Read(older).Write());
    }

    [Fact]
    public async Task Tells_how_far_it_is()
    {
        var told = new Told();
        await observatory.Workspace.CloseAsync(Period.Fiscal(2016), null, Actor.Local, new(Patience, told), Cancel);
        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal((true, true), (told.Shares[0] < 0.1, told.Shares[^1] is > 0.9 and < 1));
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }

    [Fact]
    public async Task Is_refused_while_it_is_not_over_or_tells_of_nothing()
    {
        var present = Period.Of(observatory.Workspace.Today, PeriodKind.FiscalYear, YearStarts.Japan);
        Assert.Equal("period.not-over", (await observatory.Workspace.CloseAsync(present, null, Actor.Local, Patience, Cancel)).Refusal!.Code);
        Assert.Equal("period.nothing", (await observatory.Workspace.CloseAsync(Period.Fiscal(1950), null, Actor.Local, Patience, Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task By_several_at_once_makes_one_revision()
    {
        var period = Period.Fiscal(2021);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => observatory.Workspace.CloseAsync(period, null, Actor.Local, Patience, Cancel), Cancel)));
        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.Where(answer => !answer.IsDone), answer => Assert.Contains(answer.Refusal!.Code, (string[])["period.closed-meanwhile", "period.no-reason"]));
        Assert.Equal(1, Assert.Single(await observatory.Workspace.ClosesAsync(Cancel), close => close.Period == "FY2021").Revision);
    }

    [Fact]
    public async Task Waits_for_the_latest_changes_and_says_so_where_they_take_too_long()
    {
        var period = Period.Fiscal(2020);
        Refusal? refusal = null;
        // a change may be in the figures at once; most are not
        for (var i = 0; i < 20 && refusal is null; i++)
        {
            await Withdraw($"FR-2020-{i}");
            refusal = (await observatory.Workspace.CloseAsync(period, "again", Actor.Local, TimeSpan.Zero, Cancel)).Refusal;
        }

        Assert.Equal("period.behind", refusal?.Code);
        await observatory.Workspace.Facts.AskAsync(Patience, Cancel);
    }

    [Fact]
    public async Task Says_on_the_page_what_has_not_been_reported() =>
        Assert.Contains("1 set of data has not been handed in", (await observatory.Page("/en/periods/FY2024")).QuerySelector("main")!.TextContent);

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Officer)]
    public async Task Is_not_for_those_who_do_not_keep_the_strategy(Role role)
    {
        using var client = await observatory.ClientOf(new NewGrant(role, null));
        var page = await Website.Parse(await client.GetAsync("/en/periods/FY2022", Cancel));
        Assert.Empty(page.QuerySelectorAll("form[method=post]#close"));
        await Assert.ThrowsAsync<NotAllowedException>(() => observatory.Workspace.CloseAsync(
            Period.Fiscal(2022), null, new("clerk") { Reach = Roles.Rights(role).ToDictionary(right => right, _ => (IReadOnlySet<long>?)null) }, Patience, Cancel));
    }

    [Fact]
    public async Task Cannot_be_written_by_form_nor_by_the_API()
    {
        await observatory.Workspace.CloseAsync(Period.Fiscal(2022), null, Actor.Local, Patience, Cancel);
        var close = await observatory.Workspace.LatestCloseAsync(Period.Fiscal(2022), Cancel);
        if (close is null) return;
        foreach (var path in new[] { "new", $"{close.Number}/edit", $"{close.Number}/withdraw" })
        {
            using var answer = await observatory.Client.GetAsync($"/en/closed-periods/{path}", Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/closed-periods/{close.Number}") { Headers = { { "If-Match", "*" } } };
        using var deleted = await observatory.Client.SendAsync(delete, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, deleted.StatusCode);
    }

    [Fact]
    public async Task Shows_when_its_document_has_been_altered()
    {
        var workspace = observatory.Workspace;
        string hash;
        using (var session = workspace.Begin(ChangeOrigin.Operation(Actor.Local)))
        {
            hash = KeptDocuments.Put(session, "figures"u8.ToArray(), "text/plain");
            session.Commit();
        }

        Assert.DoesNotContain(hash, await workspace.Documents.AlteredAsync(Cancel));
        await using (var connection = new SqliteConnection($"Data Source={((SqliteDatabase)workspace.Database).File}"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE document SET content = (SELECT content FROM document WHERE hash <> $hash UNION ALL SELECT x'00' LIMIT 1) WHERE hash = $hash";
            command.Parameters.AddWithValue("$hash", hash);
            await command.ExecuteNonQueryAsync(Cancel);
        }

        Assert.Contains(hash, await workspace.Documents.AlteredAsync(Cancel));
        await Assert.ThrowsAsync<InvalidDataException>(() => workspace.Documents.FindAsync(hash, Cancel));
    }

    private async Task<Figure> Figure(Period period, bool live)
    {
        var figures = observatory.Workspace.Figures;
        var answer = live ? await figures.AskLiveAsync([new("FL-01", [period])], Patience, Cancel) : await figures.AskAsync([new("FL-01", [period])], Patience, Cancel);
        return Assert.Single(answer.Value!.Cuts[0]);
    }

    private async Task WithdrawOne(string reference)
    {
        await Withdraw(reference);
        await observatory.Workspace.Facts.AskAsync(Patience, Cancel);
    }

    private async Task Withdraw(string reference)
    {
        var workspace = observatory.Workspace;
        var type = workspace.Types.WithCode("mobility_period")!;
        await using var context = workspace.Database.Read();
        var number = (await context.ResolveAsync(type, [reference], Cancel))[reference];
        var record = (await context.FindAsync(type, number, Actor.Local, Cancel))!;
        using var session = workspace.Begin(ChangeOrigin.Form(Actor.Local));
        session.Withdraw(type, record);
        session.Commit();
    }

    /// <summary>With stays of earlier years, a period for each test.</summary>
    public sealed class Earlier : Observatory
    {
        protected override void EnterMore(ChangeSession session)
        {
            for (var i = 0; i < 5; i++) Stay(session, "FR", i, 2021, Engineering);
            for (var i = 0; i < 21; i++) Stay(session, "FR", i, 2020, Engineering);
            foreach (var year in new[] { 2019, 2018, 2017, 2016 })
                for (var i = 0; i < 12; i++) Stay(session, "VN", i, year, Engineering);
        }
    }

    private static string Cell(string[] csv, string period, string column)
    {
        var at = Array.IndexOf(csv[0].Trim('\uFEFF', '\r').Split(','), column);
        return csv.Single(line => line.Contains(period, StringComparison.Ordinal)).Trim('\r').Split(',')[at];
    }
}
