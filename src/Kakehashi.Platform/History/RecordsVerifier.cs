using System.Text;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History;

/// <summary>What a verification of the records of one type found.</summary>
/// <param name="Type">The type.</param>
/// <param name="Records">How many there are, withdrawn ones too.</param>
/// <param name="Faults">Where a record is not what its history says.</param>
public sealed record RecordsVerification(RecordType Type, long Records, IReadOnlyList<Refusal> Faults);

/// <summary>Holds every record against its history: what was written last is what is there, and nothing has come or gone beside it.</summary>
public sealed class RecordsVerifier(Database database)
{
    private const int BlockSize = 2_000;

    private const int MostFaults = 100;

    /// <summary>Reads all records of a type, block by block.</summary>
    public async Task<RecordsVerification> VerifyAsync(RecordType type, IProgress<long>? progress, CancellationToken cancel)
    {
        await using var context = database.Read();
        var faults = new List<Refusal>();
        using var values = new ChangeValues(type);
        var count = 0L;
        foreach (var withdrawn in new[] { false, true })
        {
            var last = 0L;
            while (await context.WalkAsync(type, new ListQuery { Withdrawn = withdrawn }, Actor.Program, last, BlockSize, cancel) is { Count: > 0 } block)
            {
                await Block(context, type, block, values, faults, cancel);
                (count, last) = (count + block.Count, block[^1].Number);
                progress?.Report(count);
                if (faults.Count >= MostFaults) return new(type, count, faults);
            }
        }

        var code = type.Code;
        var born = await context.Changes.CountAsync(change => change.Type == code && change.Kind == ChangeKinds.Created, cancel);
        if (born > count) faults.Add(Fault("verify.lost", type, null, $"履歴にある{born - count:N0}件がなくなっています", $"{born - count:N0} that the history knows are gone"));
        return new(type, count, faults);
    }

    private static async Task Block(RecordsContext context, RecordType type, IReadOnlyList<Record> block, ChangeValues values, List<Refusal> faults, CancellationToken cancel)
    {
        var numbers = block.Select(record => record.Number).ToArray();
        var changes = (await context.Changes.Where(change => numbers.Contains(change.Record)).ToListAsync(cancel)).ToLookup(change => change.Record);
        foreach (var record in block)
        {
            if (faults.Count >= MostFaults) return;
            if (Compare(type, record, [.. changes[record.Number].OrderBy(change => change.Version)], values) is { } fault) faults.Add(fault);
        }
    }

    private static Refusal? Compare(RecordType type, Record record, Change[] changes, ChangeValues values)
    {
        if (changes.Length == 0) return Fault("verify.no-history", type, record, "履歴がありません", "it has no history");
        if (changes.Where((change, i) => change.Version != i + 1 || change.Type != type.Code).Any() || changes.Length != record.Version)
            return Fault("verify.versions", type, record, "版の番号が履歴と合いません", "its versions are not those of the history");
        var turned = changes.LastOrDefault(change => change.Kind is ChangeKinds.Withdrawn or ChangeKinds.Restored);
        if (record.IsWithdrawn != (turned?.Kind == ChangeKinds.Withdrawn))
            return Fault("verify.withdrawn", type, record, "取り下げの状態が履歴と合いません", "whether it is withdrawn is not what the history says");
        // told of by the verification of the chain
        if (changes.Any(change => change.Values is null)) return null;
        return Differing(type, changes, values.Created(record).Span) is { } field
            ? Fault("verify.differs", type, record, $"「{type.Field(field)?.Label.Ja ?? field}」が最後に記録された値と異なります", $"“{type.Field(field)?.Label.En ?? field}” is not the value that was written last")
            : null;
    }

    /// <summary>The first field whose value is not the one that the changes lead to.</summary>
    private static string? Differing(RecordType type, Change[] changes, ReadOnlySpan<byte> now)
    {
        // most records have never changed: what was written is what is there, to the letter
        if (changes.Length == 1 && Encoding.UTF8.GetBytes(changes[0].Values!).AsSpan().SequenceEqual(now)) return null;
        var expected = new Dictionary<string, JsonElement>();
        foreach (var change in changes)
            if (change.Kind == ChangeKinds.Erased) TakeOut(type, change.Record, expected);
            else if (change.Kind is ChangeKinds.Created or ChangeKinds.Updated)
                foreach (var field in JsonElement.Parse(change.Values!).EnumerateObject())
                    expected[field.Name] = change.Kind == ChangeKinds.Created ? field.Value : field.Value[1];
        var found = JsonElement.Parse(now).EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        return expected.Keys.Union(found.Keys).FirstOrDefault(code => !Same(expected.GetValueOrDefault(code), found.GetValueOrDefault(code)));
    }

    /// <summary>The values before are marks by now: what the record has since is what erasing leaves in their place.</summary>
    private static void TakeOut(RecordType type, long record, Dictionary<string, JsonElement> expected)
    {
        foreach (var code in expected.Keys.ToList())
            if (type.Field(code) is { } field) expected[code] = Redaction.Left(field, expected[code], record);
            else if (Redaction.IsMark(expected[code])) expected.Remove(code);
    }

    private static bool Same(JsonElement one, JsonElement other)
    {
        var (isOne, isOther) = (Has(one), Has(other));
        return isOne == isOther && (!isOne || JsonElement.DeepEquals(one, other));

        static bool Has(JsonElement value) => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    private static Refusal Fault(string code, RecordType type, Record? record, string ja, string en)
    {
        var number = record is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" #{record.Number}");
        return new(code, ($"{type.One.Ja}{number}: {ja}。バックアップから復元してください。", $"{type.One.En}{number}: {en}. Restore a backup."));
    }
}
