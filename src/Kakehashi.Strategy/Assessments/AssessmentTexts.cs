using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>What somebody has written for one action of one unit.</summary>
public sealed record AssessmentTexts
{
    public Bilingual Planned { get; init; }

    public Bilingual Done { get; init; }

    public Bilingual Next { get; init; }

    public SelfRating? Rating { get; init; }

    /// <summary>By the numbers of the questions.</summary>
    public IReadOnlyDictionary<int, Bilingual> Answers { get; init; } = new Dictionary<int, Bilingual>();

    /// <summary>The texts of an assessment; none where there is none.</summary>
    public static AssessmentTexts Of(SelfAssessment? assessment) => assessment is null ? new() : new()
    {
        Planned = assessment.Planned,
        Done = assessment.Done,
        Next = assessment.Next,
        Rating = assessment.Rating,
        Answers = assessment.Answers.Where(answer => answer.Question is not null).ToDictionary(answer => answer.Question!.Value, answer => answer.Text),
    };

    /// <summary>The name of the input of a question.</summary>
    public static string NameOf(RoundQuestion question) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"answer-{question.Number}");

    /// <summary>Texts that are too long; they are refused whole.</summary>
    public IReadOnlyList<Problem> TooLong(IEnumerable<RoundQuestion> questions) =>
        [.. Named(questions).SelectMany(one => LongText.Problems(one.Name, one.Text, SelfAssessmentRecord.TextLength))];

    /// <summary>What a submission still needs, by the names of the inputs.</summary>
    public IReadOnlyList<Problem> Missing(IEnumerable<RoundQuestion> questions)
    {
        var missing = Named(questions).Where(one => one.Text.IsEmpty)
            .Select(one => new Problem(one.Name, "assessment.missing", ($"「{one.Label.Ja}」を日本語か英語で入力してください。", $"“{one.Label.En}” is needed, in Japanese or in English."))).ToList();
        if (Rating is null) missing.Add(new("rating", "assessment.missing", ("自己評定を選んでください。", "Choose your own rating.")));
        return missing;
    }

    /// <summary>Puts them into an assessment.</summary>
    internal void Into(SelfAssessment after)
    {
        (after.Planned, after.Done, after.Next, after.Rating) = (Planned, Done, Next, Rating);
        after.Answers = [.. Answers.Where(answer => !answer.Value.IsEmpty).OrderBy(answer => answer.Key).Select(answer => new AssessmentAnswer { Question = answer.Key, Text = answer.Value })];
    }

    private IEnumerable<(string Name, Text Label, Bilingual Text)> Named(IEnumerable<RoundQuestion> questions) =>
    [
        ("planned", AssessmentWords.Planned, Planned), ("done", AssessmentWords.Done, Done), ("next", AssessmentWords.Next, Next),
        .. questions.Select(question => (NameOf(question), new Text(question.Text.In(Language.Ja), question.Text.In(Language.En)), Answers.GetValueOrDefault(question.Number ?? 0))),
    ];
}

/// <summary>Who does something, and when.</summary>
public readonly record struct Signature(string By, DateOnly On);
