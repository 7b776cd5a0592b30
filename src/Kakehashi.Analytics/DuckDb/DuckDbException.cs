namespace Kakehashi.Analytics.DuckDb;

/// <summary>DuckDB said no: the message is its own, in English, for the log. A cancelled query is an <see cref="OperationCanceledException"/> instead.</summary>
public sealed class DuckDbException : Exception
{
    /// <summary>With DuckDB's message.</summary>
    public DuckDbException(string message) : base(message)
    {
    }

    /// <summary>With what lies behind it, e.g. a library that cannot be loaded.</summary>
    public DuckDbException(string message, Exception inner) : base(message, inner)
    {
    }
}
