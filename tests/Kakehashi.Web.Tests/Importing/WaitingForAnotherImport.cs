using System.Net;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Records;

namespace Kakehashi.Web.Tests.Importing;

/// <summary>While another program writes an import, what is asked for meanwhile waits, says so, and goes on when it can.</summary>
[Trait("Needs", "program")]
public sealed class WaitingForAnotherImport : IAsyncLifetime
{
    private const string Units = "unit_code,name_ja,name_en,kind\nW-1,一,One,faculty\n";

    private readonly AnOfficeWithFiles office = new();
    private RecordSite site = null!;
    private Workspace other = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(office.Data);
        site = await RecordSite.On(office.Data, keeps: true);
        // the records are open here before anybody else writes
        await site.Get("/en/imports");
        other = await office.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        other.Dispose();
        office.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_sent_is_taken_in_later_and_its_page_leads_to_the_import()
    {
        string path;
        using (Writing())
        {
            path = await site.Upload("units.csv", Units);
            Assert.StartsWith("/en/imports/arriving/", path, StringComparison.Ordinal);
            Assert.Contains("Waiting for another import to end", await Shown(path));
            Assert.Contains("ほかの取込が終わるのを待っています", await Shown("/ja" + path[3..]));
        }

        var import = await Led(path);
        Assert.Contains("Import 1 record", (await site.Finished(import)).QuerySelector("main")!.TextContent);
        using var frame = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        frame.Headers.Add("Turbo-Frame", "import");
        using var answer = await site.Client.SendAsync(frame, Cancel);
        Assert.Equal("reload", (await Website.Parse(answer)).QuerySelector("meta[name=turbo-visit-control]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_file_that_waits_is_not_taken_in_where_that_is_cancelled()
    {
        using (Writing())
        {
            var path = await site.Upload("units.csv", Units);
            using var stopped = await site.Press(path, (await site.Get(path)).Page, "cancel");
            Assert.Equal(HttpStatusCode.SeeOther, stopped.StatusCode);
            while ((await Shown(path)).Contains("Waiting", StringComparison.Ordinal)) await Task.Delay(50, Cancel);
            Assert.Contains("The file was not taken in", await Shown(path));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(office.Data, "imports", "arriving")));
        Assert.Contains("Nothing has been imported yet", await Shown("/en/imports"));
    }

    [Fact]
    public async Task A_checked_file_that_is_to_be_written_says_so_and_is_written_then()
    {
        var path = await site.Upload("units.csv", Units);
        var check = await site.Finished(path);
        using (Writing())
        {
            using var pressed = await site.Press(path, check, "commit");
            Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
            await Says(path, "Waiting for another import to end");
        }

        Assert.Contains("Added: 1.", (await site.Finished(path)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_check_is_noted_when_the_other_has_ended()
    {
        var path = await site.Upload("units.csv", Units);
        var check = await site.Finished(path);
        using (Writing())
        {
            using var pressed = await site.Press(path, check, "check", ("profile", "org-units"));
            await Says(path, "Waiting for another import to end");
        }

        Assert.Contains("Import 1 record", (await site.Finished(path)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_command_line_says_so_on_a_line_of_its_own_and_goes_on()
    {
        var file = office.Write("units.csv", Units);
        using var writing = Writing();
        var looked = await office.Run("import", file, "--profile", "org-units", "--json", "--lang", "ja");
        Assert.Equal((0, ""), (looked.Code, looked.Errors));
        using var process = office.Start("import", file, "--profile", "org-units", "--json", "--commit");
        Assert.Equal("Waiting for another import to end; this one goes on then…", await process.StandardError.ReadLineAsync(Cancel));
        writing.Dispose();
        var ended = await TheProgram.End(process);
        Assert.Equal(0, ended.Code);
        Assert.Equal(1, ended.Number("created"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ChangeSession Writing() => other.BeginAlone(ChangeOrigin.Form(Actor.Local));

    private async Task<string> Shown(string path) => (await site.Get(path)).Page.QuerySelector("main")!.TextContent;

    private async Task Says(string path, string words)
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await Shown(path)).Contains(words, StringComparison.Ordinal)) return;
            await Task.Delay(50, Cancel);
        }

        Assert.Fail($"never said: {words}");
    }

    /// <summary>Where a page leads to in the end.</summary>
    private async Task<string> Led(string path)
    {
        for (var i = 0; i < 100; i++)
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            if (answer.Headers.Location is { } to) return new Uri(site.Client.BaseAddress!, to).AbsolutePath;
            await Task.Delay(50, Cancel);
        }

        throw new TimeoutException(path);
    }
}
