using Kakehashi.Kernel;
using Kakehashi.Records.Values;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>A question as it is prepared.</summary>
/// <param name="Action">The code of an action; null for all.</param>
/// <param name="Text">The question.</param>
public sealed record PlannedQuestion(string? Action, Bilingual Text);

/// <summary>What a round is to ask, of whom and by when.</summary>
public sealed record RoundPlan
{
    public Bilingual Name { get; init; }

    public string Period { get; init; } = "";

    public Bilingual Guidance { get; init; }

    public DateOnly? OpensOn { get; init; }

    public DateOnly? Deadline { get; init; }

    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyList<long> Units { get; init; } = [];

    public IReadOnlyList<PlannedQuestion> Questions { get; init; } = [];

    /// <summary>The questions that a new round begins with.</summary>
    public static IReadOnlyList<PlannedQuestion> UsualQuestions { get; } =
    [
        new(null, new("成果を示す数値や事例は何ですか。", "Which figures or examples show the results?")),
        new(null, new("課題とその要因は何ですか。", "What stood in the way, and why?")),
    ];

    /// <summary>What a round asks.</summary>
    public static RoundPlan Of(AssessmentRound round) => new()
    {
        Name = round.Name,
        Period = round.Period,
        Guidance = round.Guidance,
        OpensOn = round.OpensOn,
        Deadline = round.Deadline,
        Actions = [.. round.ActionCodes],
        Units = [.. round.UnitNumbers],
        Questions = [.. round.Questions.Select(question => new PlannedQuestion(string.IsNullOrEmpty(question.Action) ? null : question.Action, question.Text))],
    };

    /// <summary>What is wrong with it, by the names of its inputs.</summary>
    /// <param name="actions">The codes of all actions.</param>
    /// <param name="units">The numbers of all units.</param>
    public IReadOnlyList<Problem> Problems(IReadOnlySet<string> actions, IReadOnlySet<long> units) =>
    [
        .. Of("name", Name.IsEmpty, "round.no-name", ("名称を日本語か英語で入力してください。", "Give it a name, in Japanese or in English.")),
        .. Length("name", Name, AssessmentRoundRecord.NameLength),
        .. Of("period", Kernel.Period.Read(Period) is null, "round.no-period", StrategyWords.NoPeriod),
        .. Length("guidance", Guidance, AssessmentRoundRecord.GuidanceLength),
        .. Of("deadline", Deadline is null, "round.no-deadline", ("締切を入力してください。例: 2026-04-01", "Give a deadline, as 2026-04-01.")),
        .. Of("deadline", Deadline < OpensOn, "round.deadline-before-start", ("締切が開始日より前です。どちらかを直してください。", "The deadline lies before the day it opens. Correct one of the two.")),
        .. Of("actions", Actions.Any(action => !actions.Contains(action)), "round.unknown-action", ("戦略にない施策があります。選び直してください。", "An action is not in the strategy. Choose again.")),
        .. Of("units", Units.Any(unit => !units.Contains(unit)), "round.unknown-unit", ("使われていない部局があります。選び直してください。", "A unit is not in use. Choose again.")),
        .. Of("questions", Questions.Any(question => question.Action is { } action && !Actions.Contains(action)), "round.question-outside", ("対象でない施策への設問があります。施策を対象に加えるか、設問を消してください。", "A question is about an action that is not covered. Cover the action, or take the question away.")),
        .. Questions.SelectMany(question => Length("questions", question.Text, AssessmentRoundRecord.QuestionLength)),
    ];

    private static IEnumerable<Problem> Of(string field, bool isWrong, string code, Text message) => isWrong ? [new(field, code, message)] : [];

    private static IEnumerable<Problem> Length(string field, Bilingual text, int most) => LongText.Problems(field, text, most);
}

/// <summary>Texts that are longer than their field takes: refused whole, never cut.</summary>
internal static class LongText
{
    public static IEnumerable<Problem> Problems(string field, Bilingual text, int most)
    {
        foreach (var side in Languages.All)
            if (text.Exactly(side) is { } words && words.Length > most)
                yield return new($"{field}.{side.Code()}", "value.too-long", ($"{most:N0}文字以内で入力してください。今は{words.Length:N0}文字です。", $"Use at most {most:N0} characters. It has {words.Length:N0} now."));
    }

    /// <summary>Both sides as they are stored: empty ones are none.</summary>
    public static Bilingual Clean(string? ja, string? en) => new(Clean(ja), Clean(en));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : StorableText.Lines(text);
}
