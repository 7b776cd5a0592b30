using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Community.Headcounts;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Regions;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Figures;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Reporting;
using Kakehashi.Strategy.Targets;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Demo;

/// <summary>How far the demonstration is.</summary>
/// <param name="Records">Records written.</param>
/// <param name="Share">0 to 1.</param>
public readonly record struct DemoProgress(int Records, double Share);

/// <summary>
/// みちのく総合大学, an invented university with ten years of records, to try the program out. The same day gives the same
/// records on every machine.
/// </summary>
public sealed class DemoUniversity(Workspace workspace)
{
    private const int Years = 10;

    /// <summary>There is something in the database, if only its history.</summary>
    public static Refusal NotEmpty(string data) => new("demo.not-empty", (
        $"{data} にはすでにデータがあるため、デモの架空データは入れません。--data で空のフォルダーを指定してください。",
        $"{data} holds records already, so the demonstration is not put into it. Name an empty folder with --data."));

    /// <summary>Nothing has ever been written.</summary>
    public static async Task<bool> IsEmptyAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return !await context.ChangeSets.AnyAsync(cancel) && !await context.ImportBatches.AnyAsync(cancel);
    }

    /// <summary>Fills an empty database, in one transaction: stopped half-way, it is empty still. Gives the number of records.</summary>
    /// <param name="scale">How many times as many stays: 1 for 50,000.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<Result<int>> FillAsync(int scale, IProgress<DemoProgress>? progress, CancellationToken cancel)
    {
        if (!await IsEmptyAsync(workspace, cancel)) return NotEmpty(workspace.Data);
        var today = workspace.Today;
        // the last year is the one whose 1 May has come
        var last = today >= new DateOnly(today.Year, 5, 1) ? today.Year : today.Year - 1;
        using var session = workspace.BeginAlone(ChangeOrigin.Demo);
        // while this one waited for its turn to write, another program may have filled it
        if (!await IsEmptyAsync(workspace, cancel)) return NotEmpty(workspace.Data);
        var units = WriteUnits(session);
        var partners = DemoPartners.Write(Writer<Organisation>(session, "name", "kind", "status", "country", "city", "location", "website", "founded_in", "names", "identifiers"), Chance.For("partners", last));
        var agreements = DemoAgreements.Write(
            Writer<Agreement>(session, "reference", "title", "type", "level", "state", "partner", "partner_name", "country", "unit", "signed_on", "effective_from", "expires_on", "renews_by_itself", "other_units", "places", "clauses", "plan"),
            partners, units, Chance.For("agreements", last), today, last);
        new DemoProposals(workspace, session, partners, units, today).Write();
        for (var year = last - Years + 1; year <= last; year++)
        {
            cancel.ThrowIfCancellationRequested();
            WriteYear(session, new(partners, agreements, units, last, today), year, scale);
            progress?.Report(new(session.Count, (year - last + Years) / (double)Years));
        }

        DemoTargets.WriteTargets(Writer<Target>(session, "indicator", "unit", "baseline_period", "baseline_value", "target_period", "target_value", "path", "milestones", "reason"), units, last);
        DemoTargets.WriteReferences(Writer<ReferenceValue>(session, "indicator", "period", "kind", "name", "value", "source"), last, Chance.For("references", last));
        DemoTargets.WriteNotes(Writer<IndicatorNote>(session, "indicator", "day", "text"), last);
        DemoMilestones.WriteMilestones(Writer<ActionMilestone>(session, "action", "text", "unit", "due_on", "state", "done_on", "remark"), units, today);
        DemoMilestones.WriteEvidence(Writer<ActionEvidence>(session, "action", "title", "kind", "source", "day", "unit"), units, today);
        new DemoAssessments(workspace, session, units, last, today).Write();
        new DemoReviews(workspace, session, units, today).Write();
        new DemoPartnerships(workspace, session, partners, today).Write();
        DemoAreas.WritePlans(Writer<AreaPlan>(session, "country", "region", "priority", "aims", "first_year", "last_year", "unit"), units, last);
        DemoAreas.WriteKnowledge(Writer<AreaKnowledge>(session, "reference", "country", "unit", "person", "tie", "languages", "contact"), units, Chance.For("knowledge", last));
        session.Commit();
        await WriteName(cancel);
        await DemoLists.WriteAsync(workspace, partners, cancel);
        await DemoRegistry.WriteAsync(workspace.Data, partners, cancel);
        await DemoStrategy.WriteAsync(workspace, DemoUnits.All[0].Name, cancel);
        return session.Count;
    }

    private void WriteYear(ChangeSession session, DemoWorld world, int year, int scale)
    {
        var (units, last) = (world.Units, world.Last);
        DemoPeople.WriteStudents(Writer<StudentHeadcount>(session, "unit", "as_of", "nationality", "level", "sex", "degree_seeking", "persons"), units, year, last, Chance.For("students", year));
        DemoPeople.WriteStaff(Writer<StaffHeadcount>(session, "unit", "as_of", "nationality", "category", "sex", "persons"), units, year, last, Chance.For("staff", year));
        DemoMobility.Write(
            Writer<MobilityPeriod>(session, "reference", "direction", "kind", "person_key", "person_name", "born_on", "nationality", "sex", "unit", "level", "programme", "field", "home", "home_country", "host", "host_country",
                "partner_code", "partner_name", "agreement", "started_on", "ended_on", "credits", "funding", "residence_status"),
            world, year, scale);
        DemoManualFigures.Write(Writer<ManualFigure>(session, "indicator", "unit", "period", "numerator", "denominator", "as_of", "evidence"), units, year, last);
        WriteCoverage(session, units, year, last, world.Today);
    }

    private Dictionary<string, long> WriteUnits(ChangeSession session)
    {
        var writer = Writer<OrgUnit>(session, "unit_code", "name", "kind", "parent");
        var units = new Dictionary<string, long>();
        foreach (var unit in DemoUnits.All)
            units[unit.Code] = writer.Write(unit.Code, new Bilingual(unit.Name.Ja, unit.Name.En), unit.Kind, unit.Parent is null ? null : units[unit.Parent]);
        return units;
    }

    private void WriteCoverage(ChangeSession session, IReadOnlyDictionary<string, long> units, int year, int last, DateOnly today)
    {
        var writer = Writer<Coverage>(session, "fact", "unit", "period", "submitted", "submitted_on");
        var chance = Chance.For("coverage", year);
        foreach (var (fact, late) in DemoUnits.Late)
            foreach (var unit in DemoUnits.All.Where(unit => Reports(fact, unit)))
            {
                var isSubmitted = year < last || !late.Contains(unit.Code);
                // heads are counted in May of the year; what happens in it is handed in when it is over
                var on = new DateOnly(fact.EndsWith("_headcount", StringComparison.Ordinal) ? year : year + 1, 5, 10).AddDays(chance.Between(0, 40));
                writer.Write(fact, units[unit.Code], string.Create(CultureInfo.InvariantCulture, $"FY{year}"), isSubmitted, !isSubmitted ? null : on < today ? on : today);
            }
    }

    private static bool Reports(string fact, DemoUnit unit) => fact switch
    {
        "student_headcount" => unit.HasStudents,
        "staff_headcount" => unit.Staff > 0,
        "mobility" => unit.IsFaculty || unit.IsGraduateSchool || unit.Kind == "institute",
        _ => unit.IsFaculty || unit.IsGraduateSchool || unit.Kind is "institute" or "university",
    };

    /// <summary>Whose database it is, beside the data; a file that is there already stays.</summary>
    private async Task WriteName(CancellationToken cancel)
    {
        var file = Path.Combine(workspace.Data, "university.yaml");
        var name = DemoUnits.All[0].Name;
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, $"name: {{ja: {name.Ja}, en: {name.En}}}\nhome_country: JP\nschac: michinoku-univ.example\nfiscal_year_starts: 4\nacademic_year_starts: 4\ntime_zone: Asia/Tokyo\n"
                + "open_licence: {ja: CC BY 4.0, en: CC BY 4.0}\nopen_licence_address: https://creativecommons.org/licenses/by/4.0/\nopen_contact: {ja: 国際企画課(架空), en: International Planning Office (invented)}\nopen_partners: true\n", cancel);
    }

    private DemoWriter Writer<T>(ChangeSession session, params string[] fields) => new(session, workspace.Types[typeof(T)], fields);
}
