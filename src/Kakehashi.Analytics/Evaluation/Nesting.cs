using Kakehashi.Analytics.DuckDb;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>In which value of a column each value of another lies, as the facts have it: countries in regions.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Fine">The column whose values lie in values of the other.</param>
/// <param name="Coarse">The other.</param>
public sealed record Nesting(FactSchema Fact, string Fine, string Coarse)
{
    private const string NoKey = "\u0000";

    private readonly Dictionary<string, string?> around = new(StringComparer.Ordinal);

    /// <summary>The value that a value lies in; null is the facts that have none.</summary>
    /// <returns>False where facts disagree, or none has the value.</returns>
    public bool TryFind(string? fine, out string? coarse) => around.TryGetValue(fine ?? NoKey, out coarse);

    internal static Nesting Read(DuckDbConnection connection, SqlDialect dialect, FactSchema fact, FactColumn fine, FactColumn coarse, CancellationToken cancel)
    {
        var nesting = new Nesting(fact, fine.Name, coarse.Name);
        var name = dialect.Name(coarse.Name);
        using var reader = connection.Query(
            $"SELECT {dialect.AsText(fine)}, min({dialect.AsText(coarse)}) FROM {dialect.Name(fact.Name)} GROUP BY 1 HAVING count({name}) = 0 OR (count({name}) = count(*) AND count(DISTINCT {name}) = 1)",
            cancel: cancel);
        while (reader.Read()) nesting.around[reader.IsNull(0) ? NoKey : reader.Text(0)] = reader.IsNull(1) ? null : reader.Text(1);
        return nesting;
    }
}
