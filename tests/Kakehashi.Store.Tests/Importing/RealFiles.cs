using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Kakehashi.Community.Headcounts;
using Kakehashi.Education.Mobility;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>Files as agencies and universities publish them: what is in the database equals a plain count of the file.</summary>
public sealed class RealFiles
{
    [Theory]
    [InlineData("Ent-UC3M-2019-20.csv", "uc3m-mobility-in", 2755)]
    [InlineData("Sal-UC3M-2019-20.csv", "uc3m-mobility-out", 1751)]
    public async Task Mobility_counts_equal_a_plain_count_of_the_file(string name, string profile, int rows)
    {
        var file = SharedData.PathOf("mobility", name);
        await using var world = await ImportWorld.Open();
        var report = await world.Import(profile, file);
        Assert.Equal((rows, rows, 0), (report.Rows, report.Created, report.Rejected));

        var lines = File.ReadLines(file).Select(line => line.Split(',')).ToList();
        var stays = await world.All<MobilityPeriod>();
        var isIn = profile.EndsWith("-in", StringComparison.Ordinal);
        Assert.Equal(Counts(lines, isIn ? "cod_pais_univ_procedencia" : "cod_pais_univ_destino", Country), Counts(stays, stay => isIn ? stay.HomeCountry : stay.HostCountry));
        Assert.Equal(Counts(lines, "cod_pais_nacionalidad", Country), Counts(stays, stay => stay.Nationality));
        Assert.Equal(Counts(lines, "des_programa_movilidad", text => text.Replace('-', ' ')), Counts(stays, stay => stay.Programme));
        Assert.Equal(Counts(lines, "des_genero", text => text == "Mujer" ? "Female" : "Male"), Counts(stays, stay => stay.Sex?.ToString()));
        Assert.Equal(Counts(lines, "des_nivel_formativo", text => text == "Master" ? "Master" : "Bachelor"), Counts(stays, stay => stay.Level?.ToString()));
        Assert.Equal(Counts(lines, "mes_inicio_programa", text => text[..10]), Counts(stays, stay => stay.StartedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.All(stays, stay => Assert.Equal(isIn ? "ES" : stay.HostCountry, stay.HostCountry));
        await Changes_nothing(world, profile, file);
    }

    [Fact]
    public async Task The_charter_list_of_June_2024_gives_5912_holders()
    {
        var file = SharedData.PathOf("charters", "eche-2024-06-27.xlsx");
        await using var world = await ImportWorld.Open();
        var report = await world.Import("eche", file);
        Assert.Equal((5912, 0, true), (report.Created, report.Rejected, report.IsCommitted));
        var countries = Counts(await world.All<Organisation>(), one => one.Country);
        Assert.Equal("ES 1806, FR 1649, DE 379, IT 338, PL 297, TR 206", string.Join(", ", "ES FR DE IT PL TR".Split(' ').Select(code => $"{code} {countries[code]}")));
        await Changes_nothing(world, "eche", file);
    }

    [Theory]
    [InlineData("eche-2022-03.xlsx")]
    [InlineData("eche-2022-07.xlsx")]
    [InlineData("eche-2023-07-05.xlsx")]
    public async Task Earlier_charter_lists_import_though_some_holders_are_in_them_twice(string name)
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Import("eche", SharedData.PathOf("charters", name));
        Assert.Equal((0, true), (report.Rejected, report.IsCommitted));
        Assert.Equal(report.Created, (await world.All<Organisation>()).Count);
        Assert.Equal(report.Unchanged, report.Warnings.Count(problem => problem.Problem.Code == "import.duplicate-row"));
        Assert.Equal(report.Rows, report.Created + report.Unchanged + report.Skipped);
        if (name == "eche-2022-07.xlsx") Assert.Equal((5207, 5206, 1), (report.Rows, report.Created, report.Skipped));
        if (name == "eche-2023-07-05.xlsx") Assert.Equal((5642, 4), (report.Created, report.Unchanged));
    }

    [Fact]
    public async Task The_agreements_of_FIB_come_with_one_year_that_is_none()
    {
        var file = SharedData.PathOf("agreements", "fib_upc_mobilitat_2020.json");
        await using var world = await ImportWorld.Open();
        var report = await world.Import("fib-agreements", file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var results = json.RootElement.GetProperty("results").EnumerateArray().ToList();
        var agreements = await world.All<Agreement>();
        Assert.Equal((202, 0, 1), (report.Created, report.Rejected, report.WarningCount));
        Assert.Equal(
            Counts(results, one => one.GetProperty("vigent_fins").GetInt32() is > 999 and var year ? year.ToString(CultureInfo.InvariantCulture) : null),
            Counts(agreements, one => one.ExpiresOn?.Year.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(results.Count(one => one.GetProperty("is_doble_titulacio").GetBoolean()), agreements.Count(one => one.Type == AgreementType.DoubleDegree));
        await Changes_nothing(world, "fib-agreements", file);
    }

    [Theory]
    [InlineData("PDI-UC3M-2020.csv.gz", "uc3m-staff-pdi")]
    [InlineData("PAS-UC3M-2020.csv.gz", "uc3m-staff-pas")]
    [InlineData("PI-UC3M-2020.csv.gz", "uc3m-staff-pi")]
    public async Task Staff_are_counted_by_nationality_and_sex(string name, string profile)
    {
        var file = SharedData.PathOf("staff", name);
        await using var world = await ImportWorld.Open();
        var report = await world.Import(profile, file);
        Assert.Equal(report.Rows, report.Created + report.Merged);
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        var counts = (await world.All<StaffHeadcount>()).GroupBy(count => count.Nationality ?? "").ToDictionary(group => group.Key, group => group.Sum(count => count.Persons!.Value));
        Assert.Equal(Counts(lines, "cod_pais_nacionalidad", Country).OrderBy(pair => pair.Key, StringComparer.Ordinal), counts.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        await Changes_nothing(world, profile, file);
    }

    private static async Task Changes_nothing(ImportWorld world, string profile, string file)
    {
        var before = await world.Written();
        var again = await world.Import(profile, file);
        Assert.Equal((0, 0, 0), (again.Created, again.Updated, again.Rejected));
        Assert.True(again.IsCommitted);
        var after = await world.Written();
        Assert.Equal((before.Changes, before.Sets), (after.Changes, after.Sets));
        Assert.Empty(await world.Faults());
    }

    private static SortedDictionary<string, int> Counts<T>(IEnumerable<T> all, Func<T, string?> key) =>
        new(all.GroupBy(one => key(one) ?? "").ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    private static SortedDictionary<string, int> Counts(List<string[]> lines, string column, Func<string, string> meaning)
    {
        var at = Array.IndexOf(lines[0], column);
        return Counts(lines.Skip(1), line => line[at].Length == 0 ? null : meaning(line[at]));
    }

    private static string Country(string numeric) => Numeric.Value[numeric];

    private static readonly Lazy<Dictionary<string, string>> Numeric = new(() => File.ReadLines(Repository.PathOf("catalogue", "codes", "countries.csv"))
        .Skip(1).Select(line => line.Split(',')).Where(cells => cells[2].Length == 3).ToDictionary(cells => cells[2], cells => cells[0]));
}
