using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kakehashi.TestServers;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Kakehashi.Web.Tests.Commands;

/// <summary>The whole program on a database of PostgreSQL, as an office starts it.</summary>
[Trait("Needs", "server")]
public sealed class TheProgramOnPostgres(PostgresServer server) : IDisposable
{
    private readonly AFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shows_the_demonstration_takes_an_edit_and_brings_the_figures_up_to_date()
    {
        var database = await server.CreateDatabase();
        using var process = TheProgram.StartOn(database, "serve", "--demo", "--data", folder["data"], "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(process) };
            await Door.Become(client, "administrator", Cancel);
            foreach (var page in (string[])["/ja", "/en", "/en/agreements?country=DE&sort=-expires_on", "/ja/organisations?q=大学", "/en/indicators"])
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page, Cancel)).StatusCode);
            var before = await Figure(client, _ => true);
            var made = await client.PostAsJsonAsync("/api/v1/agreements", Agreement, Cancel);
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            Assert.Equal(before + 1, await Figure(client, value => value > before));
            await Changed(client, made);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }

        var records = await TheProgram.RunOn(database, "records", "agreements", "--where", "reference=PG-1", "--json", "--data", folder["data"]);
        Assert.Equal("DE", records.Json.GetProperty("records")[0].GetProperty("country").GetString());
        var verified = await TheProgram.RunOn(database, "verify", "--data", folder["data"], "--json");
        Assert.True(verified.Json.GetProperty("sound").GetBoolean(), verified.Output);
        Assert.False(File.Exists(folder["data/kakehashi.db"]));
        await server.DropDatabase(database);
    }

    [Fact]
    public async Task Imports_the_same_as_on_SQLite_and_gives_it_back_the_same()
    {
        var database = await server.CreateDatabase();
        await File.WriteAllTextAsync(folder["units.csv"], "unit_code,name_ja,name_en,kind\nE,工学部,Engineering,faculty\nA,文学部,Arts,faculty\nX,城,Castle,castle\n", Cancel);
        var exports = new List<string>();
        foreach (var postgres in new[] { null, database })
        {
            string[] data = ["--data", folder[postgres is null ? "lite" : "data"]];
            var imported = await TheProgram.RunOn(postgres, ["import", folder["units.csv"], "--profile", "org-units", "--commit", "--skip-rejected", "--json", .. data]);
            Assert.Equal((1, 2, 1), (imported.Code, imported.Number("created"), imported.Number("rejected")));
            exports.Add((await TheProgram.RunOn(postgres, ["export", "org-units", "--sort", "unit_code", "--to", "-", .. data])).Output);
        }

        Assert.Contains("工学部", exports[0]);
        Assert.Equal(exports[0], exports[1]);
        await server.DropDatabase(database);
    }

    [Theory]
    [InlineData("ja", "PostgreSQL にあり")]
    [InlineData("en", "are in PostgreSQL")]
    public async Task Says_how_its_database_is_saved_and_put_back(string language, string words)
    {
        var database = await server.CreateDatabase();
        var saved = await TheProgram.RunOn(database, "backup", folder["b.zip"], "--data", folder["data"], "--lang", language);
        Assert.Equal(2, saved.Code);
        Assert.Contains(words, saved.Errors, StringComparison.Ordinal);
        Assert.Matches("pg_dump --format=custom --file=kakehashi.dump --host=127.0.0.1 --port=[0-9]+ --username=kakehashi --dbname=kakehashi_[0-9]+", saved.Errors);
        var restored = await TheProgram.RunOn(database, "restore", folder["b.zip"], "--data", folder["data"], "--lang", language);
        Assert.Equal(2, restored.Code);
        Assert.StartsWith("restore.postgres", restored.Errors);
        Assert.Contains("pg_restore", restored.Errors, StringComparison.Ordinal);
        await server.DropDatabase(database);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=records;Username=office;Password=secret", "ja", "data.cannot-open", "「records」を開けません")]
    [InlineData("Host=127.0.0.1;Port=1;Database=records;Username=office;Password=secret", "en", "data.cannot-open", "“records” in PostgreSQL on 127.0.0.1 cannot be opened")]
    [InlineData("postgres://office:secret@127.0.0.1/records", "en", "data.connection", "Host=localhost;Database=kakehashi")]
    [InlineData("Host=127.0.0.1;Port=many;Password=secret", "ja", "data.connection", "接続文字列として読めません")]
    public async Task That_cannot_be_opened_is_told_without_the_password_and_what_to_look_at(string connection, string language, string code, string words)
    {
        foreach (var command in (string[][])[["records"], ["demo"]])
        {
            var refused = await TheProgram.RunOn(connection, [.. command, "--data", folder["data"], "--lang", language]);
            Assert.Equal((2, ""), (refused.Code, refused.Output));
            Assert.StartsWith(code, refused.Errors);
            Assert.Contains(words, refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task That_cannot_be_opened_ends_the_server_with_the_reason_in_both_languages()
    {
        var ended = await TheProgram.RunOn("Host=127.0.0.1;Port=1;Database=records", "serve", "--data", folder["data"], "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, ended.Code);
        Assert.Contains("を開けません", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_the_demonstration_in_once_however_many_try_at_the_same_time()
    {
        var database = await server.CreateDatabase();
        var ended = await Task.WhenAll(TheProgram.RunOn(database, "demo", "--data", folder["one"]), TheProgram.RunOn(database, "demo", "--data", folder["other"]));
        Assert.Equal([0, 2], ended.Select(one => one.Code).Order());
        Assert.StartsWith("demo.not-empty", ended.Single(one => one.Code == 2).Errors.Split('\n').Last(line => line.Contains("demo.", StringComparison.Ordinal)));
        await server.DropDatabase(database);
    }

    [Fact]
    public async Task That_is_not_in_UTF_8_is_refused_with_how_to_make_one()
    {
        var database = await server.CreateDatabase("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'");
        foreach (var (language, words) in new[] { ("ja", "文字コードが SQL_ASCII です"), ("en", "is in the encoding SQL_ASCII") })
        {
            var refused = await TheProgram.RunOn(database, "records", "--data", folder["data"], "--lang", language);
            Assert.Equal(2, refused.Code);
            Assert.StartsWith("data.encoding", refused.Errors);
            Assert.Contains(words, refused.Errors, StringComparison.Ordinal);
            Assert.Contains("createdb --template=template0 --encoding=UTF8", refused.Errors, StringComparison.Ordinal);
        }

        await server.DropDatabase(database);
    }

    [Fact]
    public async Task That_is_named_by_an_empty_text_is_not_named()
    {
        Assert.Equal(0, (await TheProgram.RunOn(" ", "template", "agreements", "--to", folder["agreements.csv"], "--data", folder["data"])).Code);
        Assert.True(File.Exists(folder["data/kakehashi.db"]));
    }

    private static object Agreement => new
    {
        reference = "PG-1",
        title = new { ja = "試験協定", en = "Trial agreement" },
        type = "academic",
        level = "university",
        state = "in_force",
        country = "FR",
        effective_from = "2024-04-01",
        expires_on = "2099-03-31",
    };

    /// <summary>Refuses what is not of its version, and shows the change however often it is asked: a record's page is read in several steps.</summary>
    private static async Task Changed(HttpClient client, HttpResponseMessage made)
    {
        var path = made.Headers.Location!.OriginalString;
        foreach (var (tag, expected) in new[] { (null, 428), ("\"0\"", 412), (made.Headers.ETag!.Tag, 200), (made.Headers.ETag!.Tag, 412) })
        {
            using var patch = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(new { country = "DE" }) };
            if (tag is not null) patch.Headers.IfMatch.Add(new EntityTagHeaderValue(tag));
            Assert.Equal(expected, (int)(await client.SendAsync(patch, Cancel)).StatusCode);
        }

        var pages = Enumerable.Range(0, 40).Select(_ => client.GetStringAsync("/en" + path["/api/v1".Length..], Cancel));
        Assert.All(await Task.WhenAll(pages), page => Assert.Contains("<del>", page, StringComparison.Ordinal));
    }

    /// <summary>The agreements in force that the page of the indicator shows, once they are as they should be.</summary>
    private static async Task<int> Figure(HttpClient client, Func<int, bool> isIt)
    {
        for (var i = 0; i < 300; i++)
        {
            using var answer = await client.GetAsync("/en/indicators/AG-01", Cancel);
            var page = await Website.Parse(answer);
            if (int.TryParse(page.QuerySelector(".key-figure-value")?.TextContent.Trim().Split(' ')[0], out var value) && isIt(value)) return value;
            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException("AG-01");
    }

    private static async Task<Uri> Address(Process process)
    {
        var line = "";
        while (!line.Contains("http://", StringComparison.Ordinal)) line = await process.StandardOutput.ReadLineAsync(Cancel) ?? throw new InvalidOperationException("the server ended");
        return new(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
    }
}
