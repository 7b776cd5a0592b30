using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Lists;

/// <summary>Records of one type that refer to a record by one field.</summary>
/// <param name="Type">The type of those who refer.</param>
/// <param name="Field">The field they refer by.</param>
/// <param name="Count">How many, at most <see cref="ListQuery.Window"/> + 1.</param>
/// <param name="Some">Some of them, where the list cannot be filtered by the field.</param>
internal sealed record Reference(RecordType Type, Field Field, int Count, IReadOnlyList<Record> Some);

/// <summary>Who refers to a record.</summary>
internal static class References
{
    private const int Shown = 10;

    /// <summary>One statement for each field of the product that links to this type.</summary>
    public static async Task<IReadOnlyList<Reference>> ReferencesAsync(this Database database, RecordType target, long number, Actor actor, CancellationToken cancel)
    {
        await using var context = database.Read();
        var found = new List<Reference>();
        foreach (var type in database.Types.All)
        {
            foreach (var link in type.Fields.OfType<LinkField>().Where(link => link.Target == target.Entity && !link.IsOwn))
                found.Add(new(type, link, await type.Accept(new Counting(context, link, number, actor, cancel)), []));
            foreach (var inner in type.Fields.Where(field => HasInner(field, target)))
                found.Add(await OfInner(context, type, inner, number, actor, cancel));
        }

        return [.. found.Where(reference => reference.Count > 0)];
    }

    /// <summary>Links that no column of their own shows: within parts, and those of own fields.</summary>
    private static bool HasInner(Field field, RecordType target) => field switch
    {
        LinkField link => link.IsOwn && link.Target == target.Entity,
        PartsField parts => parts.Part.Fields.OfType<LinkField>().Any(link => link.Target == target.Entity),
        _ => false,
    };

    private static async Task<Reference> OfInner(RecordsContext context, RecordType type, Field field, long number, Actor actor, CancellationToken cancel)
    {
        var code = field.Code;
        // fields of other types may have the same name: who they are is told by loading them
        var numbers = await context.Links.Where(link => link.Target == number && link.Field == code).Select(link => link.Record).Take(ListQuery.Window).ToListAsync(cancel);
        var records = (await context.LoadAsync(type, numbers, cancel)).Where(record => actor.Sees(type, record)).ToList();
        return new(type, field, records.Count, field is LinkField ? [] : [.. records.Take(Shown)]);
    }

    private sealed class Counting(RecordsContext context, LinkField link, long number, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<int>>
    {
        public Task<int> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var query = new ListQuery { Where = new Dictionary<string, Condition> { [link.Code] = new() { AnyOf = [number] } } };
            return context.Matching(type, query).SeenBy(type, actor).Take(ListQuery.Window + 1).CountAsync(cancel);
        }
    }
}
