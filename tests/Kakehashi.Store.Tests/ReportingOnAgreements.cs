using Kakehashi.Kernel;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.Strategy.AgreementReports;

namespace Kakehashi.Store.Tests;

/// <summary>Agreements counted as of a day, and the ministry's survey of them.</summary>
public sealed class ReportingOnAgreements
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static readonly Actor Analyst = new("analyst");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_those_in_force_on_the_day_and_leads_to_each()
    {
        await using var world = await World();
        var report = await AgreementReport.ReadAsync(world.Workspace, Day, Analyst, Cancel);
        Assert.Equal([5, 1, 2, 3, 2], Enum.GetValues<ReportPart>().Select(report.Count));
        foreach (var cut in Enum.GetValues<ReportCut>())
        {
            var rows = await report.RowsAsync(world.Workspace, cut, Cancel);
            Assert.Equal(5, rows.Sum(row => row.Count));
            foreach (var row in rows)
                foreach (var part in Enum.GetValues<ReportPart>()) Assert.Equal(row.Counts[part], report.Numbers(new(Day, cut, part, row.Key)).Count);
        }
    }

    [Fact]
    public async Task Counts_what_was_in_force_then_on_another_day()
    {
        await using var world = await World();
        Assert.Equal(2, (await AgreementReport.ReadAsync(world.Workspace, new(2015, 5, 1), Analyst, Cancel)).Count(ReportPart.All));
        Assert.Equal(0, (await AgreementReport.ReadAsync(world.Workspace, new(2001, 5, 1), Analyst, Cancel)).Count(ReportPart.All));
    }

    [Fact]
    public async Task Answers_the_survey_and_says_what_is_missing()
    {
        await using var world = await World();
        var survey = (await MinistrySurvey.ReadAsync(world.Workspace, Day, Analyst, Cancel)).Value!;
        // one with a partner in the own country is none of the survey
        Assert.Equal(["AG-1", "AG-2", "AG-3", "AG-4"], survey.Agreements.Select(one => one.Agreement.Reference).Order(StringComparer.Ordinal));
        var credits = survey.Agreements.Single(one => one.TransfersCredits);
        Assert.Equal(("AG-1", 1, 0), (credits.Agreement.Reference, credits.Sent, credits.Received));
        Assert.Equal(["1", "5"], credits.Content.Select(one => one.Code));
        Assert.Equal("B-1", Assert.Single(survey.Bases).Base.Reference);
        var gaps = SurveyGap.Of(survey);
        Assert.Equal(5, gaps.Count);
        Assert.Contains(gaps, gap => gap.Missing.Any(one => one.En == "degrees awarded"));
        Assert.Contains(gaps, gap => gap.Record.StartsWith("overseas-bases/", StringComparison.Ordinal) && gap.Missing.Any(one => one.En == "staff"));
    }

    [Fact]
    public async Task Names_the_line_of_a_mistake_in_the_categories()
    {
        await using var world = await World();
        await File.WriteAllTextAsync(Path.Combine(world.Workspace.Data, "agreement-survey.yaml"), "content:\n  - {code: \"1\", ja: あ, en: a, purposes: [nothing]}\nbases: []\n", Cancel);
        var refusal = (await MinistrySurvey.ReadAsync(world.Workspace, Day, Analyst, Cancel)).Refusal;
        Assert.Equal("survey.file", refusal?.Code);
        Assert.Contains("line 2", refusal?.Message.En, StringComparison.Ordinal);
        Assert.Contains("nothing", refusal?.Message.En, StringComparison.Ordinal);
    }

    private static async Task<ImportWorld> World()
    {
        var world = await ImportWorld.Open();
        await world.Template("organisations", "name_en,kind,status,country,identifiers\nVale,education,active,FI,local | V\nHome,education,active,JP,local | H\n");
        await world.Template("agreements",
            "reference,title_en,type,level,state,partner,country,effective_from,expires_on,renews_by_itself,purposes,clauses\n"
            + "AG-1,One,student_exchange,university,in_force,local:V,FI,2010-04-01,2026-09-30,false,,credit_recognition | 3\n"
            + "AG-2,Two,double_degree,department,in_force,,DE,2020-04-01,2027-03-31,false,,\n"
            + "AG-3,Three,academic,university,in_force,,DE,2021-04-01,2022-03-31,true,,\n"
            + "AG-4,Four,academic,university,expired,,US,2025-04-01,2028-03-31,false,joint_research,\n"
            + "AG-5,Five,academic,university,in_force,local:H,JP,2010-04-01,,false,,\n"
            + "AG-6,Six,academic,university,draft,,US,2025-04-01,2028-03-31,false,,\n"
            + "AG-7,Seven,academic,university,expired,,US,2016-04-01,2020-03-31,false,,\n");
        await world.Template("mobility-periods", "reference,direction,kind,host,agreement,started_on,ended_on\nS-1,out,student,local:V,AG-1,2025-09-01,2026-01-31\nS-2,out,researcher,local:H,,2025-09-01,2025-09-30\n");
        await world.Template("overseas-bases", "reference,name_en,country,opened_on,closed_on,purposes\nB-1,Office,FI,2020-04-01,,recruitment\nB-2,Closed,FI,2010-04-01,2020-03-31,research\n");
        return world;
    }
}
