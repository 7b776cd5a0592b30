using Kakehashi.Access.OrgUnits;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Bases;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.AgreementReports;

/// <summary>An agreement in the survey.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Partner">The name of its partner.</param>
/// <param name="Country">Where the partner is.</param>
/// <param name="Units">The units that take part.</param>
/// <param name="Content">The categories it is of.</param>
/// <param name="Sent">Students sent under it in the year.</param>
/// <param name="Received">Students received under it in the year.</param>
public sealed record SurveyedAgreement(Agreement Agreement, Bilingual? Partner, Code? Country, IReadOnlyList<Text> Units, IReadOnlyList<SurveyCategory> Content, int Sent, int Received)
{
    /// <summary>Credits are transferred: the form asks for units and numbers.</summary>
    public bool TransfersCredits => Agreement.Clauses.Exists(clause => clause.Topic == ClauseTopic.CreditRecognition);

    /// <summary>The form asks for degrees.</summary>
    public bool IsOfDegrees => Agreement.Type is AgreementType.DoubleDegree or AgreementType.JointDegree || Agreement.Purposes.Exists(aim => aim.Purpose == AgreementPurpose.JointDegree);
}

/// <summary>A base in the survey.</summary>
/// <param name="Base">The base.</param>
/// <param name="Country">Where it is.</param>
/// <param name="Content">The categories it is of.</param>
public sealed record SurveyedBase(OverseasBase Base, Code? Country, IReadOnlyList<SurveyCategory> Content);

/// <summary>The ministry's yearly survey on inter-university agreements and overseas bases, as of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Year">The fiscal year whose students are counted.</param>
/// <param name="Agreements">Those with partners abroad that are in force on the day.</param>
/// <param name="Bases">The bases of the day.</param>
public sealed record MinistrySurvey(DateOnly Day, Period Year, IReadOnlyList<SurveyedAgreement> Agreements, IReadOnlyList<SurveyedBase> Bases)
{
    /// <summary>Reads what the actor sees.</summary>
    /// <returns>Refusals: <c>survey.file</c>.</returns>
    public static async Task<Result<MinistrySurvey>> ReadAsync(Workspace workspace, DateOnly day, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var categories = SurveyCategories.Read(workspace);
        if (!categories.IsDone) return categories.Refusal;
        await using var context = workspace.Database.Read();
        var home = workspace.University.HomeCountry;
        var all = (await context.Set<Agreement>().Where(one => !one.IsWithdrawn && one.Country != home).SeenBy(workspace.Types[typeof(Agreement)], actor).OrderBy(one => one.Id).ToListAsync(cancel))
            .Where(one => ReportedAgreement.Of(one).IsInForceOn(day)).ToList();
        var year = Period.Of(day, PeriodKind.FiscalYear, workspace.University.Years).Plus(-1);
        var students = await StudentsAsync(context, year, workspace.University.Years, cancel);
        var partners = (await context.LoadAsync(workspace.Types[typeof(Organisation)], [.. all.Select(one => one.Partner?.Value).OfType<long>().Distinct()], cancel)).ToDictionary(one => one.Number, one => ((Organisation)one).Name);
        var units = (await context.Set<OrgUnit>().ToListAsync(cancel)).ToDictionary(one => one.Number, one => (Text)(one.Name.In(Language.Ja), one.Name.In(Language.En)));
        var countries = workspace.Codes[CodeLists.Countries];
        var bases = await context.Set<OverseasBase>().Where(one => !one.IsWithdrawn).SeenBy(workspace.Types[typeof(OverseasBase)], actor).OrderBy(one => one.Id).ToListAsync(cancel);
        return new MinistrySurvey(day, year,
            [.. all.Select(one => new SurveyedAgreement(
                one, one.Partner is { } partner && partners.TryGetValue(partner.Value, out var name) ? name : one.PartnerName is { } signed ? new(signed, signed) : null, Find(countries, one.Country),
                [.. new[] { one.Unit }.Concat(one.OtherUnits.Select(other => other.Unit)).OfType<Id<OrgUnit>>().Select(unit => units.TryGetValue(unit.Value, out var unitName) ? unitName : (Text?)null).OfType<Text>()],
                [.. categories.Value.Content.Where(category => category.Holds(one))],
                students.GetValueOrDefault((one.Number, MobilityDirection.Out)), students.GetValueOrDefault((one.Number, MobilityDirection.In))))],
            [.. bases.Where(one => one.IsOpenOn(day)).Select(one => new SurveyedBase(one, Find(countries, one.Country), [.. categories.Value.Bases.Where(category => category.Holds(one))]))]);
    }

    private static async Task<Dictionary<(long Agreement, MobilityDirection Direction), int>> StudentsAsync(RecordsContext context, Period year, YearStarts years, CancellationToken cancel)
    {
        var (from, to) = (year.From(years), year.To(years));
        var counted = await context.Set<MobilityPeriod>().Where(stay => !stay.IsWithdrawn && stay.Kind == MobilityKind.Student && stay.Agreement != null && stay.StartedOn >= from && stay.StartedOn <= to)
            .GroupBy(stay => new { stay.Agreement, stay.Direction }).Select(group => new { group.Key.Agreement, group.Key.Direction, Count = group.Count() }).ToListAsync(cancel);
        return counted.ToDictionary(one => (one.Agreement!.Value.Value, one.Direction), one => one.Count);
    }

    private static Code? Find(CodeList countries, string? code) => code is null ? null : countries.All.FirstOrDefault(one => one.Value == code);
}
