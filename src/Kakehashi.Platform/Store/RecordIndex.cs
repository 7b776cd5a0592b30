using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Store;

/// <summary>
/// An index over the records in use of one type: of a field that lists sort and filter by, or of a link. Records that
/// have a day are asked for by year and some conditions more than in any other way: the index of the day holds, behind
/// it, all else that a list filters by, so that such a question is answered from it alone.
/// </summary>
/// <param name="Type">The record type.</param>
/// <param name="Field">The field that it begins with.</param>
/// <param name="Behind">What it holds besides.</param>
public sealed record RecordIndex(RecordType Type, Field Field, IReadOnlyList<Field> Behind)
{
    /// <summary>The name in the store.</summary>
    public string Name => NameOf(Type, Field);

    /// <summary>The records that are in it.</summary>
    public string Filter => FilterOf(Field);

    /// <summary>The indexes of a type, in the order of its fields.</summary>
    public static IReadOnlyList<RecordIndex> Of(RecordType type) => [.. type.Fields.Where(IsIndexed).Select(field => new RecordIndex(type, field, field == DayOf(type) ? BehindDay(type) : []))];

    /// <summary>Whether a field has an index that begins with it.</summary>
    public static bool IsIndexed(Field field) => !field.IsOwn && (field is LinkField || (field.IsListed && field is not (PartsField or BilingualField)));

    /// <summary>The day that records of a type are asked for by, the first that each of them has; null for a type without one.</summary>
    public static DayField? DayOf(RecordType type) => type.Fields.OfType<DayField>().FirstOrDefault(field => field is { IsOwn: false, IsListed: true, IsRequired: true });

    /// <summary>Whether the index of the day holds this field too.</summary>
    public static bool IsBehindDay(Field field) => field is { IsOwn: false, IsListed: true } and (LinkField or CodeField or ChoiceField or FlagField);

    /// <summary>The name of the index of a field.</summary>
    public static string NameOf(RecordType type, Field field) => $"IX_{RecordTable.NameOf(type)}_{field.Code}";

    /// <summary>The records that are in the index of a field. A link that lists do not show is looked up and nothing else: those without one need no room.</summary>
    public static string FilterOf(Field field) => field is LinkField { IsListed: false } ? $"{ListedRecords.InUse} AND \"{field.Code}\" IS NOT NULL" : ListedRecords.InUse;

    /// <summary>The name of the index of the withdrawn records.</summary>
    public static string NameOfWithdrawn(RecordType type) => $"IX_{RecordTable.NameOf(type)}_withdrawn";

    private static Field[] BehindDay(RecordType type) => [.. type.Fields.Where(IsBehindDay)];
}
