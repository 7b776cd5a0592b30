using System.Globalization;
using CsvHelper;
using Kakehashi.Records.Codes;

namespace Kakehashi.Platform.Codes;

/// <summary>Reads the code lists of <c>catalogue/codes/</c>.</summary>
public static class CodeFiles
{
    /// <summary>All lists of the folder.</summary>
    public static CodeLists Load(string folder) => new(
    [
        Read(folder, CodeLists.Countries, "subregion", ["alpha3", "numeric"], "country-aliases"),
        Read(folder, CodeLists.Regions, "parent"),
        Read(folder, CodeLists.LanguagesOfTheWorld, null),
        Read(folder, CodeLists.Fields, "parent"),
    ]);

    private static CodeList Read(string folder, string name, string? parent, string[]? alsoKnownAs = null, string? aliases = null)
    {
        var (codes, spellings) = (new List<Code>(), new List<(string, string)>());
        foreach (var row in Rows(Path.Combine(folder, name + ".csv")))
        {
            codes.Add(new(row["code"], (row["ja"], row["en"]), parent is not null && row[parent].Length > 0 ? row[parent] : null));
            spellings.AddRange((alsoKnownAs ?? []).Select(column => (row[column], row["code"])));
        }

        if (aliases is not null) spellings.AddRange(Rows(Path.Combine(folder, aliases + ".csv")).Select(row => (row["alias"], row["code"])));
        return new(name, codes, spellings);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(File.OpenText(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord!;
        while (csv.Read()) yield return header.ToDictionary(column => column, column => csv[column] ?? "");
    }
}
