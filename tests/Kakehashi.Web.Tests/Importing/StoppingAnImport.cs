using System.Diagnostics;
using Kakehashi.Education.Mobility;
using Kakehashi.Platform.History;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Tests.Importing;

/// <summary>An import that is killed leaves all of its batch or nothing, in a database that opens and verifies.</summary>
[Trait("Needs", "program")]
public sealed class StoppingAnImport
{
    private const int Rows = 200_000;

    [Fact]
    public async Task Killed_while_it_reads_or_commits_it_leaves_all_or_nothing()
    {
        using var office = new AnOfficeWithFiles();
        var file = office.Stays("s", Rows);
        // shares of the log's full size: early, halfway, and in the last writes, which are the commit's
        var full = await Measured(file);
        foreach (var share in (double[])[0.02, 0.9, 0.999])
        {
            using var process = office.Start("import", file, "--profile", "mobility-periods", "--json", "--commit");
            var log = Path.Combine(office.Data, "kakehashi.db-wal");
            while (!process.HasExited && (!File.Exists(log) || new FileInfo(log).Length < full * share)) await Task.Delay(1, Cancel);
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync(Cancel);
            var written = await Verified(office);
            Assert.True(written is 0 or Rows, $"{written} rows after a kill at {share:P1}");
            if (written == Rows) Directory.Delete(office.Data, recursive: true);
        }

        var again = await office.Run("import", file, "--profile", "mobility-periods", "--json", "--commit");
        Assert.True(again.Code == 0, again.Output + again.Errors);
        Assert.Equal(Rows, await Verified(office));
    }

    [Fact]
    public async Task Stopped_by_the_person_it_exits_130_with_nothing_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var office = new AnOfficeWithFiles();
        using var process = office.Start("import", office.Stays("s", Rows), "--profile", "mobility-periods", "--json", "--commit");
        var log = Path.Combine(office.Data, "kakehashi.db-wal");
        while (!process.HasExited && (!File.Exists(log) || new FileInfo(log).Length < 10_000_000)) await Task.Delay(1, Cancel);
        // TERM and INT end in the same place; a shell that starts tests in the background has its children ignore INT
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(0, await Verified(office));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_processes_at_once_take_turns(bool isSameFile)
    {
        const int rows = 20_000;
        using var office = new AnOfficeWithFiles();
        var files = new[] { office.Stays("a", rows), office.Stays(isSameFile ? "a" : "b", rows) };
        var answers = await Task.WhenAll(files.Select(file => TheProgram.End(office.Start("import", file, "--profile", "mobility-periods", "--json", "--commit"))));
        Assert.All(answers, answer => Assert.True(answer.Code == 0, answer.Output + answer.Errors));
        Assert.Equal(isSameFile ? [0, rows] : [rows, rows], answers.Select(answer => answer.Number("created")).Order());
        Assert.Equal(isSameFile ? rows : 2 * rows, await Verified(office));
    }

    /// <summary>How large the write-ahead log of one import becomes.</summary>
    private static async Task<long> Measured(string file)
    {
        using var office = new AnOfficeWithFiles();
        using var process = office.Start("import", file, "--profile", "mobility-periods", "--json", "--commit");
        var (log, full) = (Path.Combine(office.Data, "kakehashi.db-wal"), 0L);
        while (!process.HasExited)
        {
            if (new FileInfo(log) is { Exists: true, Length: var length }) full = Math.Max(full, length);
            await Task.Delay(1, Cancel);
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Rows, await Verified(office));
        return full;
    }

    /// <summary>How many stays there are, in a database that opens, whose history holds, and whose batches say the same.</summary>
    private static async Task<int> Verified(AnOfficeWithFiles office)
    {
        using var workspace = await office.Open();
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
        await using var context = workspace.Database.Read();
        var stays = await context.Set<MobilityPeriod>().CountAsync(Cancel);
        Assert.Equal(stays, await context.Changes.CountAsync(Cancel));
        Assert.Equal(stays, await context.ImportBatches.SumAsync(batch => batch.Created, Cancel));
        Assert.Equal("ok", Assert.Single(await context.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(Cancel)));
        return stays;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
