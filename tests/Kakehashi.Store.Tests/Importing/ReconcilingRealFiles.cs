using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>
/// Charter lists and agreements against the registry. Nobody has labelled them: the witness is the website, which is then kept from the
/// comparison. Who has the website of exactly one organisation of the registry in the same country is that one, or a part of it.
/// </summary>
public sealed class ReconcilingRealFiles(ReconcilingRealFiles.Registry registry) : IClassFixture<ReconcilingRealFiles.Registry>
{
    private const double Sure = 0.9;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eche-2022-03.xlsx", 300)]
    [InlineData("eche-2022-07.xlsx", 300)]
    [InlineData("eche-2023-07-05.xlsx", 300)]
    [InlineData("eche-2024-06-27.xlsx", 300)]
    public async Task Holders_of_the_charter_are_found_by_their_names(string name, int least)
    {
        await using var world = await ImportWorld.Open();
        await world.Import("eche", SharedData.PathOf("charters", name));
        var known = registry.Witnessed(await world.All<Organisation>());
        Assert.InRange(known.Count, least, int.MaxValue);
        Check(name, known);
    }

    [Fact]
    public async Task Partners_of_the_agreements_of_FIB_are_found_by_their_names()
    {
        await using var world = await ImportWorld.Open();
        await world.Import("fib-agreements", SharedData.PathOf("agreements", "fib_upc_mobilitat_2020.json"));
        var partners = (await world.All<Agreement>()).Where(one => one.PartnerName is not null && one.Country is not null).DistinctBy(one => one.PartnerName)
            .Select(one => Registry.Partner(("name", new Bilingual(null, one.PartnerName)), ("country", one.Country), ("website", one.Website)));
        var known = registry.Witnessed(partners);
        Assert.InRange(known.Count, 10, int.MaxValue);
        Check("FIB", known);
    }

    private void Check(string what, IReadOnlyList<(Organisation Organisation, string Ror)> all)
    {
        var found = new (Proposals Proposals, string Ror)[all.Count];
        Parallel.For(0, all.Count, new ParallelOptions { CancellationToken = Cancel }, i => found[i] = (registry.InUse.For(Registry.ByNameAlone(all[i].Organisation)), all[i].Ror));
        var first = found.Count(one => one.Proposals.Best?.Entry.Id == one.Ror);
        var among = found.Count(one => one.Proposals.All.Any(proposal => proposal.Entry.Id == one.Ror));
        var sure = found.Where(one => one.Proposals is { IsClear: true, Best: { } best } && best.Score >= Sure).ToList();
        var right = sure.Count(one => one.Proposals.Best!.Entry.Id == one.Ror);
        var said = $"{what}: {all.Count} known; first {first}, among {among}; sure {sure.Count}, right {right}";
        TestContext.Current.TestOutputHelper!.WriteLine(said);
        Assert.True(first >= 0.9 * all.Count && right >= 0.97 * sure.Count, said);
    }

    /// <summary>The registry, read once.</summary>
    public sealed class Registry : IAsyncLifetime
    {
        private ILookup<(string Country, string Host), RegistryEntry> bySite = Array.Empty<RegistryEntry>().ToLookup(_ => ("", ""));

        public RegistryInUse InUse { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            if (SharedData.Folder is not { } folder) return;
            var entries = (await RegistryDump.ReadAsync(Path.Combine(folder, "registry", "ror_partial_v2.jsonl.gz"), Cancel)).Value!;
            InUse = new("partial", entries);
            bySite = entries.Where(entry => entry is { Status: OrganisationStatus.Active, Entity.Country: not null } && Organisation.HostOf(entry.Website) is not null)
                .ToLookup(entry => (entry.Entity.Country!, Organisation.HostOf(entry.Website)!));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public List<(Organisation Organisation, string Ror)> Witnessed(IEnumerable<Organisation> all)
        {
            var witnessed = all.Where(one => one is { Country: not null, Host: not null }).Select(one => (Organisation: one, Entry: AtSite(one.Country!, one.Host!))).Where(one => one.Entry is not null).ToList();
            // several of ours with one website are parts of a whole, and the website does not say which is meant
            return [.. witnessed.GroupBy(one => one.Entry!.Id).Where(group => group.Count() == 1).Select(group => (group.First().Organisation, group.Key))];
        }

        /// <summary>The organisation as somebody knows it who has its name, country and city alone.</summary>
        public static Organisation ByNameAlone(Organisation known) => Partner([.. Type.Fields.Where(field => field.Code is "name" or "country" or "city").Select(field => (field.Code, field.Read(known)))]);

        public static Organisation Partner(params (string Field, object? Value)[] values)
        {
            var partner = (Organisation)Type.New();
            foreach (var (field, value) in values) Type.Field(field)!.Write(partner, value);
            return partner;
        }

        private static RecordType<Organisation> Type { get; } = RecordType<Organisation>.Of<OrganisationRecord>();

        /// <summary>The one with this host, or the one that this host is a part of.</summary>
        private RegistryEntry? AtSite(string country, string host)
        {
            for (var at = host; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
                if (bySite[(country, at)].ToList() is { Count: > 0 } found) return found.Count == 1 ? found[0] : null;
            return null;
        }
    }
}
