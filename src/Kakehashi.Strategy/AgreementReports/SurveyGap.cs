using Kakehashi.Kernel;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>What is missing in a record before the survey can be sent.</summary>
/// <param name="Record">Its address.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Missing">What is missing.</param>
public sealed record SurveyGap(string Record, string Reference, Bilingual Name, IReadOnlyList<Text> Missing)
{
    /// <summary>All gaps of a survey, agreements first.</summary>
    public static IReadOnlyList<SurveyGap> Of(MinistrySurvey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return
        [
            .. survey.Agreements.Select(one => new SurveyGap($"agreements/{one.Agreement.Number}", one.Agreement.Reference, one.Agreement.Title, [.. Lacks(one)])).Where(gap => gap.Missing.Count > 0),
            .. survey.Bases.Select(one => new SurveyGap($"overseas-bases/{one.Base.Number}", one.Base.Reference, one.Base.Name, [.. Lacks(one)])).Where(gap => gap.Missing.Count > 0),
        ];
    }

    private static IEnumerable<Text> Lacks(SurveyedAgreement one)
    {
        if (one.Partner is null) yield return ("相手機関", "partner");
        if (one.Country is null) yield return ("相手国・地域", "country");
        if (one.Content.Count == 0) yield return ("協定の内容(目的)", "content (purposes)");
        if (one.TransfersCredits && one.Units.Count == 0) yield return ("単位互換に参加する学部・研究科", "faculties that transfer credits");
        if (one.IsOfDegrees && one.Agreement.Degrees is null) yield return ("授与する学位", "degrees awarded");
        if (one.IsOfDegrees && one.Agreement.Selection is null) yield return ("学生の選抜方法・条件", "how students are selected");
    }

    private static IEnumerable<Text> Lacks(SurveyedBase one)
    {
        if (one.Base.OpenedOn is null) yield return ("開設日", "day of opening");
        if (one.Base.StaffSent is null && one.Base.StaffLocal is null) yield return ("教職員数", "staff");
        if (one.Content.Count == 0) yield return ("活動の内容(目的)", "what it does (purposes)");
    }
}
