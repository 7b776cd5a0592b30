using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>The rows of an uploaded file that have problems, as they came, with what is wrong behind them.</summary>
internal static class ErrorColumn
{
    /// <summary>Writes the rows of one file with problems as CSV; mended, that file can be imported in turn.</summary>
    public static void Write(Stream output, string path, string name, SourceProfile profile, IEnumerable<KeptProblem> problems, Language language)
    {
        var byRow = problems.GroupBy(problem => problem.Row).ToDictionary(group => (long)group.Key, group => string.Join(" / ", group.Select(problem => Words(problem, language))));
        using var stream = File.OpenRead(path);
        var opened = SourceFile.Open(stream, name, profile.Format);
        if (!opened.IsDone) return;
        using var table = opened.Value;
        var width = table.Headers.Count;
        using var writer = TableWriter.Csv(output, [.. table.Headers.Select(header => new TableColumn(header)), new(new Text("取込の問題", "Import problems").In(language))]);
        foreach (var row in table.Rows())
        {
            if (!byRow.TryGetValue(row.Number, out var words)) continue;
            for (var i = 0; i < width; i++) writer.Text(row.Cell(i));
            writer.Text(words);
            writer.EndRow();
        }

        writer.Complete();
    }

    private static string Words(KeptProblem problem, Language language) =>
        (problem.Column is { Length: > 0 } column ? column + ": " : "") + problem.Message.In(language);
}
