using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Forms;

/// <summary>What a person has entered for one record: reads it, says what is wrong, writes it.</summary>
public sealed class RecordEntry(Workspace workspace, RecordType type, Entry entry, Actor actor)
{
    /// <summary>What is wrong; none where it can be written.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The record as it would be written.</summary>
    public Record After { get; } = type.New();

    /// <summary>Reads all inputs and checks the whole.</summary>
    /// <param name="before">The record as it is; null for a new one.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ReadAsync(Record? before, CancellationToken cancel)
    {
        await TypedLinks.ResolveAsync(workspace, type, entry, before, Problems, actor, cancel);
        var readers = new EntryReaders(entry, workspace.Codes, Problems);
        foreach (var field in type.Fields) Take(field, readers, before);
        After.Number = before?.Number ?? 0;
        var wrong = Problems.Select(problem => problem.Field?.Split('.')[0]).ToHashSet();
        Problems.AddRange(RecordProblems.Of(type, After).Where(problem => !wrong.Contains(problem.Field)));
        if (Problems.Count == 0) Problems.AddRange(SameValues.Guarded(type, before, After));
        if (Problems.Count == 0 && !actor.MayWrite(type, After)) Problems.Add(NotYours());
        if (Problems.Count == 0) await CheckKeys(cancel);
    }

    /// <summary>Writes it; the number of the record, or null where a problem came up that only the store could see.</summary>
    /// <exception cref="ConflictException">Somebody else has changed the record meanwhile.</exception>
    public long? Write(Record? before, out bool isChanged)
    {
        isChanged = true;
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Form(actor));
            if (before is null) session.Create(type, After);
            else isChanged = session.Update(type, before, After);
            session.Commit();
            return before?.Number ?? After.Number;
        }
        catch (DuplicateKeyException taken)
        {
            // another record got it since the keys were looked up
            Problems.Add(Taken(taken.Key, null));
            return null;
        }
        catch (KeptByLawException kept)
        {
            Problems.Add(new(null, kept.Refusal.Code, kept.Refusal.Message));
            return null;
        }
    }

    private void Take(Field field, EntryReaders readers, Record? before)
    {
        if (field.WrittenBy == WrittenBy.Operation)
        {
            if (before is not null) field.Write(After, field.Read(before));
            return;
        }

        var known = Problems.Count;
        var had = Problems.Exists(problem => problem.Field == field.Code);
        var value = field.Accept(readers)(field.Code);
        if (value is not null) field.Write(After, value);
        else if (field.IsRequired && !had && Problems.Count == known) Problems.Add(TextReaders.Required(field).ProblemOf(field));
    }

    /// <summary>At the unit, which decides whose record it is.</summary>
    private Problem NotYours() => new(type.Fields.OfType<LinkField>().FirstOrDefault(link => workspace.Types.Find(link.Target)?.ParentUnit is not null)?.Code, "record.not-yours", (
        "担当していない部局の記録は登録・変更できません。担当の部局を選んでください。",
        "You may not enter or change the records of this unit. Choose a unit of yours."));

    private async Task CheckKeys(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var taken = await context.ResolveAsync(type, [.. type.Keys(After).Distinct(StringComparer.Ordinal)], cancel);
        foreach (var (key, number) in taken.Where(pair => pair.Value != After.Number))
        {
            var other = await context.FindAsync(type, number, actor, cancel);
            Problems.Add(Taken(key, other is null ? null : type.Caption(other)));
        }
    }

    private Problem Taken(string key, Bilingual? other)
    {
        var (ja, en) = other is { IsEmpty: false } caption ? ($"「{caption.In(Language.Ja)}」で", $"by “{caption.In(Language.En)}”") : ("別の記録で", "by another record");
        return new(FieldOfKey(key), "record.duplicate-key", (
            $"「{TextReaders.Shown(key)}」は{ja}すでに使われています。番号を確かめるか、登録済みの方を編集してください。",
            $"“{TextReaders.Shown(key)}” is used already {en}. Check it, or edit the one that is there."));
    }

    /// <summary>The input that the key was made from, as far as can be told.</summary>
    private string? FieldOfKey(string key)
    {
        foreach (var field in type.Fields)
        {
            if (field is LineField && field.Read(After) is string text && text == key) return field.Code;
            if (field is not PartsField parts || parts.Read(After) is not System.Collections.IList list) continue;
            for (var i = 0; i < list.Count; i++)
                foreach (var sub in parts.Part.Fields.OfType<LineField>())
                    if (sub.Read(list[i]!) is string value && key.EndsWith(value, StringComparison.Ordinal)) return $"{field.Code}.{entry.Parts(field.Code)[i]}.{sub.Code}";
        }

        return type.Fields.FirstOrDefault(field => field is LineField { IsRequired: true })?.Code;
    }
}
