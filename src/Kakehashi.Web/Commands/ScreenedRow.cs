using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Web.Commands;

/// <summary>What is answered to one name.</summary>
internal sealed record ScreenedRow(ScreenRow Row, ScreeningQuery? Query, Refusal? Refusal, IReadOnlyList<Hit> Hits)
{
    private const int LongestShown = 200;

    // names of members are those of the documented answer
    private static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ScreenedRow Of(ScreeningIndex index, ScreenAsking asking, ScreenRow row)
    {
        var query = asking.Read(row);
        return query.IsDone ? new(row, query.Value, null, index.Hits(query.Value)) : new(row, null, query.Refusal, []);
    }

    public string Json(Language language) => Refusal is { } refusal
        ? JsonSerializer.Serialize(new { Query = Shown, Country = Row.Country, Hits = Array.Empty<object>(), Error = new { refusal.Code, Message = refusal.Message.In(language) } }, JsonOptions)
        : JsonSerializer.Serialize(new { Query = Row.Name, Query!.Country, Hits = Hits.Select(hit => Json(hit, language)) }, JsonOptions);

    public string Text(Language language)
    {
        if (Refusal is { } refusal) return $"{Shown}\n  {refusal.Code}: {refusal.Message.In(language)}";
        if (Hits.Count == 0) return $"{Shown}\n  {(language == Language.Ja ? "該当なし" : "no hit")}";
        return Shown + "\n" + string.Join('\n', Hits.Select(hit => Lines(hit, language)));
    }

    private string Shown => Row.Name.Length <= LongestShown ? Row.Name : Row.Name[..LongestShown] + "…";

    private static object Json(Hit hit, Language language) => new
    {
        List = hit.Version.List.Code(),
        hit.Entity.Number,
        hit.Entity.Name,
        Matched = hit.Name.Text,
        Score = Sureness.Cut(hit.Score),
        hit.IsWeak,
        Rule = CodeNames.Of(hit.Rule),
        Hit.Threshold,
        Kind = CodeNames.Of(hit.Entity.Kind),
        Concerns = hit.Entity.Concerns.Letters(),
        hit.Entity.ConventionalWeapons,
        hit.Entity.Countries,
        PublishedOn = ListsCommand.Iso(hit.Version.PublishedOn),
        InForceOn = ListsCommand.Iso(hit.Version.InForceOn),
        Why = WhyOf(hit, language),
        Note = hit.Version.List == ConcernList.MetiForeignEndUsers ? ForeignEndUsers.NoEmbargo.In(language) : null,
    };

    private static string Lines(Hit hit, Language language)
    {
        var concerns = string.Join(", ", hit.Entity.Concerns.Letters().Concat(hit.Entity.ConventionalWeapons ? ["CW"] : []));
        var weak = hit.IsWeak ? language == Language.Ja ? "  弱い候補" : "  weak" : "";
        return $"  {Sureness.Cut(hit.Score, 2).ToString("0.00", CultureInfo.InvariantCulture)}  {hit.Version.List.Code()} {hit.Entity.Number}  {hit.Entity.Name}  {string.Join(' ', hit.Entity.Countries)}  {concerns}{weak}\n        {hit.Name.Text}{(language == Language.Ja ? "：" : ": ")}{WhyOf(hit, language)}";
    }

    private static string WhyOf(Hit hit, Language language)
    {
        var threshold = Hit.Threshold.ToString("0.00", CultureInfo.InvariantCulture);
        var rule = language == Language.Ja ? $"{hit.Rule.Words().Ja}（基準 {threshold}）" : $"{hit.Rule.Words().En} (threshold {threshold})";
        return string.Join(language == Language.Ja ? "、" : "; ", hit.Words.Select(word => word.Words.In(language)).Prepend(rule).Concat(hit.Evidence.Select(one => one.Words().In(language))));
    }
}
