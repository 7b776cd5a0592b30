using Kakehashi.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Platform.Api;

/// <summary>What an HTTP status says in a few words; in English its own phrase, as RFC 9457 asks.</summary>
internal static class ApiTitles
{
    public static Text Of(int status) => (status switch
    {
        400 => "要求を読み取れません",
        401 => "認証が必要です",
        403 => "権限がありません",
        404 => "見つかりません",
        405 => "使えないメソッドです",
        409 => "現在の状態ではできません",
        412 => "その後に変更されています",
        413 => "本文が大きすぎます",
        415 => "使えない形式です",
        422 => "内容に誤りがあります",
        428 => "版の指定が必要です",
        429 => "要求が多すぎます",
        _ => "サーバー側の問題です",
    }, ReasonPhrases.GetReasonPhrase(status));
}
