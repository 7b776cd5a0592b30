using System.Globalization;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Access.SignIn;

/// <summary>Tells somebody by mail that there is a new way into the account: who did not make it learns of it (OWASP ASVS 2.2.3). Whoever has no mail address gets no letter.</summary>
public sealed class WayInLetters(Outbox outbox, Workspace workspace, PublicAddress address, TimeProvider clock)
{
    /// <summary>The password is another.</summary>
    public Task PasswordAsync(Account account) => TellAsync(account, ("パスワードが変更されました。", "Your password was changed."));

    /// <summary>There is another passkey.</summary>
    public Task PasskeyAsync(Account account, string name) => TellAsync(account, name.Length == 0
        ? ("パスキーが登録されました。", "A passkey was added.")
        : ($"パスキー「{name}」が登録されました。", $"The passkey “{name}” was added."));

    /// <summary>There is another token, by which a program may do what the person may.</summary>
    public Task TokenAsync(Account account, string name) => TellAsync(account, ($"APIトークン「{name}」が作られました。", $"The API token “{name}” was made."));

    private Task TellAsync(Account account, Text what) => account.Email is { } to
        ? outbox.PutAsync([Letter(account, to, what, clock.GetUtcNow())], CancellationToken.None)
        : Task.CompletedTask;

    private Letter Letter(Account account, string to, Text what, DateTimeOffset now)
    {
        var language = account.Language;
        var at = Shown.Moment(workspace.University.Here(now));
        var link = address.Site is { } site ? $"{site.GetLeftPart(UriPartial.Authority)}/{language.Code()}/account\n\n" : "";
        Text greeting = ($"{account.DisplayName} 様", $"Dear {account.DisplayName},");
        Text body = (
            $"{what.Ja}（{at}、ユーザー名 {account.UserName}）\n\nご自身によるものであれば、何もする必要はありません。\n心当たりがないときは、すぐに管理者に連絡してください。アカウントのページで、サインイン中の端末、パスキー、トークンを確かめて取り消せます。",
            $"{what.En} ({at}, user name {account.UserName})\n\nIf it was you, there is nothing to do.\nIf it was not, tell an administrator at once. On the page of your account you can see where you are signed in, your passkeys and your tokens, and take them back.");
        Text subject = ("架け橋：サインインの方法が変わりました", "Kakehashi: there is a new way into your account");
        // each is news of its own, also two in one minute
        var key = string.Create(CultureInfo.InvariantCulture, $"way-in/{account.Id}/{now.UtcTicks}");
        return new(key, to, language, subject.In(language), $"{greeting.In(language)}\n\n{body.In(language)}\n\n{link}") { Name = account.DisplayName };
    }
}
