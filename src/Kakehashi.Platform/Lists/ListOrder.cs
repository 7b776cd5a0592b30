using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists;

/// <summary>What a list is in the order of: a field, of a bilingual one either side. Empty values come last, whichever way.</summary>
/// <param name="Field">The field.</param>
/// <param name="Side">The side of a bilingual field, else null.</param>
/// <param name="Descending">The largest first.</param>
internal sealed record ListOrder(Field Field, Language? Side, bool Descending)
{
    /// <summary>What a query asks for; null where it asks for none, or by a field that lists do not show.</summary>
    public static ListOrder? Of(RecordType type, ListQuery query) => query.Sort is not null && type.Field(query.Sort) is { IsListed: true } field
        ? new(field, field is BilingualField ? query.SortSide ?? Spoken() : null, query.Descending)
        : null;

    /// <summary>Sorting by a link would sort by its number, which says nothing.</summary>
    public static bool CanSort(Field field) => field is { IsListed: true, IsPersonal: false } and not (LinkField or NoteField or PartsField or PlaceField);

    /// <summary>The value that a record is put in order by.</summary>
    public object? Key(Record record) => Side is { } side ? (Field.Read(record) as Bilingual?)?.Exactly(side) : Field.Read(record) ?? (Field is FlagField ? false : null);

    /// <summary>As an address asks for it: <c>-title.en</c>.</summary>
    public override string ToString() => (Descending ? "-" : "") + Field.Code + (Side is { } side ? "." + side.Code() : "");

    private static Language Spoken() => Languages.Read(System.Globalization.CultureInfo.CurrentUICulture.Name) ?? Language.En;
}

/// <summary>A place in a list that is walked through: the record there, by its number, and the value it is in order by.</summary>
public sealed record WalkPlace(object? Key, long Number);
