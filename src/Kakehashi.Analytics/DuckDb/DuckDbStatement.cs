using System.Globalization;
using System.Text;

namespace Kakehashi.Analytics.DuckDb;

/// <summary>A prepared statement; it can be run again with other values.</summary>
public sealed unsafe class DuckDbStatement : IDisposable
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private readonly nint connection;
    private nint handle;

    internal DuckDbStatement(nint connection, string sql)
    {
        this.connection = connection;
        if (Native.duckdb_prepare(connection, sql, out handle) == 0) return;
        var message = Native.Text(Native.duckdb_prepare_error(handle));
        Dispose();
        throw new DuckDbException(message);
    }

    /// <summary>Binds the values in order and runs.</summary>
    /// <param name="values">bool, int, long, decimal, DateOnly, string or null, one for each <c>?</c>.</param>
    /// <param name="cancel">Interrupts the query.</param>
    /// <exception cref="DuckDbException">DuckDB refused, or the number of values is not that of the <c>?</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DuckDbReader Query(IReadOnlyList<object?>? values = null, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        values ??= [];
        if ((ulong)values.Count != Native.duckdb_nparams(handle))
            throw new DuckDbException($"The statement takes {Native.duckdb_nparams(handle)} values, {values.Count} were given.");
        for (var i = 0; i < values.Count; i++)
        {
            if (Bind((ulong)i + 1, values[i]) != 0) throw new DuckDbException($"Value {i + 1} could not be bound.");
        }

        return Run(cancel);
    }

    /// <summary>Releases it; readers already given stay valid.</summary>
    public void Dispose()
    {
        if (handle != 0) Native.duckdb_destroy_prepare(ref handle);
    }

    private DuckDbReader Run(CancellationToken cancel)
    {
        NativeResult result;
        int state;
        using (new Interruption(connection, cancel)) state = Native.duckdb_execute_prepared(handle, &result);
        if (state == 0) return new(result);
        var message = Native.Text(Native.duckdb_result_error(&result));
        Native.duckdb_destroy_result(&result);
        cancel.ThrowIfCancellationRequested();
        throw new DuckDbException(message);
    }

    private int Bind(ulong index, object? value) => value switch
    {
        null => Native.duckdb_bind_null(handle, index),
        bool flag => Native.duckdb_bind_boolean(handle, index, flag),
        int whole => Native.duckdb_bind_int64(handle, index, whole),
        long whole => Native.duckdb_bind_int64(handle, index, whole),
        DateOnly day => Native.duckdb_bind_date(handle, index, day.DayNumber - Epoch),
        string text => BindText(index, text),
        // as text, which the SQL casts: the decimal structure of the C interface changed between versions
        decimal number => BindText(index, number.ToString(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be bound.", nameof(value)),
    };

    private int BindText(ulong index, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* bytes = utf8) return Native.duckdb_bind_varchar_length(handle, index, bytes, (ulong)utf8.Length);
    }
}
