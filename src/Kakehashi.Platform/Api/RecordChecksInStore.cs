using System.Collections;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>What only the store can tell about a record that is to be written: whom it links to, whose keys it has.</summary>
internal static class RecordChecksInStore
{
    /// <summary>
    /// Why the record cannot be written; null where it can. Links that it had before are not asked about again: a
    /// target may have been withdrawn since.
    /// </summary>
    public static async Task<ApiRefusal?> RefuseAsync(ApiCall call, RecordsContext context, RecordType type, Record? before, Record after)
    {
        var problems = await LinkProblems(call, context, type, before, after);
        return problems.Count > 0 ? ApiRefusals.Invalid(problems) : await RefuseKeysAsync(call, context, type, after);
    }

    /// <summary>Why the record cannot have its keys: one of them belongs to another.</summary>
    public static async Task<ApiRefusal?> RefuseKeysAsync(ApiCall call, RecordsContext context, RecordType type, Record record)
    {
        var taken = await context.ResolveAsync(type, [.. type.Keys(record).Distinct(StringComparer.Ordinal)], call.Cancel);
        foreach (var (key, number) in taken.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (number == record.Number) continue;
            var isSeen = await context.FindAsync(type, number, call.Actor, call.Cancel) is not null;
            return ApiRefusals.DuplicateKey(type, key, isSeen ? number : null);
        }

        return null;
    }

    private static async Task<List<Problem>> LinkProblems(ApiCall call, RecordsContext context, RecordType type, Record? before, Record after)
    {
        var problems = new List<Problem>();
        var known = before is null ? [] : Links(type, before).Select(link => (link.Target, link.Number)).ToHashSet();
        foreach (var group in Links(type, after).Where(link => !known.Contains((link.Target, link.Number))).GroupBy(link => link.Target))
        {
            var target = call.Database.Types[group.Key];
            var loaded = await context.LoadAsync(target, [.. group.Select(link => link.Number).Distinct()], call.Cancel);
            var found = loaded.Where(record => call.Actor.Sees(target, record)).ToDictionary(record => record.Number);
            foreach (var (field, _, number) in group.Distinct())
            {
                if (!found.TryGetValue(number, out var linked)) problems.Add(FieldProblems.Unresolved(field, target, $"#{number}"));
                else if (linked.IsWithdrawn) problems.Add(FieldProblems.LinkWithdrawn(field, target, number));
            }
        }

        return problems;
    }

    private static IEnumerable<(string Field, Type Target, long Number)> Links(RecordType type, Record record)
    {
        foreach (var field in type.Fields)
        {
            if (field is LinkField link && link.Read(record) is long number) yield return (field.Code, link.Target, number);
            if (field is not PartsField parts || parts.Read(record) is not IList list) continue;
            foreach (var sub in parts.Part.Fields.OfType<LinkField>())
                foreach (var part in list)
                    if (sub.Read(part!) is long inner) yield return (field.Code, sub.Target, inner);
        }
    }
}
