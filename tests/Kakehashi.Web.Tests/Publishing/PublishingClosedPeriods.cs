using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Publishing;

public sealed class PublishingClosedPeriods(Observatory observatory) : IClassFixture<Observatory>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly PublicationChoice ByCountry = new("FL-01", ["country", "unit"], Period.Fiscal(2023)) { IsCrossed = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_which_revision_they_are_and_is_refused_while_the_records_tell_otherwise()
    {
        var workspace = observatory.Workspace;
        Assert.Null((await workspace.PrepareAsync(ByCountry, Patience, Cancel)).Value!.Document.Closed);
        Assert.True((await workspace.CloseAsync(Period.Fiscal(2024), null, Actor.Local, Patience, Cancel)).IsDone);
        Assert.True((await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).IsDone);
        var document = PublicDocument.Read(await observatory.Client.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel));
        Assert.Equal(("FY2024", 1), (Assert.Single(document.Closed!).Key, document.Closed!["FY2024"]));
        Assert.Contains("FY2024, revision 1", (await observatory.Page("/en/open/indicators/FL-01")).QuerySelector("main")!.TextContent);
        Assert.Contains("Revision of the closed figures", (await observatory.Text("/en/open/indicators/FL-01/data.csv")).Split('\n')[0]);

        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            session.Withdraw(workspace.Types.WithCode("mobility_period")!, session.Read().Set<MobilityPeriod>().First(stay => stay.Reference == "FR-2024-0"));
            session.Commit();
        }

        await workspace.Facts.AskAsync(Patience, Cancel);
        var refused = (await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).Refusal!;
        Assert.Equal("publication.closed-otherwise", refused.Code);
        Assert.Contains("FY2024", refused.Message.En);
        // what is not closed can still be published, and so can the next revision
        Assert.True((await workspace.CloseAsync(Period.Fiscal(2024), "corrected", Actor.Local, Patience, Cancel)).IsDone);
        Assert.True((await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).IsDone);
        document = PublicDocument.Read(await observatory.Client.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel));
        Assert.Equal((2, 113m), (document.Closed!["FY2024"], document.Observations.Single(one => one.Period == "FY2024" && one.Keys.Count == 0).Value));
    }
}
