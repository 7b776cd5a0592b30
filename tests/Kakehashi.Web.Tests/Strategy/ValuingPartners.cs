using System.Net;
using AngleSharp.Dom;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Strategy;

/// <summary>Scores, tiers, reviews and comparisons of partners, on their pages.</summary>
public sealed class ValuingPartners(ValuingPartners.AnOffice office) : IClassFixture<ValuingPartners.AnOffice>
{
    [Theory]
    [InlineData("en", "University of Lyon")]
    [InlineData("ja", "リヨン大学")]
    public async Task The_list_can_be_filtered_by_country_tier_unit_and_name(string language, string name)
    {
        using var visitor = await office.Visitor(Role.Viewer);
        async Task<int> Rows(string query) => (await visitor.Page($"/{language}/partnerships{query}")).QuerySelectorAll("#partnerships tbody tr").Length;
        Assert.Contains(name, Content(await visitor.Page($"/{language}/partnerships")), StringComparison.Ordinal);
        var all = await Rows("");
        Assert.InRange(await Rows("?country=FR"), 1, all - 1);
        Assert.Equal(1, await Rows($"?q={Uri.EscapeDataString(name)}"));
        Assert.True(await Rows($"?unit={office.Engineering}") >= 5);
        Assert.Equal(0, await Rows("?tier=strategic&country=ZZ"));
        Assert.Equal(all, await Rows("?sort=name"));
    }

    [Fact]
    public async Task The_parts_of_a_score_add_up_on_the_page()
    {
        using var visitor = await office.Visitor(Role.Viewer);
        var page = await visitor.Page($"/en/partnerships/{office.Partners[0]}");
        var added = page.QuerySelectorAll("#score tbody tr").Select(row => row.QuerySelectorAll("td")[3].TextContent.Trim()).Where(text => text != "—").Sum(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(added.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), Content(page), StringComparison.Ordinal);
        Assert.Contains("Not measured", Content(page), StringComparison.Ordinal);
        Assert.NotNull((await visitor.Page($"/en/organisations/{office.Partners[0]}")).QuerySelector("#score"));
    }

    [Fact]
    public async Task A_tier_is_decided_with_a_reason_and_goes_back_to_the_rule()
    {
        using var officer = await office.Visitor(Role.Officer);
        var path = $"/en/partnerships/{office.Partners[1]}";
        var day = $"{office.Workspace.Today.AddMonths(6):yyyy-MM-dd}";
        Assert.Contains("Give the reason", await officer.Refused(path, "decide", ("tier", "strategic"), ("review_on", day), ("reason", " ")), StringComparison.Ordinal);
        Assert.Contains("looked at again", await officer.Refused(path, "decide", ("tier", "strategic"), ("review_on", "2001-01-01"), ("reason", "A joint school")), StringComparison.Ordinal);
        var decided = await officer.Done(path, "decide", ("tier", "strategic"), ("review_on", day), ("reason", "A joint school"));
        Assert.Contains("A joint school", Content(decided), StringComparison.Ordinal);
        Assert.Contains("By rule", Content(decided), StringComparison.Ordinal);
        Assert.Contains("Decided", Content(await officer.Page("/en/partnerships?tier=strategic")), StringComparison.Ordinal);
        Assert.Contains("reviewed this year", Content(await officer.Page("/en/")), StringComparison.Ordinal);
        var lifted = await officer.Done(path, "lift", ("why", "It did not come about"));
        Assert.DoesNotContain("A joint school", Content(lifted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_held_once_a_year_and_corrected_with_a_reason()
    {
        using var officer = await office.Visitor(Role.Officer);
        var (partner, today) = (office.Partners[2], $"{office.Workspace.Today:yyyy-MM-dd}");
        var path = $"/en/partnerships/{partner}/review";
        (string, string)[] whole = [("held_on", today), ("participants", "The office"), ("minutes", "All is well"), ("decision", "strengthen"), ("new_tier", ""), ("step.0.what", "Visit them")];
        Assert.Contains("Write the minutes", await officer.Refused(path, "review", [.. whole, ("minutes", "")]), StringComparison.Ordinal);
        Assert.Contains("Strengthen", Content(await officer.Done(path, "review", whole)), StringComparison.Ordinal);
        Assert.Contains("has been reviewed this year", await officer.Refused(path, "review", whole), StringComparison.Ordinal);
        var link = (await officer.Page($"/en/partnerships/{partner}")).QuerySelector("#reviews .row-actions a")!.GetAttribute("href")!;
        Assert.Contains("Give the reason", await officer.Refused($"/en/{link}", "review", ("minutes", "All is very well"), ("reason", "")), StringComparison.Ordinal);
        await officer.Done($"/en/{link}", "review", ("minutes", "All is very well"), ("reason", "A word was missing"));
        var record = (await officer.Page($"/en/partnerships/{partner}")).QuerySelector("#reviews tbody th a")!.GetAttribute("href")!;
        var shown = Content(await officer.Page($"/en/{record}"));
        Assert.Contains("All is very well", shown, StringComparison.Ordinal);
        Assert.Contains("A word was missing", shown, StringComparison.Ordinal);
        Assert.Contains("Visit them", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_looks_is_not_offered_to_decide()
    {
        using var visitor = await office.Visitor(Role.Viewer);
        Assert.Empty((await visitor.Page($"/en/partnerships/{office.Partners[0]}")).QuerySelectorAll("#decide, a[href$='/review']"));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status($"/en/partnerships/{office.Partners[0]}/review"));
    }

    [Fact]
    public async Task Five_partners_stand_side_by_side_and_a_sixth_is_refused_in_words()
    {
        using var visitor = await office.Visitor(Role.Viewer);
        string Address(int count) => "/en/partnerships/compare?" + string.Join('&', office.Partners.Take(count).Select(partner => $"partner={partner}"));
        var five = await visitor.Page(Address(5));
        Assert.Equal(6, five.QuerySelectorAll("#beside thead th").Length);
        Assert.DoesNotContain("Five partners at most", Content(five), StringComparison.Ordinal);
        var six = await visitor.Page(Address(6));
        Assert.Equal(6, six.QuerySelectorAll("#beside thead th").Length);
        Assert.Contains("Five partners at most", Content(six), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_without_a_stay_are_suggested_with_their_reason_and_records()
    {
        using var visitor = await office.Visitor(Role.Viewer);
        var row = (await visitor.Page("/en/partnerships/suggestions")).QuerySelectorAll("#worth_acall tbody tr, #worth_a_call tbody tr").First(one => one.TextContent.Contains("University of Lyon", StringComparison.Ordinal));
        Assert.Contains("no stay for", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='agreements?partner={office.Partners[0]}']"));
    }

    private static string Content(IDocument page) => page.QuerySelector("main")!.TextContent;

    /// <summary>With six partners that have agreements and no stays.</summary>
    public sealed class AnOffice : Observatory
    {
        public IReadOnlyList<long> Partners { get; private set; } = [];

        protected override void EnterMore(ChangeSession session)
        {
            (string Ja, string En, string Country)[] all =
            [
                ("リヨン大学", "University of Lyon", "FR"), ("ベルリン大学", "University of Berlin", "DE"), ("ハノイ大学", "University of Hanoi", "VN"), ("ローマ大学", "University of Rome", "IT"), ("マドリード大学", "University of Madrid", "ES"), ("ウィーン大学", "University of Vienna", "AT"),
            ];
            Partners = [.. all.Select((one, at) => Partner(session, one.Ja, one.En, one.Country, at))];
        }

        private long Partner(ChangeSession session, string ja, string en, string country, int at)
        {
            var partner = Create(session, "organisation", ("name", new Bilingual(ja, en)), ("kind", "education"), ("status", "active"), ("country", country));
            for (var i = 0; i <= at; i++)
                Create(session, "agreement", ("reference", $"PT-{at}-{i}"), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", i == 3 ? "double_degree" : "academic"), ("level", "department"), ("state", "in_force"), ("partner", partner), ("country", country), ("unit", Engineering), ("effective_from", new DateOnly(2015, 4, 1)), ("renews_by_itself", true));
            return partner;
        }

        internal async Task<Visitor> Visitor(Role role)
        {
            var client = await ClientOf(new NewGrant(role, null));
            return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
        }
    }
}
