using System.CommandLine;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>screen</c>: who on the lists of concern may be meant by a name, or by each name of a file.</summary>
internal static class ScreenCommand
{
    /// <summary>So many rows are screened at a time, and written in their order.</summary>
    private const int RowsAtATime = 2_000;

    private static readonly Argument<string?> Name = new("name") { Description = T("人または機関の名称(どの文字でもよい)", "The name of a person or an organisation, in any script."), Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<FileInfo?> File = new("--file") { Description = T("1行に1つの名称のファイル、または列 name(任意で country、born、kind)のあるCSV", "A file with a name a line, or a CSV with the column name and optionally country, born, kind.") };

    private static readonly Option<string?> Country = new("--country") { Description = T("国・地域(コードか名称)", "Country or area, by code or name.") };

    private static readonly Option<string?> Born = new("--born") { Description = T("生年月日(例：1962-05-11、1962)", "Date of birth, e.g. 1962-05-11 or 1962.") };

    private static readonly Option<bool> Person = new("--person") { Description = T("個人として調べる", "It is a person.") };

    private static readonly Option<bool> Organisation = new("--organisation") { Description = T("機関として調べる", "It is an organisation.") };

    private static readonly Option<bool> All = new("--all") { Description = T("基準に届かない弱い候補も示す", "Give weak ones below the threshold too.") };

    private static readonly Option<string[]> Lists = new("--lists") { Description = T("データのフォルダーの代わりに使う、リストのファイルかフォルダー", "Files of lists, or a folder of them, instead of those in the folder of the records."), AllowMultipleArgumentsPerToken = true };

    public static Command Define()
    {
        var command = new Command("screen", T("名称が懸念先リストのだれを指しうるかを示す", "Say who on the lists of concern may be meant by a name."))
            { Name, File, Country, Born, Person, Organisation, All, Lists, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction((input, cancel) => Task.FromResult(Run(input, cancel)));
        return command;
    }

    private static int Run(ParseResult input, CancellationToken cancel)
    {
        var (name, file) = (input.GetValue(Name), input.GetValue(File));
        if ((name is null) == (file is null)) return Answer.Refuse(input, new("screen.what", ("名称か --file のどちらか1つを指定してください。", "Give either a name or --file.")));
        if (input.GetValue(Person) && input.GetValue(Organisation)) return Answer.Refuse(input, new("screen.kind", ("--person と --organisation は同時に指定できません。", "Give either --person or --organisation.")));
        var opened = file is null ? default(Result<ScreenFile>?) : ScreenFile.Open(file);
        if (opened is { IsDone: false } notOpened) return Answer.Refuse(input, notOpened.Refusal);
        var kind = input.GetValue(Person) ? "person" : input.GetValue(Organisation) ? "organisation" : null;
        var asking = new ScreenAsking(ListsCommand.Countries, new("", input.GetValue(Country), input.GetValue(Born), kind), input.GetValue(All));
        // what is wrong with the command itself is no fault of a row
        if (asking.OfCommand() is { } refusal) return Answer.Refuse(input, refusal);
        if (name is not null && asking.Read(new(name, null, null, null)) is { IsDone: false } notAsked) return Answer.Refuse(input, notAsked.Refusal);
        var versions = VersionsOf(input);
        IEnumerable<ScreenRow> rows = opened is { Value: { } of } ? of.Rows() : [new(name!, null, null, null)];
        return versions.IsDone ? Screen(input, ScreeningIndex.Of(versions.Value), asking, rows, cancel) : Answer.Refuse(input, versions.Refusal);
    }

    private static Result<IReadOnlyList<ListVersion>> VersionsOf(ParseResult input)
    {
        if (input.GetValue(Lists) is { Length: > 0 } named) return ListReading.ReadAll(named, ListsCommand.Countries);
        var versions = ListsCommand.FolderOf(input).InForce(Today);
        return versions is { IsDone: true, Value.Count: 0 }
            ? new Refusal("screen.no-lists", ("データのフォルダーに懸念先リストがありません。lists add で追加するか、--lists でファイルを指定してください。", "There are no lists of concern in the folder of the records. Add some with lists add, or name files with --lists."))
            : versions;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static int Screen(ParseResult input, ScreeningIndex index, ScreenAsking asking, IEnumerable<ScreenRow> rows, CancellationToken cancel)
    {
        var (language, isJson, done, refused) = (WorkspaceOptions.LanguageOf(input), input.GetValue(WorkspaceOptions.Json), 0L, 0);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        using var progress = CommandProgress.Start(input.GetValue(File) is null || Console.IsErrorRedirected || !Console.IsOutputRedirected, language, CommandProgress.Rows);
        var isOfMeti = false;
        foreach (var chunk in rows.Chunk(RowsAtATime))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var one in chunk.AsParallel().AsOrdered().WithCancellation(cancel).Select(row => ScreenedRow.Of(index, asking, row)))
            {
                output.WriteLine(isJson ? one.Json(language) : one.Text(language));
                isOfMeti |= one.Hits.Any(hit => hit.Version.List == ConcernList.MetiForeignEndUsers);
                if (one.Refusal is not null) refused++;
            }

            progress?.Report(done += chunk.Length);
        }

        if (!isJson && isOfMeti) output.WriteLine(ForeignEndUsers.NoEmbargo.In(language));
        return refused > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }
}
