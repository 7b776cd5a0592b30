using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Merging;

/// <summary>Why two records are not merged.</summary>
internal static class MergeRefusals
{
    public static Refusal SameRecord { get; } = new("merge.same-record", (
        "同じ記録を二つ選んでいます。別々の記録を選んでください。", "These are one and the same record. Choose two."));

    public static Refusal Changed { get; } = new("record.changed", (
        "ほかの人が同時に変更しました。内容を確かめて、もう一度実行してください。何も変更していません。",
        "Somebody else changed one of the records at the same moment. Look at them and try again. Nothing was changed."));

    public static Refusal NotFound(RecordType type, long number) => new("merge.not-found", (
        $"{type.One.Ja} #{number} はありません。何も変更していません。", $"There is no {One(type)} #{number}. Nothing was changed."));

    public static Refusal Withdrawn(RecordType type, Record record) => new("merge.withdrawn", (
        $"「{Called(type, record, Language.Ja)}」は取り下げられているため、統合できません。先に元に戻すか、別の記録を選んでください。",
        $"“{Called(type, record, Language.En)}” has been withdrawn and cannot be merged. Restore it first, or choose another record."));

    public static Refusal RefersToIt(RecordType type, Record kept) => new("merge.refers-to-it", (
        $"残す記録「{Called(type, kept, Language.Ja)}」が、統合する記録を参照しています。このままでは自分自身を参照することになります。先にその参照を消してください。",
        $"“{Called(type, kept, Language.En)}”, which is to be kept, refers to the other and would refer to itself. Take that reference out first."));

    public static Refusal NotYours(IReadOnlyList<ReferrerCount> counts)
    {
        var theirs = counts.Where(one => one.NotYours > 0).ToList();
        return new("merge.not-yours", (
            $"統合すると変更される記録のうち、あなたに変更の権限がないものがあります：{string.Join("、", theirs.Select(one => $"{one.Type.Many.Ja}（{one.Field.Label.Ja}）{one.NotYours:N0}件"))}。すべてを変更できる人に依頼してください。何も変更していません。",
            $"Merging would change records that you may not change: {string.Join(", ", theirs.Select(one => $"{one.Type.Many.En} ({one.Field.Label.En}) {one.NotYours:N0}"))}. Ask somebody who may change all of them. Nothing was changed."));
    }

    public static Refusal KeyTaken(DuplicateKeyException taken) => new("merge.key-taken", (
        $"統合すると、「{taken.Key}」を持つ{taken.Type.One.Ja}が二つになります。先にどちらかの{taken.Type.One.Ja}を直すか、統合してください。何も変更していません。",
        $"Merged, two records ({taken.Type.Many.En}) would have “{taken.Key}”. Correct or merge one of them first. Nothing was changed."));

    public static Refusal Broken(RecordType type, Record record, RecordRule rule) => new("merge.breaks-a-rule", (
        $"統合すると、{type.One.Ja}「{Called(type, record, Language.Ja)}」が正しくなくなります：{rule.Message.Ja} 先にその記録を直してください。何も変更していません。",
        $"Merged, {One(type)} “{Called(type, record, Language.En)}” would not be right any more: {rule.Message.En} Mend that record first. Nothing was changed."));

    private static string One(RecordType type) => type.One.En.ToLowerInvariant();

    private static string Called(RecordType type, Record record, Language language) =>
        type.Caption(record) is { IsEmpty: false } caption ? caption.In(language) : $"#{record.Number}";
}
