using Kakehashi.Platform;
using Kakehashi.Web.Demo;

[assembly: AssemblyFixture(typeof(Kakehashi.Web.Tests.Demo.AUniversity))]

namespace Kakehashi.Web.Tests.Demo;

/// <summary>The demonstration university, made once for all tests that only look at it.</summary>
public sealed class AUniversity : IAsyncLifetime
{
    public static readonly DateTimeOffset Today = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public string Data { get; } = Empty.Folder("kakehashi-demo-");

    public Workspace Workspace { get; private set; } = null!;

    public int Records { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Workspace = await Open(Data);
        Records = (await new DemoUniversity(Workspace).FillAsync(1, null, TestContext.Current.CancellationToken)).Value;
    }

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    public static Task<Workspace> Open(string data) => Workspace.OpenAsync(
        data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types, clock: new AStoppedClock(Today), cancel: TestContext.Current.CancellationToken);

    /// <summary>A copy of the folder to be altered.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        using var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "kakehashi.db")}");
        using var target = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "kakehashi.db")};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}

/// <summary>A clock that stands still.</summary>
public sealed class AStoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
