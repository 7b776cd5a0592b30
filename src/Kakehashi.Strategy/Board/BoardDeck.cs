using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Slides;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Targets;

namespace Kakehashi.Strategy.Board;

/// <summary>The board as slides: what is counted, what needs a decision, then each part of the strategy.</summary>
public sealed class BoardDeck(Workspace workspace, BoardReading board, Language language)
{
    /// <summary>Writes the slides.</summary>
    /// <param name="stream">Where to; can be read and moved in.</param>
    public void Write(Stream stream)
    {
        using var deck = new Deck(stream, language, $"{In(workspace.University.Name)}  {In(Title)}  {In(AsOf)}");
        deck.Cover(In(Title), Whose(In(workspace.University.Name), In(board.Tree.Name)), Notes());
        deck.Table(In(("施策の状態", "How the actions stand")), [new(In(("状態", "State")), 1.5), new(In(("施策の数", "Actions")), 1, IsNumber: true), new("", 5)], [.. board.Counts.Select(Counted)], In(TargetWords.Rule));
        if (board.Decisions.Count > 0) deck.Table(In(("判断が必要な施策", "What needs a decision")), Columns(), [.. board.Decisions.Select(Row)], In(ActionStanding.DecisionRule));
        foreach (var group in board.Tree.Groups)
            deck.Table($"{In(group.Label)}  {In(group.Title)}", Columns(), [.. group.Actions.Select(action => Row(board[action]))], null);
        deck.Complete();
    }

    private static Text Title { get; } = ("戦略の進捗", "The strategy at a glance");

    private Text AsOf => board.Overview.AsOf is { } at ? ($"データの時点：{Shown.Moment(at)}", $"Data as of {Shown.Moment(at)}") : ("", "");

    private IEnumerable<string> Notes()
    {
        if (board.Overview.AsOf is not null) yield return In(AsOf);
        if (board.Overview.IsBehind) yield return In(("その後の変更を集計しています。", "Later changes are being worked out."));
        if (FrozenNote() is { } frozen) yield return In(frozen);
        if (SyntheticData.NoteOf(workspace) is { } synthetic) yield return In(synthetic);
    }

    private Text? FrozenNote()
    {
        var closed = ClosedFigureWords.Of(board.Overview.Series.SelectMany(one => one.Figures));
        return closed.Count == 0 ? null : ($"確定済みの数値：{string.Join('、', closed.Select(one => one.Ja))}", $"Closed figures: {string.Join(", ", closed.Select(one => one.En))}");
    }

    private IReadOnlyList<DeckCell> Counted((TargetStatus? Status, int Count) pair) => [StateOf(pair.Status), new(pair.Count.ToString(CultureInfo.InvariantCulture)), new("")];

    private List<DeckColumn> Columns() =>
    [
        new(In(("番号", "Code")), 0.7), new(In(("施策", "Action")), 3.6), new(In(("状態", "State")), 1.3), new(In(("変化", "Change")), 0.9), new(In(("指標", "Indicator")), 3.2),
        new(In(("値", "Value")), 1.5, IsNumber: true), new(In(("想定", "Expected")), 1.3, IsNumber: true), new(In(("推移", "Course")), 1.1),
    ];

    private IReadOnlyList<DeckCell> Row(ActionStanding standing)
    {
        var course = board.Course(standing);
        return
        [
            new(standing.Action.Code), new(In(standing.Action.Title)), StateOf(standing.Status), new(In(ChangeOf(standing))),
            new(course is null ? "" : In(course.Indicator.Name)), new(course?.Latest is { } latest ? Value(latest) : ""), new(Expected(standing)),
            new("", Bars: course is null ? null : [.. course.UpToLatest.Select(figure => figure.Value)]),
        ];
    }

    private DeckCell StateOf(TargetStatus? status) => status is { } known
        ? new(In(TargetWords.Of(known)), TargetWords.Tone(known) switch { Tone.Good => "1B7F5C", Tone.Info => "2F55A4", Tone.Warning => "8A4B00", Tone.Bad => "B3261E", _ => null })
        : new(In(("目標値なし", "No target")));

    private static Text ChangeOf(ActionStanding standing) => standing switch
    {
        { IsWorse: true } => ("悪化", "Worse"),
        { IsBetter: true } => ("改善", "Better"),
        _ => ("", ""),
    };

    // many strategies have the name of their university in theirs
    private static string Whose(string university, string strategy) => strategy.Contains(university, StringComparison.Ordinal) ? strategy : $"{university}  {strategy}";

    private string Value(Figure figure) =>
        figure.Rounded is { } value ? Number(value, figure.Subject.Indicator) : In(Reading.Name(figure.Nothing));

    private string Expected(ActionStanding standing) =>
        standing.Indicators is [{ Standing.Expected: { } expected, Series.Indicator: var indicator }, ..] ? Number(expected, indicator) : "";

    private string Number(decimal value, Indicator indicator) => IndicatorWords.YesOrNo(indicator, value) is { } answer ? In(answer) : Shown.Number(value, indicator.Decimals) + (IndicatorWords.Unit(indicator) is { } unit ? In(unit) : "");

    private string In(Text text) => text.In(language);
}
