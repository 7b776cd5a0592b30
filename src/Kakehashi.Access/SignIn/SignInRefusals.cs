using Kakehashi.Kernel;

namespace Kakehashi.Access.SignIn;

/// <summary>Why somebody is not let in; each can be shown on a page of its own.</summary>
internal static class SignInRefusals
{
    public static Refusal Wrong { get; } = new("sign-in.wrong", ("ユーザー名かパスワードが違います。", "The user name or the password is wrong."));

    public static Refusal WrongPassword { get; } = new("sign-in.wrong-password", ("パスワードが違います。", "The password is wrong."));

    public static Refusal Locked { get; } = new("sign-in.locked", ("続けて間違えたため、しばらくサインインできません。15分後にお試しください。", "Too many wrong attempts. Try again in 15 minutes."));

    public static Refusal Disabled { get; } = new("sign-in.disabled", (
        "このアカウントは停止されています。必要な場合は管理者にお問い合わせください。", "This account is disabled. If you need it, ask an administrator."));

    public static Refusal Passkey { get; } = new("sign-in.passkey", (
        "このパスキーではサインインできません。削除されたか、時間が経ちすぎています。もう一度試すか、パスワードでサインインしてください。",
        "This passkey does not let you in: it has been removed, or too much time has passed. Try again, or sign in with your password."));

    public static Refusal ProviderDown { get; } = new("provider.down", (
        "認証サービスに接続できません。しばらくしてからもう一度お試しください。続く場合は管理者にお知らせください。",
        "The sign-in service cannot be reached. Try again in a while; if it goes on, tell an administrator."));

    public static Refusal ProviderCancelled { get; } = new("provider.cancelled", (
        "認証サービスでのサインインが取り消されました。", "Signing in at the service was cancelled."));

    public static Refusal ProviderAnswer { get; } = new("provider.answer", (
        "認証サービスの応答を確認できないため、サインインできません。もう一度お試しください。続く場合は管理者にお知らせください。",
        "What the sign-in service answered cannot be trusted, so you are not signed in. Try again; if it goes on, tell an administrator."));

    public static Refusal Expired { get; } = new("provider.expired", (
        "サインインの手続が途中で切れたか、別のブラウザーで始められたものです。もう一度サインインしてください。",
        "This sign-in took too long, or was begun in another browser. Sign in again."));

    public static Refusal UnknownAccount { get; } = new("provider.unknown-account", (
        "このデータベースにあなたのアカウントがありません。管理者に追加を依頼してください。", "You have no account in this database. Ask an administrator to add you."));

    public static Refusal Unverified { get; } = new("provider.unverified", (
        "認証サービスであなたのメールアドレスが確認されていないため、アカウントに結び付けられません。認証サービスで確認を済ませるか、管理者にお問い合わせください。",
        "The sign-in service has not verified your e-mail address, so it cannot be linked to your account. Verify it there, or ask an administrator."));

    public static Refusal OtherLink { get; } = new("provider.other-link", (
        "アカウントは認証サービスの別の利用者に結び付けられています。管理者にお問い合わせください。",
        "The account is linked to somebody else at the sign-in service. Ask an administrator."));

    /// <summary>Those that a page shows by their code.</summary>
    public static IReadOnlyList<Refusal> Shown { get; } = [Disabled, Passkey, ProviderDown, ProviderCancelled, ProviderAnswer, Expired, UnknownAccount, Unverified, OtherLink];
}
