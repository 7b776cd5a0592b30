using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform.Forms;

namespace Kakehashi.ExportControl.Reviews.Pages;

/// <summary>Answers of sheets in the inputs of a form.</summary>
internal static class SheetAnswers
{
    /// <summary>The name of the input of a question.</summary>
    public static string NameOf(string sheet, string question) => $"answer.{sheet}.{question}";

    /// <summary>Puts what was answered into the inputs.</summary>
    public static void Put(Entry entry, ExportReview review)
    {
        foreach (var one in review.Answers)
        {
            var name = NameOf(one.Sheet, one.Question);
            entry[name] = one.Answer is { } answer ? CodeNames.Of(answer) : "";
            entry[name + ".note"] = one.Note ?? "";
        }
    }

    /// <summary>What was answered.</summary>
    public static IReadOnlyList<GivenAnswer> Read(Entry entry, IEnumerable<Sheet> sheets) =>
        [.. sheets.SelectMany(sheet => sheet.Questions.Select(question => Read(entry, sheet.Code, question.Code)))];

    private static GivenAnswer Read(Entry entry, string sheet, string question)
    {
        var name = NameOf(sheet, question);
        var answer = Enum.GetValues<SheetAnswer>().Where(one => CodeNames.Of(one) == entry[name]).Select(one => (SheetAnswer?)one).FirstOrDefault();
        return new(sheet, question, answer, entry[name + ".note"]);
    }
}
