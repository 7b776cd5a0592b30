using System.CommandLine;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Import;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>import FILE … --profile NAME [--commit] [--json]</c>: looks at files, or imports them.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = T("取り込むファイル(CSV・Excel・JSON。.gz も可)", "CSV, Excel or JSON files (.gz too)."),
        Arity = ArgumentArity.OneOrMore,
        Validators = { RefuseOptions },
    };

    private static readonly Option<string> Profile = new("--profile")
    {
        Description = T("取込設定の名前(例: eche、ror)。様式のファイルならデータの種類", "Source profile, e.g. eche, ror, or a record type for the product's own template."),
        Required = true,
    };

    private static readonly Option<bool> Commit = new("--commit")
    {
        Description = T("書き込む(指定しなければ確認だけ)", "Write; without it the files are only looked at."),
    };

    private static readonly Option<bool> SkipRejected = new("--skip-rejected")
    {
        Description = T("誤りのある行があっても、ほかの行を書き込む", "Write the good rows though others are rejected."),
    };

    private static readonly Option<bool> AcceptMassChange = new("--accept-mass-change")
    {
        Description = T("登録済みの記録の多くが変わる取込も認める", "Go on though most records that are there would change."),
    };

    /// <summary>A misspelt option would else be taken for the name of a file.</summary>
    private static void RefuseOptions(System.CommandLine.Parsing.ArgumentResult files)
    {
        foreach (var token in files.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            files.AddError(T($"「{token.Value}」というオプションはありません。", $"There is no option '{token.Value}'."));
    }

    public static Command Define()
    {
        var command = new Command("import", T("ファイルを確認する。--commit を付けると取り込む", "Look at files, or import them with --commit."))
            { Files, Profile, Commit, SkipRejected, AcceptMassChange, WorkspaceOptions.Json, WorkspaceOptions.Data };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var language = WorkspaceOptions.LanguageOf(input);
        ImportReport report;
        try
        {
            report = await OpenAndImport(input, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Text stopped = ("中断しました。何も書き込んでいません。", "Stopped. Nothing was written.");
            Console.Error.WriteLine(stopped.In(language));
            return ExitCodes.Interrupted;
        }

        if (input.GetValue(WorkspaceOptions.Json)) Console.Out.WriteLine(ImportJson.Write(report, language));
        else ImportText.Write(Console.Out, report, language, input.GetValue(Commit));
        return report.Refusal is not null ? ExitCodes.Refused : report.Rejected > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<ImportReport> OpenAndImport(ParseResult input, CancellationToken cancel)
    {
        try
        {
            using var workspace = await WorkspaceOptions.OpenAsync(input, cancel);
            foreach (var fault in workspace.Profiles.Faults) Console.Error.WriteLine(fault.Mistake.In(WorkspaceOptions.LanguageOf(input)));
            return await Import(workspace, input, input.GetRequiredValue(Files), cancel);
        }
        catch (DataFault fault)
        {
            return Refused(input.GetRequiredValue(Profile), fault.Refusal);
        }
    }

    private static async Task<ImportReport> Import(Workspace workspace, ParseResult input, string[] paths, CancellationToken cancel)
    {
        var name = input.GetRequiredValue(Profile);
        if (workspace.Profiles.Find(name) is not { } profile) return Refused(name, UnknownProfile(workspace, name));
        foreach (var path in paths)
            if (!File.Exists(path)) return Refused(name, NoFile(path));
        var options = new ImportOptions { Commit = input.GetValue(Commit), SkipRejected = input.GetValue(SkipRejected), AcceptMassChange = input.GetValue(AcceptMassChange) };
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), WorkspaceOptions.LanguageOf(input), CommandProgress.Rows);
        var told = new Told(progress, WorkspaceOptions.LanguageOf(input));
        return await workspace.ImportAsync(profile, [.. paths.Select(path => new ImportFile(path, Path.GetFileName(path)))], options, new("command line"), told, cancel);
    }

    /// <summary>A wait is told of also where a program reads the answer: on standard error it is in nobody's way.</summary>
    private sealed class Told(IProgress<ImportProgress>? progress, Language language) : IProgress<ImportProgress>
    {
        private static readonly Text Waiting = ("ほかの取込が終わるのを待っています。終わりしだい続けます…", "Waiting for another import to end; this one goes on then…");

        public void Report(ImportProgress value)
        {
            if (value.IsWaiting) Console.Error.WriteLine(Waiting.In(language));
            else progress?.Report(value);
        }
    }

    private static Refusal NoFile(string path) => new("import.no-file", Directory.Exists(path)
        ? ($"{path} はフォルダーです。その中のファイルを指定してください。", $"{path} is a folder. Name a file in it.")
        : ($"{path}: ファイルがありません。パスを確かめてください。", $"{path}: there is no such file. Check the path."));

    private static ImportReport Refused(string profile, Refusal refusal) => ImportReport.Refused(profile, refusal);

    private static Refusal UnknownProfile(Workspace workspace, string name)
    {
        var known = string.Join(", ", workspace.Profiles.All.Select(profile => profile.Code));
        return new("import.unknown-profile", ($"「{name}」という取込設定はありません。使えるもの: {known}", $"There is no profile “{name}”. Known: {known}"));
    }
}

/// <summary>The report of an import as JSON.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ImportReport report, Language language) => JsonSerializer.Serialize(
        new
        {
            report.Batch,
            report.Profile,
            report.Rows,
            report.Created,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            report.Skipped,
            report.Merged,
            report.IsCommitted,
            Warnings = report.Warnings.Select(problem => Problem(problem, language)),
            Errors = (report.Refusal is { } refusal ? [new { File = (string?)null, Row = (int?)null, Column = (string?)null, refusal.Code, Message = refusal.Message.In(language) }] : Array.Empty<object>())
                .Concat(report.Errors.Select(problem => Problem(problem, language))),
        },
        Options);

    private static object Problem(PlacedProblem problem, Language language) =>
        new { problem.File, Row = (int?)problem.Row, problem.Problem.Column, problem.Problem.Code, Message = problem.Problem.Message.In(language) };
}

/// <summary>The report of an import as a person reads it.</summary>
internal static class ImportText
{
    private const int MostLines = 40;

    public static void Write(TextWriter output, ImportReport report, Language language, bool commit)
    {
        if (report.Refusal is { } refusal)
        {
            output.WriteLine($"{refusal.Code}: {refusal.Message.In(language)}");
            return;
        }

        Text counts = (
            $"{report.Rows:N0}行: 新規 {report.Created:N0}、更新 {report.Updated:N0}、変更なし {report.Unchanged:N0}、エラー {report.Rejected:N0}{Rest(report).Ja}、警告 {report.WarningCount:N0}",
            $"{report.Rows:N0} rows: {report.Created:N0} new, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Rejected:N0} rejected{Rest(report).En}, {report.WarningCount:N0} warnings");
        output.WriteLine(counts.In(language));
        foreach (var problem in report.Errors.Concat(report.Warnings).Take(MostLines))
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"  {problem.File}:{problem.Row} {problem.Problem.Column} {problem.Problem.Code}: {problem.Problem.Message.In(language)}"));
        if (report.Errors.Count + report.Warnings.Count > MostLines) output.WriteLine("  …");
        output.WriteLine(Outcome(report, commit).In(language));
    }

    /// <summary>Rows that are no record of their own, so that the counts add up to the rows.</summary>
    private static Text Rest(ImportReport report)
    {
        var skipped = report.Skipped == 0 ? Text.Same("") : ($"、取込設定による対象外 {report.Skipped:N0}", $", {report.Skipped:N0} left out by the profile");
        var merged = report.Merged == 0 ? Text.Same("") : ($"、ほかの行と合わせて計数 {report.Merged:N0}", $", {report.Merged:N0} counted together with another row");
        return (skipped.Ja + merged.Ja, skipped.En + merged.En);
    }

    private static Text Outcome(ImportReport report, bool commit) => report.IsCommitted
        ? ($"取り込みました(バッチ {report.Batch})。", $"Imported (batch {report.Batch}).")
        : commit
            ? ("エラーがあるため何も書き込んでいません。直して取り込み直すか、--skip-rejected を付けてください。", "Nothing was written because of the rejected rows. Correct them and import again, or add --skip-rejected.")
            : ("確認だけで、何も書き込んでいません。取り込むには --commit を付けてください。", "Only looked at; nothing was written. Add --commit to import.");
}
