using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Store.Tests.Projection;

public sealed class OwnFieldsInFigures
{
    /// <summary>Housing is a dimension of figures, rent is counted, and who is the guarantor stays where it is.</summary>
    internal const string Stays = """
        - code: own_housing
          label: {ja: 宿舎, en: Housing}
          kind: choice
          choices: {dormitory: {ja: 学生寮, en: Dormitory}, private: {ja: 民間, en: Private}}
          dimension: true
        - {code: own_rent, label: {ja: 家賃, en: Rent}, kind: number, dimension: true}
        - {code: own_furnished, label: {ja: 家具付き, en: Furnished}, kind: flag, dimension: true}
        - {code: own_guarantor, label: {ja: 保証人, en: Guarantor}, kind: line, personal: true}
        """;

    private const string Indicator = """
        code: HO-01
        version: 1
        valid_from: FY2020
        action: T1.5
        name: {ja: 家賃の合計, en: Rent in all}
        definition: {ja: 家具なしの部屋の家賃の合計。, en: The rent of all rooms without furniture.}
        source: {ja: 独自, en: Own}
        type: measure
        measure: {fact: mobility, sum: own_rent, where: "own_furnished = false and own_rent >= 10", date: started}
        dimensions: {both: [own_housing]}
        period: fiscal_year
        unit: yen
        direction: up
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filter_them_and_break_them_down()
    {
        using var office = await Office.Open(stays: Stays);
        Enter(office, ("dormitory", 100, false), ("dormitory", 5, false), ("private", 300, false), ("private", 900, true), (null, 40, false));
        Assert.Equal("all: 440; : 40; dormitory: 100; private: 300", await Figures(office.Workspace));
    }

    [Fact]
    public async Task Leave_out_what_is_personal()
    {
        using var office = await Office.Open(stays: Stays);
        office.Enter("mobility_period", ("reference", "S"), ("direction", "out"), ("kind", "student"), ("started_on", new DateOnly(2025, 5, 1)), ("own_guarantor", "Guarantor Taro"));
        Assert.DoesNotContain("Guarantor", string.Concat(await office.Facts()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_worked_out_anew_where_a_field_becomes_a_dimension_later()
    {
        using var office = await Office.Open(stays: Stays.Replace("kind: number, dimension: true", "kind: number", StringComparison.Ordinal));
        Enter(office, ("dormitory", 100, false));
        Assert.DoesNotContain("own_rent", string.Concat(await office.Facts()), StringComparison.Ordinal);
        office.Workspace.Dispose();
        await File.WriteAllTextAsync(Path.Combine(office.Folder, "fields", "mobility_period.yaml"), Stays, Cancel);
        using var again = await Office.OpenAt(office.Folder);
        Assert.Equal("all: 100; dormitory: 100", await Figures(again));
    }

    private static void Enter(Office office, params (string? Housing, int Rent, bool IsFurnished)[] stays)
    {
        foreach (var (housing, rent, furnished) in stays)
            office.Enter("mobility_period", ("reference", Guid.NewGuid().ToString("N")), ("direction", "out"), ("kind", "student"), ("started_on", new DateOnly(2025, 5, 1)),
                ("own_housing", housing), ("own_rent", rent), ("own_furnished", furnished));
    }

    private static async Task<string> Figures(Workspace workspace)
    {
        var facts = (await workspace.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel)).Value!;
        var reading = IndicatorCatalogue.Read([("own.yaml", Indicator)], workspace.Facts.Schemas);
        Assert.Empty(reading.Mistakes.Select(mistake => $"{mistake}"));
        var evaluator = new Evaluator(facts.Store, reading.Catalogue!, "JP");
        var all = evaluator.Evaluate(new("HO-01", [Period.Fiscal(2025)]), Cancel).Value![0];
        var parts = evaluator.Evaluate(new("HO-01", [Period.Fiscal(2025)]) { Breakdown = ["own_housing"] }, Cancel).Value!;
        return string.Join("; ", parts.Select(part => $"{part.Subject.Keys[0]}: {part.Value:0}").Order(StringComparer.Ordinal).Prepend($"all: {all.Value:0}"));
    }
}
