using System.Globalization;
using System.Linq.Expressions;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Platform;
using Kakehashi.TestServers;
using Kakehashi.Web;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>The agreements of FIB-UPC, which end on the last day of a year: which of them are reviewed, and when.</summary>
public sealed class ReviewingRealAgreements
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2021-06-30", 0)] // more than six months are left
    [InlineData("2021-07-01", 173)]
    [InlineData("2021-12-31", 173)]
    [InlineData("2022-01-01", 0)] // what is over is not reviewed; an office looks at it in the list of concerns
    [InlineData("2024-12-31", 1)]
    [InlineData("2025-10-01", 4)]
    public async Task Opens_those_that_end_within_six_months(string day, int opened)
    {
        await using var world = await Imported();
        using var workspace = await On(world, DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(opened, await new AgreementsInTime(workspace).DoAsync(Cancel));
        Assert.Equal(0, await new AgreementsInTime(workspace).DoAsync(Cancel));
        var ending = (await world.All<Agreement>()).Where(one => one.ExpiresOn >= workspace.Today && one.ExpiresOn < workspace.Today.AddMonths(6)).Select(one => one.Id).Order();
        Assert.Equal(ending, (await world.All<AgreementProcedure>()).Where(one => one.ReviewOpenedOn == workspace.Today).Select(one => one.Agreement!.Value).Order());
    }

    [Fact]
    public async Task Shows_the_year_that_is_none_to_a_person_and_guesses_nothing()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import("fib-agreements", SharedData.PathOf("agreements", "fib_upc_mobilitat_2020.json"));
        var problem = Assert.Single(report.Warnings).Problem;
        Assert.Equal("vigent_fins", problem.Column);
        Assert.Contains("“2”", problem.Message.En, StringComparison.Ordinal);
        var dublin = (await world.All<Agreement>()).Single(one => one.Reference == "fib-IRLDUBLIN01");
        Assert.Null(dublin.ExpiresOn);
        var concern = (Expression<Func<Agreement, DateOnly, bool>>)world.Workspace.Types[typeof(Agreement)].Concerns.Single(one => one.Code == "agreement.no-end").Found;
        Assert.True(concern.Compile()(dublin, world.Workspace.Today));
        foreach (var year in new[] { 2021, 2025 })
        {
            using var workspace = await On(world, new(year, 10, 1));
            await new AgreementsInTime(workspace).DoAsync(Cancel);
        }

        Assert.DoesNotContain(await world.All<AgreementProcedure>(), one => one.Agreement == dublin.Id);
    }

    private static async Task<ImportWorld> Imported()
    {
        var file = SharedData.PathOf("agreements", "fib_upc_mobilitat_2020.json");
        var world = await ImportWorld.Open();
        await world.Import("fib-agreements", file);
        return world;
    }

    private static Task<Workspace> On(ImportWorld world, DateOnly day) =>
        Workspace.OpenAsync(world.Workspace.Data, Repository.PathOf("catalogue"), Composition.Types, clock: new Clock(day), cancel: Cancel);

    private sealed class Clock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new(3, 0), TimeSpan.Zero);
    }
}
