using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Matching.Normalising;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Screening;

/// <summary>One name to be screened, as it was written.</summary>
/// <param name="Name">In any script.</param>
/// <param name="Country">A code or a name; null where it is not known, as with the others.</param>
/// <param name="Born">A day, a month or a year.</param>
/// <param name="Kind">A person or an organisation.</param>
public sealed record ScreenRow(string Name, string? Country, string? Born, string? Kind);

/// <summary>Makes a query of what was written, or says what of it is not understood.</summary>
/// <param name="countries">Countries and areas.</param>
/// <param name="command">What is said of every row that does not say it itself.</param>
/// <param name="withWeak">Give weak ones too.</param>
public sealed class ScreenAsking(CodeList countries, ScreenRow command, bool withWeak)
{
    /// <summary>What is wrong with the command whatever the name.</summary>
    public Refusal? OfCommand() => Read(new("x", null, null, null)) is { IsDone: false } read ? read.Refusal : null;

    /// <summary>The query of a row.</summary>
    /// <returns>Refusals: <c>screen.empty</c>, <c>screen.too-long</c>, <c>screen.nothing-to-compare</c>, <c>screen.country</c>, <c>screen.born</c>, <c>screen.kind</c>.</returns>
    public Result<ScreeningQuery> Read(ScreenRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name)) return new Refusal("screen.empty", ("氏名・名称が空です。", "The name is empty."));
        if (row.Name.Length > Name.Longest) return new Refusal("screen.too-long", ($"名称が長すぎます（{row.Name.Length:N0}文字。上限 {Name.Longest:N0}文字）。", $"The name is too long: {row.Name.Length:N0} characters, at most {Name.Longest:N0}."));
        if (!ScreeningIndex.CanBeCompared(row.Name)) return new Refusal("screen.nothing-to-compare", ("文字も数字もないため、比べられません。", "There is nothing to compare: no letter and no digit."));
        var (country, born, kind) = (row.Country ?? command.Country, row.Born ?? command.Born, row.Kind ?? command.Kind);
        Code? code = null;
        if (country is not null && !countries.TryRead(country, out code)) return new Refusal("screen.country", ($"国・地域「{country}」が分かりません。コード（例：CN）か名称で指定してください。", $"The country or area “{country}” is unknown. Give its code, e.g. CN, or its name."));
        var birth = born is null ? null : BirthDate.Read(born);
        if (birth is { Earliest: null }) return new Refusal("screen.born", ($"生年月日「{born}」が分かりません。1962-05-11、1962-05、1962 の形で指定してください。", $"The date of birth “{born}” is not understood. Give it as 1962-05-11, 1962-05 or 1962."));
        if (kind is not null && KindOf(kind) is null) return new Refusal("screen.kind", ($"種別「{kind}」が分かりません。person か organisation を指定してください。", $"The kind “{kind}” is unknown. Give person or organisation."));
        return new ScreeningQuery(row.Name) { Country = code?.Value, Born = birth, Kind = kind is null ? null : KindOf(kind), WithWeak = withWeak };
    }

    private static ListedKind? KindOf(string words) => words.Trim().ToLowerInvariant() switch
    {
        "person" or "個人" => ListedKind.Person,
        "organisation" or "organization" or "機関" => ListedKind.Organisation,
        _ => null,
    };
}
