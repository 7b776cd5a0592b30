using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Tree;

/// <summary>A strategy as YAML, and which field each of its lines comes from.</summary>
/// <param name="Yaml">The text.</param>
/// <param name="Fields">The field of each line, the first line first: <c>name</c>, <c>12.title</c>.</param>
public sealed record WrittenStrategy(string Yaml, IReadOnlyList<string> Fields)
{
    /// <summary>The field that a line comes from.</summary>
    /// <param name="line">From 1.</param>
    public string FieldAt(int line) => Fields[Math.Clamp(line, 1, Fields.Count) - 1];
}

/// <summary>Writes a strategy in one fixed form: the same strategy always has the same text.</summary>
public sealed partial class StrategyWriter
{
    private readonly StringBuilder text = new();
    private readonly List<string> fields = [];

    private StrategyWriter()
    {
    }

    /// <summary>Writes a draft, whatever is still missing in it.</summary>
    public static WrittenStrategy Write(StrategyDraft draft)
    {
        var writer = new StrategyWriter();
        writer.Line(0, "code", $"code: {Word(draft.Code)}");
        writer.Both(0, "name", "name", draft.Name);
        writer.Both(0, "source", "source", draft.Source);
        writer.Line(0, "date", $"date: {Word(draft.Date)}");
        if (draft.Goals.Count > 0) writer.Line(0, "goals", "goals:");
        foreach (var goal in draft.Goals) writer.Goal(goal);
        writer.Line(0, "groups", draft.Groups.Count == 0 ? "groups: []" : "groups:");
        foreach (var group in draft.Groups) writer.Group(group);
        return new(writer.text.ToString(), writer.fields);
    }

    /// <summary>Writes a strategy.</summary>
    public static string Write(StrategyTree tree) => Write(StrategyDraft.Of(tree, 0)).Yaml;

    /// <summary>The name of a field of a part.</summary>
    public static string FieldOf(DraftPart part, string name) => string.Create(CultureInfo.InvariantCulture, $"{part.Key}.{name}");

    private void Goal(DraftGoal goal)
    {
        Line(0, FieldOf(goal, "code"), $"- code: {Word(goal.Code)}");
        Both(2, FieldOf(goal, "title"), "title", goal.Title);
    }

    private void Group(DraftGroup group)
    {
        Line(0, FieldOf(group, "code"), $"- code: {Word(group.Code)}");
        Both(2, FieldOf(group, "label"), "label", group.Label);
        Both(2, FieldOf(group, "title"), "title", group.Title);
        Line(2, FieldOf(group, "actions"), group.Actions.Count == 0 ? "actions: []" : "actions:");
        foreach (var action in group.Actions) Action(action);
    }

    private void Action(DraftAction action)
    {
        Line(2, FieldOf(action, "code"), $"- code: {Word(action.Code)}");
        Both(4, FieldOf(action, "title"), "title", action.Title);
        Both(4, FieldOf(action, "meaning"), "meaning", action.Meaning);
        if (!action.Owner.IsEmpty) Both(4, FieldOf(action, "owner"), "owner", action.Owner);
        Words(FieldOf(action, "goals"), "goals", action.Goals);
        Words(FieldOf(action, "indicators"), "indicators", action.Indicators);
    }

    private void Words(string field, string key, List<string> words)
    {
        if (words.Count > 0) Line(4, field, $"{key}: [{string.Join(", ", words.Select(Word))}]");
    }

    private void Both(int indent, string field, string key, Bilingual value)
    {
        Line(indent, field, key + ":");
        foreach (var side in Languages.All) Line(indent + 2, field, $"{side.Code()}: {Quoted(value.Exactly(side) ?? "")}");
    }

    private void Line(int indent, string field, string line)
    {
        text.Append(' ', indent).Append(line).Append('\n');
        fields.Add(field);
    }

    private static string Word(string word) => PlainPattern().IsMatch(word) ? word : Quoted(word);

    /// <summary>In double quotes, on one line, whatever is in it.</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z0-9._-]*|\d{4}-\d\d-\d\d)\z")]
    private static partial Regex PlainPattern();
}
