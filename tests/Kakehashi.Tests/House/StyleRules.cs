using System.Text.RegularExpressions;

namespace Kakehashi.Tests.House;

/// <summary>The rules of style a text can be asked about; each returns what is wrong, in words.</summary>
internal static partial class StyleRules
{
    public const int MostLines = 400;

    public static IEnumerable<string> Length(string file, int lines) =>
        lines > MostLines ? [$"{file} has {lines} lines; stop at {MostLines}"] : [];

    public static IEnumerable<string> Postponed(string text) => Postponement().Matches(text).Select(match => match.Value);

    public static IEnumerable<string> MachinePaths(string text) => MachinePath().Matches(text).Select(match => match.Value);

    public static IEnumerable<string> EmptyNames(string code) => EmptyName().Matches(code).Select(match => match.Groups["name"].Value);

    /// <summary>The namespace a file declares, when it declares one and it is not the one of its folder.</summary>
    public static IEnumerable<string> Misplaced(string file, string code)
    {
        if (Namespace().Match(code) is not { Success: true } declared)
            return [];
        // src/Kakehashi.Platform/Store/Rows.cs: the first folder only groups the projects
        var folder = string.Join('.', file.Split('/')[1..^1]);
        var name = declared.Groups["name"].Value;
        return name == folder ? [] : [$"{file}: namespace {name} in the folder of {folder}"];
    }

    // Written so that it does not find itself.
    [GeneratedRegex(@"\b(?:TO[D]O|FIXM[E]|XX[X]|HAC[K])\b")]
    private static partial Regex Postponement();

    /// <summary>A folder that exists on one machine only; inside a web address the same words are harmless.</summary>
    [GeneratedRegex(@"(?:(?<=^|[\s""'=(:,`>])/(?:home|Users|root|work)/\w|\b[A-Za-z]:\\{1,2}Users\b)", RegexOptions.Multiline)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^\s*(?:[a-z]+\s+)*(?:class|record|struct|interface|enum)\s+(?<name>\w+(?:Manager|Helpers?|Utils?|Utilities|Service|Info))\b", RegexOptions.Multiline)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
