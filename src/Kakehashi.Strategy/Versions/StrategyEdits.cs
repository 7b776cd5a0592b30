using System.Collections;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Versions;

/// <summary>What the buttons of the editor do with a draft. Pure: the draft travels in the form.</summary>
public static class StrategyEdits
{
    /// <summary>All parts, in the order of the strategy.</summary>
    public static IEnumerable<DraftPart> Parts(this StrategyDraft draft) =>
        [.. draft.Goals, .. draft.Groups.SelectMany(group => group.Actions.Cast<DraftPart>().Prepend(group))];

    /// <summary>The part of a key; null for an unknown one.</summary>
    public static DraftPart? Part(this StrategyDraft draft, int key) => draft.Parts().FirstOrDefault(part => part.Key == key);

    /// <summary>The group that an action is in.</summary>
    public static DraftGroup GroupOf(this StrategyDraft draft, DraftAction action) => draft.Groups.First(group => group.Actions.Contains(action));

    /// <summary>Whether a part has another before it (-1) or after it (1).</summary>
    public static bool MayMove(this StrategyDraft draft, DraftPart part, int step)
    {
        var among = draft.Among(part);
        var to = among.IndexOf(part) + step;
        return to >= 0 && to < among.Count;
    }

    /// <summary>Moves a part among those beside it; at the end it stays.</summary>
    public static void Move(this StrategyDraft draft, DraftPart part, int step)
    {
        if (!draft.MayMove(part, step)) return;
        var among = draft.Among(part);
        var at = among.IndexOf(part);
        (among[at], among[at + step]) = (among[at + step], among[at]);
    }

    /// <summary>Takes a part out; a goal also out of the actions that name it.</summary>
    public static void Remove(this StrategyDraft draft, DraftPart part)
    {
        draft.Among(part).Remove(part);
        if (part is DraftGoal) foreach (var action in draft.Groups.SelectMany(group => group.Actions)) action.Goals.Remove(part.Code);
    }

    /// <summary>Puts an action at the end of another group.</summary>
    public static void MoveTo(this StrategyDraft draft, DraftAction action, DraftGroup group)
    {
        if (group.Actions.Contains(action)) return;
        draft.GroupOf(action).Actions.Remove(action);
        group.Actions.Add(action);
    }

    /// <summary>Gives a new part its code; a goal also where actions name it.</summary>
    public static void Rename(this StrategyDraft draft, DraftPart part, string code)
    {
        if (!part.IsNew) return;
        if (part is DraftGoal && part.Code.Length > 0)
            foreach (var action in draft.Groups.SelectMany(group => group.Actions))
                action.Goals = [.. action.Goals.Select(goal => goal == part.Code ? code : goal)];
        part.Code = code;
    }

    public static DraftPart AddGoal(this StrategyDraft draft)
    {
        var goal = new DraftGoal { Key = ++draft.LastKey, IsNew = true };
        draft.Goals.Add(goal);
        return goal;
    }

    public static DraftPart AddGroup(this StrategyDraft draft)
    {
        var group = new DraftGroup { Key = ++draft.LastKey, IsNew = true };
        draft.Groups.Add(group);
        return group;
    }

    /// <summary>A new action at the end of a group, with the code that comes next.</summary>
    public static DraftPart AddAction(this StrategyDraft draft, DraftGroup group)
    {
        var taken = draft.Parts().Select(part => part.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = Enumerable.Range(group.Actions.Count + 1, taken.Count + 1).Select(number => $"{group.Code}.{number}").First(code => !taken.Contains(code));
        var action = new DraftAction { Key = ++draft.LastKey, IsNew = true, Code = group.Code.Length == 0 ? "" : next };
        group.Actions.Add(action);
        return action;
    }

    private static IList Among(this StrategyDraft draft, DraftPart part) => part switch
    {
        DraftGoal => draft.Goals,
        DraftGroup => draft.Groups,
        _ => draft.GroupOf((DraftAction)part).Actions,
    };
}
