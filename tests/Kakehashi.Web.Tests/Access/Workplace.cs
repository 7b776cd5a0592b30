using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;
using Kakehashi.TestServers;
using Kakehashi.Web.Tests.Api;

[assembly: AssemblyFixture(typeof(Kakehashi.Web.Tests.Access.Workplace))]

namespace Kakehashi.Web.Tests.Access;

/// <summary>Somebody with a role, everywhere or for Engineering with what is below it.</summary>
/// <param name="Role">The role.</param>
/// <param name="IsOfUnit">Only for Engineering.</param>
public sealed record Who(Role Role, bool IsOfUnit)
{
    public static IReadOnlyList<Who> All { get; } = [.. Enum.GetValues<Role>().SelectMany(role => new Who[] { new(role, false), new(role, true) })];

    public bool Writes => Role is Role.Contributor or Role.Officer or Role.Administrator;

    public bool WritesShared => Role is Role.Officer or Role.Administrator;

    public bool Imports => Role is not Role.Viewer;

    public bool SeesPersonal => Writes;

    public bool Erases => Role == Role.Administrator;

    public bool SteersUnits => Role is Role.Strategist or Role.Administrator;

    public bool ControlsExports => Role == Role.ExportController;

    public bool Steers => SteersUnits && !IsOfUnit;

    public bool Administers => Role == Role.Administrator && !IsOfUnit;

    /// <summary>As the records of Law, or of no unit.</summary>
    public bool SeesLaw => !IsOfUnit;

    public override string ToString() => $"{Role}{(IsOfUnit ? " of Engineering" : "")}";
}

/// <summary>
/// The real program with two faculties, of which one has a department, and records of each: six stays with a person's
/// number, so that figures are not suppressed, and an agreement; nothing of it is changed by tests but what they add.
/// </summary>
public class Workplace : IAsyncLifetime
{
    public const int StaysOfEach = 6;

    private readonly Dictionary<string, long> numbers = [];
    private readonly Dictionary<Who, string> cookies = [];
    private Office? office;

    /// <summary>Another office of the same kind, with nothing in it.</summary>
    internal virtual Task<Office> Another() => Office.Open();

    internal Office Office => office!;

    internal Uri Site => Office.Client.BaseAddress!;

    /// <summary>The number of a record by its code or reference.</summary>
    public long this[string reference] => numbers[reference];

    public virtual async ValueTask InitializeAsync()
    {
        office = await Another();
        await Unit("ENG", "faculty", null);
        await Unit("MECH", "department", this["ENG"]);
        await Unit("LAW", "faculty", null);
        numbers["KOREA"] = (await Office.Create("organisations", JsonNode.Parse("""{"name":{"ja":"高麗大学","en":"Korea University"},"country":"KR","kind":"education","status":"active"}""")!)).Id;
        foreach (var unit in new[] { "ENG", "MECH", "LAW" })
        {
            numbers["AG-" + unit] = (await Office.Create("agreements", Office.AnAgreement("AG-" + unit, this[unit]))).Id;
            for (var i = 1; i <= StaysOfEach; i++) await Stay($"S-{unit}-{i}", unit, "AG-" + unit);
        }

        numbers["AG-NONE"] = (await Office.Create("agreements", Office.AnAgreement("AG-NONE"))).Id;
        // a stay in a department by an agreement of another faculty
        await Stay("S-CROSS", "MECH", "AG-LAW");
        // the number of this person was another before, which the history knows
        await Changed("S-ENG-2", "P-BEFORE");
        await Changed("S-ENG-2", "P-S-ENG-2");
        foreach (var who in Who.All) cookies[who] = await Door.Cookie(Office.Services, Grant(who));
        await Office.Workspace.Facts.AskAsync(TimeSpan.FromMinutes(2), default);
        await KeepStrategyAsync(Office.Workspace, TestContext.Current.CancellationToken);
    }

    /// <summary>A second version of the strategy, a round of self-assessment that is open, one that is being prepared, and a closed year.</summary>
    private async Task KeepStrategyAsync(Workspace workspace, CancellationToken cancel)
    {
        var tree = StrategyInForce.Load(workspace).Tree!;
        var saved = await workspace.SaveStrategyAsync(StrategyWriter.Write(tree with { Name = (tree.Name.Ja + "改", tree.Name.En + ", revised") }), new(0, "Renamed"), Actor.Local, cancel);
        numbers["EDITION"] = saved.Value!.Edition;
        RoundPlan plan = new() { Name = new("点検", "Round"), Period = "FY2025", Deadline = workspace.Today.AddDays(30), Actions = ["P1.1"], Units = [this["MECH"], this["LAW"]], Questions = [] };
        numbers["PREPARED"] = (await workspace.PrepareAsync(null, 0, plan, Actor.Local, cancel)).Value!.Number;
        numbers["ROUND"] = (await workspace.PrepareAsync(null, 0, plan with { Name = new("点検2", "Second round") }, Actor.Local, cancel)).Value!.Number;
        Assert.True((await workspace.OpenAsync(this["ROUND"], Actor.Local, cancel)).IsDone);
        Assert.True((await workspace.CloseAsync(Period.Fiscal(2025), null, Actor.Local, TimeSpan.FromMinutes(2), cancel)).IsDone);
    }

    public async ValueTask DisposeAsync()
    {
        if (office is not null) await office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Visitor As(Who who) => new(Site, cookies[who]);

    internal Visitor Nobody() => new(Site, null);

    /// <summary>Somebody new with these roles, of whom tests may take what they like.</summary>
    internal async Task<(Visitor Visitor, Account Account)> New(params NewGrant[] grants)
    {
        var (account, cookie) = await Door.Somebody(Office.Services, grants);
        return (new(Site, cookie), account);
    }

    internal NewGrant Grant(Who who) => new(who.Role, who.IsOfUnit ? this["ENG"] : null);

    /// <summary>A stay as the API takes it.</summary>
    internal JsonObject AStay(string reference, string unit, string agreement) => new()
    {
        ["reference"] = reference,
        ["direction"] = "in",
        ["kind"] = "student",
        ["person_key"] = "P-" + reference,
        ["unit"] = this[unit],
        ["agreement"] = this[agreement],
        ["home_country"] = "KR",
        ["started_on"] = "2025-04-01",
        ["partner_name"] = "Korea University",
    };

    private async Task Stay(string reference, string unit, string agreement) =>
        numbers[reference] = (await Office.Create("mobility-periods", AStay(reference, unit, agreement))).Id;

    private async Task Changed(string reference, string person)
    {
        var changed = await Office.Send(HttpMethod.Patch, $"mobility-periods/{this[reference]}", new JsonObject { ["person_key"] = person }, "*");
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    private async Task Unit(string code, string kind, long? parent)
    {
        var unit = Office.AUnit(code, kind);
        unit["parent"] = parent;
        numbers[code] = (await Office.Create("org-units", unit)).Id;
    }
}
