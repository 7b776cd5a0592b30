using Kakehashi.Access.OrgUnits;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Regions;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Places;

/// <summary>Agreements of one place, partner or unit.</summary>
/// <param name="Soonest">Those in force, the one that ends soonest first; as many as a page shows. What renews by itself stands after what ends.</param>
/// <param name="Count">How many are in force.</param>
/// <param name="Ending">How many of them end within a year and do not renew by themselves.</param>
public sealed record AgreementsInForce(IReadOnlyList<Agreement> Soonest, int Count, int Ending)
{
    /// <summary>As many as a page shows.</summary>
    public const int Most = 8;

    /// <summary>Of those of a query that are in force; or of all, those in force first.</summary>
    public static async Task<AgreementsInForce> OfAsync(IQueryable<Agreement> agreements, DateOnly today, CancellationToken cancel, bool all = false, int most = Most)
    {
        var year = today.AddYears(1);
        var used = agreements.Where(one => !one.IsWithdrawn);
        var inForce = used.Where(one => one.State == AgreementState.InForce);
        var counts = await inForce.GroupBy(one => 1).Select(all => new { Count = all.Count(), Ending = all.Sum(one => !one.RenewsByItself && one.ExpiresOn >= today && one.ExpiresOn <= year ? 1 : 0) }).FirstOrDefaultAsync(cancel);
        if (counts is null && !all) return new([], 0, 0);
        var soonest = await (all ? used.OrderByDescending(one => one.State == AgreementState.InForce) : inForce.OrderBy(one => 0)).ThenBy(one => one.RenewsByItself || one.ExpiresOn == null).ThenBy(one => one.ExpiresOn).ThenBy(one => one.Id).Take(most).ToListAsync(cancel);
        return new(soonest, counts?.Count ?? 0, counts?.Ending ?? 0);
    }
}

/// <summary>The records that pages of countries and regions show beside figures, each read in one bounded statement.</summary>
/// <param name="Agreements">Agreements with partners there.</param>
/// <param name="Plans">What the university means to do there, that of the place itself first.</param>
/// <param name="People">Who knows the place; without what the actor may not see of them.</param>
/// <param name="PeopleCount">How many do.</param>
public sealed record AreaRecords(AgreementsInForce Agreements, IReadOnlyList<AreaPlan> Plans, IReadOnlyList<AreaKnowledge> People, int PeopleCount)
{
    private const int MostPeople = 20;

    public static async Task<AreaRecords> ReadAsync(Workspace workspace, Area area, Actor actor, CancellationToken cancel, bool whole = false)
    {
        var areas = new Areas(workspace.Codes);
        var mostPeople = whole ? int.MaxValue - 1 : MostPeople;
        var countries = areas.Countries(area).Select(country => country.Code).ToArray();
        await using var context = workspace.Database.Read();
        var agreements = context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => countries.Contains(one.Country));
        var known = workspace.Types[typeof(AreaKnowledge)];
        var people = context.Set<AreaKnowledge>().SeenBy(known, actor).Where(one => !one.IsWithdrawn && countries.Contains(one.Country));
        var found = await people.OrderBy(one => one.Country).ThenBy(one => one.Id).Take(mostPeople + 1).ToListAsync(cancel);
        return new(
            await AgreementsInForce.OfAsync(agreements, workspace.Today, cancel, most: whole ? int.MaxValue : AgreementsInForce.Most),
            await PlansAsync(context, workspace, areas, area, actor, cancel),
            found.Take(mostPeople).ToList().ShownTo(known, actor),
            found.Count <= mostPeople ? found.Count : await people.CountAsync(cancel));
    }

    /// <summary>What the cards of plans and people name, as far as the actor sees it.</summary>
    public Task<LinkCaptions> CaptionsAsync(Workspace workspace, Actor actor, CancellationToken cancel) =>
        LinkCaptions.LoadAsync(workspace.Database, Plans.Select(plan => plan.Unit).Concat(People.Select(one => one.Unit)).OfType<Id<OrgUnit>>().Select(unit => new Link(typeof(OrgUnit), unit.Value)), actor, cancel);

    private static async Task<IReadOnlyList<AreaPlan>> PlansAsync(RecordsContext context, Workspace workspace, Areas areas, Area area, Actor actor, CancellationToken cancel)
    {
        // a plan of a wider region is one of every country in it
        List<string> regions = [.. areas.Above(area).Select(above => above.Code), Areas.World];
        var country = area.IsCountry ? area.Code : null;
        if (!area.IsCountry) regions.Add(area.Code);
        var plans = await context.Set<AreaPlan>().SeenBy(workspace.Types[typeof(AreaPlan)], actor)
            .Where(plan => !plan.IsWithdrawn && ((country != null && plan.Country == country) || (plan.Region != null && regions.Contains(plan.Region)))).ToListAsync(cancel);
        return [.. plans.OrderByDescending(plan => (plan.Country ?? plan.Region) == area.Code).ThenByDescending(plan => regions.IndexOf(plan.Region ?? "")).ThenByDescending(plan => plan.LastYear).ThenBy(plan => plan.Number)];
    }
}

/// <summary>A partner with its figures of one year.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Name">Its name.</param>
public sealed record PartnerRow(long Number, Bilingual Name)
{
    private const int Most = 15;
    private const string By = "organisation";

    /// <summary>The indicators that tell of partners.</summary>
    public static IReadOnlyList<(string Code, string Dimension)> Indicators { get; } = [(AreaFigures.Agreements, By), (AreaFigures.In, By), (AreaFigures.Out, By)];

    /// <summary>The partners that stand in the figures, those with the most exchange first; of some countries, or null for all.</summary>
    public static async Task<(IReadOnlyList<PartnerRow> Rows, int Count)> OfAsync(Workspace workspace, KeyedFigures figures, IReadOnlyCollection<string>? countries, Period year, CancellationToken cancel, bool whole = false)
    {
        var numbers = figures.Cuts.Values.SelectMany(cut => cut.Keys.Where(key => IsSomething(cut, key, year))).Distinct()
            .Select(key => new Id<Organisation>(long.Parse(key, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        await using var context = workspace.Database.Read();
        var found = await context.Set<Organisation>().Where(one => (countries == null || countries.Contains(one.Country)) && numbers.Contains(one.Id)).ToListAsync(cancel);
        var ordered = found.Select(one => new PartnerRow(one.Number, one.Name))
            .OrderByDescending(row => figures.Cuts.Values.Sum(cut => cut.At(row.Key, year)?.Value ?? 0)).ThenBy(row => row.Number).Take(whole ? int.MaxValue : Most);
        return ([.. ordered], found.Count);
    }

    /// <summary>The number as figures have it.</summary>
    public string Key => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its figures of a year.</summary>
    public IEnumerable<Figure> Of(KeyedFigures figures, Period year) => figures.Cuts.Values.Select(cut => cut.At(Key, year)).OfType<Figure>();

    private static bool IsSomething(KeyedCut cut, string key, Period year) =>
        cut.At(key, year) is { } figure && (figure.Value is > 0 || figure.Nothing == Nothing.Suppressed);
}
