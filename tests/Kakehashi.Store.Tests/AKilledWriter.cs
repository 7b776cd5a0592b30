using System.Diagnostics;
using System.Globalization;
using Kakehashi.Platform.History;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class AKilledWriter(Store store) : Specification(store)
{
    private const int Records = 100_000;

    [Theory]
    [InlineData("written 60000", 0)]
    [InlineData("committing", 0)]
    [InlineData("committing", 10)]
    [InlineData("committing", 60)]
    public async Task Leaves_all_or_nothing(string line, int milliseconds)
    {
        Create(Product.Agreements, Agreement("A-1"));
        await Kill(line, milliseconds);
        var written = await Count("SELECT count(*) FROM organisations");
        if (line != "committing") Assert.Equal(0, written);
        Assert.True(written is 0 or Records, $"{written} of {Records} records are there");
        var verification = await Database.VerifyAsync(null, Cancel);
        Assert.Empty(verification.Faults);
        Assert.Equal(1 + written, verification.Changes);
        Create(Product.Agreements, Agreement("A-2"));
        Assert.Empty(await Faults());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    [InlineData(1_500)]
    public async Task Of_a_merge_leaves_all_or_nothing(int milliseconds)
    {
        const int agreements = 5_000;
        await Kill("merging", milliseconds, agreements, "merge");
        var turned = await Count("SELECT count(*) FROM agreements WHERE partner = (SELECT min(id) FROM organisations)");
        var withdrawn = await Count("SELECT count(*) FROM organisations WHERE is_withdrawn = true");
        Assert.True((turned, withdrawn) is (0, 0) or (agreements, 1), $"{turned} of {agreements} are turned, {withdrawn} withdrawn");
        Assert.Empty(await Faults());
    }

    private async Task Kill(string line, int milliseconds, int count = Records, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(Product).Assembly.Location, .. Store.Address, count.ToString(CultureInfo.InvariantCulture), .. more]) start.ArgumentList.Add(argument);
        using var writer = Process.Start(start)!;
        string? said;
        do said = await writer.StandardOutput.ReadLineAsync(Cancel);
        while (said is not null && said != line);
        Assert.Equal(line, said);
        if (milliseconds > 0) await Task.Delay(milliseconds, Cancel);
        writer.Kill();
        await writer.WaitForExitAsync(Cancel);
    }
}

[Trait("Needs", "program")]
public sealed class AKilledWriterInSqlite() : AKilledWriter(new SqliteStore());

[Trait("Needs", "server")]
public sealed class AKilledWriterInPostgres(PostgresServer server) : AKilledWriter(new PostgresStore(server));
