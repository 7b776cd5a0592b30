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

    private async Task Kill(string line, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(Product).Assembly.Location, .. Store.Address, Records.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
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
