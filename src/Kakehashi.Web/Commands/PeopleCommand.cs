using System.CommandLine;
using System.Globalization;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>people list|add|link|token|disable|enable</c>: accounts, from the machine itself, beside a running server too.</summary>
internal static class PeopleCommand
{
    private static readonly Argument<string> User = new("user") { Description = T("ユーザー名", "The user name.") };

    private static readonly Option<string> Name = new("--name") { Description = T("氏名", "The person’s name."), Required = true };

    private static readonly Option<string[]> RoleOption = new("--role")
    {
        Description = T(
            $"役割。部局に限るときは @部局コード を付ける(例: contributor@ENG)。複数指定可。役割: {RoleCodes}",
            $"A role; with @UNITCODE for one unit and all below it, e.g. contributor@ENG. May be given several times. Roles: {RoleCodes}."),
        Arity = ArgumentArity.OneOrMore,
        Required = true,
    };

    private static readonly Option<string> TokenName = new("--name") { Description = T("トークンの名前(何に使うか)", "What the token is for."), Required = true };

    private static readonly Option<string> ScopeOption = new("--scope")
    {
        Description = T("できること: read(個人情報を除く閲覧)、read_personal(個人情報を含む閲覧)、write(閲覧と入力)", "What it may: read, read_personal (personal data too) or write. Never more than the person may."),
        DefaultValueFactory = _ => CodeNames.Of(TokenScope.Read),
    };

    private static readonly Option<int> DaysOption = new("--days") { Description = T("有効日数(1〜3650)", "How many days it lasts (1 to 3650)."), DefaultValueFactory = _ => 90 };

    private static string RoleCodes => string.Join(", ", Enum.GetValues<Role>().Select(CodeNames.Of));

    public static Command Define()
    {
        ScopeOption.AcceptOnlyFromAmong([.. AccessTokens.Scopes.Select(CodeNames.Of)]);
        DaysOption.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3650) result.AddError(T("--days は1〜3650で指定してください。", "--days must be between 1 and 3650."));
        });
        return new("people", T(
            "サインインできる人を管理する(サーバー動作中でも可。ほかの利用者への反映は数秒以内)",
            "Keep the people who may sign in. The server may go on running; it knows of a change within seconds."))
        {
            Sub("list", T("利用者と役割の一覧", "List people with their roles."), List),
            Sub("add", T("利用者を追加し、パスワードを決めるためのリンクを表示する", "Add somebody, and print the link by which the person chooses a password."), Add, User, Name, RoleOption),
            Sub("link", T("パスワードを決め直すための新しいリンクを表示する(7日間有効、1回限り)。前のリンクは使えなくなる", "Print a new link, e.g. where a password is lost; for 7 days, and once. It ends those given before."), Link, User),
            Sub("token", T("APIトークンを作って表示する(表示は一度だけ)", "Make a token for the API and print it, this once."), Token, User, TokenName, ScopeOption, DaysOption),
            Sub("disable", T("利用停止にする。サインインもトークンも使えなくなる。履歴は残る", "Shut somebody out: signing in and tokens end; the history stays."), (input, accounts, cancel) => Turn(input, accounts, isDisabled: true), User),
            Sub("enable", T("利用を再開する", "Let somebody in again."), (input, accounts, cancel) => Turn(input, accounts, isDisabled: false), User),
        };
    }

    private static Command Sub(string name, string description, Func<ParseResult, AccountsAlone, CancellationToken, Task<int>> run, params Symbol[] words)
    {
        var command = new Command(name, description);
        foreach (var word in words)
        {
            if (word is Argument argument) command.Add(argument);
            else command.Add((Option)word);
        }

        command.Add(WorkspaceOptions.Data);
        command.Add(WorkspaceOptions.Json);
        command.SetAction(async (input, cancel) =>
        {
            await using var accounts = await AccountsAlone.OpenAsync(input, cancel);
            return await run(input, accounts, cancel);
        });
        return command;
    }

    private static async Task<int> List(ParseResult input, AccountsAlone accounts, CancellationToken cancel)
    {
        var units = await UnitNames.ReadAsync(accounts.Workspace, cancel);
        var rows = await accounts.Of<PeopleReader>().FindAsync(null, cancel);
        Answer.Give(
            input,
            new { People = rows.Select(row => new { User = row.Account.UserName, Name = row.Account.DisplayName, Roles = row.Grants.Select(grant => Written(grant, units)), row.Account.IsDisabled, row.Account.SeenAt }) },
            (Lines("（利用停止）"), Lines("(disabled)")));
        return ExitCodes.Done;

        string Lines(string disabled) => string.Join('\n', rows.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.Account.UserName,-20} {row.Account.DisplayName}  {string.Join(' ', row.Grants.Select(grant => Written(grant, units)))} {(row.Account.IsDisabled ? disabled : "")}").TrimEnd()));
    }

    private static async Task<int> Add(ParseResult input, AccountsAlone accounts, CancellationToken cancel)
    {
        var units = await UnitNames.ReadAsync(accounts.Workspace, cancel);
        var grants = new List<NewGrant>();
        foreach (var text in input.GetRequiredValue(RoleOption))
        {
            var read = Read(text, units);
            if (!read.IsDone) return Answer.Refuse(input, read.Refusal);
            grants.Add(read.Value);
        }

        var added = await accounts.Of<AccountDesk>().AddAsync(input.GetRequiredValue(User), input.GetRequiredValue(Name), grants);
        return added.IsDone ? await GiveLink(input, accounts, added.Value) : Answer.Refuse(input, added.Refusal);
    }

    private static async Task<int> Link(ParseResult input, AccountsAlone accounts, CancellationToken cancel)
    {
        var found = await accounts.FindAsync(input.GetRequiredValue(User));
        return found.IsDone ? await GiveLink(input, accounts, found.Value) : Answer.Refuse(input, found.Refusal);
    }

    private static async Task<int> GiveLink(ParseResult input, AccountsAlone accounts, Account account)
    {
        var made = await accounts.Of<AccountDesk>().InviteAsync(account);
        if (!made.IsDone) return Answer.Refuse(input, made.Refusal);
        var path = "/welcome/" + made.Value;
        Answer.Give(input, new { User = account.UserName, Link = path },
            ($"{account.UserName}: {path}\nサーバーのアドレスに続けて本人に渡してください。7日間有効、1回限りです。", $"{account.UserName}: {path}\nHand it over behind the address of the server; it can be used once, within 7 days."));
        return ExitCodes.Done;
    }

    private static async Task<int> Token(ParseResult input, AccountsAlone accounts, CancellationToken cancel)
    {
        var found = await accounts.FindAsync(input.GetRequiredValue(User));
        if (!found.IsDone) return Answer.Refuse(input, found.Refusal);
        var scope = AccessTokens.Scopes.First(one => CodeNames.Of(one) == input.GetRequiredValue(ScopeOption));
        var made = await accounts.Of<AccessTokens>().MakeAsync(found.Value.Id, input.GetRequiredValue(TokenName), scope, input.GetRequiredValue(DaysOption));
        if (!made.IsDone) return Answer.Refuse(input, made.Refusal);
        Answer.Give(input, new { User = found.Value.UserName, Token = made.Value.Text, Scope = CodeNames.Of(scope), made.Value.Kept.ExpiresAt }, Text.Same(made.Value.Text));
        return ExitCodes.Done;
    }

    private static async Task<int> Turn(ParseResult input, AccountsAlone accounts, bool isDisabled)
    {
        var found = await accounts.FindAsync(input.GetRequiredValue(User));
        if (!found.IsDone) return Answer.Refuse(input, found.Refusal);
        if (await accounts.Of<AccountDesk>().DisableAsync(found.Value, isDisabled) is { } refusal) return Answer.Refuse(input, refusal);
        var user = found.Value.UserName;
        Answer.Give(input, new { User = user, IsDisabled = isDisabled },
            isDisabled ? ($"{user} を利用停止にしました。", $"{user} is disabled.") : ($"{user} の利用を再開しました。", $"{user} is enabled."));
        return ExitCodes.Done;
    }

    private static string Written(Grant grant, UnitNames units) => CodeNames.Of(grant.Role) + (grant.Unit is { } unit ? "@" + units.CodeOf(unit) : "");

    private static Result<NewGrant> Read(string text, UnitNames units)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (code, unit) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
        if (GrantForm.RoleOf(code) is not { } role)
            return new Refusal("people.unknown-role", ($"「{code}」という役割はありません。使えるもの: {RoleCodes}", $"There is no role “{code}”. Roles: {RoleCodes}."));
        if (unit is null) return new NewGrant(role, null);
        return units.WithCode(unit) is { } number
            ? new NewGrant(role, number)
            : new Refusal("people.unknown-unit", ($"部局コード「{unit}」の部局はありません。records org-units で確かめてください。", $"There is no org unit with the code “{unit}”; see records org-units."));
    }
}
