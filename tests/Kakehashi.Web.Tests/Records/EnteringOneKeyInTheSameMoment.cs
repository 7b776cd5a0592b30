using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Forms;

namespace Kakehashi.Web.Tests.Records;

/// <summary>Two people have a form checked before either has saved: only the store can see that both mean one key.</summary>
public sealed class EnteringOneKeyInTheSameMoment : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-moment-");
    private Workspace? opened;

    public async ValueTask InitializeAsync() => opened = await Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);

    public ValueTask DisposeAsync()
    {
        opened?.Dispose();
        Directory.Delete(data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("org-units", "unit_code", "unit_code", "ENG")]
    [InlineData("organisations", "identifiers.0.value", "identifiers.0.value", "PARTNER7")]
    public async Task Refuses_the_second_at_the_input_of_the_key(string route, string input, string problem, string key)
    {
        var (first, second) = (await Checked(route, input, key), await Checked(route, input, key));
        Assert.NotNull(first.Write(null, out _));
        Assert.Null(second.Write(null, out _));
        var told = Assert.Single(second.Problems);
        Assert.Equal((problem, "record.duplicate-key"), (told.Field, told.Code));
        Assert.Contains(key, told.Message.En, StringComparison.Ordinal);
    }

    private async Task<RecordEntry> Checked(string route, string input, string key)
    {
        var entry = new Entry { ["name.ja"] = "工学部", ["name.en"] = "Engineering", ["kind"] = route == "org-units" ? "faculty" : "education", ["status"] = "active" };
        if (route == "organisations") (entry["identifiers.0.row"], entry["identifiers.0.scheme"]) = ("", "local");
        entry[input] = key;
        var typed = new RecordEntry(opened!, opened!.Types.AtRoute(route)!, entry, Actor.Local);
        await typed.ReadAsync(null, TestContext.Current.CancellationToken);
        Assert.Empty(typed.Problems);
        return typed;
    }
}
