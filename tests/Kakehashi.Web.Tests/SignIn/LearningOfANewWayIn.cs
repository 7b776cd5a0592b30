using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class LearningOfANewWayIn
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.Ja, "パスワードが変更されました", "APIトークン「集計」が作られました", "心当たりがないとき")]
    [InlineData(Language.En, "Your password was changed", "The API token “集計” was made", "If it was not")]
    public async Task Goes_by_mail_in_the_language_of_the_person(Language language, string password, string token, string advice)
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        await site.With("hanako", (services, account) => services.GetRequiredService<AccountDesk>().WriteToAsync(account, "hanako@example.ac.jp", language));
        using (await site.SignIn("hanako")) Assert.True(await site.IsIn());
        using (var changed = await site.Send("/en/account", "/en/account", [("_handler", "password"), ("old", ASite.Password), ("new", "quite another sentence"), ("again", "quite another sentence")]))
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        using (var made = await site.Send("/en/account", "/en/account", [("_handler", "token"), ("token-name", "集計"), ("scope", "read"), ("days", "30")]))
            Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var letters = await site.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 10, Cancel);
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal(("hanako@example.ac.jp", language), (letter.To, letter.Language)));
        Assert.All(letters, letter => Assert.Contains(advice, letter.Body));
        Assert.Contains(letters, letter => letter.Body.Contains(password, StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.Body.Contains(token, StringComparison.Ordinal));
        // neither the password nor the token itself
        Assert.DoesNotContain(letters, letter => letter.Body.Contains("quite another", StringComparison.Ordinal) || letter.Body.Contains("kkh_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_possible_without_an_address_and_nothing_is_refused_for_that()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        using (await site.SignIn("hanako")) Assert.True(await site.IsIn());
        using (var made = await site.Send("/en/account", "/en/account", [("_handler", "token"), ("token-name", "x"), ("scope", "read"), ("days", "30")]))
            Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Empty(await site.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 10, Cancel));
    }
}
