namespace Kakehashi.Analytics.DuckDb;

#pragma warning disable CA1720 // the names are SQL's
/// <summary>The type of a column in a result, numbered as in duckdb.h; those that we read are named.</summary>
public enum DuckDbType
{
    /// <summary>No type: the statement gave no column.</summary>
    None = 0,

    /// <summary>One byte, 0 or 1.</summary>
    Boolean = 1,

    /// <summary>16 bits; also what a narrow decimal lies in.</summary>
    SmallInt = 3,

    /// <summary>32 bits.</summary>
    Integer = 4,

    /// <summary>64 bits; what count(*) gives.</summary>
    BigInt = 5,

    /// <summary>64-bit floating point.</summary>
    Double = 11,

    /// <summary>Days since 1970-01-01.</summary>
    Date = 13,

    /// <summary>128 bits; what the sum of whole numbers gives.</summary>
    HugeInt = 16,

    /// <summary>UTF-8 text.</summary>
    Varchar = 17,

    /// <summary>A decimal of fixed scale.</summary>
    Decimal = 19,
}
