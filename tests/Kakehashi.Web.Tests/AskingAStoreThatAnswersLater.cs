using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kakehashi.Web.Tests;

public sealed class AskingAStoreThatAnswersLater
{
    [Fact]
    public async Task Shows_a_page_only_once_all_of_it_has_been_read()
    {
        await using var services = new ServiceCollection().AddSingleton<NavigationManager, Nowhere>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var shown = await renderer.Dispatcher.InvokeAsync(async () => Html(await renderer.RenderComponentAsync<TwoAnswers>()));
        Assert.Equal("one, two", shown);
    }

    private static string Html(HtmlRootComponent page) => page.ToHtmlString();

    /// <summary>Fails where it is rendered between its two answers, as a page does that shows what is not there yet.</summary>
    private sealed class TwoAnswers : Page
    {
        private string? one;
        private string? two;

        protected override async Task OnInitializedAsync()
        {
            one = "one";
            await Task.Delay(20, TestContext.Current.CancellationToken);
            two = "two";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{one}, {two!.ToLowerInvariant()}");
    }

    private sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("http://127.0.0.1/", "http://127.0.0.1/");
    }
}
