using Kakehashi.Kernel;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Versions;

/// <summary>How a part of a strategy differs.</summary>
public enum StrategyChangeKind
{
    Added,
    Removed,
    Reworded,

    /// <summary>Stands elsewhere: in another order, or an action in another group.</summary>
    Moved,

    /// <summary>Other indicators watch the action.</summary>
    Watched,

    /// <summary>The action serves other goals.</summary>
    Aimed,
}

/// <summary>One difference between two strategies.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Part">What differs: a goal, a group, an action, or the strategy as a whole.</param>
/// <param name="Code">Its code.</param>
/// <param name="Title">What it is called, in the later one where it is there.</param>
/// <param name="Field">Which of its texts; null where the whole is meant.</param>
/// <param name="Before">As it was; null where nothing was there.</param>
/// <param name="After">As it is; null where nothing is there.</param>
public sealed record StrategyChange(StrategyChangeKind Kind, Text Part, string Code, Text Title, Text? Field = null, Text? Before = null, Text? After = null);

/// <summary>What differs between two strategies.</summary>
public sealed class StrategyComparison
{
    private static readonly Text Whole = ("戦略", "Strategy"), Goal = ("上位の目標", "Goal"), Group = ("まとまり", "Part"), Action = ("施策", "Action");

    private static readonly Text Name = ("名称", "Name"), Title = ("見出し", "Title"), Label = ("呼び名", "Label"), Meaning = ("説明", "Meaning"),
        Owner = ("担当", "Responsible office"), Source = ("出典", "Source"), Date = ("策定日", "Decided on"), Code = ("コード", "Code");

    private readonly List<StrategyChange> changes = [];

    private StrategyComparison()
    {
    }

    /// <summary>All differences, in the order of the strategy.</summary>
    public static IReadOnlyList<StrategyChange> Of(StrategyTree before, StrategyTree after)
    {
        var comparison = new StrategyComparison();
        comparison.Heads(before, after);
        comparison.Parts(before.Goals, after.Goals, goal => goal.Code, goal => goal.Title, Goal, (old, now) => comparison.Text(Goal, now.Code, now.Title, Title, old.Title, now.Title));
        comparison.Parts(before.Groups, after.Groups, group => group.Code, group => group.Title, Group, comparison.Groups);
        comparison.Actions(before, after);
        return comparison.changes;
    }

    private void Heads(StrategyTree before, StrategyTree after)
    {
        Text(Whole, after.Code, after.Name, Code, Kernel.Text.Same(before.Code), Kernel.Text.Same(after.Code));
        Text(Whole, after.Code, after.Name, Name, before.Name, after.Name);
        Text(Whole, after.Code, after.Name, Source, before.Source, after.Source);
        Text(Whole, after.Code, after.Name, Date, Day(before.Date), Day(after.Date));
    }

    private static Text Day(DateOnly day) => Kernel.Text.Same(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private void Groups(StrategyGroup before, StrategyGroup after)
    {
        Text(Group, after.Code, after.Title, Label, before.Label, after.Label);
        Text(Group, after.Code, after.Title, Title, before.Title, after.Title);
    }

    private void Actions(StrategyTree before, StrategyTree after)
    {
        var moved = before.Groups.SelectMany(group => Moved(
            [.. group.Actions.Select(action => action.Code)], [.. after.Groups.FirstOrDefault(one => one.Code == group.Code)?.Actions.Select(action => action.Code) ?? []])).ToHashSet();
        foreach (var action in before.Actions.Where(one => after.Action(one.Code) is null)) changes.Add(new(StrategyChangeKind.Removed, Action, action.Code, action.Title));
        foreach (var now in after.Actions)
        {
            if (before.Action(now.Code) is not { } old)
            {
                changes.Add(new(StrategyChangeKind.Added, Action, now.Code, now.Title));
                continue;
            }

            var (from, to) = (before.GroupOf(old), after.GroupOf(now));
            if (from.Code != to.Code) changes.Add(new(StrategyChangeKind.Moved, Action, now.Code, now.Title, Group, Named(from), Named(to)));
            else if (moved.Contains(now.Code)) changes.Add(new(StrategyChangeKind.Moved, Action, now.Code, now.Title));
            Texts(old, now);
        }
    }

    private void Texts(StrategyAction old, StrategyAction now)
    {
        Text(Action, now.Code, now.Title, Title, old.Title, now.Title);
        Text(Action, now.Code, now.Title, Meaning, old.Meaning, now.Meaning);
        Text(Action, now.Code, now.Title, Owner, old.Owner, now.Owner);
        Codes(StrategyChangeKind.Watched, now, ("指標", "Indicators"), old.Indicators, now.Indicators);
        Codes(StrategyChangeKind.Aimed, now, Goal, old.Goals, now.Goals);
    }

    private void Codes(StrategyChangeKind kind, StrategyAction action, Text field, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (!before.SequenceEqual(after)) changes.Add(new(kind, Action, action.Code, action.Title, field, List(before), List(after)));
    }

    private static Text? List(IReadOnlyList<string> codes) => codes.Count == 0 ? null : Kernel.Text.Same(string.Join(", ", codes));

    private static Text Named(StrategyGroup group) => ($"{group.Code} {group.Title.Ja}", $"{group.Code} {group.Title.En}");

    private void Text(Text part, string code, Text title, Text field, Text? before, Text? after)
    {
        if (before != after) changes.Add(new(StrategyChangeKind.Reworded, part, code, title, field, before, after));
    }

    private void Parts<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code, Func<T, Text> title, Text part, Action<T, T> both)
    {
        var (old, now) = (before.ToDictionary(code), after.ToDictionary(code));
        var moved = Moved([.. before.Select(code)], [.. after.Select(code)]);
        foreach (var one in before.Where(one => !now.ContainsKey(code(one)))) changes.Add(new(StrategyChangeKind.Removed, part, code(one), title(one)));
        foreach (var one in after)
        {
            if (!old.TryGetValue(code(one), out var earlier))
            {
                changes.Add(new(StrategyChangeKind.Added, part, code(one), title(one)));
                continue;
            }

            if (moved.Contains(code(one))) changes.Add(new(StrategyChangeKind.Moved, part, code(one), title(one)));
            both(earlier, one);
        }
    }

    /// <summary>The fewest of those in both that were moved: the others stand in the order that they had.</summary>
    internal static IReadOnlySet<string> Moved(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = after.Where(before.Contains).ToList();
        var places = common.ConvertAll(code => before.ToList().IndexOf(code));
        // the longest run of rising places stands still
        var (length, previous) = (new int[places.Count], new int[places.Count]);
        for (var i = 0; i < places.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[j] < places[i] && length[j] + 1 > length[i]) (length[i], previous[i]) = (length[j] + 1, j);
        }

        var moved = common.ToHashSet(StringComparer.Ordinal);
        for (var at = places.Count == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = previous[at]) moved.Remove(common[at]);
        return moved;
    }
}
