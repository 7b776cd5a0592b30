using System.Globalization;
using System.Text.RegularExpressions;
using Kakehashi.Analytics.Indicators;

namespace Kakehashi.Strategy.Tree;

/// <summary>A strategy, or every mistake in its file.</summary>
/// <param name="Tree">Null where there are mistakes.</param>
/// <param name="Mistakes">By line.</param>
public sealed record StrategyReading(StrategyTree? Tree, IReadOnlyList<DefinitionMistake> Mistakes);

/// <summary>
/// Reads a strategy. Its mistakes: S001 not YAML, not keys and values, or not readable; S002 a key is needed; S003 an
/// unknown key; S004 a value of the wrong shape; S005 a language is missing; S006 the same code twice; S007 no such
/// indicator; S008 no such goal; S009 a code that cannot stand in an address; S010 a date that is none; S011 nothing in it.
/// </summary>
public sealed partial class StrategyReader
{
    /// <summary>Pages below that of the strategy which are no action.</summary>
    private static readonly HashSet<string> Taken = new(["edit", "versions", "strategy.yaml"], StringComparer.OrdinalIgnoreCase);

    private readonly string file;
    private readonly IndicatorCatalogue? indicators;
    private readonly List<DefinitionMistake> mistakes = [];
    private readonly Dictionary<string, int> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> goals = new(StringComparer.Ordinal);

    private StrategyReader(string file, IndicatorCatalogue? indicators) => (this.file, this.indicators) = (file, indicators);

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name that mistakes are reported under.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="indicators">Those that actions may name; null where they cannot be read themselves, and are not asked then.</param>
    public static StrategyReading Read(string file, string yaml, IndicatorCatalogue? indicators)
    {
        var reader = new StrategyReader(file, indicators);
        var tree = reader.Read(yaml);
        return new(reader.mistakes.Count == 0 ? tree : null, [.. reader.mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Code, StringComparer.Ordinal)]);
    }

    private StrategyTree? Read(string yaml)
    {
        var documents = DefinitionMap.Read(file, yaml, 'S', mistakes);
        if (documents is [var root]) return TreeOf(root);
        if (mistakes.Count == 0)
            mistakes.Add(new("S001", file, 1, ("1つのファイルには戦略を1つだけ書いてください。", "Write one strategy in the file, no more and no less.")));
        return null;
    }

    private StrategyTree TreeOf(DefinitionMap map)
    {
        var tree = new StrategyTree
        {
            Code = map.Scalar("code", required: true) ?? "",
            Name = map.Bilingual("name"),
            Source = map.BilingualOrName("source"),
            Date = DateOf(map),
            Goals = [.. map.Maps("goals", required: false).Select(GoalOf)],
            Groups = [.. map.Maps("groups").Select(GroupOf)],
        };
        if (map.Has("groups") && tree.Groups.Count == 0) Empty(map, "groups");
        map.NoteUnknown();
        return tree;
    }

    private StrategyGoal GoalOf(DefinitionMap map)
    {
        var goal = new StrategyGoal(map.Scalar("code", required: true) ?? "", map.Bilingual("title"));
        if (goal.Code.Length > 0 && !goals.Add(goal.Code))
            map.Note("S006", map.LineOf("code"), ($"目標「{goal.Code}」が2つあります。", $"There are two goals “{goal.Code}”. Give one of them another code."));
        map.NoteUnknown();
        return goal;
    }

    private StrategyGroup GroupOf(DefinitionMap map)
    {
        var group = new StrategyGroup(CodeOf(map), map.Bilingual("label"), map.Bilingual("title"), [.. map.Maps("actions").Select(ActionOf)]);
        if (map.Has("actions") && group.Actions.Count == 0) Empty(map, "actions");
        map.NoteUnknown();
        return group;
    }

    private StrategyAction ActionOf(DefinitionMap map)
    {
        var action = new StrategyAction(
            CodeOf(map), map.Bilingual("title"), map.Bilingual("meaning"),
            map.Has("owner") ? map.BilingualOrName("owner") : null,
            [.. map.Words("goals").Where(goal => IsGoal(map, goal)).Select(goal => goal.Word)],
            [.. map.Words("indicators").Where(indicator => IsIndicator(map, indicator)).Select(indicator => indicator.Word).Distinct()]);
        map.NoteUnknown();
        return action;
    }

    /// <summary>Groups and actions share one set of codes; case does not tell two apart.</summary>
    private string CodeOf(DefinitionMap map)
    {
        if (map.Scalar("code", required: true) is not { } code) return "";
        var line = map.LineOf("code");
        if (!CodePattern().IsMatch(code))
            map.Note("S009", line, (
                $"コード「{code}」は使えません。半角の英数字で始め、英数字、「.」「-」「_」で20文字までにしてください。例: P1.3",
                $"The code “{code}” cannot be used. Begin with a letter or digit and use letters, digits, “.”, “-” and “_”, at most 20: P1.3"));
        else if (Taken.Contains(code))
            map.Note("S009", line, (
                $"コード「{code}」は、画面のアドレスに使われているため使えません。別のコードにしてください。",
                $"The code “{code}” cannot be used: a page of the program has that address. Choose another."));
        else if (!codes.TryAdd(code, line))
            map.Note("S006", line, ($"コード「{code}」は{codes[code]}行目にもあります。どちらかを変えてください。", $"The code “{code}” is in line {codes[code]} too. Change one of the two."));
        return code;
    }

    private bool IsGoal(DefinitionMap map, (string Word, int Line) goal)
    {
        if (goals.Contains(goal.Word)) return true;
        map.Note("S008", goal.Line, (
            $"目標「{goal.Word}」はありません。{Known(goals, "", "先頭の goals に書いてください。")}",
            $"There is no goal “{goal.Word}”. {Known(goals, "There are: ", "Write it under goals at the top.")}"));
        return false;
    }

    private static string Known(IReadOnlyCollection<string> codes, string before, string otherwise) =>
        codes.Count == 0 ? otherwise : $"{(before.Length == 0 ? "あるもの: " : before)}{string.Join(", ", codes)}";

    private bool IsIndicator(DefinitionMap map, (string Word, int Line) indicator)
    {
        if (indicators is null || indicators.Versions(indicator.Word).Count > 0) return true;
        map.Note("S007", indicator.Line, (
            $"指標「{indicator.Word}」はありません。指標の一覧にある番号を書くか、定義を catalogue/indicators に加えてください。",
            $"There is no indicator “{indicator.Word}”. Write a code from the list of indicators, or add its definition to catalogue/indicators."));
        return false;
    }

    private static DateOnly DateOf(DefinitionMap map)
    {
        if (map.Scalar("date", required: true) is not { } text) return default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        map.Note("S010", map.LineOf("date"), ($"「{text}」は日付ではありません。2019-09-10のように書いてください。", $"“{text}” is no date. Write it like 2019-09-10."));
        return default;
    }

    private static void Empty(DefinitionMap map, string key) =>
        map.Note("S011", map.LineOf(key), ($"{key}が空です。1つ以上書いてください。", $"{key} is empty. Write one at least."));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,19}\z")]
    private static partial Regex CodePattern();
}
