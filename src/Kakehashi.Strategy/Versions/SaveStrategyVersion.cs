using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Versions;

/// <summary>How a strategy is to be saved.</summary>
/// <param name="Seen">The version that it was begun from; 0 for that of the file.</param>
/// <param name="Reason">Why it is changed.</param>
/// <param name="MayRemove">Actions are to be removed although records hang on them.</param>
public sealed record StrategySaving(int Seen, string Reason, bool MayRemove = false);

/// <summary>Operation: saves the strategy as a new version, which counts from then on.</summary>
public static class SaveStrategyVersion
{
    private const string Media = "application/yaml";

    /// <summary>Saves a strategy.</summary>
    /// <returns>Refusals: <c>strategy.mistakes</c>, <c>strategy.no-reason</c>, <c>strategy.unchanged</c>, <c>strategy.in-use</c>, <c>strategy.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<StrategyVersion>> SaveStrategyAsync(this Workspace workspace, string yaml, StrategySaving saving, Actor actor, CancellationToken cancel)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        if (StrategyReader.Read("strategy.yaml", yaml, workspace.IndicatorReading.Catalogue) is not { Tree: { } tree }) return Mistakes(yaml, workspace);
        var reason = StorableText.Lines(saving.Reason);
        if (reason.Length is 0 or > StrategyVersionRecord.ReasonLength) return NoReason;
        var latest = await workspace.NewestEditionAsync(cancel);
        if (latest != saving.Seen) return ChangedMeanwhile(latest);
        var before = StrategyInForce.Load(workspace).Tree;
        if (before is not null && StrategyWriter.Write(before) == StrategyWriter.Write(tree)) return Unchanged;
        if (before is not null && !saving.MayRemove && await HangingOnAction.FindAsync(workspace, before, tree, cancel) is { Count: > 0 } hanging) return InUse(hanging);
        return Write(workspace, latest + 1, tree, reason, actor);
    }

    private static Result<StrategyVersion> Write(Workspace workspace, int edition, StrategyTree tree, string reason, Actor actor)
    {
        var document = Encoding.UTF8.GetBytes(StrategyWriter.Write(tree));
        var version = StrategyVersion.Of(edition, tree, workspace.Today, actor.Name, reason, KeptDocuments.HashOf(document));
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        KeptDocuments.Put(session, document, Media);
        // two who save at once would make the same version: the second finds its key taken
        try
        {
            session.Create(workspace.Types[typeof(StrategyVersion)], version);
            session.Commit();
            return version;
        }
        catch (DuplicateKeyException)
        {
            return ChangedMeanwhile(edition);
        }
    }

    private static Refusal Mistakes(string yaml, Workspace workspace)
    {
        var first = StrategyReader.Read("strategy.yaml", yaml, workspace.IndicatorReading.Catalogue).Mistakes[0];
        return new("strategy.mistakes", (
            $"戦略に誤りがあるため保存できません。{first.Line}行目: {first.Message.Ja}", $"The strategy has mistakes and cannot be saved. Line {first.Line}: {first.Message.En}"));
    }

    private static Refusal NoReason { get; } = new("strategy.no-reason", (
        "変更の理由を1,000文字以内で入力してください。理由は版とともに残ります。", "Say why it is changed, in at most 1,000 characters. The reason stays with the version."));

    private static Refusal Unchanged { get; } = new("strategy.unchanged", (
        "現在の戦略から変わったところがありません。", "Nothing differs from the strategy as it is now."));

    private static Refusal ChangedMeanwhile(int edition) => new("strategy.changed-meanwhile", (
        $"編集中に、ほかの人が第{edition}版を保存しました。入力はまだ保存していません。下の比較で違いを確かめて、もう一度保存すると、この内容が次の版になります。",
        $"Somebody else saved version {edition} while you were editing. Nothing of yours has been saved yet: check the comparison below; saving again makes yours the next version."));

    private static Refusal InUse(IReadOnlyList<HangingOnAction> hanging)
    {
        var named = HangingOnAction.Named(hanging);
        return new("strategy.in-use", (
            $"削除する施策に記録があります（{named.Ja}）。それでも削除するときは、下の確認欄にチェックを入れて保存してください。記録は消えませんが、戦略のページには表示されなくなります。",
            $"There are records of actions that you remove ({named.En}). To remove them all the same, tick the box below and save. The records stay, but the pages of the strategy no longer show them."));
    }
}
