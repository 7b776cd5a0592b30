using System.Globalization;
using System.Text;
using Kakehashi.Analytics.DuckDb;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Facts;

/// <summary>The tables of a fact store, and what they were made from.</summary>
internal static class FactTables
{
    /// <summary>Raise when the fixed columns or the tables below change: an older store is then rebuilt.</summary>
    private const int Layout = 2;

    internal static readonly IReadOnlySet<string> Reserved =
        new HashSet<string>(["coverage", "unit_tree", "projection", "removed"], StringComparer.Ordinal);

    /// <summary>Makes the tables; where those there were made from other schemas, drops them first, so that the store is empty.</summary>
    internal static void Make(DuckDbConnection connection, IReadOnlyCollection<FactSchema> schemas, YearStarts years)
    {
        var wanted = Fingerprint(schemas, years);
        connection.Execute("BEGIN TRANSACTION");
        if (Found(connection) != wanted)
        {
            foreach (var table in Tables(connection)) connection.Execute($"DROP TABLE {Quote(table)}");
            foreach (var schema in schemas) connection.Execute(Create(schema));
            connection.Execute("CREATE TABLE coverage (fact VARCHAR NOT NULL, unit BIGINT, period_kind VARCHAR NOT NULL, period INTEGER NOT NULL, submitted BOOLEAN NOT NULL)");
            connection.Execute("CREATE TABLE unit_tree (unit BIGINT NOT NULL, ancestor BIGINT NOT NULL, depth INTEGER NOT NULL)");
            connection.Execute("CREATE TABLE projection (change_set BIGINT NOT NULL, made_from VARCHAR NOT NULL)");
            connection.Execute("INSERT INTO projection VALUES (0, ?)", [wanted]);
        }

        connection.Execute("COMMIT");
    }

    internal static string Quote(string name) => $"\"{name}\"";

    private static string Create(FactSchema schema)
    {
        var sql = new StringBuilder("CREATE TABLE ").Append(Quote(schema.Name));
        sql.Append(" (record BIGINT NOT NULL, unit BIGINT, date DATE NOT NULL, until DATE, entered DATE");
        foreach (var period in FixedColumns.Periods) sql.Append(", ").Append(period).Append(" INTEGER NOT NULL");
        foreach (var column in schema.Columns) sql.Append(", ").Append(Quote(column.Name)).Append(' ').Append(SqlType(column.Type));
        return sql.Append(')').ToString();
    }

    private static string SqlType(FactType type) => type switch
    {
        FactType.Text => "VARCHAR",
        FactType.Whole => "BIGINT",
        FactType.Number => "DECIMAL(18,4)",
        FactType.Day => "DATE",
        _ => "BOOLEAN",
    };

    private static string? Found(DuckDbConnection connection)
    {
        if (!Tables(connection).Contains("projection")) return null;
        using var reader = connection.Query("SELECT made_from FROM projection");
        return reader.Read() ? reader.Text(0) : null;
    }

    private static List<string> Tables(DuckDbConnection connection)
    {
        using var reader = connection.Query("SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary");
        var tables = new List<string>();
        while (reader.Read()) tables.Add(reader.Text(0));
        return tables;
    }

    private static string Fingerprint(IEnumerable<FactSchema> schemas, YearStarts years)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"layout {Layout}; years {years.Fiscal} {years.Academic}");
        foreach (var schema in schemas.OrderBy(schema => schema.Name, StringComparer.Ordinal))
            text.Append("; ").Append(schema.Name).Append(": ").AppendJoin(", ", schema.Columns.Select(column => $"{column.Name} {column.Type}"));
        return text.ToString();
    }
}
