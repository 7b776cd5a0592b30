using System.Globalization;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Record = Kakehashi.Records.Record;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>The program over a university with two faculties, stays of three years, and a country with too few to be told.</summary>
public class Observatory : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-indicators-");
    private Workspace? workspace;
    private WebApplication? app;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public Workspace Workspace => workspace!;

    public IServiceProvider Services => app!.Services;

    public long Engineering { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Settings is not null) await File.WriteAllTextAsync(Path.Combine(data, "university.yaml"), Settings);
        workspace = await Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local))) Enter(session);
        app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" }, workspace: workspace);
        await app.StartAsync();
        await Client.LetIn(app);
        // pages wait a moment only; the tests are about what they show once the figures are there
        await workspace.Facts.AskAsync(TimeSpan.FromMinutes(2), default);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        workspace?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    public async Task<AngleSharp.Dom.IDocument> Page(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await Website.Parse(answer);
    }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>A client of somebody with these roles.</summary>
    public async Task<HttpClient> ClientOf(params NewGrant[] grants)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        await client.LetIn(app!, grants);
        return client;
    }

    public Task<string> Text(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    private void Enter(ChangeSession session)
    {
        var top = Create(session, "org_unit", ("unit_code", "U"), ("name", new Bilingual("本学", "The University")), ("kind", "university"));
        Engineering = Create(session, "org_unit", ("unit_code", "E"), ("name", new Bilingual("工学部", "Faculty of Engineering")), ("kind", "faculty"), ("parent", top));
        var arts = Create(session, "org_unit", ("unit_code", "A"), ("name", new Bilingual("文学部", "Faculty of Arts")), ("kind", "faculty"), ("parent", top));
        foreach (var unit in new[] { Engineering, arts })
            foreach (var year in new[] { 2022, 2023, 2024 })
                Create(session, "coverage", ("fact", "mobility"), ("unit", unit), ("period", $"FY{year}"), ("submitted", unit == Engineering || year < 2024));
        // FR 60, DE 40, KR 12, LA 2
        foreach (var (country, count) in new[] { ("FR", 60), ("DE", 40), ("KR", 12), ("LA", 2) })
            for (var i = 0; i < count; i++) Stay(session, country, i, 2024, i % 2 == 0 ? Engineering : arts);
        for (var i = 0; i < 100; i++) Stay(session, "FR", i, 2023, Engineering);
        EnterMore(session);
        session.Commit();
    }

    /// <summary>What the university has set; null for nothing.</summary>
    protected virtual string? Settings => null;

    /// <summary>What some tests need beside.</summary>
    protected virtual void EnterMore(ChangeSession session)
    {
    }

    public void Stay(ChangeSession session, string country, int number, int year, long unit, string level = "master") => Create(
        session, "mobility_period", ("reference", string.Create(CultureInfo.InvariantCulture, $"{country}-{year}-{number}")), ("direction", "in"), ("kind", "student"),
        ("home_country", country), ("unit", unit), ("started_on", new DateOnly(year, 9, 1)), ("level", level));

    protected long Create(ChangeSession session, string code, params IEnumerable<(string Field, object? Value)> values)
    {
        var type = Workspace.Types.WithCode(code)!;
        Record record = type.New();
        foreach (var (field, value) in values) type.Field(field)!.Write(record, value);
        session.Create(type, record);
        return record.Number;
    }
}
