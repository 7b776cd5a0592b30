using Kakehashi.Community.Headcounts;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Reporting;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using Kakehashi.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Tests.Demo;

public sealed class TheDemonstrationUniversity(AUniversity university)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IQueryable<T> All<T>(RecordsContext context)
        where T : class => context.Set<T>();

    [Fact]
    public async Task Has_no_record_that_a_form_would_refuse_and_no_code_that_is_in_no_list()
    {
        await using var context = university.Workspace.Database.Read();
        foreach (var type in university.Workspace.Types.All)
        {
            var last = 0L;
            while (await context.WalkAsync(type, new ListQuery(), Actor.Program, last, 5_000, Cancel) is { Count: > 0 } block)
            {
                foreach (var record in block)
                {
                    Assert.Empty(RecordProblems.Of(type, record));
                    foreach (var code in type.Fields.OfType<CodeField>())
                        if (code.Read(record) is string value) Assert.NotNull(university.Workspace.Codes[code.List].Find(value));
                    foreach (var required in type.Fields.Where(field => field.IsRequired)) Assert.NotNull(required.Read(record));
                }

                last = block[^1].Number;
            }
        }
    }

    [Fact]
    public async Task Has_as_many_students_as_a_large_university_and_ever_more_from_abroad_but_for_the_closed_borders()
    {
        await using var context = university.Workspace.Database.Read();
        var years = (await All<StudentHeadcount>(context).GroupBy(count => count.AsOf)
            .Select(group => new { group.Key, All = group.Sum(count => count.Persons) ?? 0, Abroad = group.Sum(count => count.Nationality != "JP" ? count.Persons : 0) ?? 0 }).ToListAsync(Cancel))
            .ToDictionary(year => year.Key.Year, year => (year.All, Share: 100.0 * year.Abroad / year.All));
        Assert.Equal(Enumerable.Range(2017, 10), years.Keys.Order());
        Assert.All(years.Values, year => Assert.InRange(year.All, 16_500, 19_000));
        Assert.All(years.Values, year => Assert.InRange(year.Share, 9.5, 14.5));
        Assert.InRange(years[2026].Share, 13, 14.5);
        Assert.True(years[2021].Share < years[2019].Share && years[2026].Share > years[2019].Share);
    }

    [Fact]
    public async Task Has_stays_in_both_directions_that_nearly_stopped_while_borders_were_closed()
    {
        await using var context = university.Workspace.Database.Read();
        var years = (await All<MobilityPeriod>(context).Select(stay => new { stay.StartedOn, stay.Direction }).ToListAsync(Cancel))
            .ToLookup(stay => Period.Of(stay.StartedOn, PeriodKind.FiscalYear, YearStarts.Japan).Year);
        // 5,000 a year
        Assert.InRange(years.Sum(year => year.Count()), 49_000, 51_000);
        Assert.InRange(years[2020].Count(), 100, 800);
        Assert.All(years[2025].GroupBy(stay => stay.Direction), direction => Assert.InRange(direction.Count(), 2_400, 4_300));
    }

    [Fact]
    public async Task Has_agreements_of_every_state_some_of_which_end_within_a_year()
    {
        await using var context = university.Workspace.Database.Read();
        var agreements = await All<Agreement>(context).ToListAsync(Cancel);
        Assert.Equal(389, agreements.Count);
        Assert.Equal(Enum.GetValues<AgreementState>().Order(), agreements.Select(one => one.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<AgreementType>().Order(), agreements.Select(one => one.Type).Distinct().Order());
        var today = DateOnly.FromDateTime(AUniversity.Today.UtcDateTime);
        Assert.InRange(agreements.Count(one => one.State == AgreementState.InForce && one.ExpiresOn > today && one.ExpiresOn < today.AddYears(1)), 15, 120);
        Assert.DoesNotContain(agreements, one => one.State == AgreementState.InForce && !one.RenewsByItself && one.ExpiresOn < today);
        Assert.InRange(await All<Organisation>(context).Select(one => one.Country).Distinct().CountAsync(Cancel), 55, 90);
    }

    [Fact]
    public async Task Has_units_that_have_not_reported_and_says_so()
    {
        await using var context = university.Workspace.Database.Read();
        var missing = await All<Coverage>(context).Where(one => !one.Submitted).ToListAsync(Cancel);
        Assert.Equal(6, missing.Count);
        Assert.All(missing, one => Assert.Equal("FY2026", one.Period));
        var facts = university.Workspace.Types.All.SelectMany(type => type.Facts).Select(fact => fact.Name).ToHashSet();
        Assert.Subset(facts, (await All<Coverage>(context).Select(one => one.Fact).Distinct().ToListAsync(Cancel)).ToHashSet());
    }

    [Fact]
    public async Task Has_a_target_and_a_milestone_for_every_action_of_its_strategy()
    {
        await using var context = university.Workspace.Database.Read();
        var targets = (await All<Target>(context).Select(one => one.Indicator).ToListAsync(Cancel)).ToHashSet();
        var milestones = (await All<ActionMilestone>(context).Select(one => one.Action).ToListAsync(Cancel)).ToHashSet();
        var actions = StrategyFiles.Load(university.Workspace).Tree!.Groups.SelectMany(group => group.Actions).ToList();
        Assert.Equal(31, actions.Count);
        Assert.Empty(actions.Where(action => !action.Indicators.Any(targets.Contains)).Select(action => action.Code));
        Assert.Empty(actions.Where(action => !milestones.Contains(action.Code)).Select(action => action.Code));
    }

    [Fact]
    public async Task Is_the_same_to_the_letter_when_made_again()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-demo-").FullName;
        try
        {
            using var again = await AUniversity.Open(folder);
            await new DemoUniversity(again).FillAsync(1, null, Cancel);
            await using var one = university.Workspace.Database.Read();
            await using var other = again.Database.Read();
            Assert.Equal((await one.ChangeSets.SingleAsync(Cancel)).Hash, (await other.ChangeSets.SingleAsync(Cancel)).Hash);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Can_have_many_times_as_many_stays()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-demo-").FullName;
        try
        {
            using var large = await AUniversity.Open(folder);
            var records = (await new DemoUniversity(large).FillAsync(3, null, Cancel)).Value;
            await using var context = large.Database.Read();
            var stays = await All<MobilityPeriod>(context).CountAsync(Cancel);
            Assert.InRange(stays, 147_000, 153_000);
            // all else stays as it is
            await using var usual = university.Workspace.Database.Read();
            Assert.Equal(university.Records - await All<MobilityPeriod>(usual).CountAsync(Cancel), records - stays);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Is_not_put_into_a_folder_that_holds_records() =>
        Assert.Equal("demo.not-empty", (await new DemoUniversity(university.Workspace).FillAsync(1, null, Cancel)).Refusal?.Code);
}
