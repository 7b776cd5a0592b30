using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Platform;
using Kakehashi.Records;
using Kakehashi.TestServers;
using Microsoft.AspNetCore.Builder;

namespace Kakehashi.Web.Tests.Api;

/// <summary>The real program with a database of its own in a temporary folder, and a client that speaks to its API.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly string data;
    private readonly WebApplication app;
    private Func<Task> dropDatabase = () => Task.CompletedTask;

    private Office(string data, Workspace workspace, WebApplication app) => (this.data, Workspace, this.app) = (data, workspace, app);

    public Workspace Workspace { get; }

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public IServiceProvider Services => app.Services;

    /// <param name="types">Other record types than the product's.</param>
    /// <param name="fields">What the university declares of its own, by record type.</param>
    public static async Task<Office> Open(RecordTypes? types = null, params (string Record, string Yaml)[] fields)
    {
        var data = Empty.Folder("kakehashi-api-");
        foreach (var (record, yaml) in fields) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(data, "fields")).FullName, record + ".yaml"), yaml);
        return await Started(data, await Opened(data, types ?? Composition.Types));
    }

    /// <summary>The same with its records and accounts on a server.</summary>
    public static async Task<Office> OpenOn(PostgresServer server)
    {
        var (data, database) = (Directory.CreateTempSubdirectory("kakehashi-api-").FullName, await Empty.OnServer(server));
        var office = await Started(data, await Opened(data, Composition.Types, database));
        office.dropDatabase = () => server.DropDatabase(database);
        return office;
    }

    private static async Task<Office> Started(string data, Workspace workspace)
    {
        var app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" }, workspace: workspace);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var office = new Office(data, workspace, app);
        await office.Client.LetIn(app);
        return office;
    }

    private static async Task<Workspace> Opened(string data, RecordTypes types, string? postgres = null)
    {
        try
        {
            return await Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), types, postgres, cancel: TestContext.Current.CancellationToken);
        }
        catch
        {
            Directory.Delete(data, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Workspace.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        await dropDatabase();
    }

    public async Task<Reply> Send(HttpMethod method, string path, JsonNode? body = null, string? match = null, string? text = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path);
        if (body is not null || text is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? body!.ToJsonString()));
            if (type.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && bytes.Length > 0;
        return new(answer.StatusCode, isJson ? JsonNode.Parse(bytes) : null, bytes, answer.Headers.ETag?.Tag,
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Reply> Get(string path, params (string, string)[] headers) => Send(HttpMethod.Get, path, headers: headers);

    public Task<Reply> Post(string path, JsonNode body) => Send(HttpMethod.Post, path, body);

    /// <summary>Creates a record that must be accepted.</summary>
    public async Task<Reply> Create(string path, JsonNode body)
    {
        var reply = await Post(path, body);
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Json?.ToJsonString());
        return reply;
    }

    public Task<Reply> Unit(string code, string kind = "faculty") => Create("org-units", AUnit(code, kind));

    public static JsonObject AUnit(string code, string kind = "faculty") => new()
    {
        ["unit_code"] = code,
        ["name"] = new JsonObject { ["ja"] = $"学部{code}", ["en"] = $"Faculty {code}" },
        ["kind"] = kind,
    };

    public static JsonObject AnAgreement(string reference, long? unit = null) => new()
    {
        ["reference"] = reference,
        ["title"] = new JsonObject { ["ja"] = $"交流協定{reference}", ["en"] = $"Agreement {reference}" },
        ["type"] = "academic",
        ["level"] = "university",
        ["state"] = "in_force",
        ["unit"] = unit,
        ["country"] = "FR",
        ["effective_from"] = "2025-04-01",
    };
}

/// <summary>What the API answered.</summary>
public sealed record Reply(HttpStatusCode Status, JsonNode? Json, byte[] Bytes, string? Tag, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Json?["code"]?.GetValue<string>();

    public long Id => Json!["id"]!.GetValue<long>();

    public JsonArray Items => Json!["items"]!.AsArray();

    /// <summary>Field and code of each error.</summary>
    public IEnumerable<string> Errors => Json?["errors"]?.AsObject().SelectMany(place => place.Value!.AsArray().Select(error => $"{place.Key}: {error!["code"]}")) ?? [];
}
