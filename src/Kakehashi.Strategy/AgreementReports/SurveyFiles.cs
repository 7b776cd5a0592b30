using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>The tables of the survey as files.</summary>
public static class SurveyFiles
{
    private const string Format = "{format:regex(^(csv|xlsx)$)}";

    public static void MapSurveyFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/agreement-reports/survey/agreements." + Format, (string format, HttpContext http, Workspace workspace) => Answer(format, "agreements", Agreements, survey => survey.Agreements, http, workspace));
        app.MapGet("/agreement-reports/survey/bases." + Format, (string format, HttpContext http, Workspace workspace) => Answer(format, "bases", Bases, survey => survey.Bases, http, workspace));
    }

    private static IReadOnlyList<SurveyColumn<SurveyedAgreement>> Agreements { get; } =
    [
        new(("協定番号", "Reference"), one => one.Agreement.Reference),
        new(("協定名", "Agreement"), one => one.Agreement.Title.In(Speech.Spoken)),
        new(("相手方大学名", "Partner"), one => one.Partner?.In(Speech.Spoken)),
        new(("国・地域コード", "Code of the country"), one => one.Agreement.Country),
        new(("国・地域名", "Country or region"), one => one.Country?.Label.In(Speech.Spoken)),
        new(("締結の単位", "Level"), one => Speech.T(Partnerships.Agreements.AgreementWords.Of(one.Agreement.Level))),
        new(("締結日", "Signed on"), one => one.Agreement.SignedOn),
        new(("満了日", "Expires on"), one => one.Agreement.ExpiresOn),
        new(("協定の内容(コード)", "Content (codes)"), one => Codes(one.Content)),
        new(("協定の内容", "Content"), one => Names(one.Content)),
        new(("単位互換：参加する学部・研究科", "Credits: faculties"), one => one.TransfersCredits ? string.Join(Speech.T("、", "; "), one.Units.Select(unit => Speech.T(unit))) : null),
        new(("単位互換：送出し学生数", "Credits: students sent"), one => one.TransfersCredits ? (decimal)one.Sent : null),
        new(("単位互換：受入れ学生数", "Credits: students received"), one => one.TransfersCredits ? (decimal)one.Received : null),
        new(("ダブル・ディグリー等：参加する学部・研究科", "Degrees: faculties"), one => one.IsOfDegrees ? string.Join(Speech.T("、", "; "), one.Units.Select(unit => Speech.T(unit))) : null),
        new(("ダブル・ディグリー等：対象とする分野(ISCED-F)", "Degrees: fields (ISCED-F)"), one => one.IsOfDegrees ? string.Join(", ", one.Agreement.Places.Select(term => term.Field).OfType<string>().Distinct()) : null),
        new(("ダブル・ディグリー等：学生の選抜方法・条件", "Degrees: how students are selected"), one => one.IsOfDegrees ? one.Agreement.Selection : null),
        new(("ダブル・ディグリー等：取得できる学位の種類", "Degrees: which are awarded"), one => one.IsOfDegrees ? one.Agreement.Degrees : null),
    ];

    private static IReadOnlyList<SurveyColumn<SurveyedBase>> Bases { get; } =
    [
        new(("拠点番号", "Reference"), one => one.Base.Reference),
        new(("拠点名", "Base"), one => one.Base.Name.In(Speech.Spoken)),
        new(("国・地域コード", "Code of the country"), one => one.Base.Country),
        new(("国・地域名", "Country or region"), one => one.Country?.Label.In(Speech.Spoken)),
        new(("都市", "City"), one => one.Base.City),
        new(("開設日", "Opened on"), one => one.Base.OpenedOn),
        new(("派遣教職員数", "Staff sent there"), one => (decimal?)one.Base.StaffSent),
        new(("現地採用の教職員数", "Staff employed there"), one => (decimal?)one.Base.StaffLocal),
        new(("活動の内容(コード)", "What it does (codes)"), one => Codes(one.Content)),
        new(("活動の内容", "What it does"), one => Names(one.Content)),
        new(("活動の説明", "Description"), one => one.Base.Activities),
    ];

    private static async Task<IResult> Answer<T>(string format, string name, IReadOnlyList<SurveyColumn<T>> columns, Func<MinistrySurvey, IEnumerable<T>> rows, HttpContext http, Workspace workspace)
    {
        var day = ReportQuestion.Read(http.Request.Query, workspace.Today).Day;
        var survey = await MinistrySurvey.ReadAsync(workspace, day, Caller.Of(http), http.RequestAborted);
        if (!survey.IsDone) return TypedResults.Problem(Speech.T(survey.Refusal.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
        using var stream = new MemoryStream();
        TableColumn[] heads = [.. columns.Select(column => new TableColumn(Speech.T(column.Name)))];
        using (var table = format == "csv" ? TableWriter.Csv(stream, heads) : TableWriter.Xlsx(stream, name, heads))
        {
            foreach (var row in rows(survey.Value))
            {
                foreach (var column in columns) column.Write(table, row);
                table.EndRow();
            }

            table.Complete();
        }

        var file = $"survey-{name}-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(workspace.IsSynthetic ? SyntheticData.FileSuffix : "")}.{format}";
        return TypedResults.File(stream.ToArray(), format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
    }

    private static string Codes(IEnumerable<SurveyCategory> categories) => string.Join(", ", categories.Select(one => one.Code));

    private static string Names(IEnumerable<SurveyCategory> categories) => string.Join(Speech.T("、", "; "), categories.Select(one => Speech.T(one.Name)));

    /// <summary>A column of the form.</summary>
    private sealed record SurveyColumn<T>(Text Name, Func<T, object?> Value)
    {
        public void Write(TableWriter table, T row)
        {
            switch (Value(row))
            {
                case DateOnly day:
                    table.Date(day);
                    break;
                case decimal number:
                    table.Number(number);
                    break;
                case var other:
                    table.Text(other as string);
                    break;
            }
        }
    }
}
