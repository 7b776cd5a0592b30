using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>A record to erase personal data of.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version that was looked at; null where nobody has.</param>
public sealed record ToErase(RecordType Type, long Number, int? Version = null);

/// <summary>What was erased.</summary>
/// <param name="ChangeSet">The change set that says so.</param>
/// <param name="Records">In how many records.</param>
/// <param name="Changes">In how many earlier changes of theirs.</param>
public sealed record PersonalDataErased(long ChangeSet, int Records, int Changes);

/// <summary>
/// Operation: takes what is personal out of records and out of their whole history, in one change set that says who did it,
/// when and why. It cannot be undone.
/// </summary>
public static class ErasePersonalData
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 1_000;

    /// <summary>Erases. Refusals: <c>erase.no-reason</c>, <c>erase.long-reason</c>, <c>erase.not-found</c>, <c>erase.not-personal</c>, <c>erase.nothing</c>, <c>record.kept-by-law</c>, <c>record.changed</c>.</summary>
    public static async Task<Result<PersonalDataErased>> EraseAsync(this Database database, IReadOnlyCollection<ToErase> records, string? reason, ChangeOrigin origin, TimeProvider clock, CancellationToken cancel)
    {
        if (Refuse(reason) is { } refusal) return refusal;
        var changes = 0;
        PersonalDataErased erased;
        using (var session = database.Change(origin, clock))
        {
            database.Overwrite(session.Connection, isOn: true);
            try
            {
                foreach (var one in records.DistinctBy(one => one.Number))
                {
                    var redacted = await Erase(session, one, reason!.Trim(), origin.Actor, cancel);
                    if (!redacted.IsDone) return redacted.Refusal;
                    changes += redacted.Value;
                }

                if (session.Count == 0) return Nothing;
                if (database.Search.Purge is { } purge && records.Any(one => Erasable.IsSearched(one.Type))) Execute(session, purge);
                erased = new(session.Id, session.Count, changes);
                session.Commit();
            }
            catch (ConflictException)
            {
                return Changed;
            }
            catch (KeptByLawException kept)
            {
                return kept.Refusal;
            }
            finally
            {
                database.Overwrite(session.Connection, isOn: false);
            }
        }

        database.Settle();
        return erased;
    }

    private static async Task<Result<int>> Erase(ChangeSession session, ToErase one, string reason, Actor actor, CancellationToken cancel)
    {
        if (!Erasable.Is(one.Type)) return NotPersonal(one.Type);
        var context = session.Read();
        if (await context.FindAsync(one.Type, one.Number, actor, cancel) is not { } record) return NotFound(one);
        if (one.Version is { } version && version != record.Version) return Changed;
        var fields = Erasable.Filled(one.Type, record).ToHashSet();
        var redacted = new List<RedactedChange>();
        // read after the record: a change that comes in between is a later version, which the writing below refuses
        foreach (var change in await context.Changes.Where(change => change.Record == one.Number).OrderBy(change => change.Version).ToListAsync(cancel))
        {
            var (personal, left) = Redaction.Of(one.Type, change);
            if (personal.Count == 0) continue;
            fields.UnionWith(personal);
            redacted.Add(new(change.ChangeSet, change.Ordinal, ErasedNote.HashOf(change, left)));
            Redact(session, change, left);
        }

        if (fields.Count == 0) return 0;
        var note = new ErasedNote(reason, [.. one.Type.Fields.Where(fields.Contains).Concat(fields.Where(field => one.Type.Field(field.Code) is null)).Select(field => field.Code).Distinct()], redacted);
        session.Write(one.Type, record, Erasable.Without(one.Type, record), ChangeKinds.Erased, note.Write());
        return redacted.Count;
    }

    private static void Redact(ChangeSession session, Change change, string left) => Execute(
        session,
        """UPDATE "change" SET "values" = @values, redacted_by = @by WHERE change_set = @set AND ordinal = @ordinal""",
        ("@values", left), ("@by", session.Id), ("@set", change.ChangeSet), ("@ordinal", change.Ordinal));

    private static void Execute(ChangeSession session, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        session.Flush();
        using var command = session.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (session.Transaction, sql);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    private static Refusal? Refuse(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("erase.no-reason", (
            "消去する理由を入力してください。理由は履歴に残ります。", "Say why it is erased. The reason stays in the history."))
        : reason.Length > LongestReason ? new("erase.long-reason", (
            $"理由は{LongestReason:N0}文字までにしてください。", $"Keep the reason to {LongestReason:N0} characters."))
        : null;

    private static Refusal Nothing { get; } = new("erase.nothing", (
        "消去する個人情報がありません。すでに消去されているか、入力されたことがありません。",
        "There is no personal data to erase: it has been erased already, or was never entered."));

    private static Refusal Changed { get; } = new("record.changed", (
        "ほかの人が同時に変更しました。内容を確かめて、もう一度実行してください。何も消去していません。",
        "Somebody else changed it at the same moment. Look at it and try again. Nothing was erased."));

    private static Refusal NotPersonal(RecordType type) => new("erase.not-personal", (
        $"{type.One.Ja}には個人情報の項目がありません。", $"{type.Many.En} have no personal fields."));

    private static Refusal NotFound(ToErase one) => new("erase.not-found", (
        $"{one.Type.One.Ja} #{one.Number} はありません。何も消去していません。", $"There is no {one.Type.One.En.ToLowerInvariant()} #{one.Number}. Nothing was erased."));
}
