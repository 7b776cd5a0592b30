using System.Globalization;

namespace Kakehashi.Analytics.DuckDb;

/// <summary>
/// An open DuckDB database, in a file or in memory. One process holds a file at a time; within it any number of
/// connections read beside one that writes. Extensions are neither installed nor loaded, and SQL cannot reach files.
/// </summary>
public sealed unsafe class DuckDbDatabase : IDisposable
{
    private nint handle;

    private DuckDbDatabase(nint handle) => this.handle = handle;

    /// <summary>The library's version, e.g. <c>v1.5.5</c>.</summary>
    public static string LibraryVersion => Native.Text(Native.duckdb_library_version());

    /// <summary>Opens, and creates where it does not exist.</summary>
    /// <param name="path">The file, or null for a database in memory.</param>
    /// <param name="settings">Null for <see cref="DuckDbSettings.Default"/>.</param>
    /// <exception cref="DuckDbException">The file is held by another process, is no database, or the library is missing.</exception>
    public static DuckDbDatabase Open(string? path, DuckDbSettings? settings = null)
    {
        try
        {
            return new(OpenHandle(path, settings ?? DuckDbSettings.Default));
        }
        catch (DllNotFoundException missing)
        {
            throw new DuckDbException("DuckDB's library is not beside the program; building Kakehashi.Analytics puts it there (see eng/duckdb).", missing);
        }
    }

    /// <summary>A connection of its own: one thread at a time, closed before the database.</summary>
    public DuckDbConnection Connect()
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        return Native.duckdb_connect(handle, out var connection) == 0
            ? new(connection)
            : throw new DuckDbException("DuckDB opened no connection.");
    }

    /// <summary>Closes the file; its lock goes when the last connection is closed too.</summary>
    public void Dispose()
    {
        if (handle != 0) Native.duckdb_close(ref handle);
    }

    private static nint OpenHandle(string? path, DuckDbSettings settings)
    {
        if (Native.duckdb_create_config(out var config) != 0) throw new DuckDbException("DuckDB made no configuration.");
        try
        {
            foreach (var (name, value) in Options(settings))
            {
                if (Native.duckdb_set_config(config, name, value) != 0) throw new DuckDbException($"DuckDB does not take {name} = {value}.");
            }

            if (Native.duckdb_open_ext(path, out var database, config, out var error) == 0) return database;
            var message = Native.Text(error);
            Native.duckdb_free(error);
            throw new DuckDbException(message);
        }
        finally
        {
            Native.duckdb_destroy_config(ref config);
        }
    }

    private static IEnumerable<(string Name, string Value)> Options(DuckDbSettings settings) =>
    [
        ("threads", settings.Threads.ToString(CultureInfo.InvariantCulture)),
        ("memory_limit", settings.MemoryLimit),
        ("autoinstall_known_extensions", "false"),
        ("autoload_known_extensions", "false"),
        ("enable_external_access", "false"),
        ("lock_configuration", "true"),
    ];
}
