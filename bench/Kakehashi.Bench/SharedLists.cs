using System.Globalization;
using CsvHelper;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform.Codes;
using Kakehashi.Records.Codes;

namespace Kakehashi.Bench;

/// <summary>The published lists and names of the shared data folder, which KAKEHASHI_SHARED_DATA names.</summary>
internal sealed class SharedLists
{
    private const string Variable = "KAKEHASHI_SHARED_DATA";

    private static readonly ListDates Dates = new(new(2025, 9, 29), new(2025, 10, 9));

    private readonly string folder;
    private readonly CodeList countries = CodeFiles.Load(Path.Combine(AppContext.BaseDirectory, "catalogue", "codes"))[CodeLists.Countries];

    private SharedLists(string folder) => this.folder = folder;

    internal CodeList Countries => countries;

    /// <summary>Null where the folder is absent; then it has been said.</summary>
    internal static SharedLists? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder)) return new(folder);
        Console.WriteLine($"The published lists are absent: {Variable} names no folder that is there.");
        return null;
    }

    internal IReadOnlyList<ListVersion> All() =>
    [
        Read(file => MetiList.Read(file[0], Dates, countries), "meti-foreign-end-user-list-2025-09-29.xlsx"),
        Read(file => OfacList.Read(new(file[0], file[1], file[2]), Dates, countries), "sdn.csv", "alt.csv", "add.csv"),
        Read(file => UnList.Read(file[0], countries), "UN_consolidated_20260227.xml"),
        Read(file => UkList.Read(file[0], Dates), "uk_list_names.jsonl"),
    ];

    internal IReadOnlyList<(string Name, string Born, string Nationality)> NamesOnNoList()
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(folder, "names", "negatives-global.csv")), CultureInfo.InvariantCulture);
        var names = new List<(string, string, string)>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) names.Add((csv.GetField("full_name")!, csv.GetField("date_of_birth")!, csv.GetField("nationality")!));
        return names;
    }

    internal string Registry => Path.Combine(folder, "registry", "ror_partial_v2.jsonl.gz");

    private ListVersion Read(Func<ListFile[], Result<ListVersion>> read, params string[] names)
    {
        var files = names.Select(name => new ListFile(name, File.OpenRead(Path.Combine(folder, "lists", name)))).ToArray();
        try
        {
            return read(files).Match(version => version, refusal => throw new InvalidDataException(refusal.Message.En));
        }
        finally
        {
            foreach (var file in files) file.Content.Dispose();
        }
    }
}
