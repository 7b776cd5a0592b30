using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Closing;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary>The options that every command that works on the database has.</summary>
internal static class WorkspaceOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = T("データの保存先フォルダー", "Folder of the records."),
        DefaultValueFactory = _ => ServeOptions.DefaultData,
    };

    /// <summary>Every command knows it; the words of the help are in it too.</summary>
    public static readonly Option<string?> Language = new("--lang")
    {
        Recursive = true,
        Description = T("メッセージの言語(ja か en。省略すると環境の言語)", "Language of messages: ja or en; else that of the environment."),
    };

    public static readonly Option<bool> Json = new("--json") { Description = T("結果を1つのJSONで標準出力に書く", "One JSON object on standard output.") };

    /// <summary>Where the catalogue lies: beside the program.</summary>
    public static string Catalogue => Path.Combine(AppContext.BaseDirectory, "catalogue");

    /// <summary>Opens the database that the command line names.</summary>
    public static Task<Workspace> OpenAsync(ParseResult input, CancellationToken cancel) => OpenAsync(input.GetRequiredValue(Data), cancel);

    /// <summary>
    /// Opens a database that is there, for commands that read: a mistyped folder must not be made and then called well, or backed up.
    /// </summary>
    /// <exception cref="DataFault">There are none: data.not-found.</exception>
    public static Task<Workspace> OpenExistingAsync(ParseResult input, CancellationToken cancel)
    {
        var data = Path.GetFullPath(input.GetRequiredValue(Data));
        if (Postgres is null && !File.Exists(Path.Combine(data, "kakehashi.db"))) throw new DataFault(NotFound(data), null);
        return OpenAsync(data, cancel);
    }

    /// <summary>Opens the database of a folder; PostgreSQL where the environment names one.</summary>
    public static async Task<Workspace> OpenAsync(string data, CancellationToken cancel)
    {
        var workspace = await Workspace.OpenAsync(Path.GetFullPath(data), Catalogue, Composition.Types, Postgres, cancel: cancel);
        ClosedPeriods.AnswerFigures(workspace);
        return workspace;
    }

    /// <summary>The connection string of PostgreSQL that the environment names, or null where records are in the folder.</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable("KAKEHASHI_POSTGRES") is { } named && !string.IsNullOrWhiteSpace(named) ? named : null;

    private static Refusal NotFound(string data) => new("data.not-found", (
        $"{data} にはデータがありません(kakehashi.db が見つかりません)。--data で保存先のフォルダーを指定してください。",
        $"There are no records in {data}: it has no kakehashi.db. Name the folder of the records with --data."));

    /// <summary>The language of messages.</summary>
    public static Language LanguageOf(ParseResult input) => Languages.Read(input.GetValue(Language)) ?? LanguageOfEnvironment;

    /// <summary>What LC_ALL or LANG say, else English.</summary>
    public static Language LanguageOfEnvironment =>
        Languages.Read(Environment.GetEnvironmentVariable("LC_ALL")?.Split('_')[0]) ?? Languages.Read(Environment.GetEnvironmentVariable("LANG")?.Split('_')[0]) ?? Kernel.Language.En;
}
