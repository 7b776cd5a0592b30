using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Tree;

/// <summary>A strategy while somebody writes it: anything in it may still be missing or wrong.</summary>
public sealed class StrategyDraft
{
    /// <summary>The version that it was begun from; 0 for that of the file.</summary>
    public int Edition { get; set; }

    /// <summary>The last key that was given to a part.</summary>
    public int LastKey { get; set; }

    public string Code { get; set; } = "";

    public Bilingual Name { get; set; }

    public Bilingual Source { get; set; }

    public string Date { get; set; } = "";

    public List<DraftGoal> Goals { get; set; } = [];

    public List<DraftGroup> Groups { get; set; } = [];

    /// <summary>A strategy as it is.</summary>
    public static StrategyDraft Of(StrategyTree tree, int edition)
    {
        var draft = new StrategyDraft
        {
            Edition = edition,
            Code = tree.Code,
            Name = Both(tree.Name),
            Source = Both(tree.Source),
            Date = tree.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        draft.Goals = [.. tree.Goals.Select(goal => new DraftGoal { Key = ++draft.LastKey, Code = goal.Code, Title = Both(goal.Title) })];
        draft.Groups = [.. tree.Groups.Select(group => new DraftGroup
        {
            Key = ++draft.LastKey,
            Code = group.Code,
            Label = Both(group.Label),
            Title = Both(group.Title),
            Actions = [.. group.Actions.Select(action => draft.ActionOf(action))],
        })];
        return draft;
    }

    private static Bilingual Both(Text text) => new(text.Ja, text.En);

    private DraftAction ActionOf(StrategyAction action) => new()
    {
        Key = ++LastKey,
        Code = action.Code,
        Title = Both(action.Title),
        Meaning = Both(action.Meaning),
        Owner = action.Owner is { } owner ? Both(owner) : default,
        Goals = [.. action.Goals],
        Indicators = [.. action.Indicators],
    };
}

/// <summary>What every part of a draft has.</summary>
public abstract class DraftPart
{
    /// <summary>What names it while it is written: its code may still change.</summary>
    public int Key { get; set; }

    /// <summary>It is in no version yet: its code may be chosen.</summary>
    public bool IsNew { get; set; }

    public string Code { get; set; } = "";

    public Bilingual Title { get; set; }
}

/// <summary>A goal while it is written.</summary>
public sealed class DraftGoal : DraftPart;

/// <summary>A part of the strategy while it is written.</summary>
public sealed class DraftGroup : DraftPart
{
    public Bilingual Label { get; set; }

    public List<DraftAction> Actions { get; set; } = [];
}

/// <summary>An action while it is written.</summary>
public sealed class DraftAction : DraftPart
{
    public Bilingual Meaning { get; set; }

    public Bilingual Owner { get; set; }

    public List<string> Goals { get; set; } = [];

    public List<string> Indicators { get; set; } = [];
}
