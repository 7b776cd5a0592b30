using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kakehashi.Partnerships.Regions;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>What the codes of the inter-institutional agreements API of Erasmus Without Paper, version 7, look like.</summary>
public static partial class EwpCodes
{
    /// <summary>The longest identifier.</summary>
    public const int IdLength = 64;

    /// <summary>Of the response that holds agreements.</summary>
    public static readonly XNamespace Iias = "https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd";

    /// <summary>Of the response that lists them.</summary>
    public static readonly XNamespace Index = "https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/index-response.xsd";

    /// <summary>Of those whom one may ask.</summary>
    public static readonly XNamespace Contacts = "https://github.com/erasmus-without-paper/ewp-specs-types-contact/tree/stable-v1";

    /// <summary>The name of the element of a kind of exchange, in the order in which the standard has them.</summary>
    public static IReadOnlyDictionary<ExchangeKind, string> Kinds { get; } = new Dictionary<ExchangeKind, string>
    {
        [ExchangeKind.StudentStudies] = "student-studies-mobility-spec",
        [ExchangeKind.StudentTraineeship] = "student-traineeship-mobility-spec",
        [ExchangeKind.StaffTeaching] = "staff-teacher-mobility-spec",
        [ExchangeKind.StaffTraining] = "staff-training-mobility-spec",
    };

    public static bool IsOfStudents(ExchangeKind kind) => kind is ExchangeKind.StudentStudies or ExchangeKind.StudentTraineeship;

    /// <summary>For these the standard asks for a language.</summary>
    public static bool NeedsLanguage(ExchangeKind kind) => kind is ExchangeKind.StudentStudies or ExchangeKind.StaffTeaching;

    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>2026/2027, or 2026/2026 where academic years are calendar years.</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    public static bool IsField(string text) => Field().IsMatch(text);

    public static bool IsMail(string text) => Mail().IsMatch(text);

    /// <summary>The academic year of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="start">The month in which academic years start.</param>
    public static string YearOf(DateOnly day, int start)
    {
        var first = day.Month >= start ? day.Year : day.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{first:0000}/{(start == 1 ? first : first + 1):0000}");
    }

    /// <summary>The first day of an academic year.</summary>
    public static DateOnly FirstDay(string year, int start) => new(int.Parse(year.AsSpan(0, 4), CultureInfo.InvariantCulture), start, 1);

    /// <summary>What stands between commas.</summary>
    public static IReadOnlyList<string> Several(string? text) => (text ?? "").Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A language with its level, as <c>fr B2</c>; null for what is none.</summary>
    public static IiaLanguage? Language(string text) => LanguageWithLevel().Match(text) is { Success: true } found
        ? new(found.Groups[1].Value, Enum.TryParse<CefrLevel>(found.Groups[2].Value, out var level) ? level : null) : null;

    internal static bool IsYearOrNone(string? text) => text is null || IsYear(text);

    internal static bool AreMoreCodes(ExchangeTerm term) =>
        Several(term.MoreLevels).All(level => level is [>= '1' and <= '8']) && Several(term.MoreFields).All(IsField) && Several(term.MoreLanguages).All(language => Language(language) is not null);

    internal static bool AreIds(Agreement agreement) =>
        new[] { agreement.EwpId, agreement.PartnerEwpId, agreement.PartnerUnit }.Concat(agreement.Places.SelectMany(term => new[] { term.OwnUnit, term.PartnerUnit })).All(id => id is null || IsId(id));

    [GeneratedRegex(@"^[\u0021-\u007E]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9]{4}/[0-9]{4}\z")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[0-9]{4}\z")]
    private static partial Regex Field();

    [GeneratedRegex(@"^[^@\s]+@[^.@\s]+\.\S+\z")]
    private static partial Regex Mail();

    [GeneratedRegex(@"^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)(?:\s+([ABC][12]))?\z")]
    private static partial Regex LanguageWithLevel();
}
