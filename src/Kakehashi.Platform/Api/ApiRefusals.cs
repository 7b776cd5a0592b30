using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Api;

/// <summary>A refusal with the HTTP status it is answered with.</summary>
public sealed record ApiRefusal(int Status, string Code, Text Message) : Refusal(Code, Message)
{
    /// <summary>What is wrong with single fields or parameters.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The record that is in the way, where the caller may know it.</summary>
    public long? Record { get; init; }
}

/// <summary>What the API refuses, and with which status.</summary>
internal static class ApiRefusals
{
    public static ApiRefusal NoSuchAddress { get; } = new(StatusCodes.Status404NotFound, "api.no-such-address", (
        "このアドレスはAPIにありません。/openapi/v1.json の一覧を確かめてください。",
        "The API has no such address. See /openapi/v1.json for those it has."));

    public static ApiRefusal Nobody { get; } = new(StatusCodes.Status401Unauthorized, "api.no-token", (
        "アクセストークンがないか、期限切れ・失効などで無効です。Authorization: Bearer に有効なトークンを付けてください。トークンは「アカウント」のページで発行できます。",
        "There is no access token, or it is unknown, expired or revoked. Send a valid one as Authorization: Bearer; you make it on the page of your account."));

    public static ApiRefusal Foreign { get; } = new(StatusCodes.Status403Forbidden, "api.foreign-origin", (
        "ほかのサイトのページからは変更できません。このサイトのページで操作するか、プログラムから、ブラウザーを介さずに Authorization: Bearer でアクセストークンを付けて送ってください。",
        "A page of another site cannot change anything here. Do it on a page of this site, or from a program outside of a browser. Send an access token then, as Authorization: Bearer."));

    public static ApiRefusal OtherAddress(Uri site) => new(StatusCodes.Status403Forbidden, "api.other-address", (
        $"このアドレスでは受け付けていません。{site} に送ってください。", $"Nothing is taken at this address. Send it to {site} instead."));

    public static ApiRefusal TooMany { get; } = new(StatusCodes.Status429TooManyRequests, "api.too-many", (
        "要求が多すぎます。1分間に600回までです。Retry-After の秒数だけ待ってから続けてください。",
        "Too many requests: 600 a minute are allowed. Wait for the seconds that Retry-After says, then go on."));

    public static ApiRefusal NoSuchRecord { get; } = new(StatusCodes.Status404NotFound, "record.not-found", (
        "この番号のレコードはありません。", "There is no record with this number."));

    public static ApiRefusal Withdrawn { get; } = new(StatusCodes.Status409Conflict, "record.withdrawn", (
        "このレコードは取り下げられています。変更するには先に復元(POST …/restore)してください。",
        "The record is withdrawn. Restore it (POST …/restore) before changing it."));

    public static ApiRefusal NoVersion { get; } = new(StatusCodes.Status428PreconditionRequired, "api.version-required", (
        "If-Match ヘッダーがありません。GETで得たETagを付けてください。",
        "The If-Match header is missing. Send the ETag that GET gave."));

    public static ApiRefusal Conflict { get; } = new(StatusCodes.Status412PreconditionFailed, "record.conflict", (
        "このレコードはその後に変更されています。GETし直して、変更を改めて加えてください。",
        "The record has been changed since. GET it again and apply the change to that."));

    public static ApiRefusal NotAnObject { get; } = new(StatusCodes.Status400BadRequest, "json.not-an-object", (
        "本文はJSONのオブジェクト({ … })にしてください。", "The body must be a JSON object: { … }."));

    public static ApiRefusal Failed { get; } = new(StatusCodes.Status500InternalServerError, "api.failed", (
        "サーバー側で問題が起きました。時間をおいて再試行し、続く場合は管理者に連絡してください。",
        "Something went wrong here. Try again later; if it goes on, tell the administrator."));

    public static ApiRefusal WrongMethod(string allowed) => new(StatusCodes.Status405MethodNotAllowed, "api.wrong-method", (
        $"このアドレスで使えるメソッドは {allowed} です。", $"This address answers to {allowed} only."));

    public static ApiRefusal NotJson(string expected) => new(StatusCodes.Status415UnsupportedMediaType, "api.not-json", (
        $"Content-Type は {expected} (UTF-8)にしてください。", $"The Content-Type must be {expected}, in UTF-8."));

    public static ApiRefusal TooLarge(int most) => new(StatusCodes.Status413PayloadTooLarge, "api.too-large", (
        $"本文が大きすぎます。{most:N0}バイトまでにしてください。", $"The body is too large. Keep it to {most:N0} bytes."));

    public static ApiRefusal Malformed(long? line, long? place) => new(StatusCodes.Status400BadRequest, "json.malformed", line is null
        ? ("JSONとして読めません。文字コード(UTF-8)と、同じ名前の重複がないかを確かめてください。",
            "This is not JSON. Check that it is UTF-8 and that no name is given twice.")
        : ($"{line + 1}行目、{place + 1}バイト目付近でJSONとして読めなくなります。",
            $"This is not JSON: see line {line + 1}, near byte {place + 1}."));

    public static ApiRefusal NoSuchType(string route, RecordTypes types) => new(StatusCodes.Status404NotFound, "api.no-such-type", (
        $"「{TextReaders.Shown(route)}」という種類はありません。{Hint(route, types, "もしかして: {0}。")}一覧は /api/v1/record-types にあります。",
        $"There is no record type “{TextReaders.Shown(route)}”. {Hint(route, types, "Did you mean {0}? ")}See /api/v1/record-types."));

    public static ApiRefusal NoSuchList(string name) => new(StatusCodes.Status404NotFound, "codes.no-such-list", (
        $"「{TextReaders.Shown(name)}」というコード一覧はありません。", $"There is no code list “{TextReaders.Shown(name)}”."));

    public static ApiRefusal BadLimit(string text, int most) => Parameter("limit", new(null, "limit.out-of-range", (
        $"limit は1から{most}までの数にしてください(「{TextReaders.Shown(text)}」ではなく)。", $"limit must be a number from 1 to {most}, not “{TextReaders.Shown(text)}”.")));

    public static ApiRefusal BadCursor { get; } = Parameter("cursor", new(null, "cursor.unreadable", (
        "cursor は前のページの next の値をそのまま使ってください。", "cursor must be the value of next of the page before.")));

    /// <param name="order">The order asked for now; null for none.</param>
    public static ApiRefusal OtherOrder(string? order) => Parameter("cursor", new(null, "cursor.other-order", order is null
        ? ("この cursor は並べ替えた一覧のものです。同じ sort を付けるか、cursor を外して最初から読んでください。",
            "This cursor is of a sorted list. Give the same sort, or leave cursor out and begin anew.")
        : ($"この cursor は sort={order} の一覧のものではありません。同じ sort を付けるか、cursor を外して最初から読んでください。",
            $"This cursor is not of a list with sort={order}. Give the same sort, or leave cursor out and begin anew.")));

    public static ApiRefusal NoWords { get; } = Parameter("q", new(null, "search.no-words", (
        "q に探す言葉を指定してください。", "Give the words to search for as q.")));

    public static ApiRefusal BadFilter(IReadOnlyList<Problem> problems) => Wrong(StatusCodes.Status400BadRequest, "filter.invalid", problems, (
        "絞り込みの指定に誤りがあります。errors を見てください。", "Some conditions cannot be read; see errors."));

    public static ApiRefusal Invalid(IReadOnlyList<Problem> problems) => Wrong(StatusCodes.Status422UnprocessableEntity, "record.invalid", problems, (
        "入力に誤りがあるため、保存していません。errors を見てください。", "Nothing was written because some values are wrong; see errors."));

    public static ApiRefusal DuplicateKey(RecordType type, string key, long? record) => new(StatusCodes.Status409Conflict, "record.duplicate-key", (
        $"「{TextReaders.Shown(key)}」は別の{type.One.Ja}が使っています。そのレコードを変更するか、別の値にしてください。",
        $"“{TextReaders.Shown(key)}” belongs to another record ({type.One.En}). Change that one, or use another value."))
    { Record = record };

    private static ApiRefusal Parameter(string name, Problem problem) => BadFilter([problem with { Field = name }]);

    /// <summary>Where all problems are of one kind, the whole is of that kind.</summary>
    private static ApiRefusal Wrong(int status, string code, IReadOnlyList<Problem> problems, Text message) =>
        problems.Select(problem => problem.Code).Distinct().Count() == 1
            ? new(status, problems[0].Code, problems.Count == 1 ? problems[0].Message : message) { Problems = problems }
            : new(status, code, message) { Problems = problems };

    private static string Hint(string route, RecordTypes types, string words) =>
        NearestName.To(route, types.All.Select(type => type.Route)) is { } near
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, words, near)
            : "";
}
