using Kakehashi.Kernel;
using Kakehashi.Platform.Search;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Store;

/// <summary>
/// The records that lists show: those in use, or the withdrawn ones. The indexes are over the records in use alone, and
/// SQLite takes one only where it finds its condition again in a statement, word for word: so it is written here, once.
/// </summary>
internal static class ListedRecords
{
    public const string InUse = "\"is_withdrawn\" = false";

    public const string Withdrawn = "\"is_withdrawn\" = true";

    /// <summary>The records in use, or the withdrawn ones.</summary>
    public static IQueryable<T> Listed<T>(this RecordsContext context, RecordType<T> type, bool withdrawn = false)
        where T : Record<T>, new()
    {
        if (!context.Database.IsSqlite()) return withdrawn ? context.Set<T>().Where(record => record.IsWithdrawn) : context.Set<T>().Where(record => !record.IsWithdrawn);
        var sql = $"{Select(type)} WHERE {(withdrawn ? Withdrawn : InUse)}";
        return context.Set<T>().FromSqlRaw(sql);
    }

    /// <summary>Of the records in use, or of the withdrawn ones, those that hold words.</summary>
    /// <param name="context">Where they are read.</param>
    /// <param name="type">Their type.</param>
    /// <param name="search">The index of words.</param>
    /// <param name="phrase">What it is asked for: see <see cref="SearchIndex.Phrase"/>.</param>
    /// <param name="withdrawn">Whether the withdrawn ones are meant.</param>
    public static IQueryable<T> Holding<T>(this RecordsContext context, RecordType<T> type, SearchIndex search, string phrase, bool withdrawn)
        where T : Record<T>, new()
    {
        var numbers = search.Holding.Replace("@query", "{0}", StringComparison.Ordinal).Replace("@type", "{1}", StringComparison.Ordinal);
        var sql = $"{Select(type, context.Database.IsSqlite())} WHERE {(withdrawn ? Withdrawn : InUse)} AND \"id\" IN ({numbers})";
        return context.Set<T>().FromSqlRaw(sql, phrase, type.Code);
    }

    /// <summary>The records in use that the index of a field has, by way of it, whatever SQLite itself would think best.</summary>
    public static IQueryable<T> Through<T>(this RecordsContext context, RecordType<T> type, Field field)
        where T : Record<T>, new()
    {
        var sql = $"{Select(type)} INDEXED BY \"{RecordIndex.NameOf(type, field)}\" WHERE {RecordIndex.FilterOf(field)}";
        return context.Set<T>().FromSqlRaw(sql);
    }

    /// <summary>
    /// EF asks a statement of ours for the sides of a bilingual value by the names of the properties. SQLite takes small and
    /// capital letters of a name for the same, and would have two of them.
    /// </summary>
    private static string Select(RecordType type, bool isSqlite = true)
    {
        var sides = from field in type.Fields.OfType<BilingualField>()
                    where !field.IsOwn && !(isSqlite && field.Name.Equals(field.Code, StringComparison.OrdinalIgnoreCase))
                    from side in (string[])[nameof(Bilingual.Ja), nameof(Bilingual.En)]
                    select $", \"{field.Code}_{side.ToLowerInvariant()}\" AS \"{field.Name}_{side}\"";
        return $"SELECT *{string.Concat(sides)} FROM \"{RecordTable.NameOf(type)}\"";
    }
}
