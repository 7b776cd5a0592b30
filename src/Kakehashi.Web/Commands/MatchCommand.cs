using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Scoring;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>match</c>: which organisations of the registry texts name, and whether pairs of names are of the same.</summary>
internal static class MatchCommand
{
    private const double SameFrom = 0.8;

    private static readonly Argument<string?> Query = new("text") { Description = T("名称または所属の文字列", "A name, or an affiliation."), Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<FileInfo?> File = new("--file") { Description = T("1行に1つの文字列を書いたファイル", "A file with a text a line.") };

    private static readonly Option<FileInfo?> Pairs = new("--pairs") { Description = T("名称の組のCSV(列 a、b。type は任意)", "A CSV of pairs of names: columns a, b, optional type.") };

    private static readonly Option<string?> Registry = new("--registry") { Description = T("RORのデータダンプ(スキーマ2)。省略するとデータのフォルダーの registry から", "The ROR data dump, schema 2; else the one in registry in the folder of the records.") };

    public static Command Define()
    {
        var command = new Command("match", T("文字列がRORのどの機関を指すかを示す。または名称の組が同じ相手を指すかを示す", "Say which organisations of ROR texts name, or whether pairs of names are of the same."))
            { Query, File, Pairs, Registry, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var (text, file, pairs) = (input.GetValue(Query), input.GetValue(File), input.GetValue(Pairs));
        if (new object?[] { text, file, pairs }.Count(one => one is not null) != 1)
            return Answer.Refuse(input, new("match.what", ("文字列、--file、--pairs のどれか1つを指定してください。", "Give one of a text, --file and --pairs.")));
        if ((file ?? pairs) is { Exists: false } missing)
            return Answer.Refuse(input, new("match.no-file", ($"{missing} がありません。", $"There is no {missing}.")));
        return pairs is not null ? ComparePairs(input, pairs, cancel) : await FindAsync(input, text, file, cancel);
    }

    private static async Task<int> FindAsync(ParseResult input, string? text, FileInfo? file, CancellationToken cancel)
    {
        if (PathOf(input) is not { } path)
            return Answer.Refuse(input, new("registry.none", ("RORのデータがありません。--registry でデータダンプのファイルを指定するか、データのフォルダーの registry に置いてください。", "There is no data of ROR. Name a data dump with --registry, or put one into registry in the folder of the records.")));
        var known = await RegistryDump.ReadAsync(path, cancel);
        if (!known.IsDone) return Answer.Refuse(input, known.Refusal);
        var affiliations = new Affiliations(EntityNames.Of(known.Value.Where(entry => entry.Status == OrganisationStatus.Active).Select(entry => entry.Entity)));
        using var progress = CommandProgress.Start(file is null || Console.IsErrorRedirected || !Console.IsOutputRedirected, WorkspaceOptions.LanguageOf(input), CommandProgress.Rows);
        var done = 0L;
        foreach (var query in file is null ? [text!] : System.IO.File.ReadLines(file.FullName))
        {
            cancel.ThrowIfCancellationRequested();
            Write(input, query, affiliations.In(query));
            progress?.Report(++done);
        }

        return ExitCodes.Done;
    }

    private static void Write(ParseResult input, string query, IReadOnlyList<Match> matches)
    {
        var language = WorkspaceOptions.LanguageOf(input);
        if (input.GetValue(WorkspaceOptions.Json))
        {
            Put(new { Query = query, Matches = matches.Select(match => new { match.Entity.Id, Name = match.Entity.Names[0].Name.Text, Score = Sureness.Cut(match.Score), Why = WhyOf(match.Why, language) }) });
            return;
        }

        Console.Out.WriteLine(query);
        if (matches.Count == 0) Console.Out.WriteLine(language == Language.Ja ? "  該当なし" : "  no match");
        foreach (var match in matches) Console.Out.WriteLine($"  {Sureness.Cut(match.Score, 2):0.00}  {match.Entity.Names[0].Name.Text}  {match.Entity.Id}\n        {WhyOf(match.Why, language)}");
    }

    private static int ComparePairs(ParseResult input, FileInfo file, CancellationToken cancel)
    {
        var language = WorkspaceOptions.LanguageOf(input);
        using var csv = new CsvReader(new StreamReader(file.FullName), new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(), MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader() || csv.GetFieldIndex("a", isTryGet: true) < 0 || csv.GetFieldIndex("b", isTryGet: true) < 0)
            return Answer.Refuse(input, new("match.columns", ($"{file} の1行目に列 a と b がありません。", $"The first row of {file} has no columns a and b.")));
        while (csv.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var (a, b) = (csv.GetField("a") ?? "", csv.GetField("b") ?? "");
            var score = TextPair.Of(a, b);
            var (value, same) = (Sureness.Cut(score.Value), score.Value >= SameFrom);
            if (input.GetValue(WorkspaceOptions.Json)) Put(new { A = a, B = b, Score = value, Same = same, Why = WhyOf(score.Why, language) });
            else Console.Out.WriteLine($"{Sureness.Cut(score.Value, 2):0.00}  {(same ? "=" : "≠")}  {a}  |  {b}\n        {WhyOf(score.Why, language)}");
        }

        return ExitCodes.Done;
    }

    private static void Put(object answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Answer.JsonOptions));

    private static string WhyOf(IReadOnlyList<Finding> why, Language language) => string.Join(language == Language.Ja ? "、" : "; ", why.Select(finding => finding.Words.In(language)));

    /// <summary>The dump that was named, else the latest by name in the folder of the records.</summary>
    private static string? PathOf(ParseResult input)
    {
        if (input.GetValue(Registry) is { } named) return named;
        return RegistryFolder.Newest(input.GetRequiredValue(WorkspaceOptions.Data));
    }
}
