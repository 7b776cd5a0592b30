using System.CommandLine;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Matching.Scoring;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Registry;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>registry add FILE</c>: a data dump of ROR for matching and reconciliation; <c>registry questions</c>: which organisations may be which of it.</summary>
internal static class RegistryCommand
{
    private static readonly Argument<string> File = new("file") { Description = T("RORのデータダンプ(スキーマ2。zip、JSON)", "The ROR data dump, schema 2: zip or JSON.") };

    public static Command Define()
    {
        var add = new Command("add", T("RORのデータダンプを、照合に使うものとして置く", "Put a ROR data dump in use.")) { File, WorkspaceOptions.Data, WorkspaceOptions.Json };
        add.SetAction(Add);
        var questions = new Command("questions", T("ROR IDのない機関と、その候補を表示する", "List organisations without a ROR ID with what ROR may have for them.")) { WorkspaceOptions.Data, WorkspaceOptions.Json };
        questions.SetAction(Questions);
        return new("registry", T("RORのデータと、機関の照合", "The data of ROR, and which organisations are which of it.")) { add, questions };
    }

    private static async Task<int> Add(ParseResult input, CancellationToken cancel)
    {
        var added = await RegistryFolder.AddAsync(input.GetRequiredValue(WorkspaceOptions.Data), input.GetRequiredValue(File), cancel);
        if (!added.IsDone) return Answer.Refuse(input, added.Refusal);
        Answer.Give(input, new { Organisations = added.Value }, ($"{added.Value:N0}機関のデータを置きました。", $"{added.Value:N0} organisations are in use."));
        return ExitCodes.Done;
    }

    private static async Task<int> Questions(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        using var shelf = new RegistryShelf(workspace);
        await using var desk = new ReconciliationDesk(workspace, shelf);
        if (await desk.ReadAsync(Timeout.InfiniteTimeSpan, cancel) is not { } read)
            return Answer.Refuse(input, new("registry.none", ("RORのデータがありません。registry add でデータダンプを置いてください。", "There is no data of ROR. Put a data dump in use with registry add.")));
        if (!read.IsDone) return Answer.Refuse(input, read.Refusal);
        foreach (var one in read.Value.Questions) Write(input, one);
        if (!input.GetValue(WorkspaceOptions.Json))
            Console.Out.WriteLine(((Text)($"ROR IDのない機関 {read.Value.Without:N0}件のうち、候補のあるもの {read.Value.Questions.Count:N0}件", $"{read.Value.Questions.Count:N0} of {read.Value.Without:N0} organisations without a ROR ID have a candidate")).In(WorkspaceOptions.LanguageOf(input)));
        return ExitCodes.Done;
    }

    private static void Write(ParseResult input, OpenQuestion one)
    {
        var language = WorkspaceOptions.LanguageOf(input);
        var name = one.Name.Ja ?? one.Name.En ?? "";
        if (input.GetValue(WorkspaceOptions.Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Organisation = one.Number,
                    Name = name,
                    one.Country,
                    Candidates = one.Proposals.All.Select(found => new { found.Entry.Id, Name = found.Entry.DisplayName, Score = Sureness.Cut(found.Score), Why = string.Join(language == Language.Ja ? "、" : "; ", found.Why.Select(why => why.In(language))) }),
                },
                Answer.JsonOptions));
            return;
        }

        var best = one.Proposals.Best!;
        Console.Out.WriteLine($"#{one.Number}  {name}\n  {best.Written}  {best.Entry.DisplayName}  {best.Entry.Id}");
    }
}
