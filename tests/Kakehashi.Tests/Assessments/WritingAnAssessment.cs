using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Tests.Records;

namespace Kakehashi.Tests.Assessments;

public sealed class WritingAnAssessment
{
    private static readonly AssessmentRound Open = ARound.In(RoundState.Open);

    [Fact]
    public void Keeps_every_text_as_it_was_written()
    {
        foreach (var (ja, en) in CanonicalValues.AnyText.Two().Sample(200).Select(pair => (pair.Item1, pair.Item2)))
        {
            var texts = ARound.Whole with { Planned = new(ja, en), Done = new(en, ja), Answers = new Dictionary<int, Bilingual> { [1] = new(ja, null) } };
            var saved = SaveAssessment.Decide(Open, null, ARound.Place, texts, [], ARound.By("clerk")).Value!;
            Assert.Equal((texts.Planned, texts.Done, texts.Next, texts.Rating), (saved.Planned, saved.Done, saved.Next, saved.Rating));
            if (!texts.Answers[1].IsEmpty) Assert.Equal(texts.Answers[1], saved.Answers.Single().Text);
        }
    }

    [Fact]
    public void Leaves_what_was_there_before_as_it_is()
    {
        var before = ARound.At(AssessmentState.AskedBack)!;
        var after = SaveAssessment.Decide(Open, before, ARound.Place, ARound.Whole with { Done = new("直した", null) }, [], ARound.By("other")).Value!;
        Assert.Equal("見直した", before.Done.Ja);
        Assert.Equal(("直した", "数値を", "clerk"), (after.Done.Ja, after.Comments.Single().Text, after.SubmittedBy));
    }

    [Fact]
    public void Takes_a_draft_with_next_to_nothing_in_it()
    {
        var draft = SaveAssessment.Decide(Open, null, ARound.Place, new(), [], ARound.By("clerk")).Value!;
        Assert.Equal((AssessmentState.Drafted, true, null), (draft.State, draft.Done.IsEmpty, draft.Rating));
        Assert.Equal(("clerk", ARound.Opened.AddDays(3)), (draft.DraftedBy, draft.DraftedOn));
    }

    [Fact]
    public void Is_not_submitted_before_every_text_answer_and_the_rating_are_there()
    {
        AssessmentTexts[] partly =
        [
            ARound.Whole with { Planned = default }, ARound.Whole with { Done = default }, ARound.Whole with { Next = default },
            ARound.Whole with { Rating = null }, ARound.Whole with { Answers = new Dictionary<int, Bilingual>() },
        ];
        string[] missing = ["planned", "done", "next", "rating", "answer-1"];
        foreach (var (texts, name) in partly.Zip(missing))
        {
            Assert.Equal("assessment.incomplete", SubmitAssessment.Decide(Open, null, ARound.Place, texts, [], ARound.By("clerk")).Refusal!.Code);
            Assert.Equal(name, texts.Missing(Open.QuestionsOf("P1.1")).Single().Field);
        }
    }

    [Fact]
    public void Asks_the_questions_of_all_actions_and_those_of_its_own()
    {
        Assert.Equal([1], Open.QuestionsOf("P1.1").Select(question => question.Number));
        Assert.Equal([1, 2], Open.QuestionsOf("T1.5").Select(question => question.Number));
    }

    [Fact]
    public void Refuses_a_text_that_is_too_long_whole_and_says_where()
    {
        var texts = ARound.Whole with { Next = new(null, new string('x', SelfAssessmentRecord.TextLength + 1)) };
        Assert.Equal("assessment.too-long", SaveAssessment.Decide(Open, null, ARound.Place, texts, [], ARound.By("clerk")).Refusal!.Code);
        Assert.Equal("next.en", texts.TooLong([]).Single().Field);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Is_taken_after_the_deadline_too_and_marked(int daysAfter, bool isLate) =>
        Assert.Equal(isLate, SubmitAssessment.Decide(Open, null, ARound.Place, ARound.Whole, [], ARound.By("clerk", ARound.Deadline.AddDays(daysAfter))).Value!.IsLate);

    [Fact]
    public void On_time_is_not_late_because_it_was_asked_back()
    {
        var back = ARound.At(AssessmentState.AskedBack, ARound.Deadline);
        Assert.False(SubmitAssessment.Decide(Open, back, ARound.Place, ARound.Whole, [], ARound.By("clerk", ARound.Deadline.AddDays(9))).Value!.IsLate);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData(null)]
    public void Is_not_asked_back_without_saying_why(string? comment) =>
        Assert.Equal("assessment.no-comment", AskBackAssessment.Decide(Open, ARound.At(AssessmentState.Submitted), comment, ARound.By("office")).Refusal!.Code);

    [Fact]
    public void Keeps_who_did_what_and_when_and_all_that_was_said()
    {
        var back = AskBackAssessment.Decide(Open, ARound.At(AssessmentState.Accepted), "もう一度", ARound.By("office")).Value!;
        Assert.Equal((null, "office"), (back.AcceptedBy, back.AskedBackBy));
        var again = SubmitAssessment.Decide(Open, back, ARound.Place, ARound.Whole, [], ARound.By("clerk")).Value!;
        var accepted = AcceptAssessment.Decide(Open, again, "よい", ARound.By("head")).Value!;
        Assert.Equal(["もう一度", "よい"], accepted.Comments.Select(comment => comment.Text));
        Assert.Equal(("clerk", "clerk", "office", "head"), (accepted.DraftedBy, accepted.SubmittedBy, accepted.AskedBackBy, accepted.AcceptedBy));
    }
}
