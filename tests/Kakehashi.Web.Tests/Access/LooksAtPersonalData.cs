using System.Net;
using Kakehashi.Access.People;

namespace Kakehashi.Web.Tests.Access;

public abstract class LooksAtPersonalData(Workplace workplace)
{
    private static readonly string[] Ways = ["Page", "Form", "API", "Export"];

    [Fact]
    public async Task Are_written_down_and_found_by_person_and_record()
    {
        var (officer, who) = await workplace.New(new NewGrant(Role.Officer, null));
        var (administrator, _) = await workplace.New(new NewGrant(Role.Administrator, null));
        using var _1 = officer;
        using var _2 = administrator;
        var stay = $"mobility-periods/{workplace["S-LAW-2"]}";
        await officer.Page("/en/" + stay);
        var byWho = "/en/people/looks?who=" + who.UserName;
        Assert.Empty((await administrator.Page(byWho)).QuerySelectorAll(".data-table tbody tr"));
        using (var shown = await officer.Send("/en/" + stay, "personal")) Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        await officer.Text($"/en/{stay}/edit");
        await officer.Text("/api/v1/" + stay);
        await officer.Text("/en/mobility-periods/export.csv");
        var rows = (await administrator.Page(byWho)).QuerySelectorAll(".data-table tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(["Export", "API", "Form", "Page"], rows.Select(row => Ways.Single(word => row.Contains(word, StringComparison.Ordinal))));
        Assert.True(int.Parse(System.Text.RegularExpressions.Regex.Match(rows[0], @"(\d+)\s*$").Value, System.Globalization.CultureInfo.InvariantCulture) >= 3 * Workplace.StaysOfEach);
        var ofRecord = await administrator.Page($"{byWho}&record={workplace["S-LAW-2"]}");
        Assert.Equal(3, ofRecord.QuerySelectorAll($".data-table a[href='{stay}']").Length);
    }

    [Fact]
    public async Task Are_written_down_of_the_people_who_know_a_country()
    {
        var (officer, who) = await workplace.New(new NewGrant(Role.Officer, null));
        var (administrator, _) = await workplace.New(new NewGrant(Role.Administrator, null));
        using var _1 = officer;
        using var _2 = administrator;
        await workplace.Office.Create("area-knowledge", System.Text.Json.Nodes.JsonNode.Parse("""{"reference":"K-LOOK","country":"SM","person":"架空 太郎","tie":"worked"}""")!);
        Assert.DoesNotContain("架空 太郎", await officer.Text("/ja/countries/SM"));
        using (var shown = await officer.Send("/ja/countries/SM", "people"))
            Assert.Contains("架空 太郎", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single((await administrator.Page("/en/people/looks?who=" + who.UserName)).QuerySelectorAll(".data-table tbody tr"));
    }

    [Fact]
    public async Task Are_shown_page_by_page()
    {
        var (officer, who) = await workplace.New(new NewGrant(Role.Officer, null));
        var (administrator, _) = await workplace.New(new NewGrant(Role.Administrator, null));
        using var _1 = officer;
        using var _2 = administrator;
        for (var i = 0; i < 55; i++) await officer.Text($"/api/v1/mobility-periods/{workplace["S-LAW-3"]}");
        var first = await administrator.Page($"/en/people/looks?who={who.UserName}");
        Assert.Equal(50, first.QuerySelectorAll(".data-table tbody tr").Length);
        var second = await administrator.Page("/en/" + first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(5, second.QuerySelectorAll(".data-table tbody tr").Length);
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }
}

public sealed class LooksAtPersonalDataInSqlite(Workplace workplace) : LooksAtPersonalData(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class LooksAtPersonalDataInPostgres : LooksAtPersonalData
{
    public LooksAtPersonalDataInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => TestServers.PostgresServer.Skip();
}
