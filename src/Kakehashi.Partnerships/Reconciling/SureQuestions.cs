namespace Kakehashi.Partnerships.Reconciling;

/// <summary>Which open questions somebody may answer together after a look at each.</summary>
public static class SureQuestions
{
    /// <summary>From which score on, where the university has not set any.</summary>
    public const double UsualFrom = 0.9;

    /// <summary>As sure as is asked for, no other nearly as sure, and in a country that agrees.</summary>
    public static bool IsSure(this OpenQuestion question, double from) =>
        question.Proposals is { IsClear: true, Best: { } best } && best.Score >= from && question.Country is not null;
}
