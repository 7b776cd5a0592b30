using System.Data.Common;
using Kakehashi.Kernel;
using Npgsql;

namespace Kakehashi.Platform;

/// <summary>The records cannot be opened: an answer to whoever starts the program, not a bug. Show <see cref="Refusal"/>.</summary>
public sealed class DataFault(Refusal refusal, Exception? cause) : Exception(refusal.Message.ToString(), cause)
{
    /// <summary>What cannot be opened, and what to look at.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>What a fault while opening says, or null where it is a bug.</summary>
    internal static DataFault? Of(string data, string? postgres, Exception fault) => fault switch
    {
        DbException when postgres is not null => new(OfPostgres(new(postgres), fault.Message), fault),
        IOException or UnauthorizedAccessException or DbException => new(OfFolder(data, fault.Message), fault),
        _ => null,
    };

    /// <summary>The connection string cannot be read. It is not quoted: it may hold a password.</summary>
    internal static DataFault OfConnection(Exception fault) => new(new("data.connection", (
        "環境変数 KAKEHASHI_POSTGRES が接続文字列として読めません。Host=localhost;Database=kakehashi;Username=kakehashi;Password=… の形で設定するか、SQLite を使うなら設定を外してください。",
        "KAKEHASHI_POSTGRES cannot be read as a connection string. Write it as Host=localhost;Database=kakehashi;Username=kakehashi;Password=…, or unset it to use SQLite.")), fault);

    /// <summary>In any other encoding Japanese is measured, sorted and found wrongly, or not taken at all.</summary>
    internal static DataFault OfEncoding(string database, string encoding) => new(new("data.encoding", (
        $"PostgreSQL のデータベース「{database}」の文字コードが {encoding} です。UTF-8 のデータベースを作り、KAKEHASHI_POSTGRES に指定してください: createdb --template=template0 --encoding=UTF8 --locale-provider=icu --icu-locale=ja-JP kakehashi",
        $"The database “{database}” in PostgreSQL is in the encoding {encoding}. Make one in UTF-8 and name it in KAKEHASHI_POSTGRES: createdb --template=template0 --encoding=UTF8 --locale-provider=icu --icu-locale=ja-JP kakehashi")), null);

    private static Refusal OfPostgres(NpgsqlConnectionStringBuilder at, string why) => new("data.cannot-open", (
        $"PostgreSQL({at.Host})のデータベース「{at.Database ?? at.Username}」を開けません({why})。サーバーが動いているか、環境変数 KAKEHASHI_POSTGRES の内容と、表を作る権限を確かめてください。",
        $"The database “{at.Database ?? at.Username}” in PostgreSQL on {at.Host} cannot be opened ({why}). Check that the server runs, what KAKEHASHI_POSTGRES says, and that its user may make tables."));

    private static Refusal OfFolder(string data, string why) => new("data.cannot-open", (
        $"データの保存先「{data}」を開けません({why})。--data の指定と、書き込みの権限を確かめてください。",
        $"The folder of the records, “{data}”, cannot be opened ({why}). Check --data and that you may write there."));
}
