using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.People;

/// <summary>What operations on accounts refuse.</summary>
internal static class PeopleRefusals
{
    public static Refusal NoName { get; } = new("people.no-name", ("氏名を入力してください。", "Enter the person’s name."));

    public static Refusal NoAddress { get; } = new("people.no-address", ("メールアドレスとして読めません。例: hanako@example.ac.jp", "This is not a mail address. An example: hanako@example.ac.jp"));

    public static Refusal LinkUsed { get; } = new("people.link-used", (
        "このリンクは使用済みか、期限が切れています。管理者に新しいリンクを依頼してください。", "This link has been used, or is too old. Ask an administrator for a new one."));

    public static Refusal LastAdministrator { get; } = new("people.last-administrator", (
        "大学全体の管理者がいなくなるため、変更できません。先に別の管理者を決めてください。", "Nobody would administer the university any more. Make somebody else an administrator first."));

    public static Refusal NoRole { get; } = new("people.no-role", (
        "役割を1つ以上選んでください。利用をやめてもらう場合は「利用停止」にします。", "Choose at least one role. To shut somebody out, disable the account."));

    public static Refusal Disabled { get; } = new("people.disabled", (
        "利用停止中です。先に利用を再開してください。", "This account is disabled. Enable it first."));

    public static Refusal NoTokenName { get; } = new("people.no-token-name", (
        "トークンの名前を入力してください。何に使うかがわかる名前にします。", "Give the token a name that says what it is for."));

    private static Refusal GuessablePassword { get; } = new("people.guessable-password", (
        "このパスワードは推測されやすいため使えません。よく使われるパスワードや単語、キーの並び、繰り返し、年、氏名・ユーザー名・大学名などでできています。互いに関係のない言葉をいくつか並べた文にしてください。",
        "This password is easy to guess: it is made of what is tried first, such as common passwords and words, rows of keys, repetitions, years, or your name and the university’s. Choose a sentence of several words that have nothing to do with each other."));

    /// <summary>What Identity says, in our words.</summary>
    public static Refusal Of(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("people.name-taken", ("このユーザー名はすでに使われています。別の名前にしてください。", "This user name is taken. Choose another.")),
        nameof(IdentityErrorDescriber.InvalidUserName) => new("people.bad-name", ("ユーザー名には、半角の英数字と . - _ @ + だけを使ってください。", "A user name has only unaccented letters, digits and . - _ @ +.")),
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("people.wrong-password", ("今のパスワードが違います。", "This is not your present password.")),
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("people.short-password", ("パスワードは12文字以上にしてください。短い文を使うと覚えやすくなります。", "Use at least 12 characters; a short sentence is easy to remember.")),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new("people.weak-password", ("パスワードには5種類以上の文字を使ってください。", "Use at least five different characters in the password.")),
        GuessablePasswords.Guessable => GuessablePassword,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => new("record.changed", ("ほかの人が同時に変更しました。もう一度お試しください。", "Somebody else changed it at the same moment. Please try again.")),
        var code => new("people.refused", ($"登録できません({code})。", $"This cannot be done ({code}).")),
    };
}
