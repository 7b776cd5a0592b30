using System.Globalization;
using System.Text.RegularExpressions;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Scoring;

/// <summary>What was read of <c>partnerships.yaml</c>.</summary>
/// <param name="Policy">Null where there are mistakes.</param>
/// <param name="Mistakes">By line.</param>
public sealed record PolicyReading(PartnershipPolicy? Policy, IReadOnlyList<DefinitionMistake> Mistakes);

/// <summary>
/// Reads <c>partnerships.yaml</c>. Its mistakes: P001 to P005 as of all definitions (no YAML, a key missing, an unknown key, a
/// wrong shape, a language missing); P006 a word that is none of those there are; P007 a number out of range; P008 not
/// exactly one measure; P009 an indicator that is not there, or is not counted by organisation and fiscal year; P010 a
/// condition that cannot be read; P011 the same part or tier twice; P012 tiers that do not end with one that always holds.
/// </summary>
public sealed partial class PolicyReader
{
    /// <summary>The dimension that parts are counted by.</summary>
    public const string By = "organisation";

    private const decimal MostWeight = 1000;
    private const decimal MostValue = 1_000_000;
    private const int OfBalance = 2;

    private static readonly IReadOnlyDictionary<string, object> NoParameters = new Dictionary<string, object>();

    private readonly IndicatorCatalogue? indicators;
    private readonly List<DefinitionMistake> mistakes = [];

    private PolicyReader(IndicatorCatalogue? indicators) => this.indicators = indicators;

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name that mistakes are reported under.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="indicators">Those that parts may name; null where they cannot be read, and are not looked for.</param>
    public static PolicyReading Read(string file, string yaml, IndicatorCatalogue? indicators)
    {
        var reader = new PolicyReader(indicators);
        var documents = DefinitionMap.Read(file, yaml, 'P', reader.mistakes);
        if (documents.Count != 1 && reader.mistakes.Count == 0) reader.mistakes.Add(new("P001", file, 1, ("定義を1つだけ書いてください。", "Write exactly one definition.")));
        var policy = documents.Count == 1 ? reader.PolicyOf(documents[0]) : null;
        return reader.mistakes.Count == 0 ? new(policy, []) : new(null, [.. reader.mistakes.OrderBy(one => one.Line).ThenBy(one => one.Code, StringComparer.Ordinal)]);
    }

    private PartnershipPolicy PolicyOf(DefinitionMap root)
    {
        var (name, source) = (root.Bilingual("name"), root.Bilingual("source"));
        List<ScorePart> parts = [.. root.Maps("parts").Select(PartOf)];
        Twice(root, "parts", parts.Select(part => part.Code));
        var schema = PartnershipPolicy.SchemaOf(parts.Select(part => part.Code).Where(IsFree).Distinct(StringComparer.Ordinal));
        List<TierRule> tiers = [.. root.Maps("tiers").Select(map => TierOf(map, schema))];
        Twice(root, "tiers", tiers.Select(rule => CodeNames.Of(rule.Tier)));
        if (tiers.Count == 0 || tiers[^1].Condition is not null || tiers.SkipLast(1).Any(rule => rule.Condition is null))
            root.Note("P012", root.LineOf("tiers"), ("最後の区分だけを、whenなしで書いてください。", "The last tier, and only the last, has no when."));
        var limits = root.Map("suggestions", required: true) is { } map ? LimitsOf(map) : new(0, 0, 0, 0);
        root.NoteUnknown();
        return new(name, source, parts, tiers, limits);
    }

    private ScorePart PartOf(DefinitionMap map)
    {
        var code = map.Scalar("part", required: true) ?? "";
        if (!IsFree(code))
            map.Note("P006", map.LineOf("part"), ("partは英小文字・数字・_で書きます。score、percentile、idle_years、dateなど決まった意味のある名前は使えません。", "A part is named in small letters, figures and _, and not score, percentile, idle_years, date or another name that is taken."));
        var name = map.Bilingual("name");
        var (measure, codes, awaits) = MeasureOf(map);
        var years = map.Has("years") ? (int)Number(map, "years", 1, PartnershipPolicy.MostYears, isWhole: true) : 1;
        var scale = Word<PartScale>(map, "scale");
        var full = scale == PartScale.Rank ? 0 : Number(map, "full", 0.0001m, MostValue);
        var weight = Number(map, "weight", 0.0001m, MostWeight);
        map.NoteUnknown();
        return new(code, name, measure, codes, years) { Scale = scale, Full = full, Weight = weight, Awaits = awaits };
    }

    private (PartMeasure Measure, IReadOnlyList<string> Indicators, Text? Awaits) MeasureOf(DefinitionMap map)
    {
        List<PartMeasure> given = [.. Enum.GetValues<PartMeasure>().Where(measure => map.Has(CodeNames.Of(measure)))];
        if (given.Count != 1)
        {
            var known = string.Join(", ", Enum.GetValues<PartMeasure>().Select(measure => CodeNames.Of(measure)));
            map.Note("P008", map.LineOf("part"), ($"測り方を1つだけ書いてください: {known}", $"Exactly one of {known} is needed."));
        }

        if (given is [PartMeasure.Awaits]) return (PartMeasure.Awaits, [], map.Bilingual("awaits"));
        List<string> codes = [];
        foreach (var measure in given.Where(one => one != PartMeasure.Awaits))
        {
            var words = map.Words(CodeNames.Of(measure));
            foreach (var (word, line) in words) Known(map, word, line);
            if (words.Count == 0 || (measure == PartMeasure.Balance && words.Count != OfBalance))
                map.Note("P008", map.LineOf(CodeNames.Of(measure)), ("指標の番号を書いてください。balanceには2つ必要です。", "Name indicators; balance takes two."));
            codes.AddRange(words.Select(one => one.Word));
        }

        return (given.FirstOrDefault(), codes, null);
    }

    private void Known(DefinitionMap map, string code, int line)
    {
        if (indicators is null) return;
        if (indicators.Versions(code) is [.., { PeriodKind: PeriodKind.FiscalYear } indicator] && indicator.Dimensions.Contains(By)) return;
        map.Note("P009", line, ($"「{code}」は、機関(organisation)別・年度別に数える指標ではありません。", $"\"{code}\" is no indicator that is counted by organisation and fiscal year."));
    }

    private static TierRule TierOf(DefinitionMap map, FactSchema schema)
    {
        var tier = Word<PartnerTier>(map, "tier");
        var condition = map.Scalar("when");
        RowFilter? when = null;
        if (condition is not null)
        {
            var filter = FilterParser.Parse(condition, schema, out var mistake);
            if (mistake is not null) map.Note("P010", map.LineOf("when"), ($"whenの{mistake.Position}文字目：{mistake.Reason.Ja}", $"Character {mistake.Position} of when: {mistake.Reason.En}"));
            if (filter is not null) when = Compiled(map, filter, schema);
        }

        map.NoteUnknown();
        return new(tier, when, condition);
    }

    private static RowFilter? Compiled(DefinitionMap map, Filter filter, FactSchema schema)
    {
        try
        {
            return RowFilter.Of(filter, schema, NoParameters);
        }
        catch (ArgumentException)
        {
            map.Note("P010", map.LineOf("when"), ("whenで使えるのは、score、percentile、idle_yearsと、partsの名前だけです。", "A condition names score, percentile, idle_years and parts, and nothing else."));
            return null;
        }
    }

    private static SuggestionLimits LimitsOf(DefinitionMap map)
    {
        var limits = new SuggestionLimits(
            (int)Number(map, "idle_years", 1, PartnershipPolicy.MostYears, isWhole: true), Number(map, "balance_below", 0, 100), Number(map, "people", 0, MostValue), Number(map, "demand", 0, MostValue));
        map.NoteUnknown();
        return limits;
    }

    private static T Word<T>(DefinitionMap map, string key)
        where T : struct, Enum
    {
        if (map.Scalar(key, required: true) is not { } word) return default;
        foreach (var value in Enum.GetValues<T>())
            if (CodeNames.Of(value) == word) return value;
        var all = string.Join(", ", Enum.GetValues<T>().Select(value => CodeNames.Of(value)));
        map.Note("P006", map.LineOf(key), ($"「{word}」は使えません。使えるのは {all} です。", $"\"{word}\" is none of {all}."));
        return default;
    }

    private static decimal Number(DefinitionMap map, string key, decimal least, decimal most, bool isWhole = false)
    {
        if (map.Scalar(key, required: true) is not { } text) return least;
        if (decimal.TryParse(text, isWhole ? NumberStyles.None : NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        map.Note("P007", map.LineOf(key), ($"{key}は{Plain(least)}から{Plain(most)}までの数です。", $"{key} is a number from {Plain(least)} to {Plain(most)}."));
        return least;
    }

    /// <summary>Whether a part can be called so: conditions tell names that are taken by what they mean already.</summary>
    private static bool IsFree(string code) =>
        PartCode().IsMatch(code) && code is not ("score" or "percentile" or "idle_years") && !FixedColumns.Periods.Contains(code) && FixedColumns.All.All(column => column.Name != code);

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Twice(DefinitionMap root, string key, IEnumerable<string> codes)
    {
        foreach (var twice in codes.GroupBy(code => code).Where(same => same.Count() > 1))
            root.Note("P011", root.LineOf(key), ($"「{twice.Key}」が2回あります。", $"\"{twice.Key}\" is there twice."));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,40}\z")]
    private static partial Regex PartCode();
}
