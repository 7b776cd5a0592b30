using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.Tests.ExportControl;

public sealed class DecidingOnACase
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly ScreenedSubject Subject = new("Qaltan Institute", ListedKind.Organisation);

    [Fact]
    public void Closes_it_with_the_last_open_hit()
    {
        var open = Case(Hit("a"), Hit("b"));
        var half = Decide(open, HitVerdict.NotSame, ClearingReason.Place, null, "a").Value!;
        Assert.Equal((CaseState.Open, null), (half.State, half.ClosedOn));
        Assert.Equal(("Sato", Day, ClearingReason.Place), (half.Hits[0].DecidedBy, half.Hits[0].DecidedOn, half.Hits[0].Because));
        Assert.Equal(HitVerdict.Open, open.Hits[0].Verdict);
        var whole = Decide(half, HitVerdict.NotSame, ClearingReason.Name, null, "b").Value!;
        Assert.Equal((CaseState.Cleared, Day), (whole.State, whole.ClosedOn));
        Assert.Equal(CaseState.Confirmed, Decide(half, HitVerdict.Same, null, "The same address.", "b").Value!.State);
    }

    [Theory]
    [InlineData(HitVerdict.NotSame, null, null, "a", "case.no-reason")]
    [InlineData(HitVerdict.NotSame, ClearingReason.Other, " ", "a", "case.no-note")]
    [InlineData(HitVerdict.Same, null, null, "a", "case.no-note")]
    [InlineData(HitVerdict.NotSame, ClearingReason.Name, null, "z", "case.no-hit")]
    public void Needs_a_reason_and_a_hit_that_is_open(HitVerdict verdict, ClearingReason? because, string? note, string pair, string refusal) =>
        Assert.Equal(refusal, Decide(Case(Hit("a")), verdict, because, note, pair).Refusal!.Code);

    [Fact]
    public void Is_refused_once_it_is_closed()
    {
        var closed = Decide(Case(Hit("a")), HitVerdict.NotSame, ClearingReason.Name, null, "a").Value!;
        Assert.Equal("case.closed", Decide(closed, HitVerdict.Same, null, "The same.", "a").Refusal!.Code);
    }

    [Fact]
    public void Opens_none_for_a_pair_that_somebody_has_decided()
    {
        var closed = Decide(Case(Hit("a")), HitVerdict.Same, null, "The same.", "a").Value!;
        Assert.Null(Apply([closed], "a"));
        var next = Apply([closed], "a", "b")!;
        Assert.Equal((2, "b"), (next.Round, Assert.Single(next.Hits).EntityPrint));
    }

    [Fact]
    public void Adds_to_the_open_case_and_lapses_when_nothing_stands()
    {
        var open = Case(Hit("a"));
        Assert.Null(Apply([open], "a"));
        var more = Apply([open], "a", "b")!;
        Assert.Equal(["a", "b"], more.Hits.Select(hit => hit.EntityPrint));
        var other = Apply([open], "b")!;
        Assert.Equal([true, false], other.Hits.Select(hit => hit.IsGone));
        Assert.Equal(CaseState.Open, other.State);
        Assert.Equal((CaseState.Lapsed, Day), (Apply([open])!.State, Apply([open])!.ClosedOn));
        // asked of a part of the lists alone: what was not found again may stand in the rest
        Assert.Null(CaseRules.Apply([open], Found(), _ => true, Day));
    }

    private static ScreeningCase? Apply(IReadOnlyList<ScreeningCase> cases, params string[] prints) => CaseRules.Apply(cases, Found(prints), _ => false, Day);

    private static Found Found(params string[] prints) => new("organisation", 12, [Subject], [.. prints.Select(print => (Hit(print), Subject))]);

    private static ScreeningCase Case(params CaseHit[] hits) => ScreeningCase.Begin("organisation", 12, 1, Subject, hits, new(2026, 5, 1));

    private static CaseHit Hit(string print) => new() { List = "OWN", EntityPrint = print, AskedPrint = "x", Verdict = HitVerdict.Open, Score = 0.9m };

    private static Kakehashi.Kernel.Result<ScreeningCase> Decide(ScreeningCase of, HitVerdict verdict, ClearingReason? because, string? note, params string[] prints) =>
        DecideOnCase.Decide(of, new([.. prints.Select(print => $"OWN|{print}|x")], verdict, because, note), "Sato", Day);
}
