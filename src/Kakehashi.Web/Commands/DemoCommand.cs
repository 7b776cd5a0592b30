using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Web.Demo;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>demo</c>: fills an empty folder with an invented university.</summary>
internal static class DemoCommand
{
    private const int LargestScale = 1_000;

    private static readonly Option<int> Scale = new("--scale")
    {
        Description = T($"留学・研究滞在の件数を何倍にするか(1から{LargestScale}まで。200で約1,000万件)", $"How many times as many stays, 1 to {LargestScale}: 200 makes about ten million."),
        DefaultValueFactory = _ => 1,
    };

    static DemoCommand() => Scale.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > LargestScale) result.AddError($"--scale: 1–{LargestScale}.");
    });

    public static Command Define()
    {
        var command = new Command("demo", T(
            "架空の大学と10年分のデータを空のフォルダーに入れる(データのあるフォルダーには何もしない)",
            "Fill an empty folder with an invented university and ten years of its records. A folder that holds records is left as it is."))
            { Scale, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenAsync(input, cancel);
        var clock = Stopwatch.StartNew();
        var filled = await FillAsync(workspace, input.GetValue(Scale), WorkspaceOptions.LanguageOf(input), input.GetValue(WorkspaceOptions.Json), cancel);
        if (!filled.IsDone) return Answer.Refuse(input, filled.Refusal);
        Answer.Give(input, new { Records = filled.Value, Seconds = Math.Round(clock.Elapsed.TotalSeconds, 2), workspace.Data }, Filled(filled.Value, workspace.Data));
        return ExitCodes.Done;
    }

    /// <summary>Fills the folder where nothing has ever been written to it; else does nothing.</summary>
    public static async Task FillWhereEmpty(string data, CancellationToken cancel)
    {
        // opened for this alone: whose database it is, which the filling writes, is read when it is opened
        using var workspace = await WorkspaceOptions.OpenAsync(data, cancel);
        if (!await DemoUniversity.IsEmptyAsync(workspace, cancel)) return;
        var filled = await FillAsync(workspace, scale: 1, WorkspaceOptions.LanguageOfEnvironment, isQuiet: false, cancel);
        if (filled.IsDone) await Console.Out.WriteLineAsync(Filled(filled.Value, workspace.Data).ToString().AsMemory(), cancel);
    }

    /// <summary>Fills it, showing how far it is.</summary>
    private static async Task<Result<int>> FillAsync(Workspace workspace, int scale, Language language, bool isQuiet, CancellationToken cancel)
    {
        using var progress = CommandProgress.Start(isQuiet, language, CommandProgress.Records);
        return await new DemoUniversity(workspace).FillAsync(scale, progress, cancel);
    }

    private static Text Filled(int count, string data) => (
        string.Create(CultureInfo.InvariantCulture, $"架空の「みちのく総合大学」のデータ {count:N0}件を {data} に入れました。"),
        string.Create(CultureInfo.InvariantCulture, $"Put {count:N0} records of Michinoku University, which is invented, into {data}."));
}
