using System.Runtime.InteropServices;

namespace Kakehashi.Platform.Store;

/// <summary>
/// The few calls of SQLite's C interface that each value of a load goes through. Straight to the library: the handles of
/// the binding count their references on every call, which for 40 values a row is much of an import.
/// </summary>
internal static unsafe partial class SqliteNative
{
    private const string Library = "e_sqlite3";

    /// <summary>The text or blob stays where it is until the statement has been stepped: SQLite need not copy it.</summary>
    public const nint Static = 0;

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_null(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_int64(nint statement, int column, long value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_text(nint statement, int column, byte* text, int length, nint destructor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_blob(nint statement, int column, byte* bytes, int length, nint destructor);

    [LibraryImport(Library)]
    public static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_reset(nint statement);
}
