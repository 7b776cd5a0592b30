using System.CommandLine;
using System.Globalization;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Codes;
using Kakehashi.Records.Codes;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>lists</c> and <c>lists add</c>: the versions of lists of concern that names are screened against.</summary>
internal static class ListsCommand
{
    private static readonly Argument<string> ListArgument = new("list") { Description = T($"リスト：{string.Join("、", ListNames.Codes)}", $"The list: {string.Join(", ", ListNames.Codes)}.") };

    private static readonly Argument<string[]> FilesArgument = new("files") { Description = T("公表されたままのファイル(OFAC は sdn.csv、alt.csv、add.csv の3つ)", "The file as it was published; the three of OFAC."), Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Published = new("--published") { Description = T("公表日(例：2025-09-29)。国連のリストはファイルにある日付による", "The day it was published, e.g. 2025-09-29; the file of the United Nations says it itself.") };

    private static readonly Option<string?> InForce = new("--in-force") { Description = T("適用日。省略すると公表日", "The first day it applies; else the day it was published.") };

    public static Command Define()
    {
        var add = new Command("add", T("リストの版を追加し、前の版からの変更点を表示する", "Add a version of a list, and say what changed since the version before."))
            { ListArgument, FilesArgument, Published, InForce, WorkspaceOptions.Data, WorkspaceOptions.Json };
        add.SetAction(Add);
        var command = new Command("lists", T("懸念先リストの版の一覧を表示する", "List the versions of the lists of concern.")) { add, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(List);
        return command;
    }

    /// <summary>The versions in the folder of the records.</summary>
    internal static ListFolder FolderOf(ParseResult input) => new(Path.Combine(input.GetRequiredValue(WorkspaceOptions.Data), "lists"), Countries);

    internal static CodeList Countries => CodeFiles.Load(Path.Combine(WorkspaceOptions.Catalogue, "codes"))[CodeLists.Countries];

    internal static string? Iso(DateOnly day) => day == DateOnly.MinValue ? null : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int List(ParseResult input)
    {
        var all = FolderOf(input).All();
        if (!all.IsDone) return Answer.Refuse(input, all.Refusal);
        Answer.Give(input, new { Lists = all.Value.Select(Json) }, all.Value.Count > 0
            ? (string.Join('\n', all.Value.Select(one => Line(one, Language.Ja))), string.Join('\n', all.Value.Select(one => Line(one, Language.En))))
            : ("リストはまだありません。lists add で追加してください。", "There is no list yet. Add one with lists add."));
        return ExitCodes.Done;
    }

    private static int Add(ParseResult input)
    {
        var code = input.GetRequiredValue(ListArgument);
        if (ListNames.Find(code) is not { } list)
            return Answer.Refuse(input, new("lists.unknown", ($"「{code}」というリストはありません。{string.Join("、", ListNames.Codes)} のいずれかを指定してください。", $"There is no list “{code}”. Name one of {string.Join(", ", ListNames.Codes)}.")));
        var dates = ListDates.Of(list, input.GetValue(Published), input.GetValue(InForce));
        if (!dates.IsDone) return Answer.Refuse(input, dates.Refusal);
        var added = FolderOf(input).Add(list, input.GetRequiredValue(FilesArgument), dates.Value);
        if (!added.IsDone) return Answer.Refuse(input, added.Refusal);
        var changes = added.Value.Changes;
        Answer.Give(input, new { Added = Json(added.Value.Kept), Changes = changes is null ? null : new { Added = changes.Added.Select(Json), Changed = changes.Changed.Select(Json), Removed = changes.Removed.Select(Json) } },
            (string.Join('\n', Lines(added.Value, Language.Ja)), string.Join('\n', Lines(added.Value, Language.En))));
        return ExitCodes.Done;
    }

    private static IEnumerable<string> Lines(AddedList added, Language language)
    {
        yield return Line(added.Kept, language);
        if (added.Changes is not { } changes)
        {
            yield return language == Language.Ja ? "このリストの最初の版です。" : "It is the first version of this list.";
            yield break;
        }

        yield return language == Language.Ja ? $"前の版から：追加 {changes.Added.Count}、変更 {changes.Changed.Count}、削除 {changes.Removed.Count}" : $"Since the version before: {changes.Added.Count} added, {changes.Changed.Count} changed, {changes.Removed.Count} removed";
        foreach (var entity in changes.Added) yield return $"  + {entity.Number}  {entity.Name}";
        foreach (var change in changes.Changed) yield return $"  * {change.After.Number}  {change.After.Name}  ({string.Join(", ", change.Fields.Select(CodeNames.Of))})";
        foreach (var entity in changes.Removed) yield return $"  - {entity.Number}  {entity.Name}";
    }

    private static string Line(KeptList kept, Language language) => language == Language.Ja
        ? $"{kept.List}  公表 {Iso(kept.PublishedOn)}  適用 {Iso(kept.InForceOn)}  掲載対象 {kept.Entities:N0}  {kept.Sha256[..12]}  {kept.Of().Title().Ja}"
        : $"{kept.List}  published {Iso(kept.PublishedOn)}  in force {Iso(kept.InForceOn)}  {kept.Entities:N0} entities  {kept.Sha256[..12]}  {kept.Of().Title().En}";

    private static object Json(KeptList kept) => new { kept.List, PublishedOn = Iso(kept.PublishedOn), InForceOn = Iso(kept.InForceOn), kept.Entities, kept.Sha256, kept.Files };

    private static object Json(ListedEntity entity) => new { entity.Number, entity.Name, entity.Countries };

    private static object Json(EntityChange change) => new { change.After.Number, change.After.Name, Fields = change.Fields.Select(CodeNames.Of) };
}
