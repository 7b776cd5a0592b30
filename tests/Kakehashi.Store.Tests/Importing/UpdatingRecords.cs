using System.Globalization;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>A file that meets records which are there already.</summary>
public abstract class UpdatingRecords(Func<Task<string?>> postgres)
{
    private const string Head = "reference,title_ja,title_en,type,level,state,website,expires_on\n";
    private const string Good = "A-1,協定,Agreement,research,university,in_force,https://example.org,2029-03-31\n";

    private string? connection;

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var world = await Open();
        await world.Template("agreements", Head + Good);
        var again = await world.Template("agreements", Head + Good);
        Assert.Equal((0, 0, 1), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal((1, 1, 2), await world.Written());
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task An_empty_cell_empties_the_field_and_a_missing_column_leaves_it_alone()
    {
        await using var world = await Open();
        await world.Template("agreements", Head + Good);
        var report = await world.Template("agreements", "reference,title_ja,type,level,state,website\nA-1,新しい名称,research,university,in_force,\n");
        Assert.Equal(1, report.Updated);
        var agreement = Assert.Single(await world.All<Agreement>());
        Assert.Equal((null, new DateOnly(2029, 3, 31)), (agreement.Website, agreement.ExpiresOn));
        Assert.Equal(new Bilingual("新しい名称", "Agreement"), agreement.Title);
    }

    [Fact]
    public async Task An_empty_cell_of_a_required_field_is_rejected_also_in_an_update()
    {
        await using var world = await Open();
        await world.Template("agreements", Head + Good);
        var report = await world.Import("agreements", world.Write("again.csv", "reference,title_ja,type,level,state\nA-1,協定,,university,in_force\n"));
        Assert.Equal(("value.required", "type"), (Assert.Single(report.Errors).Problem.Code, report.Errors[0].Problem.Column));
        Assert.Equal(AgreementType.Research, Assert.Single(await world.All<Agreement>()).Type);
    }

    [Fact]
    public async Task An_update_of_most_records_is_stopped_until_it_is_accepted()
    {
        await using var world = await Open();
        await world.Template("agreements", Many("旧"));
        var file = world.Write("changed.csv", Many("新"));
        var before = await world.Written();
        var stopped = await world.Import("agreements", file);
        Assert.Equal("import.mass-change", stopped.Refusal?.Code);
        Assert.Contains("60", stopped.Refusal!.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("--accept-mass-change", stopped.Refusal.Message.En, StringComparison.Ordinal);
        Assert.Equal(before, await world.Written());
        var accepted = await world.Run("agreements", new() { Commit = true, AcceptMassChange = true }, file);
        Assert.Equal((60, true), (accepted.Updated, accepted.IsCommitted));
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_write_it_once()
    {
        var server = await postgres();
        await using var one = await ImportWorld.Open(server);
        await using var other = await one.Another(server);
        var file = one.Write("many.csv", Many("協定"));
        var reports = await Task.WhenAll(Task.Run(() => one.Import("agreements", file)), Task.Run(() => other.Import("agreements", file)));
        Assert.All(reports, report => Assert.True(report.IsCommitted, report.Refusal?.Message.En));
        Assert.Equal([0, 60], reports.Select(report => report.Created).Order());
        Assert.Equal(60, (await one.All<Agreement>()).Count);
        Assert.Empty(await one.Faults());
    }

    [Fact]
    public async Task Two_imports_of_different_files_at_once_are_both_written()
    {
        var server = await postgres();
        await using var one = await ImportWorld.Open(server);
        await using var other = await one.Another(server);
        var (agreements, units) = (one.Write("many.csv", Many("協定")), one.Write("units.csv", "unit_code,name_ja,kind\nU-1,工学部,faculty\n"));
        var reports = await Task.WhenAll(Task.Run(() => one.Import("agreements", agreements)), Task.Run(() => other.Import("org-units", units)));
        Assert.Equal([60, 1], reports.Select(report => report.Created));
        Assert.Equal((61, 2, 2), await one.Written());
        Assert.Empty(await one.Faults());
    }

    [Fact]
    public async Task A_name_in_the_other_language_and_parts_that_are_there_stay()
    {
        await using var world = await Open();
        await world.Template("organisations", "name_ja,name_en,kind,status,country,identifiers\n大学,Old,education,active,ES,erasmus | E MADRID14; local | 7\n");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(world.Workspace.Data, "profiles")).FullName, "list.yaml"), """
            code: list
            name: {ja: 一覧, en: List}
            record: organisation
            fields:
              name: {en: {column: Name}}
              country: {column: Country, lenient: true}
              kind: {constant: education}
              status: {constant: active}
              identifiers: {adds: true, parts: [{needs: value, fields: {scheme: {constant: erasmus}, value: {column: Code, clean: erasmus_code}}}]}
            """);
        await using var again = await world.Another(connection);
        var report = await again.Import("list", again.Write("list.csv", "Name,Code,Country\nNew,E_MADRID14,Nowhere\n"));
        Assert.Equal((1, 1), (report.Updated, report.WarningCount));
        var organisation = Assert.Single(await again.All<Organisation>());
        Assert.Equal((new Bilingual("大学", "New"), "ES", 2), (organisation.Name, organisation.Country, organisation.Identifiers.Count));
    }

    [Fact]
    public async Task Two_rows_may_mean_one_record_by_different_identifiers()
    {
        await using var world = await Open();
        await world.Template("organisations", "name_en,kind,status,country,identifiers\nOld,education,active,ES,erasmus | E MADRID14; local | 7\n");
        var report = await world.Template("organisations", "name_en,kind,status,website,identifiers\nOld,education,active,https://example.org,erasmus | E MADRID14\nNew,education,active,https://example.org,local | 7\n");
        Assert.Equal((0, 2), (report.Created, report.Updated));
        var organisation = Assert.Single(await world.All<Organisation>());
        Assert.Equal(("New", "https://example.org", "local"), (organisation.Name.En, organisation.Website, CodeNames.Of(Assert.Single(organisation.Identifiers).Scheme)));
        Assert.Empty(await world.Faults());
    }

    [Fact]
    public async Task Links_are_given_by_key_or_number_also_within_parts_and_within_one_file()
    {
        await using var world = await Open();
        // a faculty may stand before the university that it is part of
        await world.Template("org-units", "unit_code,name_ja,kind,parent\nF-1,工学部,faculty,U\nD-1,機械科,department,F-1\nU,大学,university,\n");
        await world.Template("organisations", "name_en,kind,status,identifiers\nPartner,education,active,ror | https://ror.org/01dq60k83\n");
        var units = (await world.All<OrgUnit>()).ToDictionary(unit => unit.UnitCode);
        Assert.Equal((units["U"].Id, units["F-1"].Id), (units["F-1"].Parent, units["D-1"].Parent));
        await world.Template("agreements", "reference,title_en,type,level,state,partner,unit,other_parties,other_units\n"
            + $"A-1,Title,research,university,in_force,ror:https://ror.org/01dq60k83,#{units["U"].Number},ror:https://ror.org/01dq60k83 | As signed; | Somebody,F-1; #{units["D-1"].Number}\n");
        var agreement = Assert.Single(await world.All<Agreement>());
        var partner = Assert.Single(await world.All<Organisation>()).Id;
        Assert.Equal((partner, units["U"].Id), (agreement.Partner, agreement.Unit));
        Assert.Equal([(partner, "As signed"), ((Id<Organisation>?)null, "Somebody")], agreement.OtherParties.Select(party => (party.Organisation, party.SignedAs)));
        Assert.Equal([units["F-1"].Id, units["D-1"].Id], agreement.OtherUnits.Select(unit => unit.Unit));
    }

    [Fact]
    public async Task A_ROR_ID_is_the_same_with_and_without_its_address()
    {
        await using var world = await Open();
        await world.Template("organisations", "name_en,kind,status,identifiers\nTohoku,education,active,ror | 01DQ60K83\n");
        var again = await world.Template("organisations", "name_en,kind,status,identifiers\nTohoku,education,active,ror | https://ror.org/01dq60k83\n");
        Assert.Equal((0, 0, 1), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal("https://ror.org/01dq60k83", Assert.Single(Assert.Single(await world.All<Organisation>()).Identifiers).Value);
        await using var context = world.Workspace.Database.Read();
        Assert.Equal("ror:https://ror.org/01dq60k83", Assert.Single(context.Keys.Select(key => key.Key)));
        Assert.Empty(await world.Faults());
    }

    [Theory]
    [InlineData("other_units", "F-9", "“F-9”")]
    [InlineData("other_units", "#77", "“#77”")]
    [InlineData("other_parties", "ror:x | Name", "“ror:x”")]
    public async Task A_link_within_parts_that_leads_nowhere_is_rejected(string column, string cell, string shown)
    {
        await using var world = await Open();
        var report = await world.Import("agreements", world.Write("a.csv", $"reference,title_en,type,level,state,{column}\nA-1,Title,research,university,in_force,{cell}\n"));
        var problem = Assert.Single(report.Errors).Problem;
        Assert.Equal(("reference.unresolved", column), (problem.Code, problem.Column));
        Assert.Contains(shown, problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_are_part_of_each_other_or_of_nothing_are_rejected()
    {
        await using var world = await Open();
        var report = await world.Look("org-units", world.Write("units.csv", "unit_code,name_ja,kind,parent\nA,甲,faculty,B\nB,乙,faculty,A\nC,丙,faculty,Z\nD,丁,faculty,\n"));
        Assert.Equal(["reference.unresolved", "reference.unresolved", "reference.unresolved"], report.Errors.Select(problem => problem.Problem.Code));
        Assert.Equal((1, 3), (report.Created, report.Rejected));
    }

    private static string Many(string title) =>
        Head + string.Concat(Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"A-{i},{title},,research,university,in_force,,\n")));

    private async Task<ImportWorld> Open() => await ImportWorld.Open(connection = await postgres());
}

public sealed class UpdatingRecordsInSqlite() : UpdatingRecords(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class UpdatingRecordsInPostgres(PostgresServer server) : UpdatingRecords(async () => await Empty.OnServer(server));
