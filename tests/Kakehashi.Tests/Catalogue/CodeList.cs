using System.Text;

namespace Kakehashi.Tests.Catalogue;

/// <summary>A code list as it lies in the repository, read without the program's own reader, which has its own tests.</summary>
internal sealed record CodeList(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static string PathOf(string file) => Path.Combine(Root(), "catalogue", "codes", file);

    public static CodeList Read(string file)
    {
        var rows = File.ReadLines(PathOf(file)).Select(Cells).ToList();
        return new(rows[0], rows[1..]);
    }

    public string Cell(IReadOnlyList<string> row, string column) => row[Columns.ToList().IndexOf(column)];

    public IEnumerable<string> All(string column) => Rows.Select(row => Cell(row, column));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kakehashi.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Kakehashi.slnx above the tests.");
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) cells.Add(Taken(cell));
            else cell.Append(line[i]);
        }

        cells.Add(Taken(cell));
        return cells;
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
