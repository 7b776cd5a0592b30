using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>What the page after a form says once: a short-lived cookie that names one of these messages.</summary>
public static class Flash
{
    public const string Created = "created";
    public const string Saved = "saved";
    public const string Unchanged = "unchanged";
    public const string Withdrawn = "withdrawn";
    public const string Restored = "restored";
    public const string ProfileSaved = "profile-saved";

    public const string Erased = "erased";

    public const string Closed = "closed";
    public const string RoundOpened = "round-opened";
    public const string RoundClosed = "round-closed";
    public const string DeadlineExtended = "deadline-extended";
    public const string RoundDiscarded = "round-discarded";
    public const string UnitsReminded = "units-reminded";
    public const string DraftSaved = "draft-saved";
    public const string Submitted = "submitted";
    public const string SubmittedLate = "submitted-late";
    public const string AskedBack = "asked-back";
    public const string Accepted = "accepted";
    public const string StrategySaved = "strategy-saved";
    public const string Published = "published";
    public const string Unpublished = "unpublished";
    public const string PasswordChanged = "password-changed";
    public const string Disabled = "disabled";
    public const string Enabled = "enabled";
    public const string SessionsEnded = "sessions-ended";
    public const string TokenRevoked = "token-revoked";
    public const string LetterQueued = "letter-queued";
    public const string RorAccepted = "ror-accepted";
    public const string RorsAccepted = "rors-accepted";
    public const string RorRejected = "ror-rejected";
    public const string RegistryFollowed = "registry-followed";

    public const string CaseDecided = "case-decided";
    public const string CaseOpened = "case-opened";
    public const string ListAdded = "list-added";

    public const string Merged = "merged";
    public const string NotTheSame = "not-the-same";
    public const string AskedAgain = "asked-again";

    public const string ReviewSaved = "review-saved";
    public const string ReviewChecked = "review-checked";
    public const string ReviewSentBack = "review-sent-back";
    public const string AgreementApproved = "agreement-approved";
    public const string AgreementSentBack = "agreement-sent-back";
    public const string AgreementTakenBack = "agreement-taken-back";
    public const string AgreementSigned = "agreement-signed";
    public const string AgreementEnded = "agreement-ended";
    public const string RenewalProposed = "renewal-proposed";
    public const string RuleWaived = "rule-waived";
    public const string Commented = "commented";
    public const string ReviewDecided = "review-decided";
    public const string ReviewWithdrawn = "review-withdrawn";
    public const string EvidenceAdded = "evidence-added";
    public const string AddressRevoked = "address-revoked";
    public const string RemindersQueued = "reminders-queued";
    public const string FileAdded = "file-added";
    public const string ProvisionNoted = "provision-noted";

    private const string Cookie = "kakehashi.done";

    private static CookieOptions Kept => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true };

    /// <summary>The next page says this.</summary>
    public static void Say(HttpContext http, string message) => http.Response.Cookies.Append(Cookie, message, Kept);

    /// <summary>What is to be said now; null for nothing. Said once.</summary>
    public static Text? Take(HttpContext http)
    {
        if (Words(http.Request.Cookies[Cookie]) is not { } words) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie, Kept);
        return words;
    }

    private static Text? Words(string? message) => message switch
    {
        Created => ("登録しました。", "Added."),
        Saved => ("変更を保存しました。", "Your changes have been saved."),
        Unchanged => ("変更はありませんでした。", "There was nothing to change."),
        Withdrawn => ("取り下げました。履歴は残り、いつでも元に戻せます。", "Withdrawn. Its history is kept, and it can be restored at any time."),
        RorAccepted => ("同じ機関としてROR IDを登録しました。", "The ROR ID has been added."),
        RorsAccepted => ("選んだ機関にROR IDを登録しました。", "The ROR IDs have been added."),
        RorRejected => ("別の機関として記録しました。この組合せは今後示しません。", "Kept: it is not the same. It will not be proposed again."),
        RegistryFollowed => ("RORの更新を反映しました。", "The changes in ROR have been taken over."),
        Restored => ("元に戻しました。", "Restored."),
        ProfileSaved => ("取込設定を保存しました。", "The profile has been saved."),
        Closed => ("確定しました。数値はこの版に固定されました。", "Closed. The figures are frozen in this revision."),
        RoundOpened => ("実施を始めました。部局が記入・提出できます。", "The round is open: the units can write and submit."),
        RoundClosed => ("終了しました。これ以後、内容は変わりません。", "The round is closed. Nothing in it changes any more."),
        DeadlineExtended => ("締切を延長しました。", "The deadline has been extended."),
        RoundDiscarded => ("実施回を破棄しました。履歴は残ります。", "The round has been discarded. Its history is kept."),
        UnitsReminded => ("督促を送信に回しました。", "The reminder is on its way."),
        DraftSaved => ("下書きを保存しました。まだ提出していません。", "The draft has been saved. It has not been submitted yet."),
        Submitted => ("提出しました。", "Submitted."),
        SubmittedLate => ("締切後の提出として受け付けました。", "Submitted, and marked as after the deadline."),
        AskedBack => ("差し戻しました。部局が書き直せます。", "Asked back. The unit can revise it."),
        Accepted => ("受理しました。", "Accepted."),
        StrategySaved => ("新しい版を保存しました。すべての画面がこの版に従います。", "The new version has been saved. All pages follow it now."),
        Published => ("公表しました。公開ページに載っています。", "Published: it is on the public pages now."),
        Unpublished => ("公表を取り下げました。", "Withdrawn from the public pages."),
        CaseDecided => ("判断を記録しました。どちらかの内容が変わるまで、同じ組合せは示しません。", "Kept. The same pair is not shown again until one of the two changes."),
        CaseOpened => ("同じ候補で新しい案件を作りました。", "Another case with the same hits is open."),
        ListAdded => ("リストの版を追加しました。登録されている記録の照合を始めます。", "The version has been added; the records are screened against it now."),
        Merged => ("統合しました。参照していた記録は残した方に付け替え、もう一方は取り下げました。履歴はどちらにも残ります。", "Merged. Records that referred to the other refer to the kept one now, and the other is withdrawn. Both keep their history."),
        NotTheSame => ("別の機関として記録しました。名称などが変わるまで、この組は表示しません。", "Noted as not the same. The pair is not shown again unless a name changes."),
        AskedAgain => ("判断を取り消しました。この組をもう一度確認できます。", "Taken back: the pair is asked about again."),
        ReviewSaved => ("保存しました。確認結果を見て、証跡を加え、提出してください。", "Saved. Look at the findings, add evidence, and submit it."),
        ReviewChecked => ("一次審査を記録しました。別の人が決定します。", "The first look is noted. Somebody else decides."),
        AgreementApproved => ("承認しました。", "Approved."),
        AgreementSentBack => ("差し戻しました。書き直してから、もう一度提出できます。", "Sent back: it can be written again and submitted again."),
        AgreementTakenBack => ("取り下げました。内容を変更できます。", "Taken back: its terms can be changed."),
        AgreementSigned => ("署名を記録しました。", "The signature was recorded."),
        AgreementEnded => ("協定を終えました。", "The agreement has ended."),
        RenewalProposed => ("更新の提案を作りました。内容を確かめて提出してください。", "A renewal is proposed. Look at its terms and submit it."),
        RuleWaived => ("適用除外を記録しました。", "The waiver was recorded."),
        Commented => ("コメントを書き込みました。", "The comment was added."),
        ReviewSentBack => ("差し戻しました。補ってから、もう一度提出できます。", "Sent back: it can be completed and submitted again."),
        ReviewDecided => ("決定しました。確認結果は、決定時のまま残ります。", "Decided. The findings are kept as they were."),
        ReviewWithdrawn => ("審査を取り下げました。記録は残ります。", "The review is withdrawn. It is kept."),
        EvidenceAdded => ("証跡を加えました。", "The evidence has been added."),
        AddressRevoked => ("カレンダーのアドレスを無効にしました。", "The address of your calendar is revoked."),
        RemindersQueued => ("督促のメールを送信待ちに入れました。", "The reminders are in the outbox."),
        FileAdded => ("ファイルを加えました。", "The file has been added."),
        ProvisionNoted => ("提供・輸出の日を記録しました。", "The day has been noted."),
        Erased => ("個人情報を消去しました。履歴には、消去したことと理由だけが残ります。", "The personal data has been erased. Its history says only that it was, and why."),
        PasswordChanged => ("パスワードを変更しました。ほかのブラウザーからはサインアウトしました。", "Your password has been changed, and your other browsers have been signed out."),
        Disabled => ("利用停止にしました。サインインもトークンも使えません。", "The account is disabled: neither signing in nor its tokens work any more."),
        Enabled => ("利用を再開しました。", "The account is enabled again."),
        SessionsEnded => ("サインアウトしました。", "Signed out there."),
        LetterQueued => ("送信待ちに入れました。", "The letter has been queued."),
        TokenRevoked => ("トークンを無効にしました。", "The token has been revoked."),
        _ => null,
    };
}
