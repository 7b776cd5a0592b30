using System.Data.Common;
using Kakehashi.Platform.Lists;

namespace Kakehashi.Platform.Search;

/// <summary>The words of each record that can be searched.</summary>
internal abstract class SearchIndex
{
    /// <summary>The column that a row's record is in.</summary>
    public abstract string Record { get; }

    /// <summary>Deletes the row of a record; its number is the parameter <c>@record</c>.</summary>
    public abstract string Delete { get; }

    /// <summary>Record numbers of one type or (type empty) all; parameters <c>@query</c>, <c>@type</c>.</summary>
    public abstract string Holding { get; }

    /// <summary>Takes the words of deleted rows off the disk too; null where deleting does all there is to do.</summary>
    public virtual string? Purge => null;

    /// <summary>A query in the store's own language, or null where nothing is left to search for.</summary>
    public abstract string? Phrase(string text);

    /// <summary>The words as they are stored.</summary>
    public abstract string Stored(string words);

    /// <summary>
    /// The records that hold the words, best first. Where more of them do than a list pages through, the words say little
    /// of any, and to weigh them all takes long: then the newest come first.
    /// </summary>
    public IReadOnlyList<long> Best(DbConnection connection, string text, string? type, int limit)
    {
        if (Phrase(text) is not { } query) return [];
        var newest = Numbers(connection, $"{Holding} ORDER BY {Record} DESC LIMIT @limit", query, type, ListQuery.Window + 1);
        if (newest.Count > ListQuery.Window) return newest.Count > limit ? newest[..limit] : newest;
        return Numbers(connection, $"{Holding} ORDER BY {Worst}, {Record} LIMIT @limit", query, type, limit);
    }

    /// <summary>All records that hold the words, in the order of their numbers.</summary>
    public IReadOnlyList<long> All(DbConnection connection, string text, string? type) =>
        Phrase(text) is { } query ? Numbers(connection, $"{Holding} ORDER BY {Record} LIMIT @limit", query, type, int.MaxValue) : [];

    /// <summary>What the best of those that hold the words has least of.</summary>
    protected abstract string Worst { get; }

    private static List<long> Numbers(DbConnection connection, string statement, string query, string? type, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in new (string, object)[] { ("@query", query), ("@type", type ?? ""), ("@limit", limit) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var found = new List<long>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) found.Add(reader.GetInt64(0));
        return found;
    }
}

/// <summary>FTS5 without content: the index alone, a row's number is the record's.</summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    public override string Record => "rowid";

    public override string Delete => "DELETE FROM search WHERE rowid = @record";

    public override string Purge => "INSERT INTO search(search) VALUES('optimize')";

    public override string Holding =>
        "SELECT rowid FROM search WHERE search MATCH CASE WHEN @type = '' THEN @query ELSE 'type:\"' || @type || '\" AND (' || @query || ')' END";

    protected override string Worst => "rank";

    public override string? Phrase(string text)
    {
        var phrases = SearchText.Query(text);
        return phrases.Count == 0 ? null : string.Join(" AND ", phrases.Select(phrase => $"words:\"{string.Join(' ', phrase.Words)}\"{(phrase.IsPrefix ? "*" : "")}"));
    }

    public override string Stored(string words) => words;
}

/// <summary>
/// A tsvector written by us, so that no dictionary or locale of the server decides what is found. Words consist of
/// letters and digits alone, so none needs escaping.
/// </summary>
internal sealed class PostgresSearchIndex : SearchIndex
{
    public override string Record => "record";

    public override string Delete => "DELETE FROM search WHERE record = @record";

    public override string Holding => "SELECT record FROM search WHERE words @@ @query::tsquery AND (@type = '' OR type = @type)";

    protected override string Worst => "ts_rank(words, @query::tsquery) DESC";

    public override string? Phrase(string text)
    {
        var phrases = SearchText.Query(text);
        return phrases.Count == 0 ? null : string.Join(" & ", phrases.Select(phrase =>
            $"({string.Join(" <-> ", phrase.Words.Select((word, i) => $"'{word}'{(phrase.IsPrefix && i == phrase.Words.Count - 1 ? ":*" : "")}"))})"));
    }

    public override string Stored(string words) => string.Join(' ', words.Split(' ').Select((word, i) => $"'{word}':{i + 1}"));
}
