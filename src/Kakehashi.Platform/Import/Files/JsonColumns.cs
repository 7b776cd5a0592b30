using System.Text.Json;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Flattens JSON rows to columns. A path is a column; the columns are those of the first rows, in the order met, and what a
/// later row has beside them is reached through <see cref="SourceRow.Json"/>.
/// </summary>
internal sealed class JsonColumns
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<string> headers = [];
    private readonly Node root = new("");
    private bool isFixed;

    internal IReadOnlyList<string> Headers => headers;

    internal void Fix() => isFixed = true;

    /// <summary>Fills the cells of a row; columns not known yet are added unless they are fixed. False: too long a name.</summary>
    internal bool Fill(SourceRow row, JsonElement element, SourceLimits limits, List<(int Column, JsonElement Value)> found)
    {
        found.Clear();
        if (!Walk(element, root, limits, found)) return false;
        // values of one column stay in document order: the sort is stable
        var at = 0;
        foreach (var column in found.OrderBy(f => f.Column).GroupBy(f => f.Column))
        {
            for (; at < column.Key; at++) row.EndCell();
            var isFirst = true;
            foreach (var (_, value) in column)
            {
                if (!isFirst) row.Append('\n');
                isFirst = false;
                row.Append(JsonPath.Text(value));
            }

            row.EndCell();
            at++;
        }

        return true;
    }

    private bool Walk(JsonElement element, Node node, SourceLimits limits, List<(int, JsonElement)> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    if (Child(node, property.Name, limits) is not { } child || !Walk(property.Value, child, limits, found)) return false;
                return true;
            case JsonValueKind.Array:
                if (Child(node, "[]", limits) is not { } items) return false;
                foreach (var item in element.EnumerateArray())
                    if (!Walk(item, items, limits, found)) return false;
                return true;
            case JsonValueKind.Null:
                Column(node);
                return true;
            default:
                if (Column(node) is >= 0 and var column) found.Add((column, element));
                return headers.Count <= limits.Columns;
        }
    }

    private Node? Child(Node node, string name, SourceLimits limits)
    {
        if (node.Children.TryGetValue(name, out var child)) return child;
        if (isFixed) return Node.Unlisted;
        var path = node.Path.Length == 0 || name == "[]" ? node.Path + name : $"{node.Path}.{name}";
        return path.Length > limits.HeaderChars ? null : node.Children[name] = new(path);
    }

    private int Column(Node node)
    {
        if (node.Column >= 0 || isFixed) return node.Column;
        if (!columns.TryGetValue(node.Path, out var column))
        {
            columns[node.Path] = column = headers.Count;
            headers.Add(node.Path);
        }

        return node.Column = column;
    }

    private sealed class Node(string path)
    {
        internal static Node Unlisted { get; } = new("");

        internal string Path { get; } = path;

        internal int Column { get; set; } = -1;

        internal Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);
    }
}
