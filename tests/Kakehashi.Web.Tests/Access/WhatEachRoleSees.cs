using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Access.People;

namespace Kakehashi.Web.Tests.Access;

public sealed class WhatEachRoleSees(Workplace workplace)
{
    private static readonly string[] Units = ["ENG", "MECH", "LAW"];

    public static TheoryData<string, bool> Everybody => WhatEachRoleMayAskFor.Everybody;

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Are_the_agreements_of_the_units_of_the_role_wherever_they_are_listed(string role, bool isOfUnit)
    {
        var (who, visitor) = Somebody(role, isOfUnit);
        using (visitor)
        {
            string[] seen = who.SeesLaw ? ["AG-ENG", "AG-MECH", "AG-LAW", "AG-NONE"] : ["AG-ENG", "AG-MECH"];
            foreach (var path in new[]
            {
                "/en/agreements", "/en/agreements?q=Agreement", "/en/agreements?country=FR", "/en/agreements?country=FR&sort=-effective_from", "/en/search?q=Agreement", "/en/agreements/options?q=Agreement",
                "/en/agreements/export.csv", "/en/agreements/export.csv?q=Agreement", "/en/agreements/export.csv?sort=effective_from", "/api/v1/agreements", "/api/v1/agreements?q=Agreement",
                "/api/v1/agreements?sort=effective_from", "/api/v1/search?q=Agreement",
            })
            {
                var text = await visitor.Text(path);
                foreach (var reference in new[] { "AG-ENG", "AG-MECH", "AG-LAW", "AG-NONE" })
                    Assert.True(text.Contains(reference, StringComparison.Ordinal) == seen.Contains(reference), $"{path}: {reference}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Are_the_stays_of_the_units_of_the_role_behind_figures_too(string role, bool isOfUnit)
    {
        var (who, visitor) = Somebody(role, isOfUnit);
        using (visitor)
        {
            foreach (var path in new[] { "/en/mobility-periods?size=200", "/en/indicators/FL-01/records?period=FY2025", "/api/v1/mobility-periods", "/en/mobility-periods/export.csv" })
            {
                var text = await visitor.Text(path);
                foreach (var unit in Units)
                {
                    var reference = $"S-{unit}-3";
                    var isThere = text.Contains($"mobility-periods/{workplace[reference]}\"", StringComparison.Ordinal) || text.Contains(reference, StringComparison.Ordinal);
                    Assert.True(isThere == (who.SeesLaw || unit != "LAW"), $"{path}: {unit}");
                }
            }

            // what refers to a partner, a unit or an agreement is counted as far as it is seen
            var related = await visitor.Page($"/en/org-units/{workplace["LAW"]}");
            Assert.Equal(who.SeesLaw, related.QuerySelector(".references")?.TextContent.Contains("Mobility periods", StringComparison.Ordinal) == true);
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Has_what_is_personal_only_for_those_who_work_with_it(string role, bool isOfUnit)
    {
        var (who, visitor) = Somebody(role, isOfUnit);
        using (visitor)
        {
            var (stay, number) = ($"mobility-periods/{workplace["S-ENG-2"]}", "P-S-ENG-2");
            Assert.DoesNotContain("P-S-", await visitor.Text($"/en/{stay}"));
            Assert.DoesNotContain("P-BEFORE", await visitor.Text($"/en/{stay}"));
            foreach (var path in new[] { "/en/mobility-periods/export.csv", "/api/v1/mobility-periods", $"/api/v1/{stay}", $"/api/v1/{stay}/history" })
            {
                var text = await visitor.Text(path);
                Assert.True(text.Contains(number, StringComparison.Ordinal) == who.SeesPersonal, path);
                Assert.True(who.SeesPersonal || !text.Contains("P-BEFORE", StringComparison.Ordinal), path);
            }

            var reveal = (await visitor.Page($"/en/{stay}")).QuerySelector("input[name=_handler][value=personal]");
            Assert.Equal(who.SeesPersonal, reveal is not null);
            if (who.SeesPersonal) await ShowsIt(visitor, $"/en/{stay}", number);
            else Assert.Equal("[\"person_key\",\"person_name\",\"person_name_native\",\"born_on\"]", JsonNode.Parse(await visitor.Text($"/api/v1/{stay}"))!["_masked"]!.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Does_not_tell_what_is_personal_by_answering_guesses(string role, bool isOfUnit)
    {
        var (who, visitor) = Somebody(role, isOfUnit);
        using (visitor)
        {
            foreach (var condition in new[] { "person_key=P-S-ENG-1", "person_key.contains=S-ENG-1", "person_key.has=true" })
                foreach (var path in new[] { "/api/v1/mobility-periods?", "/en/mobility-periods/export.csv?" })
                {
                    using var answer = await visitor.Get(path + condition);
                    Assert.Equal(who.SeesPersonal ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
                    if (who.SeesPersonal) Assert.Contains("S-ENG-1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                }

            foreach (var path in new[] { "/en/search?q=P-S-ENG-1", "/en/mobility-periods?q=P-S-ENG-1", "/api/v1/search?q=P-S-ENG-1", "/en/mobility-periods/options?q=P-S-ENG-1" })
                Assert.DoesNotContain($"mobility-periods/{workplace["S-ENG-1"]}\"", await visitor.Text(path));
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Does_not_name_a_record_of_others_that_one_of_ours_links_to(string role, bool isOfUnit)
    {
        var (who, visitor) = Somebody(role, isOfUnit);
        using (visitor)
        {
            var stay = $"mobility-periods/{workplace["S-CROSS"]}";
            List<string> paths = [$"/en/{stay}", $"/api/v1/{stay}", "/api/v1/mobility-periods", "/en/mobility-periods/export.csv"];
            if (who.Writes) paths.Add($"/en/{stay}/edit");
            if (who.SeesLaw) paths.Add($"/en/mobility-periods?agreement={workplace["AG-LAW"]}");
            else Assert.DoesNotContain("AG-LAW", await visitor.Text($"/en/mobility-periods?agreement={workplace["AG-LAW"]}"));
            foreach (var path in paths) Assert.True((await visitor.Text(path)).Contains("AG-LAW", StringComparison.Ordinal) == who.SeesLaw, path);
        }
    }

    /// <summary>Who sees everything and works for one unit alone sees the personal data of that unit alone, and erases there alone.</summary>
    [Fact]
    public async Task Has_what_is_personal_of_the_own_unit_alone_where_the_rest_is_only_read()
    {
        var (visitor, _) = await workplace.New(new(Role.Viewer, null), new(Role.Administrator, workplace["ENG"]));
        using (visitor)
        {
            var all = await visitor.Text("/api/v1/mobility-periods");
            Assert.Contains("P-S-MECH-1", all);
            Assert.Contains("S-LAW-1", all);
            Assert.DoesNotContain("P-S-LAW-1", all);
            Assert.DoesNotContain("P-S-LAW-1", await visitor.Text("/en/mobility-periods/export.csv"));
            Assert.DoesNotContain("S-LAW", await visitor.Text("/api/v1/mobility-periods?person_key.has=true"));
            var law = $"mobility-periods/{workplace["S-LAW-1"]}";
            Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/en/{law}"));
            Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status($"/en/{law}/edit"));
            Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status($"/en/{law}/erase"));
            Assert.Null((await visitor.Page($"/en/{law}")).QuerySelector($"a[href='{law}/erase']"));
            using var erased = await visitor.Client.PostAsync(new Uri($"/api/v1/{law}/erase", UriKind.Relative), new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, erased.StatusCode);
            Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/en/mobility-periods/{workplace["S-MECH-1"]}/erase"));
        }
    }

    private static async Task ShowsIt(Visitor visitor, string path, string number)
    {
        using var shown = await visitor.Send(path, "personal");
        var text = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(number, text);
        Assert.Contains("P-BEFORE", text);
        Assert.Contains(number, await visitor.Text(path + "/edit"));
    }

    private (Who Who, Visitor Visitor) Somebody(string role, bool isOfUnit)
    {
        var who = new Who(Enum.Parse<Role>(role), isOfUnit);
        return (who, workplace.As(who));
    }
}
