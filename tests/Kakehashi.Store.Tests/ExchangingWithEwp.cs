using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Ewp;
using Kakehashi.Platform.Import;
using Kakehashi.Store.Tests.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>Agreements that go out as files of Erasmus Without Paper, and come in again the way of every import.</summary>
public sealed class ExchangingWithEwp
{
    private const string Organisations = "name_en,kind,status,country,identifiers\nVale University,education,active,FI,schac | vale.example\n";

    private const string Agreements = "reference,title_en,type,level,state,partner,signed_on,effective_from,expires_on,places,contact,partner_reference,partner_ewp_id\n"
        + "AG-1,Exchange,student_exchange,university,in_force,schac:vale.example,2024-02-01,2024-10-01,2029-03-31,\"student_studies | out | 4 | 6 | 12 | 6 | 0311 | en | B2 | false | 20 | | | 7, 8 | 0314 | fr B1 | | u-7 | As \\| agreed\nstaff_teaching | in | 2 | | | | | en | C1 | | 14.5 | 2025/2026\",Sato,V-77,v-id\n";

    private static readonly Actor Clerk = new("clerk");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_the_same_in_a_university_that_imports_what_another_exported()
    {
        await using var one = await University();
        await using var other = await University();
        await one.Template("organisations", Organisations);
        await other.Template("organisations", Organisations);
        await one.Template("agreements", Agreements);
        var exported = await Export(one);
        Assert.Equal(2, exported.Conditions.Count);
        var file = IiaWriter.Bytes(IiaWriter.Write([exported]));
        var (report, notes) = await Import(other, file);
        Assert.Empty(notes);
        Assert.Equal((1, 0, 0), (report.Created, report.Updated, report.Rejected));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(IiaWriter.Bytes(IiaWriter.Write([await Export(other)]))));
        var (again, _) = await Import(other, file);
        Assert.Equal((0, 0, 1), (again.Created, again.Updated, again.Unchanged));
    }

    [Fact]
    public async Task Change_only_what_the_file_says_of_an_agreement_that_is_there()
    {
        await using var world = await University();
        await world.Template("organisations", Organisations);
        await world.Template("agreements", Agreements);
        var exported = await Export(world);
        var (unchanged, _) = await Import(world, IiaWriter.Bytes(IiaWriter.Write([exported])));
        Assert.Equal(1, unchanged.Unchanged);
        var (changed, _) = await Import(world, IiaWriter.Bytes(IiaWriter.Write([exported with { Conditions = [exported.Conditions[0] with { People = 9 }, exported.Conditions[1]] }])));
        Assert.Equal(1, changed.Updated);
        var agreement = await Only(world);
        Assert.Equal((9, 6, 12, new DateOnly(2024, 10, 1), "Exchange"), (agreement.Places[0].People, agreement.Places[0].Semesters, agreement.Places[0].StayMonths, agreement.EffectiveFrom, agreement.Title.En));
    }

    [Fact]
    public async Task Take_no_proposal_further_than_its_procedure_does()
    {
        await using var world = await University();
        await world.Template("organisations", Organisations);
        await world.Template("agreements", Agreements.Replace("in_force", "draft", StringComparison.Ordinal));
        var exported = await Export(world);
        Assert.False(exported.IsInEffect);
        var (report, _) = await Import(world, IiaWriter.Bytes(IiaWriter.Write([exported with { IsInEffect = true }])));
        Assert.Equal("agreement.by-steps", Assert.Single(report.Errors).Problem.Code);
        Assert.Equal(AgreementState.Draft, (await Only(world)).State);
    }

    [Fact]
    public async Task Say_what_is_missing_and_whose_they_are_not()
    {
        await using var world = await University();
        await world.Template("organisations", Organisations.Replace("schac | vale.example", "local | V", StringComparison.Ordinal));
        await world.Template("agreements", Agreements.Replace("schac:vale.example", "local:V", StringComparison.Ordinal).Replace(" | out | 4 |", " | out | |", StringComparison.Ordinal));
        var refused = (await new EwpExchange(world.Workspace, Clerk).ExportAsync(await Number(world), Cancel))!.Value.Refusal;
        Assert.Equal("ewp.incomplete", refused?.Code);
        Assert.Contains("SCHAC ID of the partner", refused?.Message.En, StringComparison.Ordinal);
        Assert.Contains("persons a year of exchange term 1", refused?.Message.En, StringComparison.Ordinal);
        Assert.Null(await new EwpExchange(world.Workspace, Clerk).ExportAsync(999_999, Cancel));
        var foreign = new Iia([new("a.example") { Id = "1" }, new("b.example")], true, false, []);
        var (_, notes) = await Import(world, IiaWriter.Bytes(IiaWriter.Write([foreign])));
        Assert.Equal("ewp.not-ours", Assert.Single(notes).Code);
    }

    [Fact]
    public async Task Take_a_partner_that_nobody_knows_by_its_name()
    {
        await using var world = await University();
        var iia = new Iia([new("vale.example") { Id = "9", Code = "V-9" }, new("own.example") { Id = "5", Code = "AG-9" }], true, false,
            [new() { Kind = ExchangeKind.StudentStudies, Sending = "vale.example", Receiving = "own.example", FirstYear = "2090/2091", LastYear = "2094/2095", People = 3, Languages = [new("en", null)] }]);
        var (report, notes) = await Import(world, IiaWriter.Bytes(IiaWriter.Write([iia])));
        Assert.Equal(1, report.Created);
        Assert.Equal("ewp.partner-unknown", Assert.Single(notes).Code);
        var agreement = await Only(world);
        Assert.Equal(("AG-9", "5", "9", "V-9", "vale.example", AgreementState.InForce, ExchangeDirection.In), (agreement.Reference, agreement.EwpId, agreement.PartnerEwpId, agreement.PartnerReference, agreement.PartnerName, agreement.State, agreement.Places[0].Direction));
        Assert.Equal((new DateOnly(2090, 4, 1), new DateOnly(2095, 3, 31)), (agreement.EffectiveFrom, agreement.ExpiresOn));
    }

    private static async Task<ImportWorld> University()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-ewp").FullName;
        Directory.Move(Empty.Folder("kakehashi-empty"), Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "university.yaml"), "schac: own.example\n", Cancel);
        return await ImportWorld.Open(folder: folder);
    }

    private static async Task<(ImportReport Report, IReadOnlyList<EwpNote> Notes)> Import(ImportWorld world, byte[] content)
    {
        var translated = (await new EwpExchange(world.Workspace, Clerk).TranslateAsync(new MemoryStream(content), "file.xml", Cancel)).Value!;
        string[] paths = [.. translated.Templates.Select((one, at) => world.Write($"{at}.csv", one.Content))];
        return (await world.Import(EwpExchange.Profile, paths), translated.Notes);
    }

    private static async Task<Iia> Export(ImportWorld world)
    {
        var found = (await new EwpExchange(world.Workspace, Clerk).ExportAsync(await Number(world), Cancel))!.Value;
        Assert.Null(found.Refusal);
        return found.Value!;
    }

    private static async Task<long> Number(ImportWorld world) => (await Only(world)).Number;

    private static async Task<Agreement> Only(ImportWorld world)
    {
        await using var context = world.Workspace.Database.Read();
        return await context.Set<Agreement>().SingleAsync(Cancel);
    }
}
