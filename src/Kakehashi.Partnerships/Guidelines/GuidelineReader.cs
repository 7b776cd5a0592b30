using System.Globalization;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>
/// Reads <c>guidelines/agreements.yaml</c>, a version to each document. Its mistakes: G001 to G005 as of all definitions (no
/// YAML, a key missing, an unknown key, a wrong shape, a language missing); G006 a day that is none; G007 a word that is none
/// of those there are; G008 a condition that cannot be read; G009 the same rule or version twice; G010 agreements without a
/// route; G011 nothing in it.
/// </summary>
public sealed class GuidelineReader
{
    private const string Name = "agreements.yaml";

    private readonly List<DefinitionMistake> mistakes = [];

    private GuidelineReader()
    {
    }

    /// <summary>The guideline of a university: that beside its records, else that of the catalogue.</summary>
    /// <returns>Refusal: <c>guideline.mistakes</c>, which names all of them.</returns>
    public static Result<Guideline> Read(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var own = Path.Combine(workspace.Data, "guidelines", Name);
        var file = File.Exists(own) ? own : Path.Combine(workspace.Catalogue, "guidelines", Name);
        return Kept.Of(file);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name that mistakes are reported under.</param>
    /// <param name="yaml">The text.</param>
    public static (Guideline? Guideline, IReadOnlyList<DefinitionMistake> Mistakes) Read(string file, string yaml)
    {
        var reader = new GuidelineReader();
        List<GuidelineVersion> versions = [.. DefinitionMap.Read(file, yaml, 'G', reader.mistakes).Select(reader.VersionOf).OrderBy(one => one.From)];
        if (versions.Count == 0 && reader.mistakes.Count == 0) reader.mistakes.Add(new("G011", file, 1, ("中身がありません。", "There is nothing in it.")));
        foreach (var twice in versions.GroupBy(one => one.From).Where(same => same.Count() > 1))
            reader.mistakes.Add(new("G009", file, 1, ($"{twice.Key:yyyy-MM-dd} の版が2つあります。", $"The version of {twice.Key:yyyy-MM-dd} is there twice.")));
        return (reader.mistakes.Count == 0 ? new(versions) : null, [.. reader.mistakes.OrderBy(one => one.Line)]);
    }

    private GuidelineVersion VersionOf(DefinitionMap root)
    {
        var (from, name, source) = (DayOf(root), root.Bilingual("name"), root.Bilingual("source"));
        var months = WholeOf(root, "review_months");
        List<ApprovalRoute> routes = [.. root.Maps("routes").Select(RouteOf)];
        List<GuidelineRule> rules = [.. root.Maps("rules").Select(RuleOf).OfType<GuidelineRule>()];
        root.NoteUnknown();
        foreach (var twice in rules.GroupBy(rule => rule.Code).Where(same => same.Count() > 1))
            root.Note("G009", root.LineOf("rules"), ($"規定「{twice.Key}」が2回あります。", $"The rule \"{twice.Key}\" is there twice."));
        var without = Enum.GetValues<AgreementType>().SelectMany(type => Enum.GetValues<AgreementLevel>().Select(level => (type, level)))
            .Where(pair => !routes.Exists(route => GuidelineVersion.Fits(route.Types, pair.type) && GuidelineVersion.Fits(route.Levels, pair.level))).ToList();
        if (without.Count > 0)
        {
            var (type, level) = without[0];
            root.Note("G010", root.LineOf("routes"), (
                $"{AgreementWords.Of(level).Ja}の{AgreementWords.Of(type).Ja}の経路がありません。最後に、すべての協定の経路を書いてください。",
                $"There is no route for {CodeNames.Of(type)} at the level {CodeNames.Of(level)}. Let the last route be one for all agreements."));
        }

        return new(from, name, source, months, routes, rules);
    }

    private static ApprovalRoute RouteOf(DefinitionMap map)
    {
        var stages = map.Maps("stages").Select(stage =>
        {
            var steps = Words<ApprovalStep>(stage, "look");
            stage.NoteUnknown();
            return steps;
        }).ToList();
        var route = new ApprovalRoute(Words<AgreementType>(map, "types"), Words<AgreementLevel>(map, "levels"), stages);
        map.NoteUnknown();
        return route;
    }

    private static GuidelineRule? RuleOf(DefinitionMap map)
    {
        var code = map.Scalar("rule", required: true) ?? "";
        var (clause, says, remedy) = (map.Bilingual("clause"), map.Bilingual("says"), map.Bilingual("remedy"));
        Text? evidence = map.Has("evidence") ? map.Bilingual("evidence") : null;
        var (severity, waiver, by) = (Word<RuleSeverity>(map, "severity"), Word<RuleWaiver>(map, "waiver"), Word<RulePoint>(map, "by"));
        var (types, levels) = (Words<AgreementType>(map, "types"), Words<AgreementLevel>(map, "levels"));
        var (when, met) = (Condition(map, "when", required: false), Condition(map, "met", required: true));
        map.NoteUnknown();
        return met is null ? null : new(code, clause, says, remedy, evidence, severity, waiver, by, types, levels, when, met);
    }

    private static Filter? Condition(DefinitionMap map, string key, bool required)
    {
        if (map.Scalar(key, required) is not { } text) return null;
        var filter = FilterParser.Parse(text, CaseColumns.Schema, out var mistake);
        if (mistake is not null)
            map.Note("G008", map.LineOf(key), ($"{key}の{mistake.Position}文字目：{mistake.Reason.Ja}", $"Character {mistake.Position} of {key}: {mistake.Reason.En}"));
        return filter;
    }

    private static T Word<T>(DefinitionMap map, string key)
        where T : struct, Enum => map.Scalar(key, required: true) is { } word ? Parse<T>(map, word, map.LineOf(key)) : default;

    private static List<T> Words<T>(DefinitionMap map, string key)
        where T : struct, Enum => [.. map.Words(key).Select(one => Parse<T>(map, one.Word, one.Line))];

    private static T Parse<T>(DefinitionMap map, string word, int line)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (CodeNames.Of(value) == word) return value;
        var all = string.Join(", ", Enum.GetValues<T>().Select(value => CodeNames.Of(value)));
        map.Note("G007", line, ($"「{word}」は使えません。使えるのは {all} です。", $"\"{word}\" is none of {all}."));
        return default;
    }

    private static int WholeOf(DefinitionMap map, string key)
    {
        var text = map.Scalar(key, required: true);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 60) return number;
        if (text is not null) map.Note("G007", map.LineOf(key), ($"{key}は1から60までの数です。", $"{key} is a number from 1 to 60."));
        return 6;
    }

    private static DateOnly DayOf(DefinitionMap map)
    {
        var text = map.Scalar("from", required: true);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text is not null) map.Note("G006", map.LineOf("from"), ("2026-04-01 の形の日付を書いてください。", "Write a day, as 2026-04-01."));
        return default;
    }

    /// <summary>The guideline that was read last: a file is read again when it has changed.</summary>
    private static class Kept
    {
        private static volatile Reading? last;

        public static Result<Guideline> Of(string file)
        {
            var written = File.GetLastWriteTimeUtc(file);
            if (last is { } kept && kept.File == file && kept.Written == written) return kept.Guideline;
            var (guideline, mistakes) = Read(Name, File.ReadAllText(file));
            if (guideline is null)
            {
                return new Refusal("guideline.mistakes", (
                    $"ガイドライン({Name})に誤りがあります：{string.Join(" / ", mistakes.Select(one => $"{one.Line}行目 {one.Message.Ja}"))}",
                    $"The guideline ({Name}) has mistakes: {string.Join(" / ", mistakes.Select(one => $"line {one.Line}: {one.Message.En}"))}"));
            }

            last = new(file, written, guideline);
            return guideline;
        }

        private sealed record Reading(string File, DateTime Written, Guideline Guideline);
    }
}
