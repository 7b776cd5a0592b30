using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed class PrintingInTheDark(Chromium chromium, Office office)
{
    /// <summary>The first category of the light palette and of the dark one.</summary>
    private const string Colours = """
        () => [...document.querySelectorAll('kk-chart, kk-map')].map(drawing => {
          const canvas = drawing.shadowRoot.querySelector('canvas');
          const data = canvas ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data : [];
          const has = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) has.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
          const any = colours => colours.some(colour => has.has(colour));
          return [any(['47,85,164', '66,107,181', '236,237,240']) && 'light', any(['134,166,236', '125,156,224', '52,54,61']) && 'dark'].filter(Boolean).join(' and ');
        })
        """;

    [Fact]
    public async Task Gives_light_paper_with_light_charts_and_a_dark_screen_again()
    {
        await using var tab = await chromium.Open("en-GB");
        var address = await office.Address(tab, "/en/styleguide");
        // given to the browser itself: what a script writes may reach it after the next request has left
        await tab.Bring(address, "kakehashi.theme=dark");
        await tab.Page.GotoAsync(address);
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('kk-chart, kk-map')].every(drawing => drawing.shadowRoot.querySelector('canvas'))");
        await AllAre("dark", tab.Page);

        // as the browser itself does before it lays out the paper: all is drawn when the event is over
        Assert.All(await tab.Page.EvaluateAsync<string[]>($"() => {{ dispatchEvent(new Event('beforeprint')); return ({Colours})(); }}"), colours => Assert.Equal("light", colours));
        await tab.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await AllAre("dark", tab.Page);

        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await AllAre("light", tab.Page);
        Assert.Equal(["rgba(0, 0, 0, 0)", "rgb(31, 32, 37)", "rgb(255, 255, 255)"], await tab.Page.EvaluateAsync<string[]>(
            "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color, getComputedStyle(document.querySelector('.card')).backgroundColor]"));
        // reading a canvas back is slow, the browser says: so it is
        Assert.All(tab.Complaints, complaint => Assert.Contains("getImageData", complaint));
    }

    private static async Task AllAre(string colours, IPage page)
    {
        for (var i = 0; i < 50 && (await page.EvaluateAsync<string[]>(Colours)).Any(found => found != colours); i++) await page.WaitForTimeoutAsync(100);
        Assert.All(await page.EvaluateAsync<string[]>(Colours), found => Assert.Equal(colours, found));
    }
}
