using System.Text.RegularExpressions;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.ExportControl.Screening;

/// <summary>
/// A listed name with something in brackets is known without it too, and capitals in brackets are an abbreviation of its own:
/// "Institute of Structural Engineering (ISE)". Other words in brackets are mostly places.
/// </summary>
internal static partial class NameParts
{
    public static IEnumerable<ListedName> Of(ListedName name)
    {
        yield return name;
        if (InBrackets().Matches(name.Text) is not { Count: > 0 } brackets) yield break;
        if (InBrackets().Replace(name.Text, " ").Trim() is { Length: > 0 } outside) yield return name with { Text = outside };
        foreach (var inside in brackets.Select(bracket => bracket.Groups["inside"].Value.Trim()).Where(inside => Capitals().IsMatch(inside))) yield return name with { Text = inside };
    }

    [GeneratedRegex(@"[(（](?<inside>[^()（）]*)[)）]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\A\p{Lu}{3,10}\z")]
    private static partial Regex Capitals();
}
