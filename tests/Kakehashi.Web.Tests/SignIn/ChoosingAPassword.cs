using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class ChoosingAPassword : IAsyncLifetime
{
    private ASite site = null!;

    [Theory]
    // the most used, with what is put behind or between them
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("iloveyou12345")]
    [InlineData("passwordpassword")]
    // rows of keys, rows of letters, repetitions
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("abcdefghijkl")]
    [InlineData("abcdeabcdeabcde")]
    // the person, the site and the university
    [InlineData("hanakohanako")]
    [InlineData("sato-hanako26")]
    [InlineData("hanako.s@2026")]
    [InlineData("kakehashi2026")]
    [InlineData("example2026example")]
    [InlineData("university2026")]
    public async Task That_is_tried_first_is_refused_with_what_to_do_instead(string password)
    {
        var refusal = await Choose(password);
        Assert.Equal("people.guessable-password", refusal?.Code);
        Assert.Contains("several words", refusal!.Message.En);
        Assert.Contains("言葉をいくつか並べた文", refusal.Message.Ja);
    }

    [Theory]
    [InlineData("a bridge over the river")]
    [InlineData("猫が川で傘を三本なくした")]
    [InlineData("kX7#mQ2vT9pL")]
    [InlineData("ランプ たぬき 七月 梯子")]
    public async Task That_is_hard_to_guess_is_taken(string password) => Assert.Null(await Choose(password));

    [Fact]
    public async Task Of_two_hundred_characters_is_weighed_in_no_time()
    {
        var before = TimeProvider.System.GetTimestamp();
        Assert.Null(await Choose(string.Concat(Enumerable.Range(0, 40).Select(i => $"w{i * 7919 % 1000:000} "))));
        Assert.True(TimeProvider.System.GetElapsedTime(before) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task That_is_on_the_list_of_the_university_is_refused()
    {
        const string leaked = "Marmalade for seven otters";
        Assert.Null(await Choose(leaked));
        await File.WriteAllLinesAsync(Path.Combine(site.Data, "passwords.txt"), ["something else", "marmalade for seven otters"], TestContext.Current.CancellationToken);
        Assert.Equal("people.guessable-password", (await Choose(leaked))?.Code);
    }

    [Fact]
    public async Task That_is_too_short_is_told_so_first() => Assert.Equal("people.short-password", (await Choose("password"))?.Code);

    public async ValueTask InitializeAsync()
    {
        site = await ASite.Start(options => options with { Site = "https://kakehashi.example.ac.jp" });
        await site.Add("hanako", password: null);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>Takes up a new link with it, as somebody does who forgot the one before.</summary>
    private Task<Refusal?> Choose(string password) => site.With("hanako", async (services, account) =>
    {
        var desk = services.GetRequiredService<AccountDesk>();
        (account.DisplayName, account.Email) = ("Hanako Sato", "hanako.s@example.ac.jp");
        await services.GetRequiredService<UserManager<Account>>().UpdateAsync(account);
        var link = await desk.FindLinkAsync((await desk.InviteAsync(account)).Value!);
        return (await desk.TakeUpAsync(link!, "", "", password)).Refusal;
    });
}
