namespace Kakehashi.ExportControl.Lists;

/// <summary>What of an entry can change from one version to the next.</summary>
public enum ListedField
{
    /// <summary>What it is.</summary>
    Kind,

    /// <summary>Its names, their order or their use.</summary>
    Names,

    /// <summary>Its countries and areas.</summary>
    Countries,

    /// <summary>Its addresses.</summary>
    Addresses,

    /// <summary>Its types of concern.</summary>
    Concerns,

    /// <summary>Whether it is a concern for conventional weapons.</summary>
    ConventionalWeapons,

    /// <summary>The programmes it is listed under.</summary>
    Programmes,

    /// <summary>Its dates of birth.</summary>
    Births,

    /// <summary>The remarks.</summary>
    Remarks,
}

/// <summary>The same entry in two versions.</summary>
/// <param name="Before">As it stood in the earlier version.</param>
/// <param name="After">As it stands in the later one.</param>
/// <param name="Fields">What differs; never empty.</param>
public sealed record EntityChange(ListedEntity Before, ListedEntity After, IReadOnlyList<ListedField> Fields);

/// <summary>What changed from one version of a list to a later one: what a new version must be screened for again.</summary>
/// <param name="Added">Entries of the later version that the earlier does not have, in the order of the later.</param>
/// <param name="Changed">Entries of both that differ, in the order of the later. A new number alone is no change.</param>
/// <param name="Removed">Entries of the earlier version that the later does not have, in the order of the earlier.</param>
public sealed record ListComparison(IReadOnlyList<ListedEntity> Added, IReadOnlyList<EntityChange> Changed, IReadOnlyList<ListedEntity> Removed)
{
    /// <summary>Compares two versions of one list.</summary>
    /// <exception cref="ArgumentException">They are of different lists.</exception>
    public static ListComparison Between(ListVersion earlier, ListVersion later)
    {
        if (earlier.List != later.List) throw new ArgumentException($"{later.List} cannot be compared with {earlier.List}", nameof(later));
        var pairs = EntityPairs.Of(earlier, later);
        var kept = pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        return new(
            [.. later.Entities.Where(after => !pairs.ContainsKey(after))],
            [.. later.Entities.Where(pairs.ContainsKey).Select(after => new EntityChange(pairs[after], after, Differing(pairs[after], after))).Where(change => change.Fields.Count > 0)],
            [.. earlier.Entities.Where(before => !kept.Contains(before))]);
    }

    private static IReadOnlyList<ListedField> Differing(ListedEntity before, ListedEntity after)
    {
        (ListedField Field, bool IsSame)[] fields =
        [
            (ListedField.Kind, before.Kind == after.Kind),
            (ListedField.Names, before.Names.SequenceEqual(after.Names)),
            (ListedField.Countries, before.Countries.SequenceEqual(after.Countries)),
            (ListedField.Addresses, before.Addresses.Select(a => a.Text).SequenceEqual(after.Addresses.Select(a => a.Text))),
            (ListedField.Concerns, before.Concerns == after.Concerns),
            (ListedField.ConventionalWeapons, before.ConventionalWeapons == after.ConventionalWeapons),
            (ListedField.Programmes, before.Programmes.SequenceEqual(after.Programmes)),
            (ListedField.Births, before.Births.SequenceEqual(after.Births)),
            (ListedField.Remarks, before.Remarks.SequenceEqual(after.Remarks)),
        ];
        return [.. fields.Where(field => !field.IsSame).Select(field => field.Field)];
    }
}
