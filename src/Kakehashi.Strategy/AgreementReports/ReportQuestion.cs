using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>By what agreements are counted.</summary>
public enum ReportCut
{
    Type,
    Level,
    Country,
    Unit,

    /// <summary>The calendar year they came into force in.</summary>
    Year,

    State,
}

/// <summary>Some of the agreements in force on a day.</summary>
public enum ReportPart
{
    All,

    /// <summary>They end within six months and do not renew by themselves.</summary>
    Ending6,

    Ending12,

    Ending24,

    /// <summary>Nothing has happened for three years.</summary>
    Inactive,
}

/// <summary>What is asked of the reports on agreements, as the address says it.</summary>
/// <param name="Day">As of when.</param>
/// <param name="By">By what they are counted.</param>
/// <param name="Part">Which of them a list shows.</param>
/// <param name="Key">Of which value of the cut a list is; null for all of the part, an empty one for those without a value.</param>
public sealed record ReportQuestion(DateOnly Day, ReportCut By, ReportPart Part, string? Key)
{
    private const string Route = "agreement-reports";

    /// <summary>Reads an address; what is not understood is as if it was not there.</summary>
    public static ReportQuestion Read(IQueryCollection query, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
            DayText.Read(query["day"].ToString()) ?? today,
            Enum.GetValues<ReportCut>().FirstOrDefault(cut => CodeNames.Of(cut) == query["by"]), Enum.GetValues<ReportPart>().FirstOrDefault(part => CodeNames.Of(part) == query["part"]),
            query.ContainsKey("key") ? query["key"].ToString() : null);
    }

    /// <summary>The page of the reports.</summary>
    public string Page => QueryHelpers.AddQueryString(Route, Always);

    /// <summary>The survey as of the same day.</summary>
    public string Survey => SurveyPart("");

    /// <summary>A file of the survey, or its page.</summary>
    public string SurveyPart(string file) => QueryHelpers.AddQueryString($"{Route}/survey{file}", "day", Written);

    /// <summary>The list of a part.</summary>
    public string Of(ReportPart part) => QueryHelpers.AddQueryString($"{Route}/records", new Dictionary<string, string?>(Always) { ["part"] = CodeNames.Of(part) });

    /// <summary>The list of one value of the cut.</summary>
    public string Of(string key) => QueryHelpers.AddQueryString($"{Route}/records", new Dictionary<string, string?>(Always) { ["key"] = key });

    private string Written => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Dictionary<string, string?> Always => new() { ["day"] = Written, ["by"] = CodeNames.Of(By) };

    /// <summary>What a cut is called.</summary>
    public static Text Name(ReportCut cut) => cut switch
    {
        ReportCut.Type => ("種類", "Type"),
        ReportCut.Level => ("締結の単位", "Level"),
        ReportCut.Country => ("相手国・地域", "Partner’s country"),
        ReportCut.Unit => ("担当部局", "Responsible unit"),
        ReportCut.Year => ("発効年", "Year in force from"),
        _ => ("現在の状態", "State today"),
    };

    /// <summary>What a part is called.</summary>
    public static Text Name(ReportPart part) => part switch
    {
        ReportPart.Ending6 => ("6か月以内に満了", "Ending within 6 months"),
        ReportPart.Ending12 => ("12か月以内に満了", "Ending within 12 months"),
        ReportPart.Ending24 => ("24か月以内に満了", "Ending within 24 months"),
        ReportPart.Inactive => ("3年間活動なし", "Inactive for three years"),
        _ => ("有効な協定", "In force"),
    };
}
