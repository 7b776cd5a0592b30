using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

/// <summary>
/// Every address of the program, asked for by everybody with every role and by nobody. An address that is not in this table
/// fails the test: who adds one says here who may have it.
/// </summary>
public sealed partial class WhatEachRoleMayAskFor(Workplace workplace)
{
    private const int Ok = 200, Missing = 404, Denied = 403, SentOn = 302, SeeOther = 303;

    /// <summary>The form token is missing: the address answered whoever asked.</summary>
    private const int NoToken = 400;

    /// <summary>A question to an address.</summary>
    /// <param name="Pattern">The route, with the method where it is no page.</param>
    /// <param name="Method">How it is asked.</param>
    /// <param name="Path">Where; a reference in braces becomes the number of that record.</param>
    /// <param name="Expected">What whoever asks is answered.</param>
    private sealed record Question(string Pattern, HttpMethod Method, string Path, Func<Who, int> Expected)
    {
        /// <summary>What nobody is answered: pages lead to the sign-in, the API says that it needs a token.</summary>
        public int Nobody { get; init; } = IsOfApi(Path) ? 401 : SentOn;

        public bool IsForPrograms => IsOfApi(Path);

        private static bool IsOfApi(string path) => path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal);
    }

    private static int All(Who who) => Ok;

    private static int OfLaw(Who who) => who.SeesLaw ? Ok : Missing;

    private static Func<Who, int> If(Func<Who, bool> may, int then = Ok) => who => may(who) ? then : Denied;

    private static Func<Who, int> IfSeen(Func<Who, bool> may, int then = Ok) => who => !who.SeesLaw ? Missing : may(who) ? then : Denied;

    private static IEnumerable<Question> Questions()
    {
        foreach (var (pattern, path, expected) in Pages()) yield return new(pattern, HttpMethod.Get, path, expected);
        foreach (var (pattern, path, expected) in Files()) yield return new("GET " + pattern, HttpMethod.Get, path, expected);
        foreach (var question in OfTheApi()) yield return question;
        foreach (var question in Open()) yield return question;
    }

    private static (string, string, Func<Who, int>)[] Pages() =>
    [
        ("/", "/en/", All),
        ("/search", "/en/search?q=Agreement", All),
        ("/strategy", "/en/strategy", All),
        ("/strategy/{Code}", "/en/strategy/T1.5", All),
        ("/strategy/{Code}", "/en/strategy/T1", All),
        ("/strategy/edit", "/en/strategy/edit", If(who => who.Steers)),
        ("/strategy/versions", "/en/strategy/versions", All),
        ("/strategy/versions/{Edition:int}", "/en/strategy/versions/999999", who => Missing),
        ("/strategy/versions/{Edition:int}", "/en/strategy/versions/{EDITION}", All),
        ("/{Route}", "/en/strategy-versions", All),
        ("/{Route}/new", "/en/strategy-versions/new", who => Denied),
        ("/world", "/en/world", All),
        ("/compare", "/en/compare?of=countries&item=KR", All),
        ("/countries/{Code}", "/en/countries/KR", All),
        ("/regions/{Code}", "/en/regions/030", All),
        ("/units/{Number:long}", "/en/units/{LAW}", All),
        ("/units/{Code}", "/en/units/LAW", All),
        ("/indicators", "/en/indicators", All),
        ("/indicators/{Code}", "/en/indicators/FL-01", All),
        ("/indicators/{Code}/records", "/en/indicators/FL-01/records?period=FY2025", All),
        ("/{Route}", "/en/agreements", All),
        ("/procedures", "/en/procedures", All),
        ("/procedures/{Number:long}", "/en/procedures/{AG-MECH}", All),
        ("/procedures/{Number:long}", "/en/procedures/{AG-LAW}", OfLaw),
        ("/procedures/{Number:long}/draft", "/en/procedures/{AG-MECH}/draft", All),
        ("/procedures/{Number:long}/draft", "/en/procedures/{AG-LAW}/draft?layout=ja", OfLaw),
        ("/procedures/reminders", "/en/procedures/reminders", If(who => who.WritesShared)),
        ("/procedures/calendar", "/en/procedures/calendar", All),
        ("/procedures/templates", "/en/procedures/templates", All),
        ("/procedures/{Number:long}/sheet", "/en/procedures/{AG-MECH}/sheet", All),
        ("/procedures/{Number:long}/sheet", "/en/procedures/{AG-LAW}/sheet", OfLaw),
        ("/partnerships", "/en/partnerships", All),
        ("/partnerships/suggestions", "/en/partnerships/suggestions", All),
        ("/partnerships/reviews", "/en/partnerships/reviews", All),
        ("/partnerships/compare", "/en/partnerships/compare?partner={KOREA}", All),
        ("/partnerships/policy", "/en/partnerships/policy", All),
        ("/partnerships/{Number:long}", "/en/partnerships/{KOREA}", All),
        ("/partnerships/{Number:long}", "/en/partnerships/999999", who => Missing),
        ("/partnerships/{Number:long}/review", "/en/partnerships/{KOREA}/review", If(who => who.Steers || who.WritesShared)),
        ("/{Route}", "/en/partner-tier-decisions", All),
        ("/{Route}/new", "/en/partner-tier-decisions/new", who => Denied),
        ("/{Route}", "/en/partnership-reviews", All),
        ("/{Route}/new", "/en/partnership-reviews/new", who => Denied),
        ("/{Route}", "/en/agreement-procedures", All),
        ("/{Route}/new", "/en/agreement-procedures/new", who => Denied),
        ("/{Route}", "/en/agreement-reviewers", All),
        ("/{Route}", "/en/overseas-bases", All),
        ("/{Route}/new", "/en/overseas-bases/new", If(who => who.Writes)),
        ("/ewp", "/en/ewp", If(who => who.Imports)),
        ("/agreement-reports", "/en/agreement-reports", All),
        ("/agreement-reports/records", "/en/agreement-reports/records?part=inactive", All),
        ("/agreement-reports/survey", "/en/agreement-reports/survey", All),
        ("/{Route}", "/en/mobility-periods", All),
        ("/{Route}", "/en/org-units", All),
        ("/{Route}", "/en/item-classifications", If(who => who.ControlsExports)),
        ("/{Route}/new", "/en/item-classifications/new", If(who => who.ControlsExports)),
        ("/{Route}/{Number:long}", "/en/item-classifications/999999", If(who => who.ControlsExports, Missing)),
        ("/{Route}", "/en/export-reviews", If(who => who.ControlsExports)),
        ("/{Route}/new", "/en/export-reviews/new", who => Denied),
        ("/{Route}", "/en/export-licences", If(who => who.ControlsExports)),
        ("/{Route}/new", "/en/export-licences/new", If(who => who.ControlsExports)),
        ("/reviews", "/en/reviews", If(who => who.ControlsExports)),
        ("/reviews/new", "/en/reviews/new", If(who => who.ControlsExports)),
        ("/reviews/new", "/en/reviews/new?subject=acceptance", If(who => who.ControlsExports)),
        ("/reviews/{Number:long}", "/en/reviews/999999", If(who => who.ControlsExports, Missing)),
        ("/reviews/{Number:long}/edit", "/en/reviews/999999/edit", If(who => who.ControlsExports, Missing)),
        ("/{Route}/{Number:long}", "/en/agreements/{AG-MECH}", All),
        ("/{Route}/{Number:long}", "/en/agreements/{AG-LAW}", OfLaw),
        ("/{Route}/{Number:long}", "/en/agreements/{AG-NONE}", OfLaw),
        ("/{Route}/{Number:long}", "/en/mobility-periods/{S-LAW-1}", OfLaw),
        ("/{Route}/{Number:long}", "/en/organisations/{KOREA}", All),
        ("/{Route}/{Number:long}", "/en/org-units/{LAW}", All),
        ("/duplicates", "/en/duplicates", If(who => who.WritesShared)),
        ("/duplicates/{First:long}/{Second:long}", "/en/duplicates/{KOREA}/999999", If(who => who.WritesShared, Missing)),
        ("/{Route}", "/en/organisation-pairs", All),
        ("/{Route}/new", "/en/organisation-pairs/new", who => Denied),
        ("/{Route}/new", "/en/agreements/new", If(who => who.Writes)),
        ("/{Route}/new", "/en/organisations/new", If(who => who.WritesShared)),
        ("/{Route}/new", "/en/org-units/new", If(who => who.Administers)),
        ("/{Route}/new", "/en/area-plans/new", If(who => who.SteersUnits)),
        ("/{Route}/new", "/en/area-knowledge/new", If(who => who.Writes)),
        ("/{Route}/new", "/en/manual-figures/new", If(who => who.Writes || who.SteersUnits)),
        ("/{Route}/{Number:long}/edit", "/en/agreements/{AG-ENG}/edit", If(who => who.Writes)),
        ("/{Route}/{Number:long}/edit", "/en/agreements/{AG-LAW}/edit", IfSeen(who => who.Writes)),
        ("/{Route}/{Number:long}/edit", "/en/organisations/{KOREA}/edit", If(who => who.WritesShared)),
        ("/{Route}/{Number:long}/edit", "/en/org-units/{MECH}/edit", If(who => who.Administers)),
        ("/{Route}/{Number:long}/withdraw", "/en/agreements/{AG-MECH}/withdraw", If(who => who.Writes)),
        ("/{Route}/{Number:long}/withdraw", "/en/agreements/{AG-NONE}/withdraw", IfSeen(who => who.Writes)),
        ("/{Route}/{Number:long}/restore", "/en/agreements/{AG-MECH}/restore", If(who => who.Writes)),
        ("/{Route}/{Number:long}/restore", "/en/agreements/{AG-LAW}/restore", IfSeen(who => who.Writes)),
        ("/{Route}/{Number:long}/erase", "/en/mobility-periods/{S-MECH-1}/erase", If(who => who.Erases)),
        ("/{Route}/{Number:long}/erase", "/en/mobility-periods/{S-LAW-1}/erase", who => !who.Erases ? Denied : OfLaw(who)),
        ("/erasures", "/en/erasures", If(who => who.Erases)),
        ("/erasures/{Id:long}", "/en/erasures/999999", If(who => who.Erases, Missing)),
        ("/imports", "/en/imports", If(who => who.Imports)),
        ("/imports/new", "/en/imports/new", If(who => who.Imports)),
        ("/imports/arriving/{Token}", "/en/imports/arriving/unknown", If(who => who.Imports)),
        ("/imports/{Id:long}", "/en/imports/999999", If(who => who.Imports, Missing)),
        ("/imports/{Id:long}/profile", "/en/imports/999999/profile", If(who => who.Imports, Missing)),
        ("/people", "/en/people", If(who => who.Administers)),
        ("/people/new", "/en/people/new", If(who => who.Administers)),
        ("/people/{Id:guid}", "/en/people/00000000-0000-0000-0000-000000000001", If(who => who.Administers, Missing)),
        ("/people/looks", "/en/people/looks", If(who => who.Administers)),
        ("/outbox", "/en/outbox", If(who => who.Administers)),
        ("/outbox/{Id:guid}", "/en/outbox/00000000-0000-0000-0000-000000000001", If(who => who.Administers, Missing)),
        ("/account", "/en/account", All),
        ("/account/passkeys", "/en/account/passkeys", All),
        ("/account/confirm", "/en/account/confirm", All),
        ("/board", "/en/board", All),
        ("/screening", "/en/screening", If(who => who.ControlsExports)),
        ("/screening/cases/{Number:long}", "/en/screening/cases/999999", If(who => who.ControlsExports, Missing)),
        ("/screening/lists", "/en/screening/lists", If(who => who.ControlsExports)),
        ("/screening/lists/{List}/{Sha}", "/en/screening/lists/meti/999999", If(who => who.ControlsExports, Missing)),
        ("/registry", "/en/registry", If(who => who.WritesShared)),
        ("/registry/sure", "/en/registry/sure", If(who => who.WritesShared)),
        ("/registry/updates", "/en/registry/updates", If(who => who.WritesShared)),
        ("/registry/{Number:long}", "/en/registry/999999", If(who => who.WritesShared, Missing)),
        ("/quality", "/en/quality", All),
        ("/quality/{Check}", "/en/quality/agreement.no-end", All),
        ("/quality/{Check}", "/en/quality/unknown", who => Missing),
        ("/periods", "/en/periods", All),
        ("/periods/{Name}", "/en/periods/FY2024", All),
        ("/periods/{Name}", "/en/periods/FY2025", All),
        ("/assessments", "/en/assessments", All),
        ("/assessments/new", "/en/assessments/new", If(who => who.Steers)),
        ("/assessments/{Number:long}", "/en/assessments/999999", who => Missing),
        ("/assessments/{Number:long}", "/en/assessments/{ROUND}", All),
        ("/assessments/{Number:long}/edit", "/en/assessments/999999/edit", If(who => who.Steers, Missing)),
        ("/assessments/{Number:long}/edit", "/en/assessments/{PREPARED}/edit", If(who => who.Steers)),
        ("/assessments/{Number:long}", "/en/assessments/{PREPARED}", who => who.Steers ? Ok : Missing),
        ("/assessments/{Number:long}/{Unit:long}/{Action}", "/en/assessments/999999/{ENG}/P1.1", who => Missing),
        ("/assessments/{Number:long}/{Unit:long}/{Action}", "/en/assessments/{ROUND}/{MECH}/P1.1", All),
        ("/assessments/{Number:long}/{Unit:long}/{Action}", "/en/assessments/{ROUND}/{LAW}/P1.1", OfLaw),
        ("/{Route}/new", "/en/action-milestones/new", If(who => who.SteersUnits)),
        ("/{Route}/new", "/en/action-evidence/new", If(who => who.Writes)),
        ("/{Route}/new", "/en/self-assessments/new", who => Denied),
        ("/{Route}", "/en/assessment-rounds", All),
        ("/publications", "/en/publications", If(who => who.Steers)),
        ("/publications/{Code}", "/en/publications/FL-01", If(who => who.Steers)),
        ("/styleguide", "/en/styleguide", who => Missing),
    ];

    private static (string, string, Func<Who, int>)[] Files() =>
    [
        ("/{route}/options", "/en/agreements/options?q=Agreement", All),
        ("/codes/{list}/options", "/en/codes/countries/options?q=France", All),
        ("/{route}/export.csv", "/en/agreements/export.csv", All),
        ("/{route}/export.xlsx", "/en/mobility-periods/export.xlsx", All),
        ("/{route}/export.csv", "/en/item-classifications/export.csv", If(who => who.ControlsExports)),
        ("/{route}/template.csv", "/en/agreements/template.csv", All),
        ("/{route}/template.xlsx", "/en/mobility-periods/template.xlsx", All),
        ("/ewp/{number:long}.xml", "/en/ewp/{AG-MECH}.xml", who => Missing),
        ("/agreement-reports/survey/agreements.{format:regex(^(csv|xlsx)$)}", "/en/agreement-reports/survey/agreements.csv", All),
        ("/agreement-reports/survey/bases.{format:regex(^(csv|xlsx)$)}", "/en/agreement-reports/survey/bases.xlsx", All),
        ("/imports/{id:long}/errors.csv", "/en/imports/999999/errors.csv", who => Missing),
        ("/imports/{id:long}/errors.xlsx", "/en/imports/999999/errors.xlsx", who => Missing),
        ("/assessments/{number:long}/report.docx", "/en/assessments/999999/report.docx", who => Missing),
        ("/assessments/{number:long}/report.docx", "/en/assessments/{ROUND}/report.docx", All),
        ("/outbox/{id:guid}/file", "/en/outbox/00000000-0000-0000-0000-000000000001/file", If(who => who.Administers, Missing)),
        ("/board.pptx", "/en/board.pptx", All),
        ("/strategy/strategy.yaml", "/en/strategy/strategy.yaml", All),
        ("/strategy/versions/{edition:int}.yaml", "/en/strategy/versions/999999.yaml", who => Missing),
        ("/strategy/versions/{edition:int}.yaml", "/en/strategy/versions/{EDITION}.yaml", All),
        ("/pdf", "/en/pdf?page=//elsewhere", who => Missing),
        ("/reviews/{number:long}/evidence/{hash}", "/en/reviews/999999/evidence/0", If(who => who.ControlsExports, Missing)),
        ("/procedures/calendar.ics", "/en/procedures/calendar.ics", All),
        ("/procedures/{number:long}/draft.docx", "/en/procedures/{AG-LAW}/draft.docx", OfLaw),
        ("/procedures/templates/{name}", "/en/procedures/templates/agreement.docx", All),
        ("/procedures/{number:long}/files/{hash}", "/en/procedures/{AG-MECH}/files/0", who => Missing),
        ("/pdf", "/en/pdf?page=account/passkeys", All),
        ("/periods/{name}/{revision:int}.json", "/en/periods/FY1990/1.json", who => Missing),
        ("/periods/{name}/{revision:int}.json", "/en/periods/FY2025/1.json", All),
        ("/periods/{name}/{revision:int}-across.json", "/en/periods/FY1990/1-across.json", who => Missing),
        ("/periods/{name}/{revision:int}-across.json", "/en/periods/FY2025/1-across.json", All),
        ("/indicators/{code}/figures.{format:regex(^(csv|xlsx)$)}", "/en/indicators/FL-01/figures.csv", All),
        ("/compare/figures.{format:regex(^(csv|xlsx)$)}", "/en/compare/figures.csv?of=countries&item=KR", All),
        ("/world/figures.{format:regex(^(csv|xlsx)$)}", "/en/world/figures.csv", All),
        ("/countries/{code}/figures.{format:regex(^(csv|xlsx)$)}", "/en/countries/KR/figures.csv", All),
        ("/regions/{code}/figures.{format:regex(^(csv|xlsx)$)}", "/en/regions/030/figures.csv", All),
        ("/partners/{number:long}/figures.{format:regex(^(csv|xlsx)$)}", "/en/partners/{KOREA}/figures.csv", All),
    ];

    /// <summary>Changes are asked for without a version or a body, so that whoever may is told so, and nothing is changed.</summary>
    private static IEnumerable<Question> OfTheApi()
    {
        const string One = "/api/v1/{route}/{number:long}";
        foreach (var method in new[] { "GET", "HEAD" })
        {
            yield return Api($"{method} /api/v1/record-types", "record-types", All);
            yield return Api($"{method} /api/v1/search", "search?q=Agreement", All);
            yield return Api($"{method} /api/v1/codes/{{list}}", "codes/countries", All);
            yield return Api($"{method} /api/v1/{{route}}", "agreements", All);
            yield return Api($"{method} {One}", "agreements/{AG-MECH}", All);
            yield return Api($"{method} {One}", "agreements/{AG-LAW}", OfLaw);
            yield return Api($"{method} /api/v1/{{route}}", "item-classifications", If(who => who.ControlsExports));
            yield return Api($"{method} /api/v1/{{route}}", "export-reviews", If(who => who.ControlsExports));
            yield return Api($"{method} {One}/history", "mobility-periods/{S-MECH-1}/history", All);
            yield return Api($"{method} {One}/history", "mobility-periods/{S-LAW-1}/history", OfLaw);
            yield return new($"{method} /openapi/v1.json", new(method), "/openapi/v1.json", All);
        }

        yield return new("GET /api/ewp/iias/index", HttpMethod.Get, "/api/ewp/iias/index", All);
        yield return new("GET /api/ewp/iias/get", HttpMethod.Get, "/api/ewp/iias/get?iia_id=999999", All);
        yield return Api("POST /api/v1/{route}", "agreements", If(who => who.Writes, 422));
        yield return Api("POST /api/v1/{route}", "organisations", If(who => who.WritesShared, 422));
        yield return Api("POST /api/v1/{route}", "org-units", If(who => who.Administers, 422));
        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
        {
            yield return Api($"{method} {One}", "agreements/{AG-MECH}", If(who => who.Writes, 428));
            yield return Api($"{method} {One}", "agreements/{AG-LAW}", IfSeen(who => who.Writes, 428));
            yield return Api($"{method} {One}", "organisations/{KOREA}", If(who => who.WritesShared, 428));
            yield return Api($"{method} {One}", "org-units/{MECH}", If(who => who.Administers, 428));
        }

        yield return Api($"POST {One}/restore", "agreements/{AG-MECH}/restore", If(who => who.Writes, 428));
        yield return Api($"POST {One}/restore", "agreements/{AG-LAW}/restore", IfSeen(who => who.Writes, 428));
        yield return Api($"POST {One}/erase", "mobility-periods/{S-MECH-1}/erase", If(who => who.Erases, 428));
        yield return Api($"POST {One}/erase", "mobility-periods/{S-LAW-1}/erase", IfSeen(who => who.Erases, 428));
        yield return new("/openapi/{**rest}", HttpMethod.Get, "/openapi/v2.json", who => Missing);
        yield return new("/api/{**rest}", HttpMethod.Get, "/api/v1/agreements/1/2/3", who => Missing);
    }

    private static Question Api(string pattern, string path, Func<Who, int> expected) => new(pattern, new(pattern.Split(' ')[0]), "/api/v1/" + path, expected);

    /// <summary>For those who are nobody yet, or no more.</summary>
    private static IEnumerable<Question> Open() =>
    [
        new("/sign-in", HttpMethod.Get, "/en/sign-in", All) { Nobody = Ok },
        new("/open", HttpMethod.Get, "/en/open", All) { Nobody = Ok },
        new("/open/indicators/{Code}", HttpMethod.Get, "/en/open/indicators/FL-01", who => Missing) { Nobody = Missing },
        new("/open/partners", HttpMethod.Get, "/en/open/partners", who => Missing) { Nobody = Missing },
        new("GET /open/indicators/{code}/data.{format:regex(^(csv|xlsx|json)$)}", HttpMethod.Get, "/en/open/indicators/FL-01/data.csv", who => Missing) { Nobody = Missing },
        new("GET /open/indicators/{code}.sdmx.{format:regex(^(csv|json)$)}", HttpMethod.Get, "/en/open/indicators/FL-01.sdmx.csv", who => Missing) { Nobody = Missing },
        new("GET /open/indicators/{code}.structure.json", HttpMethod.Get, "/en/open/indicators/FL-01.structure.json", who => Missing) { Nobody = Missing },
        new("GET /open/datapackage.{format:regex(^(json|zip)$)}", HttpMethod.Get, "/en/open/datapackage.json", who => Missing) { Nobody = Missing },
        new("GET /open/catalog.{format:regex(^(jsonld|ttl)$)}", HttpMethod.Get, "/en/open/catalog.ttl", All) { Nobody = Ok },
        new("GET /open/package/{table}.csv", HttpMethod.Get, "/en/open/package/fl-01.csv", who => Missing) { Nobody = Missing },
        new("GET /open/partners/data.{format:regex(^(csv|xlsx)$)}", HttpMethod.Get, "/en/open/partners/data.csv", who => Missing) { Nobody = Missing },
        new("GET /calendars/{secret}.ics", HttpMethod.Get, "/en/calendars/nobody-knows-it.ics", who => Missing) { Nobody = Missing },
        new("/welcome/{Secret}", HttpMethod.Get, "/en/welcome/unknown", who => 410) { Nobody = 410 },
        new("/status/{Code:int}", HttpMethod.Get, "/en/status/404", who => Missing) { Nobody = Missing },
        new("GET /_framework/opaque-redirect", HttpMethod.Get, "/_framework/opaque-redirect", who => 400),
        new("GET /healthz", HttpMethod.Get, "/healthz", All) { Nobody = Ok },
        new("POST /theme", HttpMethod.Post, "/theme", who => SeeOther) { Nobody = SeeOther },
        new("POST /sign-in/as", HttpMethod.Post, "/en/sign-in/as", who => NoToken) { Nobody = NoToken },
        new("/sign-in/refused/{Code}", HttpMethod.Get, "/en/sign-in/refused/unknown", who => Denied) { Nobody = Denied },
        new("POST /sign-in/passkey", HttpMethod.Post, "/en/sign-in/passkey", who => NoToken) { Nobody = NoToken },
        new("POST /sign-in/passkey/options", HttpMethod.Post, "/en/sign-in/passkey/options", who => NoToken) { Nobody = NoToken },
        new("POST /account/passkeys/options", HttpMethod.Post, "/en/account/passkeys/options", who => NoToken) { Nobody = SeeOther },
        new("POST /account/passkeys/add", HttpMethod.Post, "/en/account/passkeys/add", who => NoToken) { Nobody = SeeOther },
        new("POST /account/passkeys/remove", HttpMethod.Post, "/en/account/passkeys/remove", who => NoToken) { Nobody = SeeOther },
        new("POST /account/confirm/passkey", HttpMethod.Post, "/en/account/confirm/passkey", who => NoToken) { Nobody = SeeOther },
        new("POST /sign-out", HttpMethod.Post, "/en/sign-out", who => SeeOther) { Nobody = SeeOther },
    ];

    [Fact]
    public void Is_said_of_every_address_that_there_is()
    {
        var there = workplace.Office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null).SelectMany(Names).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(there, Questions().Select(question => question.Pattern).Distinct().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, bool> Everybody => [.. Who.All.Select(who => new TheoryDataRow<string, bool>(who.Role.ToString(), who.IsOfUnit))];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Is_answered_as_the_role_allows(string role, bool isOfUnit)
    {
        var who = new Who(Enum.Parse<Kakehashi.Access.People.Role>(role), isOfUnit);
        // of its own, since the last question ends the session
        var (visitor, _) = await workplace.New(workplace.Grant(who));
        using var _1 = visitor;
        await Ask(visitor, question => question.Expected(who));
    }

    [Fact]
    public async Task Is_for_nobody_who_has_not_signed_in()
    {
        using var visitor = workplace.Nobody();
        await Ask(visitor, question => question.Nobody);
    }

    private async Task Ask(Visitor visitor, Func<Question, int> expected)
    {
        var wrong = new List<string>();
        foreach (var question in Questions())
        {
            using var request = new HttpRequestMessage(question.Method, Reference().Replace(question.Path, match => workplace[match.Groups[1].Value].ToString(CultureInfo.InvariantCulture)));
            if (question.Method != HttpMethod.Get && question.Method != HttpMethod.Head) request.Content = new StringContent(question.IsForPrograms ? "{}" : "", new System.Net.Http.Headers.MediaTypeHeaderValue(question.IsForPrograms ? "application/json" : "application/x-www-form-urlencoded"));
            using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode != expected(question)) wrong.Add($"{question.Method} {question.Path}: {(int)answer.StatusCode}, not {expected(question)}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>Pages by their route; other addresses with each of their methods.</summary>
    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var isPage = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;
        var methods = isPage ? [] : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count == 0 ? [route] : methods.Select(method => $"{method} {route}");
    }

    [GeneratedRegex(@"\{([A-Z0-9-]+)\}")]
    private static partial Regex Reference();
}
