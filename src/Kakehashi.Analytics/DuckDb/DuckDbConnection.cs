namespace Kakehashi.Analytics.DuckDb;

/// <summary>A connection: one statement at a time, one transaction at a time. Values are always bound, never written into the SQL.</summary>
public sealed class DuckDbConnection : IDisposable
{
    private nint handle;

    internal DuckDbConnection(nint handle) => this.handle = handle;

    /// <summary>Prepares a statement with <c>?</c> for each value.</summary>
    /// <exception cref="DuckDbException">The SQL is wrong or names what does not exist.</exception>
    public DuckDbStatement Prepare(string sql)
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        return new(handle, sql);
    }

    /// <summary>Runs a statement and gives its rows.</summary>
    /// <exception cref="DuckDbException">DuckDB refused the statement.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the query was interrupted.</exception>
    public DuckDbReader Query(string sql, IReadOnlyList<object?>? values = null, CancellationToken cancel = default)
    {
        using var statement = Prepare(sql);
        return statement.Query(values, cancel);
    }

    /// <summary>Runs a statement whose rows do not matter.</summary>
    /// <inheritdoc cref="Query"/>
    public void Execute(string sql, IReadOnlyList<object?>? values = null, CancellationToken cancel = default)
    {
        using var reader = Query(sql, values, cancel);
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is no row or it is null.</summary>
    /// <inheritdoc cref="Query"/>
    public long Whole(string sql, IReadOnlyList<object?>? values = null, CancellationToken cancel = default)
    {
        using var reader = Query(sql, values, cancel);
        return reader.Read() && !reader.IsNull(0) ? (long)reader.Number(0) : 0;
    }

    /// <summary>Appends rows to a table, within the open transaction where there is one.</summary>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public DuckDbAppender Append(string table)
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        return new(handle, table);
    }

    /// <summary>Closes; an open transaction is rolled back.</summary>
    public void Dispose()
    {
        if (handle != 0) Native.duckdb_disconnect(ref handle);
    }
}
