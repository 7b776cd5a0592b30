using System.Diagnostics;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>The real program in a process of its own, over the same folder.</summary>
[Trait("Needs", "program")]
public sealed class AProgramThatIsKilled : IDisposable
{
    private const int Stays = 30_000;

    private readonly string data = Directory.CreateTempSubdirectory("kakehashi-killed-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_facts_that_open_and_catch_up()
    {
        using (var workspace = await Open()) Enter(workspace);
        foreach (var delay in new[] { 500, 900, 1_300 })
        {
            using var program = Start("indicators", "FL-01", "--rebuild", "--data", data);
            await Task.Delay(delay, Cancel);
            program.Kill();
            await program.WaitForExitAsync(Cancel);
        }

        using var after = await Open();
        var answer = await after.Figures.AskAsync([new("FL-01", [Period.Fiscal(2024)])], TimeSpan.FromMinutes(2), Cancel);
        Assert.Equal(Stays, Assert.Single(answer.Value!.Cuts[0]).Value);
    }

    [Fact]
    public async Task Or_runs_beside_another_that_holds_the_facts_answers_all_the_same()
    {
        using var workspace = await Open();
        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local))) Enter(session, workspace, 7);
        await workspace.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel);
        using var program = Start("indicators", "FL-01", "--period", "FY2024", "--json", "--data", data);
        var output = await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        Assert.Equal(0, program.ExitCode);
        using var json = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal(7, json.RootElement[0].GetProperty("value").GetDecimal());
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private Task<Workspace> Open() => Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types, cancel: Cancel);

    private static void Enter(Workspace workspace)
    {
        using var session = workspace.Begin(ChangeOrigin.Form(Actor.Local));
        Enter(session, workspace, Stays);
    }

    private static void Enter(ChangeSession session, Workspace workspace, int count)
    {
        var type = workspace.Types.WithCode("mobility_period")!;
        for (var i = 0; i < count; i++)
        {
            var stay = type.New();
            foreach (var (field, value) in new (string, object)[] { ("reference", $"s{i}"), ("direction", "in"), ("kind", "student"), ("started_on", new DateOnly(2024, 9, 1)) })
                type.Field(field)!.Write(stay, value);
            session.Create(type, stay);
        }

        session.Commit();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "kakehashi.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
