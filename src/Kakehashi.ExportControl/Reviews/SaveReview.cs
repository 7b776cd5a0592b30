using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>What was answered to a question of a sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Question">The code of the question.</param>
/// <param name="Answer">Null for none.</param>
/// <param name="Note">What was said of it.</param>
public sealed record GivenAnswer(string Sheet, string Question, SheetAnswer? Answer, string? Note = null);

/// <summary>Operation: keeps what was written of a review that is not with the reviewers.</summary>
public static class SaveReview
{
    private const int NoteLength = 500;

    /// <summary>Saves what was written. The answers are kept with the wording in force today.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="written">The fields of the form; a number of 0 for a new one. What operations write is not taken from it.</param>
    /// <param name="answers">What was answered; a question that is not named has no answer.</param>
    /// <param name="version">The version that was seen; 0 for a new one.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.data-mistakes</c>, <c>record.duplicate-key</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static async Task<Result<ExportReview>> SaveReviewAsync(
        this Workspace workspace, ExportReview written, IReadOnlyList<GivenAnswer> answers, int version, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(written);
        actor.Demand(Right.ControlExports);
        var data = ControlDataReader.Read(workspace);
        if (!data.IsDone) return data.Refusal;
        var signature = new ReviewSignature(actor.Name, workspace.Today);
        List<ReviewAnswer> kept = [.. Asked(data.Value, written.Subject, workspace.Today, answers)];
        if (written.Number != 0) return await WritingReview.WriteAsync(workspace, written.Number, version, ReviewStep.Save, actor, (_, before) => Task.FromResult(Decide(workspace, before, written, kept)), cancel);
        var type = workspace.Types[typeof(ExportReview)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        var made = WritingReview.Traced(Taken(workspace, new(), written), ReviewStep.Save, null, signature);
        (made.State, made.Answers) = (ReviewState.Drafted, kept);
        return WritingReview.Commit(session, () => session.Create(type, made), made);
    }

    private static Result<ExportReview> Decide(Workspace workspace, ExportReview before, ExportReview written, List<ReviewAnswer> answers)
    {
        var after = Taken(workspace, before, written);
        after.Answers = answers;
        return after;
    }

    /// <summary>What was written, with what operations have written before.</summary>
    private static ExportReview Taken(Workspace workspace, ExportReview before, ExportReview written)
    {
        var after = written.Copy();
        // required of every review, and moved by operations alone
        after.State = before.State;
        foreach (var field in workspace.Types[typeof(ExportReview)].Fields.Where(field => field.WrittenBy == WrittenBy.Operation)) field.Write(after, field.Read(before));
        return after;
    }

    /// <summary>Every question of the sheets of a subject, as it is worded on a day, with what was answered.</summary>
    private static IEnumerable<ReviewAnswer> Asked(ControlData data, ReviewSubject subject, DateOnly day, IReadOnlyList<GivenAnswer> answers)
    {
        foreach (var sheet in new[] { Sheet.For(subject), Sheet.ClearlyOtherwise }.Select(code => data.SheetOn(code, day)))
        {
            foreach (var question in sheet.Questions)
            {
                var given = answers.FirstOrDefault(one => one.Sheet == sheet.Code && one.Question == question.Code);
                var note = StorableText.Line(given?.Note ?? "");
                yield return new()
                {
                    Sheet = sheet.Code,
                    Wording = sheet.From,
                    Question = question.Code,
                    Text = new(question.Text.Ja, question.Text.En),
                    LeadsOn = question.LeadsOn,
                    Answer = given?.Answer,
                    Note = note.Length == 0 ? null : note[..Math.Min(note.Length, NoteLength)],
                };
            }
        }
    }
}
