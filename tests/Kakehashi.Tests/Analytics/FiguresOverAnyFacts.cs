using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

/// <summary>The evaluator against the plainest computation of the same figures over lists in memory.</summary>
public sealed class FiguresOverAnyFacts
{
    private const string Where = "direction = 'out' and not (country = 'DE' or days < 3)";
    private static readonly Dictionary<long, long[]> Below = new() { [1] = [1, 2, 3, 4, 5], [2] = [2, 4, 5], [3] = [3], [4] = [4], [5] = [5] };
    private static readonly Period[] Years = [Period.Fiscal(2023), Period.Fiscal(2024), Period.Fiscal(2025)];

    private static readonly (string Code, string Measure, Func<IReadOnlyList<Fact>, decimal> Value, Func<Fact, Period, bool> In)[] Measures =
    [
        ("A", "count_distinct: person, date: started", Persons, Started),
        ("B", "count: rows, date: started", facts => facts.Count, Started),
        ("C", "sum: days, as_of: 05-01", facts => facts.Sum(fact => fact.Days), (fact, year) => On(fact, year.On(5, 1, YearStarts.Japan))),
        ("D", "count_distinct: person, as_of: last_day", Persons, (fact, year) => On(fact, year.To(YearStarts.Japan))),
        ("E", "max: days, over: year", facts => facts.Max(fact => fact.Days), (fact, year) => fact.Date <= year.To(YearStarts.Japan) && (fact.Until ?? DateOnly.MaxValue) >= year.From(YearStarts.Japan)),
        ("F", "min: days, date: started", facts => facts.Min(fact => fact.Days), Started),
        ("G", "median: days, date: started", Median, Started),
    ];

    [Fact]
    public void Equal_the_naive_computation_by_unit_country_and_in_total() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10), Prop.ForAll(Facts().ToArbitrary(), facts =>
        {
            using var university = new University();
            foreach (var fact in facts)
                university.Sends(fact.Person, fact.Unit, fact.Date.ToString("O", null), fact.Country!, fact.Until?.ToString("O", null), fact.Direction, fact.Days);
            foreach (var (code, measure, _, _) in Measures)
                university.Defines(code, $"type: measure\nmeasure: {{fact: mobility, {measure}, where: \"{Where}\"}}\ndimensions: {{both: [unit, country]}}\n");
            var evaluator = university.Evaluator();
            foreach (var one in Measures)
            {
                Same(evaluator, new(one.Code, Years), facts, one.Value, one.In);
                Same(evaluator, new(one.Code, Years) { Scope = 2 }, facts, one.Value, one.In);
                Same(evaluator, new(one.Code, Years) { Units = [1, 2, 3, 4, 5] }, facts, one.Value, one.In);
                Same(evaluator, new(one.Code, Years) { Units = [3, 4, 5] }, facts, one.Value, one.In);
                Same(evaluator, new(one.Code, Years) { Units = [2, 3], Breakdown = ["country"] }, facts, one.Value, one.In);
            }
        }));

    private static void Same(Evaluator evaluator, FigureQuery query, IReadOnlyList<Fact> facts, Func<IReadOnlyList<Fact>, decimal> value, Func<Fact, Period, bool> inPeriod)
    {
        var figures = evaluator.Evaluate(query).Value!;
        foreach (var figure in figures)
        {
            var (unit, year) = (figure.Subject.Unit, figure.Subject.Period);
            var rows = facts.Where(fact => Taken(fact) && inPeriod(fact, year)
                && (unit is null || (fact.Unit is { } of && Below[unit.Value].Contains(of)))
                && (query.Breakdown.Count == 0 || fact.Country == figure.Subject.Keys[0])).ToList();
            Assert.Equal(rows.Count == 0 ? null : value(rows), figure.Value);
            Assert.Equal(rows.Count, figure.Records);
            // the same rows by another way; not for every figure, since each is a query of its own
            if (unit is not (null or 2)) continue;
            var behind = evaluator.RecordsBehind(new(query.Code, year)
            {
                Unit = unit,
                Keys = query.Breakdown.Zip(figure.Subject.Keys).ToDictionary(pair => pair.First, pair => pair.Second),
            });
            Assert.Equal(rows.Count, behind.Value!.Total);
        }

        if (query.Breakdown.Count == 0) Assert.Equal(Years.Length * (query.Units?.Count ?? 1), figures.Length);
    }

    // in SQL `not (null or false)` is null, so a row without a country is not taken unless the other side decides
    private static bool Taken(Fact fact) => fact is { Direction: "out", Country: not null and not "DE", Days: >= 3 };

    private static decimal Median(IReadOnlyList<Fact> facts)
    {
        List<long> days = [.. facts.Select(fact => fact.Days).Order()];
        return (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m;
    }

    private static decimal Persons(IReadOnlyList<Fact> facts) => facts.Select(fact => fact.Person).Distinct().Count();

    private static bool Started(Fact fact, Period year) => Period.Of(fact.Date, PeriodKind.FiscalYear, YearStarts.Japan) == year;

    private static bool On(Fact fact, DateOnly day) => fact.Date <= day && (fact.Until ?? DateOnly.MaxValue) >= day;

    private static Gen<List<Fact>> Facts() => Gen.ListOf(
        from person in Gen.Choose(1, 8)
        from unit in Gen.Elements<long?>(1, 2, 3, 4, 5, null)
        from start in Gen.Choose(0, 1200)
        from length in Gen.Choose(-200, 500)
        from country in Gen.Elements("FR", "DE", "US", null)
        from direction in Gen.Elements("in", "out", "out")
        from days in Gen.Choose(0, 9)
        let date = new DateOnly(2023, 1, 1).AddDays(start)
        select new Fact($"p{person}", unit, date, length < 0 ? null : date.AddDays(length), country, direction, days)).Select(facts => facts.ToList());

    private sealed record Fact(string Person, long? Unit, DateOnly Date, DateOnly? Until, string? Country, string Direction, long Days);
}
