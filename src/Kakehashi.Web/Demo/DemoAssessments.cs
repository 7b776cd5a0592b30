using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Web.Demo;

/// <summary>Two rounds of self-assessment: one that is closed, and one that is open, with every state.</summary>
internal sealed class DemoAssessments(Workspace workspace, ChangeSession session, IReadOnlyDictionary<string, long> units, int last, DateOnly today)
{
    private static readonly string[] Before = ["F01", "F04", "F07", "G01", "G07", "I01", "C01"];

    private static readonly string[] Now = ["F01", "F04", "F07", "F10", "G01", "G07", "G10", "I01", "I02", "C01", "C02"];

    private static readonly string[] Writers = ["clerk", "sato", "suzuki", "takahashi", "tanaka"];

    private readonly DemoWriter rounds = new(session, workspace.Types[typeof(AssessmentRound)], "name", "period", "state", "opens_on", "deadline", "closed_on", "guidance", "actions", "units", "questions", "extensions");

    private readonly DemoWriter assessments = new(session, workspace.Types[typeof(SelfAssessment)], "round", "action", "unit", "state", "rating", "planned", "done", "next", "answers", "evidence",
        "drafted_by", "drafted_on", "submitted_by", "submitted_on", "is_late", "asked_back_by", "asked_back_on", "accepted_by", "accepted_on", "comments");

    public void Write()
    {
        var (past, present) = (today.AddMonths(-13), today.AddDays(-32));
        var closed = Round(last - 2, "closed", past, past.AddDays(45), past.AddDays(80), Before, extended: true);
        for (var i = 0; i < Before.Length; i++)
            for (var j = 0; j < DemoAssessmentTexts.All.Count; j++)
                if (!IsLeftOut(i, j)) Assessment(closed, i, j, Before[i], "accepted", past.AddDays(20 + (i * 5 + j * 3) % 30), last - 2);
        var open = Round(last - 1, "open", present, today.AddDays(9), null, Now, extended: false);
        for (var i = 0; i < Now.Length; i++)
            for (var j = 0; j < DemoAssessmentTexts.All.Count; j++)
                if (State(i, j) is { } state) Assessment(open, i, j, Now[i], state, present.AddDays(3 + (i * 7 + j * 4) % 26), last - 1);
    }

    /// <summary>Two were never handed in before.</summary>
    private static bool IsLeftOut(int unit, int action) => (unit, action) is (1, 6) or (3, 5);

    /// <summary>The first unit, which the department clerk writes for, has something of each.</summary>
    private static string? State(int unit, int action) => ((unit * 3 + action * 2) % 9) switch
    {
        0 or 1 => "accepted",
        2 or 3 => unit == 0 ? "asked_back" : "submitted",
        4 => "drafted",
        5 => unit % 2 == 0 ? "asked_back" : "submitted",
        6 => "accepted",
        _ => null,
    };

    private long Round(int year, string state, DateOnly opens, DateOnly deadline, DateOnly? closed, string[] asked, bool extended) => rounds.Write(
        new Bilingual(string.Create(CultureInfo.InvariantCulture, $"{year}年度 自己点検・評価"), string.Create(CultureInfo.InvariantCulture, $"Self-assessment of fiscal {year}")),
        DemoTargets.Year(year), state, opens, deadline, closed,
        new Bilingual("各施策について300字程度で記入してください。数値には根拠を付けてください。\n該当する取組がない場合も、その旨を記入して提出してください。", "Please write about 150 words on each action, with evidence for figures.\nIf your unit has done nothing for an action, say so and submit it."),
        rounds.Parts("actions", DemoAssessmentTexts.All.Select(text => new object?[] { text.Action })),
        rounds.Parts("units", asked.Select(code => new object?[] { units[code] })),
        rounds.Parts("questions", [[1, null, new Bilingual("課題とその要因は何ですか。", "What stood in the way, and why?")], [2, "P2.3", new Bilingual("翻訳の体制はどうなっていますか。", "How is translating organised?")]]),
        extended ? rounds.Parts("extensions", [[deadline.AddDays(-14), deadline, "入試業務と重なった部局があるため", "analyst"]]) : null);

    private void Assessment(long round, int unit, int action, string code, string state, DateOnly day, int year)
    {
        var text = DemoAssessmentTexts.All[action];
        var name = DemoUnits.All.First(one => one.Code == code).Name;
        var by = Writers[unit % Writers.Length];
        var told = (unit + action + year) % text.Done.Length;
        var isHandedIn = state is not "drafted";
        assessments.Write(
            round, text.Action, units[code], state, state == "drafted" ? null : Rating(unit, told),
            Both(text.Planned, name), Both(text.Done[told], name), state == "drafted" ? null : Both(text.Next, name),
            isHandedIn ? Answers(text) : null, isHandedIn && unit % 3 != 1 ? Evidence(text, day, year) : null,
            by, day.AddDays(-2), isHandedIn ? by : null, isHandedIn ? day : null, false,
            state == "asked_back" ? "analyst" : null, state == "asked_back" ? Earlier(day.AddDays(4)) : null,
            state == "accepted" ? "analyst" : null, state == "accepted" ? Earlier(day.AddDays(6)) : null,
            state == "asked_back" ? assessments.Parts("comments", [[Earlier(day.AddDays(4)), "analyst", "成果を示す数値を加えてください。前年度との比較もあるとよいと思います。"]]) : null);
    }

    private DateOnly Earlier(DateOnly day) => day < today ? day : today;

    /// <summary>Who says that it went well rates it so.</summary>
    private static string Rating(int unit, int told) => told == 0 ? unit % 4 == 0 ? "s" : "a" : unit % 5 == 0 ? "c" : "b";

    private static Bilingual Both(Text text, Text unit) => new(string.Format(CultureInfo.InvariantCulture, text.Ja, unit.Ja), string.Format(CultureInfo.InvariantCulture, text.En, "the " + unit.En));

    private object? Answers(DemoAssessmentText text)
    {
        List<object?[]> answers = [[1, new Bilingual(text.Obstacle.Ja, text.Obstacle.En)]];
        // written in one language only, as happens
        if (text.Action == "P2.3") answers.Add([2, new Bilingual("部局の職員2名が翻訳を担当し、専門用語は教員が確かめている。", null)]);
        return assessments.Parts("answers", answers);
    }

    private object? Evidence(DemoAssessmentText text, DateOnly day, int year)
    {
        var figure = text.Figure;
        var value = year == last - 1 ? figure.Now : figure.Before;
        return assessments.Parts("evidence",
            [["indicator", figure.Code, new Bilingual(figure.Name.Ja, figure.Name.En), day, new Bilingual("大学全体", "The university"), DemoTargets.Year(year), value, figure.Shown(value)]]);
    }
}
