using System.Text.RegularExpressions;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.House;

/// <summary>One line of the glossary; <see cref="Code"/> is empty for a word no code is named after, and names several with commas.</summary>
internal sealed record Term(string Japanese, string English, string Code, string Note)
{
    public IEnumerable<string> Codes => Code.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>docs/glossary.md: one or more tables 日本語 | English | code name | note.</summary>
internal static partial class Glossary
{
    private const int Columns = 4;
    private static readonly Lazy<IReadOnlyList<Term>> Read = new(() => Parse(Source.Read(File)));

    public const string File = "docs/glossary.md";

    public static bool IsThere => System.IO.File.Exists(Repository.PathOf(File));

    public static IReadOnlyList<Term> Terms => Read.Value;

    /// <summary>Every name code may use for a word of the field.</summary>
    public static IReadOnlySet<string> CodeNames => Terms.SelectMany(term => term.Codes).ToHashSet(StringComparer.Ordinal);

    /// <summary>Throws <see cref="FormatException"/> naming the line that is not a row of four cells.</summary>
    public static IReadOnlyList<Term> Parse(string markdown)
    {
        var terms = new List<Term>();
        var inTable = false;
        foreach (var (number, line) in markdown.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (index + 1, line.Trim())))
        {
            var cells = Cells(line);
            if (cells.Length == 0)
                inTable = false;
            else if (!inTable)
                inTable = IsHeader(cells);
            else if (!Rule().IsMatch(line))
                terms.Add(cells.Length == Columns ? new(cells[0], cells[1], cells[2], cells[3])
                    : throw new FormatException($"{File}:{number}: {cells.Length} cells, not {Columns}: {line}"));
        }
        return terms;
    }

    /// <summary>What is wrong with the terms: a missing language, a code name that is none, a code name given twice.</summary>
    public static IEnumerable<string> Faults(IReadOnlyCollection<Term> terms) =>
    [
        .. terms.Where(term => term.Japanese == "" || term.English == "").Select(term => $"a language is missing: {term}"),
        .. terms.Where(term => term.Code != "" && !CodeName().IsMatch(term.Code)).Select(term => $"no code name: {term}"),
        .. terms.SelectMany(term => term.Codes).GroupBy(code => code).Where(same => same.Count() > 1).Select(same => $"twice: {same.Key}"),
    ];

    private static bool IsHeader(string[] cells) =>
        cells.Length == Columns && cells[0] == "日本語" && string.Equals(cells[1], "English", StringComparison.OrdinalIgnoreCase);

    private static string[] Cells(string line) => line.StartsWith('|')
        ? [.. line.Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim()).Select(cell => cell is "—" or "-" or "–" ? "" : cell)]
        : [];

    [GeneratedRegex(@"^\|(?:\s*:?-+:?\s*\|)+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(?:, [A-Z][A-Za-z0-9]*)*$")]
    private static partial Regex CodeName();
}
