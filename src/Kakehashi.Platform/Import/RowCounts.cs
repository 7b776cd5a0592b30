using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>Counts rows that say the same into one draft each: a list of people becomes headcounts.</summary>
internal sealed class RowCounts(Field into)
{
    /// <summary>More groups than this are no headcount but a list of people.</summary>
    private const int MostGroups = 200_000;

    private readonly Dictionary<string, (Draft Draft, int Count)> groups = new(StringComparer.Ordinal);

    /// <summary>Counts a draft, or hands it back where it is rejected.</summary>
    public Draft? Add(Draft draft)
    {
        if (draft.IsRejected) return draft;
        var key = string.Join('\u001f', draft.Values.Where(pair => pair.Key != into).Select(pair => Text(pair.Key, pair.Value)));
        if (!groups.TryGetValue(key, out var group))
        {
            if (groups.Count == MostGroups)
                throw new SourceFault(new("import.too-many-groups", (
                    $"数える単位が{MostGroups:N0}を超えました。取込設定で数える項目を減らしてください。",
                    $"There are more than {MostGroups:N0} groups to count. Use fewer fields in the profile.")));
            group = (draft, 0);
        }
        else
        {
            Merged++;
            group.Draft.Problems.AddRange(draft.Problems);
        }

        groups[key] = (group.Draft, group.Count + 1);
        return null;
    }

    /// <summary>Rows that were counted into the draft of an earlier one.</summary>
    public int Merged { get; private set; }

    /// <summary>The counted drafts, in the order in which they came first.</summary>
    public IEnumerable<Draft> Drafts => groups.Values.Select(group =>
    {
        group.Draft.Values[into] = group.Count;
        return group.Draft;
    });

    private static string Text(Field field, object? value) => value is LinkKey link ? link.Key : ValueTexts.Of(field, value);
}
