using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>The units of indicators, with what a person reads after the number.</summary>
public static class IndicatorUnits
{
    /// <summary>The labels by code.</summary>
    public static IReadOnlyDictionary<string, Text> All { get; } = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["percent"] = ("%", "%"),
        ["persons"] = ("人", "people"),
        ["countries"] = ("か国・地域", "countries and regions"),
        ["regions"] = ("地域", "regions"),
        ["agreements"] = ("件", "agreements"),
        ["semesters"] = ("学期", "semesters"),
        ["programmes"] = ("プログラム", "programmes"),
        ["courses"] = ("科目", "courses"),
        ["papers"] = ("報", "papers"),
        ["partners"] = ("機関", "partners"),
        ["units"] = ("部局", "units"),
        ["bases"] = ("か所", "bases"),
        ["networks"] = ("団体", "networks"),
        ["laboratories"] = ("か所", "laboratories"),
        ["companies"] = ("社", "companies"),
        ["cases"] = ("件", "cases"),
        ["days"] = ("日", "days"),
        ["credits"] = ("単位", "credits"),
        ["yen"] = ("円", "yen"),
        ["million_yen"] = ("百万円", "million yen"),
        ["ratio"] = ("倍", "to 1"),
        ["index"] = ("(指数)", "(index)"),
        ["score"] = ("点", "points"),
        ["yes_no"] = ("(1=はい、0=いいえ)", "(1 = yes, 0 = no)"),
        ["per_100"] = ("(100人当たり)", "per 100"),
        ["per_1000"] = ("(1,000人当たり)", "per 1,000"),
    };

    /// <summary>What follows the number 1 in English; most labels are plurals.</summary>
    public static string Singular(string label) => label.Trim() switch
    {
        "countries and regions" => " country or region",
        "countries" => " country",
        "companies" => " company",
        "laboratories" => " laboratory",
        "bases" => " base",
        "cases" => " case",
        "people" => " person",
        "points" or "regions" or "agreements" or "programmes" or "courses" or "papers" or "partners" or "units" or "networks" or "days" or "credits" or "semesters" => " " + label.Trim()[..^1],
        _ => label,
    };
}
