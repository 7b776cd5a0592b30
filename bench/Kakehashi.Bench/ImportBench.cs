using System.Diagnostics;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Web;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Bench;

/// <summary>
/// The whole way of a file into the database — reading, checking, matching, table, keys, history, indexes, commit —
/// beside the floor: the same values put into a bare table by one prepared INSERT in one transaction.
/// </summary>
internal static class ImportBench
{
    internal static async Task Run(string[] args)
    {
        var rows = 1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000);
        var folder = Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "mobility.csv");
            MobilityFile.Write(file, rows);
            // before and after: other work of the machine would else meet one of the two alone
            var before = Floor(Path.Combine(folder, "floor.db"), rows);
            var import = await Import(folder, file);
            var after = Floor(Path.Combine(folder, "floor-again.db"), rows);
            var floor = (before + after) / 2;
            Console.WriteLine($"floor: {rows:N0} bare prepared inserts in {before.TotalSeconds:F2} and {after.TotalSeconds:F2} s: {rows / floor.TotalSeconds:N0} rows/s");
            Console.WriteLine($"import: {rows:N0} rows in {import.TotalSeconds:F2} s: {rows / import.TotalSeconds:N0} rows/s (wanted: 40,000)");
            Console.WriteLine($"ratio: {floor / import:F2} of the floor's rate (wanted: at least 0.25)");
            Console.WriteLine($"memory: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most (wanted: under 1,024)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Opens the product's own workspace on an empty folder and imports the file.</summary>
    private static async Task<TimeSpan> Import(string folder, string file)
    {
        using var workspace = await Workspace.OpenAsync(Path.Combine(folder, "data"), Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
        var watch = Stopwatch.StartNew();
        var report = await workspace.ImportAsync(workspace.Profiles.Find("mobility-periods")!, [new(file, "mobility.csv")], new() { Commit = true }, Actor.Local, null, CancellationToken.None);
        if (!report.IsCommitted) throw new InvalidOperationException($"the import was not written: {report.Errors.FirstOrDefault()}");
        return watch.Elapsed;
    }

    private static TimeSpan Floor(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        Execute(connection, $"CREATE TABLE mobility (id INTEGER PRIMARY KEY, {string.Join(", ", MobilityFile.Columns.Select(column => $"{column} TEXT"))})");
        var watch = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO mobility VALUES ($id, {string.Join(", ", MobilityFile.Columns.Select(column => "$" + column))})";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var values = MobilityFile.Columns.Select(column => insert.Parameters.Add("$" + column, SqliteType.Text)).ToArray();
        insert.Prepare();
        var at = 0L;
        foreach (var row in MobilityFile.Rows(rows))
        {
            id.Value = ++at;
            for (var i = 0; i < row.Length; i++) values[i].Value = row[i];
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return watch.Elapsed;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
