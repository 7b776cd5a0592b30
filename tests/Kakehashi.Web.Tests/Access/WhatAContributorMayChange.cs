using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Kakehashi.Access.People;
using Kakehashi.Web.Tests.Api;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

/// <summary>Somebody who sees everything and enters the records of Engineering.</summary>
public abstract class WhatAContributorMayChange(Workplace workplace)
{
    [Fact]
    public async Task In_a_form_is_a_record_of_the_own_unit_and_stays_there()
    {
        var (visitor, _) = await workplace.New(Grants);
        using var _1 = visitor;
        var mine = await Add("F-MINE", "MECH");
        Assert.Contains("Changed by hand", (await visitor.Done($"/en/agreements/{mine}/edit", "record", ("title.en", "Changed by hand"))).QuerySelector("h1")!.TextContent);
        Assert.Contains("may not enter or change", await visitor.Refused($"/en/agreements/{mine}/edit", "record", Unit("LAW"), ("unit.text", "Faculty LAW")));
        Assert.Contains("may not enter or change", await visitor.Refused($"/en/agreements/{mine}/edit", "record", ("unit", ""), ("unit.text", "")));
        Assert.Equal(workplace["MECH"], await UnitOf(mine));
        // the form of one record sent to the address of another
        using var across = await visitor.Send($"/en/agreements/{workplace["AG-LAW"]}/edit", await visitor.Page($"/en/agreements/{mine}/edit"), "record");
        Assert.Equal(HttpStatusCode.Forbidden, across.StatusCode);
        using var withdrawn = await visitor.Send($"/en/agreements/{workplace["AG-LAW"]}/withdraw", await visitor.Page($"/en/agreements/{mine}/withdraw"), "turn");
        Assert.Equal(HttpStatusCode.Forbidden, withdrawn.StatusCode);
    }

    [Fact]
    public async Task In_a_form_keeps_a_link_to_what_is_not_seen()
    {
        var (visitor, _) = await workplace.New(new NewGrant(Role.Contributor, workplace["ENG"]));
        using var _1 = visitor;
        var stay = (await workplace.Office.Create("mobility-periods", workplace.AStay("F-LINK", "MECH", "AG-LAW"))).Id;
        await visitor.Done($"/en/mobility-periods/{stay}/edit", "record", ("programme", "Summer school"));
        var after = (await workplace.Office.Get($"mobility-periods/{stay}")).Json!;
        Assert.Equal(("Summer school", workplace["AG-LAW"]), (after["programme"]!.GetValue<string>(), after["agreement"]!.GetValue<long>()));
        // but does not make a new one
        Assert.Contains("There is no agreement", await visitor.Refused($"/en/mobility-periods/{workplace["S-ENG-1"]}/edit", "record", ("agreement", $"{workplace["AG-NONE"]}"), ("agreement.text", $"#{workplace["AG-NONE"]}")));
    }

    [Fact]
    public async Task Through_the_api_is_a_record_of_the_own_unit_and_stays_there()
    {
        var (visitor, _) = await workplace.New(Grants);
        using var _1 = visitor;
        var mine = await Add("A-MINE", "MECH");
        Assert.Equal(HttpStatusCode.OK, await Patch(visitor, mine, new() { ["note"] = "changed" }));
        Assert.Equal(HttpStatusCode.Forbidden, await Patch(visitor, mine, new() { ["unit"] = workplace["LAW"] }));
        Assert.Equal(HttpStatusCode.Forbidden, await Patch(visitor, mine, new() { ["unit"] = null }));
        Assert.Equal(HttpStatusCode.Forbidden, await Patch(visitor, workplace["AG-LAW"], new() { ["unit"] = workplace["ENG"] }));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(visitor, HttpMethod.Delete, $"agreements/{workplace["AG-LAW"]}", null));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(visitor, HttpMethod.Post, "agreements", Office.AnAgreement("A-LAW", workplace["LAW"])));
        Assert.Equal(HttpStatusCode.Created, await Send(visitor, HttpMethod.Post, "agreements", Office.AnAgreement("A-ENG", workplace["ENG"])));
        Assert.Equal(workplace["MECH"], await UnitOf(mine));
        Assert.Equal(workplace["LAW"], await UnitOf(workplace["AG-LAW"]));
    }

    [Fact]
    public async Task By_import_are_the_rows_of_the_own_unit()
    {
        var (visitor, _) = await workplace.New(Grants);
        using var _1 = visitor;
        var mine = await Add("I-MINE", "MECH");
        var path = await Upload(visitor, "reference,title_ja,title_en,type,level,state,unit,country\n"
            + "I-NEW,新,New one,academic,university,in_force,ENG,FR\n"
            + "I-LAW,法,Of Law,academic,university,in_force,LAW,FR\n"
            + "AG-LAW,法,Taken over,academic,university,in_force,ENG,FR\n"
            + "I-MINE,機,Given away,academic,university,in_force,LAW,FR\n");
        var check = await Finished(visitor, path);
        Assert.Equal(3, check.QuerySelectorAll("#import .data-table tbody tr").Count(row => row.TextContent.Contains("a unit that is not yours", StringComparison.Ordinal)));
        using (var answer = await visitor.Send(path, check, "commit", ("skip", "true"))) Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Added: 1.", (await Finished(visitor, path)).QuerySelector("main")!.TextContent);
        Assert.Equal(workplace["LAW"], await UnitOf(workplace["AG-LAW"]));
        Assert.Equal(workplace["MECH"], await UnitOf(mine));
        Assert.Empty((await workplace.Office.Get("agreements?reference=I-LAW")).Items);
    }

    [Fact]
    public async Task By_undoing_an_import_is_what_is_still_of_the_own_unit()
    {
        var (visitor, account) = await workplace.New(Grants);
        using var _1 = visitor;
        var path = await Upload(visitor, "reference,title_ja,title_en,type,level,state,unit,country\nU-ENG,新,New one,academic,university,in_force,ENG,FR\n");
        using (var answer = await visitor.Send(path, await Finished(visitor, path), "commit")) Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var done = await Finished(visitor, path);
        var (other, _) = await workplace.New(Grants);
        using (other) Assert.Equal(HttpStatusCode.NotFound, await other.Status(path));

        await Regrant(account, new NewGrant(Role.Viewer, null), new NewGrant(Role.Contributor, workplace["LAW"]));
        using (var answer = await visitor.Send(path, done, "undo", ("sure", "true"))) Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("which your roles do not give you here", (await Finished(visitor, path)).QuerySelector("main")!.TextContent);
        Assert.Single((await workplace.Office.Get("agreements?reference=U-ENG")).Items);
    }

    private NewGrant[] Grants => [new(Role.Viewer, null), new(Role.Contributor, workplace["ENG"])];

    private (string, string) Unit(string code) => ("unit", workplace[code].ToString(System.Globalization.CultureInfo.InvariantCulture));

    private async Task Regrant(Account account, params NewGrant[] grants)
    {
        await using var scope = workplace.Office.Services.CreateAsyncScope();
        var again = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountDesk>().ChangeAsync(again!, account.DisplayName, grants));
    }

    private async Task<long> Add(string reference, string unit) => (await workplace.Office.Create("agreements", Office.AnAgreement(reference, workplace[unit]))).Id;

    private async Task<long?> UnitOf(long agreement) => (await workplace.Office.Get($"agreements/{agreement}")).Json!["unit"]?.GetValue<long>();

    private static Task<HttpStatusCode> Patch(Visitor visitor, long agreement, JsonObject change) => Send(visitor, HttpMethod.Patch, $"agreements/{agreement}", change);

    private static async Task<HttpStatusCode> Send(Visitor visitor, HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = new StringContent(body?.ToJsonString() ?? "", new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<string> Upload(Visitor visitor, string content)
    {
        var page = await visitor.Page("/en/imports/new");
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        form.Add(new StringContent(""), "profile");
        form.Add(new StringContent(content), "files", "agreements.csv");
        using var answer = await visitor.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(visitor.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath;
    }

    private static async Task<IDocument> Finished(Visitor visitor, string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var page = await visitor.Page(path);
            if (page.QuerySelector("kk-poll") is null) return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(path);
    }
}

public sealed class WhatAContributorMayChangeInSqlite(Workplace workplace) : WhatAContributorMayChange(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class WhatAContributorMayChangeInPostgres : WhatAContributorMayChange
{
    public WhatAContributorMayChangeInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => TestServers.PostgresServer.Skip();
}
