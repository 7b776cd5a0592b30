using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Api;

/// <summary>What can be wrong with a field in JSON beside its value.</summary>
internal static class FieldProblems
{
    public static Problem ByOperation(Field field) => new(field.Code, "field.by-operation", (
        $"「{field.Label.Ja}」は専用の操作で変わる項目です。この項目を本文から外してください。",
        $"{field.Label.En} is changed by an operation of its own. Leave it out of the body."));

    public static Problem OfTheEngine(string name) => new(name, "field.read-only", (
        $"「{name}」はシステムが付ける値です。本文から外してください。", $"{name} is given by the program. Leave it out of the body."));

    public static Problem Unknown(string place, string name, IEnumerable<string> known)
    {
        var near = NearestName.To(name, known);
        var shown = TextReaders.Shown(name);
        return new(place, "field.unknown", near is null
            ? ($"「{shown}」という項目はありません。/api/v1/record-types の一覧を確かめてください。", $"There is no field “{shown}”. See /api/v1/record-types for those there are.")
            : ($"「{shown}」という項目はありません。「{near}」ではありませんか。", $"There is no field “{shown}”. Did you mean “{near}”?"));
    }

    public static Problem WrongInner(Field field, string name) => new(field.Code, "value.wrong-json", (
        $"「{field.Label.Ja}」の {name} の形が違います。", $"{name} of {field.Label.En} has the wrong shape."));

    public static Problem Unresolved(string field, RecordType target, string given) => new(field, "reference.unresolved", (
        $"「{TextReaders.Shown(given)}」という{target.One.Ja}はありません。番号かキーを確かめてください。",
        $"“{TextReaders.Shown(given)}” is no record of this type ({target.One.En}). Check the number or key."));

    public static Problem LinkWithdrawn(string field, RecordType target, long number) => new(field, "reference.withdrawn", (
        $"{target.One.Ja} {number} は取り下げられています。使用中のものを指定するか、先に復元してください。",
        $"Record {number} ({target.One.En}) is withdrawn. Name one in use, or restore it first."));
}
