using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>What has to be said of a figure that was attached.</summary>
public static class AttachedWords
{
    /// <summary>Whose it is, of which period, how complete, and how old.</summary>
    public static Text Of(AssessmentEvidence one)
    {
        var period = RoundWords.Period(one.Period ?? "");
        var (ja, en) = (new List<string> { one.Of.In(Language.Ja), period.Ja }, new List<string> { one.Of.In(Language.En), period.En });
        if (one is { Submitted: { } submitted, Expected: > 0 and var expected })
        {
            ja.Add($"{expected}部局中{submitted}部局が報告");
            en.Add($"{submitted} of {expected} units reported");
        }

        if (one.Revision is { } revision)
        {
            ja.Add($"確定第{revision}版");
            en.Add($"closed, revision {revision}");
        }

        if (one.DataAsOf is { } moment)
        {
            ja.Add($"{moment}時点のデータ");
            en.Add($"data as of {moment}");
        }

        if (one.Definition is { } version)
        {
            ja.Add($"定義 第{version}版");
            en.Add($"definition {version}");
        }

        return (string.Join("、", ja.Where(part => part.Length > 0)), string.Join(", ", en.Where(part => part.Length > 0)));
    }
}
