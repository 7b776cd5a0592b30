using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

/// <summary>A small university: 1 is the whole, 2 and 3 are faculties, 4 and 5 departments of 2.</summary>
internal sealed class University : IDisposable
{
    internal const string Head = """
        action: T1.5
        name: {ja: 名, en: Name}
        definition: {ja: 定義, en: Definition}
        source: {ja: 暫定定義, en: Working definition}
        unit: persons
        direction: up

        """;

    private readonly List<Action<FactProjection>> work = [p => p.ReplaceUnits(new Dictionary<long, long?> { [1] = null, [2] = 1, [3] = 1, [4] = 2, [5] = 2 })];
    private readonly List<string> definitions = [];
    private long record;

    internal FactStore Store { get; } = FactStore.Open(null, FactSchemas.All, YearStarts.Japan, new(2, "512MB"));

    internal University Defines(string code, string yaml, PeriodKind period = PeriodKind.FiscalYear, int version = 1, string validFrom = "FY2014")
    {
        definitions.Add($"code: {code}\nversion: {version}\nvalid_from: {validFrom}\nperiod: {CodeNames.Of(period)}\n{Head}{yaml}");
        return this;
    }

    internal University Sends(string person, long? unit, string date, string country = "FR", string? until = null, string direction = "out", long days = 10)
    {
        var id = ++record;
        work.Add(p => p.Facts("mobility").Append(new(id, unit, DateOnly.Parse(date, null), until is null ? null : DateOnly.Parse(until, null)),
            person, direction, "student", "bachelor", null, null, country, null, "JP", null, null, null, days, null, 2m, null, null, true, null));
        return this;
    }

    /// <summary>Enters a figure by hand, for the fiscal year.</summary>
    internal University Enters(string indicator, int year, decimal numerator, decimal? denominator = null, long? unit = null)
    {
        var id = ++record;
        work.Add(p => p.Facts("manual_figure").Append(new(id, unit, new DateOnly(year, 12, 31)), indicator, numerator, denominator, "fiscal_year"));
        return this;
    }

    internal University Counts(long? unit, string day, long persons, string nationality = "JP")
    {
        var id = ++record;
        work.Add(p => p.Facts("student_headcount").Append(new(id, unit, DateOnly.Parse(day, null)), nationality, null, "bachelor", null, true, persons));
        return this;
    }

    internal University Covers(params CoverageRow[] rows)
    {
        work.Add(p => p.ReplaceCoverage(rows));
        return this;
    }

    internal Evaluator Evaluator()
    {
        Store.Project(Store.ProjectedTo + 1, p => work.ForEach(step => step(p)));
        work.Clear();
        var reading = IndicatorCatalogue.Read(definitions.Select((yaml, i) => ($"{i}.yaml", yaml)), FactSchemas.All);
        Assert.Empty(reading.Mistakes.Select(mistake => mistake.ToString()));
        return new(Store, reading.Catalogue!);
    }

    internal Figure One(FigureQuery query) => Assert.Single(All(query));

    internal Figure[] All(FigureQuery query)
    {
        var answer = Evaluator().Evaluate(query);
        Assert.True(answer.IsDone, answer.Refusal?.Message.En);
        return answer.Value;
    }

    public void Dispose() => Store.Dispose();
}
