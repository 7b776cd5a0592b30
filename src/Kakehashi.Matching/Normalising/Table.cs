namespace Kakehashi.Matching.Normalising;

/// <summary>The tables that come with the program: a line for each entry; # begins a remark.</summary>
internal static class Table
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no table {name}."));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
