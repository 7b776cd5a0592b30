using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>A definition and where its code stands.</summary>
internal sealed record FoundIndicator(Indicator Indicator, string File, int Line);

/// <summary>What can only be checked over all definitions together.</summary>
internal static class IndicatorReferences
{
    internal static void Check(IReadOnlyList<FoundIndicator> found, List<DefinitionMistake> mistakes)
    {
        foreach (var twice in found.GroupBy(one => (one.Indicator.Code, one.Indicator.Version)).SelectMany(group => group.Skip(1)))
            mistakes.Add(Mistake("I015", twice, ($"{twice.Indicator.Code}の第{twice.Indicator.Version}版が2つあります。", $"{twice.Indicator.Code} version {twice.Indicator.Version} is defined twice.")));

        var newest = found.GroupBy(one => one.Indicator.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(one => one.Indicator.Version)!, StringComparer.Ordinal);
        foreach (var one in found)
        {
            foreach (var code in one.Indicator.References) Refer(one, code, [.. found.Where(other => other.Indicator.Code == code)], mistakes);
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in newest.Values.OrderBy(one => one.Indicator.Code, StringComparer.Ordinal)) Walk(one, newest, [], known, mistakes);
    }

    private static void Refer(FoundIndicator one, string code, IReadOnlyList<FoundIndicator> versions, List<DefinitionMistake> mistakes)
    {
        if (versions.Count == 0) mistakes.Add(Mistake("I016", one, ($"{code}という指標はありません。", $"There is no indicator {code}.")));
        // any version may come to be evaluated, depending on the period
        foreach (var other in versions)
        {
            if (one.Indicator.Dimensions.Except(other.Indicator.Dimensions).FirstOrDefault() is { } dimension)
                mistakes.Add(Mistake("I012", one, ($"{code}の第{other.Indicator.Version}版は「{dimension}」で分けられません。", $"{code} version {other.Indicator.Version} has no dimension \"{dimension}\".")));
            if (other.Indicator.PeriodKind != one.Indicator.PeriodKind)
                mistakes.Add(Mistake("I014", one, ($"{code}の第{other.Indicator.Version}版とは期間の種類が異なります。", $"{code} version {other.Indicator.Version} is for another kind of period.")));
        }
    }

    // `known` holds what has been walked to its end, so that a circle is reported once
    private static void Walk(FoundIndicator one, Dictionary<string, FoundIndicator> newest, List<string> path, HashSet<string> known, List<DefinitionMistake> mistakes)
    {
        var code = one.Indicator.Code;
        if (path.Contains(code))
        {
            var circle = string.Join(" → ", path.SkipWhile(step => step != code).Append(code));
            mistakes.Add(Mistake("I017", one, ($"指標が循環しています: {circle}", $"Indicators refer to each other in a circle: {circle}")));
            return;
        }

        if (known.Contains(code)) return;
        path.Add(code);
        foreach (var next in one.Indicator.References)
        {
            if (newest.TryGetValue(next, out var other)) Walk(other, newest, path, known, mistakes);
        }

        path.RemoveAt(path.Count - 1);
        known.Add(code);
    }

    private static DefinitionMistake Mistake(string code, FoundIndicator at, Text message) => new(code, at.File, at.Line, message);
}
