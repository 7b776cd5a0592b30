using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Import;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>Files with columns of fields that the university has added.</summary>
public abstract class OwnColumns(Func<Task<string?>> postgres) : IDisposable
{
    private const string Fields = """
        - {code: own_hall, label: {ja: 宿舎, en: Hall}, kind: choice, choices: {north: {ja: 北寮, en: North Hall}, south: {ja: 南寮, en: South Hall}}, listed: true}
        - {code: own_rent, label: {ja: 家賃, en: Rent}, kind: amount}
        """;

    private const string Head = "reference,title_ja,type,level,state";

    private readonly string folder = Empty.Folder("kakehashi-own-");
    private string? connection;
    private bool isConnected;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_read_by_label_or_code_and_by_a_profile()
    {
        await using var world = await Open(Fields);
        await world.Template("agreements", $"{Head},宿舎,own_rent\nA-1,協定,research,university,in_force,北寮,320.50\nA-2,協定,research,university,in_force,,\n");
        Assert.Equal(["A-1 {\"own_hall\":\"north\",\"own_rent\":320.50}", "A-2 "], await Own(world));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(world.Workspace.Data, "profiles")).FullName, "halls.yaml"), """
            code: halls
            name: {ja: 寮の一覧, en: Halls}
            record: agreement
            fields: {reference: No, own_hall: {column: Hall, values: {N: north, S: south}}}
            """);
        world.Workspace.ReadProfilesAgain();
        var report = await world.Import("halls", world.Write("halls.csv", "No,Hall\nA-1,S\nA-2,N\n"));
        Assert.Equal((null, 2), (report.Refusal, report.Updated));
        Assert.Equal(["A-1 {\"own_hall\":\"south\",\"own_rent\":320.50}", "A-2 {\"own_hall\":\"north\"}"], await Own(world));
    }

    [Fact]
    public async Task Say_what_is_wrong_in_which_column()
    {
        await using var world = await Open(Fields);
        var report = await world.Import("agreements", world.Write("bad.csv", $"{Head},宿舎,家賃\nA-1,協定,research,university,in_force,東寮,安い\n"));
        Assert.Equal(["宿舎 value.unknown-code", "家賃 value.not-a-number"], report.Errors.Select(error => $"{error.Problem.Column} {error.Problem.Code}"));
    }

    [Fact]
    public async Task Are_put_back_when_the_import_is_undone()
    {
        await using var world = await Open(Fields);
        await world.Template("agreements", $"{Head},宿舎,家賃\nA-1,協定,research,university,in_force,北寮,320.50\n");
        var changed = await world.Template("agreements", $"{Head},宿舎,家賃\nA-1,協定,research,university,in_force,,400\n");
        var undone = await world.Workspace.UndoAsync(changed.Batch!.Value, Actor.Local, null, Cancel);
        Assert.Equal((null, 1), (undone.Refusal, undone.PutBack));
        Assert.Equal(["A-1 {\"own_hall\":\"north\",\"own_rent\":320.50}"], await Own(world));
        await Verified(world);
    }

    [Fact]
    public async Task Stay_as_they_are_under_a_file_without_them_also_when_they_are_declared_no_more()
    {
        await using (var world = await Open(Fields))
            await world.Template("agreements", $"{Head},宿舎,家賃\nA-1,協定,research,university,in_force,北寮,320.50\n");
        await using var later = await Open("- {code: own_rent, label: {ja: 家賃日, en: Rent paid on}, kind: day}");
        await later.Template("agreements", $"{Head}\nA-1,新しい名称,research,university,in_force\n");
        Assert.Equal(["A-1 {\"own_hall\":\"north\",\"own_rent\":320.50}"], await Own(later));
        await Verified(later);
        await later.Template("agreements", $"{Head},家賃日\nA-1,新しい名称,research,university,in_force,2025-04-01\n");
        Assert.Equal(["A-1 {\"own_hall\":\"north\",\"own_rent\":\"2025-04-01\"}"], await Own(later));
        await Verified(later);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<ImportWorld> Open(string fields)
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "data", "fields")).FullName, "agreement.yaml"), fields);
        if (!isConnected) connection = await postgres();
        isConnected = true;
        return await ImportWorld.Open(connection, folder, keeps: true);
    }

    private static async Task<IEnumerable<string>> Own(ImportWorld world) =>
        (await world.All<Partnerships.Agreements.Agreement>()).OrderBy(agreement => agreement.Reference, StringComparer.Ordinal)
            .Select(agreement => $"{agreement.Reference} {(agreement.Own is null ? "" : $"{{{string.Join(',', agreement.Own.All.Select(own => $"\"{own.Key}\":{own.Value.GetRawText()}"))}}}")}");

    private static async Task Verified(ImportWorld world)
    {
        Assert.Empty(await world.Faults());
        Assert.Empty((await new RecordsVerifier(world.Workspace.Database).VerifyAsync(world.Workspace.Types.WithCode("agreement")!, null, Cancel)).Faults);
    }
}

public sealed class OwnColumnsInSqlite() : OwnColumns(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class OwnColumnsInPostgres(PostgresServer server) : OwnColumns(async () => await Empty.OnServer(server));
