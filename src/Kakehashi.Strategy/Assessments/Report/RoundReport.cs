using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Docx;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments.Report;

/// <summary>The report of a round as a Word document in one language: how far it is, then action by action what the units say.</summary>
public sealed class RoundReport(Workspace workspace, StrategyTree? tree, Language language)
{
    private static readonly AssessmentState?[] States = [AssessmentState.Accepted, AssessmentState.Submitted, AssessmentState.AskedBack, AssessmentState.Drafted, null];

    /// <summary>Writes the report, as far as the actor sees the units. One action at a time is in memory.</summary>
    /// <param name="round">The round.</param>
    /// <param name="actor">Whoever asks.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="patience">How long to wait for figures.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WriteAsync(AssessmentRound round, Actor actor, Stream stream, TimeSpan patience, CancellationToken cancel)
    {
        var progress = await RoundProgress.ReadAsync(workspace, round, actor, cancel);
        using var document = new DocxWriter(stream, round.Name.In(language), Footer(round), language);
        WriteTitle(document, round);
        WriteProgress(document, progress);
        document.Paragraph(DocxParts.Chapter, T("施策ごとの自己点検・評価", "Self-assessments by action"));
        foreach (var code in round.ActionCodes)
        {
            cancel.ThrowIfCancellationRequested();
            await WriteActionAsync(document, progress, code, actor, patience, cancel);
        }

        document.Complete();
    }

    private string Footer(AssessmentRound round) => workspace.IsSynthetic ? $"{round.Name.In(language)} · {SyntheticData.Notice.In(language)}" : round.Name.In(language);

    private void WriteTitle(DocxWriter document, AssessmentRound round)
    {
        Value(document, DocxParts.Title, round.Name);
        document.Paragraph(DocxParts.Subtitle, workspace.University.Name.In(language));
        document.Paragraph(DocxParts.Plain, T("対象の期間：", "Period assessed: ") + RoundWords.Period(round.Period).In(language));
        document.Paragraph(DocxParts.Plain, T("状態：", "State: ") + RoundWords.Of(round.State).In(language) + (round.ClosedOn is { } closed ? T($"（{Day(closed)}）", $" ({Day(closed)})") : ""));
        document.Paragraph(DocxParts.Plain, T("締切：", "Deadline: ") + (round.Deadline is { } deadline ? Day(deadline) : ""));
        foreach (var extension in round.Extensions)
            document.Paragraph(DocxParts.Plain, T("締切の延長：", "Deadline extended: ") + $"{Day(extension.Before)} → {Day(extension.After)} {extension.Reason}");
        document.Paragraph(DocxParts.Plain, T("作成日：", "Made on: ") + Day(workspace.Today));
        if (workspace.IsSynthetic) document.Paragraph(DocxParts.Plain, SyntheticData.Notice.In(language));
        document.Paragraph(DocxParts.Small, T(
            "自己評定　S：計画を大きく上回った　A：計画どおり達成した　B：おおむね達成したが課題が残る　C：計画を下回った",
            "Own rating: S far beyond the plan, A achieved as planned, B mostly achieved with something left to do, C below the plan."));
        if (!round.Guidance.IsEmpty) Labelled(document, ("記入の手引き", "Guidance to the units"), round.Guidance);
    }

    private void WriteProgress(DocxWriter document, RoundProgress progress)
    {
        document.Paragraph(DocxParts.Chapter, T("提出の状況", "Progress"));
        document.Paragraph(DocxParts.Plain, T(
            $"{progress.Round.Actions.Count}施策、{progress.Units.Count}部局の{progress.Expected}件のうち、{progress.HandedIn}件が提出され、{progress.Count(AssessmentState.Accepted)}件が受理されています。",
            $"Of {progress.Expected} self-assessments ({progress.Round.Actions.Count} actions, {progress.Units.Count} units), {progress.HandedIn} have been submitted and {progress.Count(AssessmentState.Accepted)} accepted."));
        List<string> headings = [T("部局", "Org unit"), .. States.Select(state => AssessmentWords.Of(state).In(language)), AssessmentWords.Late.In(language)];
        document.Table(headings, [5, 2, 2, 2, 2, 2, 2], progress.Units.Select(unit => (IReadOnlyList<string>)
            [unit.Name.In(language), .. States.Select(state => Number(unit.Cells.Count(cell => cell.State == state))), Number(unit.Cells.Count(cell => cell.IsLate))]));
    }

    private async Task WriteActionAsync(DocxWriter document, RoundProgress progress, string code, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        var action = tree?.Action(code);
        document.Paragraph(DocxParts.Section, action is null ? code : $"{code} {action.Title.In(language)}");
        if (action is not null)
        {
            document.Paragraph(DocxParts.Plain, action.Meaning.In(language));
            await WriteFiguresAsync(document, action, progress.Round.Period, actor, patience, cancel);
        }

        var written = await WrittenAsync(progress.Round, code, actor, cancel);
        var missing = new List<string>();
        foreach (var unit in progress.Units)
            if (written.TryGetValue(unit.Unit, out var assessment)) WriteAssessment(document, progress.Round, unit, assessment);
            else missing.Add(unit.Name.In(language));
        if (missing.Count == 0) return;
        document.Paragraph(DocxParts.Label, AssessmentWords.NotSubmitted.In(language));
        document.Paragraph(DocxParts.Plain, string.Join(T("、", "; "), missing));
    }

    /// <summary>Whatever was handed in, be it that it was asked back; drafts are the unit's own.</summary>
    private async Task<Dictionary<long, SelfAssessment>> WrittenAsync(AssessmentRound round, string action, Actor actor, CancellationToken cancel)
    {
        var id = round.Id;
        await using var context = workspace.Database.Read();
        var all = await context.Set<SelfAssessment>().SeenBy(workspace.Types[typeof(SelfAssessment)], actor)
            .Where(one => one.Round == id && one.Action == action && one.State != AssessmentState.Drafted).ToListAsync(cancel);
        return all.ToDictionary(one => one.Unit!.Value.Value);
    }

    private async Task WriteFiguresAsync(DocxWriter document, StrategyAction action, string period, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        document.Paragraph(DocxParts.Label, T("指標", "Indicators"));
        var figures = await ActionFigures.ReadAsync(workspace, action, period, null, actor, patience, cancel);
        if (!figures.IsDone) document.Paragraph(DocxParts.Plain, figures.Refusal.Message.In(language));
        else if (figures.Value.Rows.Count == 0) document.Paragraph(DocxParts.Plain, T("この施策の指標は定められていません。", "No indicator has been set for this action."));
        else
            document.Table([T("指標", "Indicator"), T("値", "Value"), T("期間", "Period"), T("目標値", "Target"), T("達成状況", "Status")], [6, 3, 3, 4, 3], figures.Value.Rows.Select(row => (IReadOnlyList<string>)
            [
                $"{row.Indicator.Code} {row.Indicator.Name.In(language)}",
                ActionFigures.Words(row.University).In(language),
                row.University is { } figure ? figure.Subject.Period.Label.In(language) + RevisionOf(figure).In(language) : "–",
                row.Standing is { } standing ? Target(row, standing) : T("なし", "None"),
                row.Standing is { } stands ? TargetWords.Of(stands.Status).In(language) : "–",
            ]));
        if (figures.Value?.AsOf is { } moment) document.Paragraph(DocxParts.Plain, T($"データの時点：{Shown.Moment(moment)}", $"Data as of {Shown.Moment(moment)}"));
    }

    private static Text RevisionOf(Figure figure) => figure switch
    {
        { Revision: { } revision } => ($"（確定第{revision}版）", $" (closed, revision {revision})"),
        { NotIn: not null } => ($"（{ClosedFigureWords.NotFrozen.Ja}）", $" ({ClosedFigureWords.NotFrozen.En})"),
        _ => Text.Same(""),
    };

    private string Target(ActionFigure row, TargetStanding standing)
    {
        var target = standing.Target.Path.Target;
        return ActionFigures.Words(row.Indicator, target.Value).In(language) + T($"（{target.Period.Label.Ja}）", $" ({target.Period.Label.En})");
    }

    private void WriteAssessment(DocxWriter document, AssessmentRound round, UnitProgress unit, SelfAssessment assessment)
    {
        document.Paragraph(DocxParts.Part, unit.Name.In(language));
        var state = AssessmentWords.Of(assessment.State).In(language) + (assessment.IsLate ? T($"、{AssessmentWords.Late.Ja}", $", {AssessmentWords.Late.En.ToLowerInvariant()}") : "");
        document.Paragraph(DocxParts.Opening, (assessment.Rating is { } rating ? AssessmentWords.Of(rating).In(language) : T("未評定", "Not rated")), note: T($"（{state}）", $"({state})"));
        Labelled(document, AssessmentWords.Planned, assessment.Planned);
        Labelled(document, AssessmentWords.Done, assessment.Done);
        Labelled(document, AssessmentWords.Next, assessment.Next);
        foreach (var question in round.QuestionsOf(assessment.Action))
            Labelled(document, (question.Text.In(Language.Ja), question.Text.In(Language.En)), assessment.AnswerTo(question));
        document.Paragraph(DocxParts.Label, T("根拠", "Evidence"));
        if (assessment.Evidence.Count == 0) document.Paragraph(DocxParts.Plain, T("なし", "None"));
        foreach (var evidence in assessment.Evidence) WriteEvidence(document, evidence);
    }

    private void WriteEvidence(DocxWriter document, AssessmentEvidence evidence)
    {
        if (evidence.Kind == Plans.EvidenceKind.Indicator)
            document.Paragraph(DocxParts.Point, $"・ {evidence.Source} {evidence.Title.In(language)}{T("：", ": ")}{evidence.Shown.In(language)}", note: T($"（{AttachedWords.Of(evidence).Ja}）", $"({AttachedWords.Of(evidence).En})"));
        else
            document.Paragraph(DocxParts.Point, $"・ {evidence.Title.In(language)}", note: evidence.Title.In(language) == evidence.Source ? null : evidence.Source);
    }

    private void Labelled(DocxWriter document, Text label, Bilingual value)
    {
        document.Paragraph(DocxParts.Label, label.In(language));
        if (value.IsEmpty) document.Paragraph(DocxParts.Plain, T("記入なし", "Nothing entered"));
        else Value(document, DocxParts.Plain, value);
    }

    /// <summary>Where the side that is wanted is missing, the other one, marked as being in it.</summary>
    private void Value(DocxWriter document, string style, Bilingual value)
    {
        if (value.Exactly(language) is { Length: > 0 } text) document.Paragraph(style, text);
        else document.Paragraph(style, value.In(language), language.Other(), T("［英語のみ］", "[Japanese only]"));
    }

    private string T(string ja, string en) => language == Language.Ja ? ja : en;

    private string Day(DateOnly? day) => day is not { } known ? "" : language == Language.Ja ? known.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : known.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
