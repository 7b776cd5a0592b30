using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Which entry of a later version is which of the earlier one. OFAC, the United Nations, the United Kingdom and the university
/// itself keep an entry's number for good. METI counts its rows anew in each version (its number is the row of the sheet), so
/// that one entry more moves all that follow: there an entry is the same by primary name and country, and what is left over by
/// any name it shares within the country with just one other, which is how a name that was corrected is found.
/// </summary>
internal static class EntityPairs
{
    /// <summary>The earlier entry of each later one that has one.</summary>
    internal static Dictionary<ListedEntity, ListedEntity> Of(ListVersion earlier, ListVersion later)
    {
        var pairs = new Dictionary<ListedEntity, ListedEntity>(ReferenceEqualityComparer.Instance);
        if (later.List == ConcernList.MetiForeignEndUsers)
        {
            Pair(earlier, later, pairs, entity => [Key(entity, entity.Name)], mustBeOnly: false);
            Pair(earlier, later, pairs, entity => entity.Names.Select(name => Key(entity, name.Text)).Distinct(), mustBeOnly: true);
        }
        else
        {
            Pair(earlier, later, pairs, entity => [entity.Number], mustBeOnly: false);
        }

        return pairs;
    }

    /// <summary>Pairs by key what has no pair yet: of several with one key the first with the first, or none where it must be the only one.</summary>
    private static void Pair(ListVersion earlier, ListVersion later, Dictionary<ListedEntity, ListedEntity> pairs, Func<ListedEntity, IEnumerable<string>> keys, bool mustBeOnly)
    {
        var taken = pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        var before = ByKey(earlier.Entities.Where(entity => !taken.Contains(entity)), keys);
        var after = ByKey(later.Entities.Where(entity => !pairs.ContainsKey(entity)), keys);
        foreach (var (key, those) in after)
        {
            if (!before.TryGetValue(key, out var candidates) || (mustBeOnly && (those.Count > 1 || candidates.Count > 1))) continue;
            foreach (var (entity, candidate) in those.Zip(candidates))
                if (!pairs.ContainsKey(entity) && !taken.Contains(candidate) && taken.Add(candidate)) pairs.Add(entity, candidate);
        }
    }

    private static Dictionary<string, List<ListedEntity>> ByKey(IEnumerable<ListedEntity> entities, Func<ListedEntity, IEnumerable<string>> keys)
    {
        var byKey = new Dictionary<string, List<ListedEntity>>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            foreach (var key in keys(entity))
            {
                if (!byKey.TryGetValue(key, out var those)) byKey.Add(key, those = []);
                those.Add(entity);
            }
        }

        return byKey;
    }

    private static string Key(ListedEntity entity, string name) => string.Join(',', entity.Countries) + ":" + CodeList.Fold(name);
}
