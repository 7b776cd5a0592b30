using Kakehashi.Kernel;

namespace Kakehashi.Platform.Store;

/// <summary>Rights as a person reads them.</summary>
public static class RightWords
{
    /// <summary>What the right is called.</summary>
    public static Text Of(Right right) => right switch
    {
        Right.See => ("閲覧", "See records"),
        Right.SeePersonal => ("個人情報の閲覧", "See personal data"),
        Right.Write => ("部局の記録の入力", "Enter the records of units"),
        Right.WriteShared => ("機関など共通の記録の入力", "Enter shared records, such as partners"),
        Right.Steer => ("戦略・目標・点検の管理", "Keep the strategy, targets and assessment"),
        Right.ControlExports => ("安全保障輸出管理の審査", "Review for security export control"),
        Right.Erase => ("個人情報の消去", "Erase personal data"),
        _ => ("利用者と組織の管理", "Administer people and org units"),
    };

    /// <summary>That the right is missing, and what to do: with a token that has less than its person, another is needed and nobody need be asked.</summary>
    public static Refusal Refuse(Actor actor, Right right)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Withheld.Contains(right) ? new("access.token-scope", NotByToken(right)) : new("access.denied", Missing(right));
    }

    private static Text NotByToken(Right right) => right is Right.Erase or Right.Administer or Right.ControlExports
        ? ($"「{Of(right).Ja}」の権限が必要な操作は、トークンでは行えません。サインインして、ページで行ってください。",
            $"This needs the right “{Of(right).En}”, which no token has: sign in and do it on its page.")
        : ($"この操作には「{Of(right).Ja}」の権限が必要ですが、このトークンの範囲に含まれていません。「アカウント」のページで、範囲の広いトークンを発行してください。",
            $"This needs the right “{Of(right).En}”, which is beyond the scope of this token: make a token with more on the page of your account.");

    private static Text Missing(Right right) => (
        $"この操作には「{Of(right).Ja}」の権限が必要です。必要な場合は管理者に依頼してください。",
        $"This needs the right “{Of(right).En}”, which your roles do not give you here. Ask an administrator if you should have it.");
}
