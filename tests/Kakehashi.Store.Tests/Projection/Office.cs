using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Web;

namespace Kakehashi.Store.Tests.Projection;

/// <summary>A database of its own, with records that are made by field codes.</summary>
public sealed class Office : IDisposable
{
    private Office(string folder, Workspace workspace) => (Folder, Workspace) = (folder, workspace);

    public string Folder { get; }

    public Workspace Workspace { get; }

    /// <param name="postgres">Where the records are not kept in the folder.</param>
    /// <param name="stays">What the university declares of its own about stays.</param>
    /// <param name="clock">Null for that of the machine.</param>
    public static async Task<Office> Open(string? postgres = null, string? stays = null, TimeProvider? clock = null)
    {
        var folder = Empty.Folder("kakehashi-facts-");
        if (stays is not null) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "fields")).FullName, "mobility_period.yaml"), stays);
        return new(folder, await OpenAt(folder, postgres, clock));
    }

    public static Task<Workspace> OpenAt(string folder, string? postgres = null, TimeProvider? clock = null) => Workspace.OpenAsync(
        folder, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types, postgres, clock, TestContext.Current.CancellationToken);

    public RecordType Type(string code) => Workspace.Types.WithCode(code)!;

    /// <summary>Writes one record in a change set of its own.</summary>
    public long Enter(string code, params IEnumerable<(string Field, object? Value)> values)
    {
        using var session = Workspace.Begin(ChangeOrigin.Form(Actor.Local));
        var record = Fill(Type(code), Type(code).New(), values);
        session.Create(Type(code), record);
        session.Commit();
        return record.Number;
    }

    public long Stay(string person, string from, string direction = "out", string country = "FR", long? unit = null) => Enter(
        "mobility_period", ("reference", Guid.NewGuid().ToString("N")), ("direction", direction), ("kind", "student"), ("person_key", person),
        ("started_on", DateOnly.Parse(from, null)), (direction == "out" ? "host_country" : "home_country", country), ("unit", unit), ("level", "master"));

    public static Record Fill(RecordType type, Record record, IEnumerable<(string Field, object? Value)> values)
    {
        foreach (var (field, value) in values) (type.Field(field) ?? throw new ArgumentException($"{type} has no field {field}")).Write(record, value);
        return record;
    }

    /// <summary>Every fact, unit and report, as text.</summary>
    public async Task<IReadOnlyList<string>> Facts()
    {
        var state = await Workspace.Facts.AskAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.True(state.IsDone, state.Refusal?.ToString());
        Assert.False(state.Value.IsBehind);
        return Rows(state.Value.Store);
    }

    public static IReadOnlyList<string> Rows(Analytics.Facts.FactStore store)
    {
        var rows = new List<string>();
        using var connection = store.Connect();
        foreach (var table in store.Schemas.Keys.Append("coverage").Append("unit_tree").Order(StringComparer.Ordinal))
        {
            using var reader = connection.Query($"SELECT CAST(t AS VARCHAR) FROM \"{table}\" t ORDER BY 1");
            while (reader.Read()) rows.Add($"{table} {reader.Text(0)}");
        }

        return rows;
    }

    public void Dispose()
    {
        Workspace.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
