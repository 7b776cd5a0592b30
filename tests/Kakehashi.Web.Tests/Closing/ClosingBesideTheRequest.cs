using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Closing;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Closing;

public sealed class ClosingBesideTheRequest(Observatory observatory) : IClassFixture<Observatory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ClosingDesk Desk => observatory.Services.GetRequiredService<ClosingDesk>();

    [Theory]
    [InlineData("ja", "数値を固定しています")]
    [InlineData("en", "The figures are being frozen")]
    public async Task Shows_that_it_goes_on_until_it_has_ended(string language, string words)
    {
        var period = Period.Fiscal(language == "ja" ? 2022 : 2023);
        // nothing can be written meanwhile: it does not end
        using (observatory.Workspace.BeginAlone(ChangeOrigin.Demo))
        {
            Assert.Null(await Desk.CloseAsync(period, null, Actor.Local, TimeSpan.Zero, Cancel));
            var page = await observatory.Page($"/{language}/periods/{period}");
            Assert.Contains(words, page.QuerySelector("main")!.TextContent);
            Assert.NotNull(page.QuerySelector("turbo-frame#period kk-poll"));
            Assert.Null(page.QuerySelector("input[name=sure]"));
        }

        await Ended(period);
        Assert.Single(await observatory.Workspace.ClosesAsync(Cancel), close => close.Period == period.ToString());
        Assert.Null((await observatory.Page($"/{language}/periods/{period}")).QuerySelector("kk-poll"));
    }

    [Fact]
    public async Task Writes_nothing_where_it_is_given_up()
    {
        var period = Period.Fiscal(2024);
        Assert.Null(await Desk.CloseAsync(period, null, Actor.Local, TimeSpan.Zero, Cancel));
        Desk.Cancel(period);
        await Ended(period);
        Assert.DoesNotContain(await observatory.Workspace.ClosesAsync(Cancel), close => close.Period == period.ToString());
        Assert.Null(Desk.Refused(period));
    }

    private async Task Ended(Period period)
    {
        while (Desk.Progress(period) is not null) await Task.Delay(50, Cancel);
    }
}
