using System.Globalization;
using System.Text.RegularExpressions;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Keeping;

/// <summary>Reads files of lists by their names, whichever list they are of.</summary>
public static partial class ListReading
{
    private static readonly string[] OfacParts = ["sdn", "alt", "add"];

    /// <summary>Reads the files of one version; the file of the United Nations states its own dates.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="paths">Its file; three of OFAC.</param>
    /// <param name="dates">The days of the version.</param>
    /// <param name="countries">Countries and areas.</param>
    public static Result<ListVersion> Read(ConcernList list, IReadOnlyList<string> paths, ListDates dates, CodeList countries)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing) return new Refusal("lists.no-file", ($"{missing} がありません。ファイル名を確かめてください。", $"There is no {missing}. Check its name."));
        if (list == ConcernList.OfacSdn ? !TryOrder(paths, out paths) : paths.Count != 1)
            return new Refusal("lists.files", list == ConcernList.OfacSdn
                ? ("OFAC のリストは sdn.csv、alt.csv、add.csv の3つを指定してください。", "Name the three files of OFAC: sdn.csv, alt.csv and add.csv.")
                : ("リストのファイルを1つだけ指定してください。", "Name the one file of the list."));
        var files = new List<ListFile>();
        try
        {
            foreach (var path in paths) files.Add(new(Path.GetFileName(path), File.OpenRead(path)));
            return Read(list, files, dates, countries);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("lists.not-read", ($"ファイルを開けません：{fault.Message}", $"A file cannot be opened: {fault.Message}"));
        }
        finally
        {
            foreach (var file in files) file.Content.Dispose();
        }
    }

    /// <summary>Files and folders of files as they were downloaded, each read as the list that its name and ending tell.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="countries">Countries and areas.</param>
    public static Result<IReadOnlyList<ListVersion>> ReadAll(IEnumerable<string> paths, CodeList countries)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) files.AddRange(Directory.EnumerateFiles(path).Where(IsOfAList).Order(StringComparer.Ordinal));
            else if (File.Exists(path)) files.Add(path);
            else return new Refusal("lists.no-file", ($"{path} がありません。ファイル名を確かめてください。", $"There is no {path}. Check its name."));
        }

        var versions = new List<ListVersion>();
        foreach (var group in files.GroupBy(path => IsOfOfac(path) ? "" : path))
        {
            var read = Read(ListOf(group.First()), [.. group], DatesOf(group.First()), countries);
            if (!read.IsDone) return read.Refusal;
            versions.Add(read.Value);
        }

        return versions.Count > 0 ? versions : new Refusal("lists.none", ("リストのファイル(.xlsx、.csv、.xml、.jsonl)がありません。", "There is no file of a list: .xlsx, .csv, .xml or .jsonl."));
    }

    /// <summary>The day in a file's name, else a day that stands for none.</summary>
    private static ListDates DatesOf(string path) =>
        Day().Match(Path.GetFileName(path)) is { Success: true } day && DateOnly.TryParseExact(day.Value.Replace("-", "", StringComparison.Ordinal), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(on, on) : new(DateOnly.MinValue, DateOnly.MinValue);

    private static ConcernList ListOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".xml" => ConcernList.UnSecurityCouncil,
        ".jsonl" => ConcernList.UkSanctions,
        ".xlsx" or ".xls" when !IsOwn(path) => ConcernList.MetiForeignEndUsers,
        _ when IsOfOfac(path) => ConcernList.OfacSdn,
        _ => ConcernList.Own,
    };

    private static Result<ListVersion> Read(ConcernList list, List<ListFile> files, ListDates dates, CodeList countries) => list switch
    {
        ConcernList.MetiForeignEndUsers => MetiList.Read(files[0], dates, countries),
        ConcernList.OfacSdn => OfacList.Read(new(files[0], files[1], files[2]), dates, countries),
        ConcernList.UnSecurityCouncil => UnList.Read(files[0], countries),
        ConcernList.UkSanctions => UkList.Read(files[0], dates),
        _ => CsvList.Read(files[0], dates, countries),
    };

    private static bool IsOfAList(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".xls" or ".csv" or ".xml" or ".jsonl";

    private static bool IsOwn(string path) => Path.GetFileName(path).StartsWith("own", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfOfac(string path) => OfacParts.Any(part => IsPart(path, part));

    private static bool IsPart(string path, string part) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && Path.GetFileNameWithoutExtension(path).Equals(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>The three files in the order of the reader: by their names, else as they were given.</summary>
    private static bool TryOrder(IReadOnlyList<string> paths, out IReadOnlyList<string> ordered)
    {
        var named = OfacParts.Select(part => paths.FirstOrDefault(path => IsPart(path, part))).OfType<string>().ToList();
        ordered = named.Count == OfacParts.Length ? named : paths;
        return paths.Count == OfacParts.Length;
    }

    [GeneratedRegex(@"(?<!\d)20\d\d-?[01]\d-?[0-3]\d(?!\d)")]
    private static partial Regex Day();
}
