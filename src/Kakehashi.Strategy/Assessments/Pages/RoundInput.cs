using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Assessments.Rounds;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Assessments.Pages;

/// <summary>Reads the form in which a round is prepared.</summary>
internal static class RoundInput
{
    private const int MostQuestions = 100;

    public static RoundPlan Read(IFormCollection form) => new()
    {
        Name = Both(form, "name"),
        Period = StorableText.Line(form["period"].ToString()).ToUpperInvariant(),
        Guidance = Both(form, "guidance"),
        OpensOn = Day(form, "opens_on"),
        Deadline = Day(form, "deadline"),
        Actions = [.. form["actions"].OfType<string>()],
        Units = [.. form["units"].Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0)],
        Questions = [.. Questions(form)],
    };

    /// <summary>Days that cannot be read: they are not taken for empty ones.</summary>
    public static IEnumerable<Problem> DayProblems(IFormCollection form)
    {
        foreach (var name in new[] { "opens_on", "deadline" })
            if (form[name].ToString().Trim().Length > 0 && Day(form, name) is null)
                yield return new(name, "value.not-a-day", ("日付として読めません。2026-04-01 の形で入力してください。", "This is no day. Write it as 2026-04-01."));
    }

    /// <summary>Both languages of an input.</summary>
    public static Bilingual Both(IFormCollection form, string name) => LongText.Clean(form[$"{name}.ja"], form[$"{name}.en"]);

    private static DateOnly? Day(IFormCollection form, string name) => DayText.Read(form[name].ToString());

    private static IEnumerable<PlannedQuestion> Questions(IFormCollection form)
    {
        for (var i = 0; i < MostQuestions && form.ContainsKey($"question.{i}.ja"); i++)
            if (Both(form, $"question.{i}") is { IsEmpty: false } text)
                yield return new(form[$"question.{i}.action"].ToString() is { Length: > 0 } action ? action : null, text);
    }
}
