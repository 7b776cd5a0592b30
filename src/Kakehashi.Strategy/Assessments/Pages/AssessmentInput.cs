using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Pages.Forms;
using Kakehashi.Strategy.Assessments.Rounds;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Assessments.Pages;

/// <summary>Reads the form in which a unit writes.</summary>
internal static class AssessmentInput
{
    /// <summary>What the button sends that adds the figure that was chosen.</summary>
    public const string AddFigure = "add-figure";

    private const string OfUnit = ":unit";

    public static AssessmentTexts Texts(IFormCollection form, IReadOnlyList<RoundQuestion> questions) => new()
    {
        Planned = RoundInput.Both(form, "planned"),
        Done = RoundInput.Both(form, "done"),
        Next = RoundInput.Both(form, "next"),
        Rating = Enum.GetValues<SelfRating>().Where(rating => CodeNames.Of(rating) == form["rating"]).Select(rating => (SelfRating?)rating).FirstOrDefault(),
        Answers = questions.Where(question => question.Number is not null).ToDictionary(question => question.Number!.Value, question => RoundInput.Both(form, AssessmentTexts.NameOf(question))),
    };

    public static int Version(IFormCollection form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The marks of the evidence that is to be taken off.</summary>
    public static IReadOnlySet<string> Off(IFormCollection form) => form["off"].OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A title in the language that the page is in; nobody has said it in the other.</summary>
    public static Bilingual Title(string? text) => string.IsNullOrWhiteSpace(text) ? default : Speech.Spoken == Language.Ja ? new(text, null) : new(null, text);

    /// <summary>The figures that can be attached, as they are now.</summary>
    public static IReadOnlyList<Choice> Choices(ActionFigures shown, Text unit) =>
    [
        .. shown.Rows.Where(row => row.University is not null).Select(row => new Choice(row.Indicator.Code, Named(row, row.University!), Speech.T("大学全体", "University"))),
        .. shown.Rows.Where(row => row.Unit is not null).Select(row => new Choice(row.Indicator.Code + OfUnit, Named(row, row.Unit!), Speech.T(unit))),
    ];

    /// <summary>The figure that was chosen, frozen as the page shows it.</summary>
    public static AssessmentEvidence? Figure(string chosen, ActionFigures shown, Text unit, DateOnly today)
    {
        var (ofUnit, code) = chosen.EndsWith(OfUnit, StringComparison.Ordinal) ? (true, chosen[..^OfUnit.Length]) : (false, chosen);
        if (shown.Rows.FirstOrDefault(row => row.Indicator.Code == code) is not { } row || (ofUnit ? row.Unit : row.University) is not { } figure) return null;
        return shown.Freeze(row.Indicator, figure, ofUnit ? unit : ("大学全体", "The university"), today);
    }

    private static Text Named(ActionFigure row, Kakehashi.Analytics.Evaluation.Figure figure)
    {
        var (value, period) = (ActionFigures.Words(figure), figure.Subject.Period.Label);
        return ($"{row.Indicator.Name.Ja} {value.Ja}（{period.Ja}）", $"{row.Indicator.Name.En} {value.En} ({period.En})");
    }
}
