using System.CommandLine;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Import.Uploads;
using Kakehashi.Platform.Store;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>erase TYPE NUMBER [--same-person] [--files] --reason "…" [--commit]</c>: a person's data, from the history too.</summary>
internal static class EraseCommand
{
    private static readonly Argument<string> Type = new("type") { Description = T("データの種類(例: mobility-periods。一覧は records で)", "E.g. mobility-periods; see records.") };

    private static readonly Argument<long> Number = new("number") { Description = T("記録の番号", "The number of the record.") };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = T("消去の理由(履歴に残るので本人の情報は書かない)。--commit のとき必要", "Why; stays in the history, so name no person in it. Needed with --commit."),
    };

    private static readonly Option<bool> SamePerson = new("--same-person")
    {
        Description = T("個人情報の項目に同じ値がある記録も消去する", "Also in the other records that have the same value in a personal field."),
    };

    private static readonly Option<bool> Files = new("--files")
    {
        Description = T("値を取り込んだときの保存ファイルも削除する", "Also delete the kept files of the imports that brought the values."),
    };

    private static readonly Option<bool> Commit = new("--commit")
    {
        Description = T("消去する(指定しなければ確認だけ)", "Erase; without it only shows what would be erased."),
    };

    public static Command Define()
    {
        var command = new Command("erase", T(
            "記録の個人情報を履歴からも消去する(取消不可)。--commit がなければ確認だけ。バックアップや書き出したファイルには及ばない",
            "Erase personal data of a record, and from its whole history; cannot be undone. Without --commit nothing is erased. Does not reach backups, exported files, or files outside the data folder."))
            { Type, Number, Reason, SamePerson, Files, Commit, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        var type = WhereOptions.TypeOf(workspace, input.GetRequiredValue(Type));
        if (!type.IsDone) return Answer.Refuse(input, type.Refusal);
        var number = input.GetRequiredValue(Number);
        await using var context = workspace.Database.Read();
        if (await context.FindAsync(type.Value, number, Actor.Local, cancel) is not { } record)
            return Answer.Refuse(input, new("records.not-found", ($"{type.Value.One.Ja} #{number} はありません。", $"There is no {type.Value.One.En.ToLowerInvariant()} #{number}.")));
        var plan = await ErasePlan.OfAsync(workspace, type.Value, record, Actor.Local, cancel);
        if (!input.GetValue(SamePerson)) plan = plan with { Others = [], HasMore = false, Files = [.. plan.Files.Where(file => plan.Asked.Batches.Contains(file.Batch.Id))] };
        if (!input.GetValue(Commit))
        {
            Answer.Give(input, Json(plan, null), Lines(plan, isDone: false));
            return ExitCodes.Done;
        }

        return await Erase(workspace, plan, input, cancel);
    }

    private static async Task<int> Erase(Workspace workspace, ErasePlan plan, ParseResult input, CancellationToken cancel)
    {
        ToErase[] records = [.. plan.Others.Prepend(plan.Asked).Select(one => new ToErase(one.Type, one.Record.Number, one.Record.Version))];
        var erased = await workspace.Database.EraseAsync(records, input.GetValue(Reason), ChangeOrigin.Operation(new("command line")), workspace.Clock, cancel);
        if (!erased.IsDone) return Answer.Refuse(input, erased.Refusal);
        if (input.GetValue(Files))
        {
            foreach (var file in plan.Files.Where(file => file.AreKept)) workspace.RemoveFiles(file.Batch.Id);
            plan = plan with { Files = await workspace.FilesAsync([.. plan.Files.Select(file => file.Batch.Id)], cancel) };
        }

        Answer.Give(input, Json(plan, erased.Value), Lines(plan, isDone: true));
        return ExitCodes.Done;
    }

    private static object Json(ErasePlan plan, PersonalDataErased? erased) => new
    {
        IsCommitted = erased is not null,
        erased?.ChangeSet,
        Records = plan.Others.Prepend(plan.Asked).Select(one => new { Type = one.Type.Route, one.Record.Number, Fields = one.Fields.Select(field => field.Code), one.Changes }),
        plan.HasMore,
        Imports = plan.Files.Select(file => new { file.Batch.Id, Files = file.Batch.Files.Split('\n'), FilesKept = file.AreKept }),
    };

    private static Text Lines(ErasePlan plan, bool isDone) => (Lines(plan, isDone, Language.Ja), Lines(plan, isDone, Language.En));

    private static string Lines(ErasePlan plan, bool isDone, Language language)
    {
        var lines = new List<string> { Head(plan, isDone).In(language) };
        foreach (var one in plan.Others.Prepend(plan.Asked))
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {one.Type.Route} #{one.Record.Number}  {one.Type.Caption(one.Record).In(language)}  ")
                + string.Join(", ", one.Fields.Select(field => field.Label.In(language))) + Of(one.Changes).In(language));
        if (plan.HasMore) lines.Add(((Text)($"  同じ人の記録が{ErasePlan.MostOthers}件より多くあります。ほかの記録から先に消去してください。", $"  There are more than {ErasePlan.MostOthers} records of this person. Begin with another one.")).In(language));
        foreach (var file in plan.Files) lines.Add(OfFiles(file).In(language));
        return string.Join('\n', lines);
    }

    private static Text Head(ErasePlan plan, bool isDone) => isDone ? ("消去しました。バックアップと書き出したファイルには残っています。", "Erased. Backups and exported files still have it.")
        : plan.IsEmpty ? ("消去する個人情報がありません。", "There is no personal data to erase.")
        : ("次の個人情報を消去します。実行するには --reason と --commit を付けてください。まだ何も消去していません。", "This personal data would be erased. Add --reason and --commit to do it. Nothing was erased.");

    private static Text Of(int changes) => ($" (履歴 {changes:N0}件)", $" ({changes:N0} in the history)");

    private static Text OfFiles(BatchFiles file)
    {
        var names = file.Batch.Files.Replace("\n", ", ", StringComparison.Ordinal);
        return file.AreKept
            ? ($"  取込 #{file.Batch.Id} の保存ファイルに残っています: {names} (--files で削除)", $"  The kept files of import #{file.Batch.Id} have it: {names} (--files deletes them)")
            : ($"  取込 #{file.Batch.Id}: {names} (保存ファイルなし)", $"  Import #{file.Batch.Id}: {names} (no file is kept)");
    }
}
