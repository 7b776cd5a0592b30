namespace Kakehashi.Analytics.DuckDb;

/// <summary>How much of the machine DuckDB may use.</summary>
/// <param name="Threads">Threads for one query; at least 1.</param>
/// <param name="MemoryLimit">DuckDB's own notation, e.g. <c>4GB</c>, <c>512MB</c>; above it, it spills beside its file.</param>
public sealed record DuckDbSettings(int Threads, string MemoryLimit)
{
    /// <summary>All processors, 2 GB.</summary>
    public static DuckDbSettings Default { get; } = new(Math.Max(1, Environment.ProcessorCount), "2GB");
}
