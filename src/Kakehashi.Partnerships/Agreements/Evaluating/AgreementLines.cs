using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Evaluating;

/// <summary>What agreements themselves say on an evaluation sheet: days, what was planned, what else there is with the partner, and the guideline.</summary>
public static class AgreementLines
{
    private static readonly AgreementState[] Proposed = [AgreementState.Draft, AgreementState.UnderReview, AgreementState.Approved];

    public static SheetSource Source { get; } = new(ReadAsync);

    private static async Task<SheetAnswer> ReadAsync(Workspace workspace, Agreement agreement, CancellationToken cancel)
    {
        var judged = (await workspace.JudgeAsync(agreement, cancel)).Value;
        List<SheetPart> parts = [Days(agreement, judged?.Procedure, workspace.Today), Planned(agreement)];
        if (agreement.Partner is not null) parts.Add(await BesideAsync(workspace, agreement, cancel));
        if (judged is not null) parts.Add(Findings(judged));
        return new(parts, []);
    }

    private static SheetPart Days(Agreement agreement, AgreementProcedure? procedure, DateOnly today)
    {
        List<IReadOnlyList<SheetCell>> rows =
        [
            Row(("締結日", "Signed on"), Day(agreement.SignedOn)),
            Row(("発効日", "In force from"), Day(agreement.EffectiveFrom)),
            Row(("満了日", "Expires on"), Day(agreement.ExpiresOn)),
            Row(("更新の検討を始めた日", "Review opened on"), Day(procedure?.ReviewOpenedOn)),
        ];
        if (agreement.ExpiresOn is { } end) rows.Add(Row(("満了までの日数", "Days until it expires"), Text.Same(Shown.Number(end.DayNumber - today.DayNumber))));
        if (procedure is { SubmittedOn: { } submitted, ApprovedOn: { } approved }) rows.Add(Row(("提出から承認までの日数", "Days from submission to approval"), Text.Same(Shown.Number(approved.DayNumber - submitted.DayNumber))));
        return new("days", ("日付", "Days"), [("項目", "What"), ("値", "Value")], rows);
    }

    private static SheetPart Planned(Agreement agreement)
    {
        var rows = new List<IReadOnlyList<SheetCell>>();
        if (agreement.Purposes.Count > 0)
            rows.Add(Row(("目的", "Purposes"), (string.Join("、", agreement.Purposes.Select(one => AgreementWords.Of(one.Purpose).Ja)), string.Join(", ", agreement.Purposes.Select(one => AgreementWords.Of(one.Purpose).En)))));
        rows.Add(Row(("交流の計画", "Plan of exchange"), agreement.Plan is { Length: > 0 } plan ? Text.Same(plan) : ("記載なし", "None written")));
        if (agreement.PastActivity is { Length: > 0 } past) rows.Add(Row(("締結までの交流実績", "Activity before it was concluded"), Text.Same(past)));
        foreach (var term in agreement.Places)
            rows.Add(Row(($"{AgreementWords.Of(term.Kind).Ja}・{AgreementWords.Of(term.Direction).Ja}", $"{AgreementWords.Of(term.Kind).En}, {AgreementWords.Of(term.Direction).En}"), Told(term)));
        return new("planned", ("計画していたこと", "What was planned"), [("項目", "What"), ("内容", "Content")], rows);
    }

    private static Text Told(ExchangeTerm term)
    {
        var (ja, en) = (new List<string>(), new List<string>());
        if (term.People is { } people) (ja, en) = ([.. ja, $"年間{people}人"], [.. en, $"{people} a year"]);
        if (term.Semesters is { } semesters) (ja, en) = ([.. ja, $"年間{semesters}学期"], [.. en, $"{semesters} semesters a year"]);
        if (term.StayMonths is { } months) (ja, en) = ([.. ja, $"{months}か月まで"], [.. en, $"up to {months} months each"]);
        return ja.Count == 0 ? ("数の定めなし", "No number stated") : (string.Join("、", ja), string.Join(", ", en));
    }

    /// <summary>Numbers alone: who sees this agreement need not see the others.</summary>
    private static async Task<SheetPart> BesideAsync(Workspace workspace, Agreement agreement, CancellationToken cancel)
    {
        var (partner, id) = (agreement.Partner, agreement.Id);
        await using var context = workspace.Database.Read();
        var others = await context.Set<Agreement>().Where(one => one.Partner == partner && one.Id != id && !one.IsWithdrawn && !Proposed.Contains(one.State)).ToListAsync(cancel);
        var rows = others.GroupBy(one => one.Type).OrderBy(group => group.Key).Select(group => (IReadOnlyList<SheetCell>)
        [
            new(AgreementWords.Of(group.Key)), SheetCell.Number(group.Count(one => one.State == AgreementState.InForce)), SheetCell.Number(group.Count(one => one.State != AgreementState.InForce)),
            SheetCell.Number(UnitsOf(group).Count),
        ]).ToList();
        return new("beside", ("同じ相手機関との他の協定", "Other agreements with the partner"), [("種類", "Type"), ("有効", "In force"), ("終了・更新済み", "Ended or renewed"), ("関係する部局の数", "Units involved")], rows)
        {
            Notes = [(agreement.OtherUnits.Count == 0 ? "この協定に関係する部局は担当部局だけです。" : $"この協定には担当部局のほか{agreement.OtherUnits.Count}部局が関係しています。", $"Units that take part in this agreement beside the responsible one: {agreement.OtherUnits.Count}.")],
        };
    }

    private static HashSet<Id<OrgUnit>> UnitsOf(IEnumerable<Agreement> agreements) =>
        [.. agreements.SelectMany(one => one.OtherUnits.Select(other => other.Unit).Append(one.Unit)).OfType<Id<OrgUnit>>()];

    private static SheetPart Findings(JudgedAgreement judged)
    {
        var left = judged.Findings.Where(one => one.State != RuleState.Met).ToList();
        return new("findings", ("ガイドラインに照らした確認", "By the guideline"), [("根拠", "Clause"), ("内容", "Says"), ("結果", "State")],
            [.. left.Select(one => (IReadOnlyList<SheetCell>)[new(one.Rule.Clause), new(one.Rule.Says), new(GuidelineWords.Of(one.State))])])
        {
            Notes = [($"{Shown.Day(judged.Version.From)} の版による。適合した規定は{judged.Findings.Count - left.Count}件。", $"By the version of {Shown.Day(judged.Version.From)}. Rules that are met: {judged.Findings.Count - left.Count}.")],
        };
    }

    private static SheetCell[] Row(Text name, Text value) => [new(name), new(value)];

    private static Text Day(DateOnly? day) => day is { } known ? Text.Same(Shown.Day(known)) : ("未入力", "Not entered");
}
