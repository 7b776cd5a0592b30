using System.Globalization;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>Reads one measure: {fact: …, count_distinct: …, where: …, date: started}.</summary>
internal static class MeasureReader
{
    internal static Measure? Read(DefinitionMap map, IReadOnlyDictionary<string, FactSchema> facts, MissingRule missing)
    {
        var name = map.Scalar("fact", required: true);
        var (aggregate, column) = Aggregated(map);
        var where = map.Scalar("where");
        var basis = BasisOf(map);
        map.NoteUnknown();
        if (name is null) return null;
        if (!facts.TryGetValue(name, out var fact))
        {
            map.Note("I006", map.LineOf("fact"), (
                $"「{name}」という事実表はありません。使えるもの: {string.Join(", ", facts.Keys)}",
                $"There is no fact \"{name}\". There are {string.Join(", ", facts.Keys)}."));
            return null;
        }

        if (basis is Basis.Ended && !fact.Lasts)
            map.Note("I011", map.LineOf("date"), ($"{fact.Name}には終わりがないので、date: endedは使えません。", $"{fact.Name} has no end, so that date: ended says nothing."));
        var found = column is null ? null : ColumnOf(map, fact, aggregate, column);
        var filter = where is null ? null : FilterOf(map, fact, where);
        if (basis is null || (column is not null && found is null) || (where is not null && filter is null)) return null;
        return new(fact, aggregate, found, filter, basis, missing);
    }

    private static (Aggregate Aggregate, string? Column) Aggregated(DefinitionMap map)
    {
        var given = Enum.GetValues<Aggregate>().Where(aggregate => map.Has(CodeNames.Of(aggregate))).ToList();
        if (given.Count != 1)
        {
            var known = string.Join(", ", Enum.GetValues<Aggregate>().Select(aggregate => CodeNames.Of(aggregate)));
            map.Note("I008", map.Line, ($"集計方法を1つだけ書いてください: {known}", $"Exactly one of {known} is needed."));
            foreach (var one in given) map.Scalar(CodeNames.Of(one));
            return (Aggregate.Count, null);
        }

        var column = map.Scalar(CodeNames.Of(given[0]));
        // `count: rows` reads well and names no column
        return given[0] == Aggregate.Count ? (Aggregate.Count, column == "rows" ? null : column) : (given[0], column);
    }

    private static FactColumn? ColumnOf(DefinitionMap map, FactSchema fact, Aggregate aggregate, string name)
    {
        var key = CodeNames.Of(aggregate);
        if (aggregate == Aggregate.Count)
        {
            map.Note("I009", map.LineOf(key), ("countは行を数えます: count: rows", "count counts rows: count: rows"));
            return null;
        }

        if (fact.Find(name) is not { } column)
        {
            map.Note("I007", map.LineOf(key), ($"{fact.Name}に「{name}」という列はありません。", $"{fact.Name} has no column \"{name}\"."));
            return null;
        }

        if (aggregate == Aggregate.CountDistinct || column.Type is FactType.Whole or FactType.Number) return column;
        map.Note("I009", map.LineOf(key), ($"{key}は数の列にだけ使えます。{name}は数ではありません。", $"{key} needs a column of numbers, which {name} is not."));
        return null;
    }

    private static Filter? FilterOf(DefinitionMap map, FactSchema fact, string where)
    {
        var filter = FilterParser.Parse(where, fact, out var mistake);
        if (mistake is not null)
        {
            map.Note("I010", map.LineOf("where"), (
                $"条件式の{mistake.Position}文字目: {mistake.Reason.Ja}",
                $"Filter, character {mistake.Position}: {mistake.Reason.En}"));
        }

        return filter;
    }

    private static Basis? BasisOf(DefinitionMap map)
    {
        var (date, asOf, over) = (map.Scalar("date"), map.Scalar("as_of"), map.Scalar("over"));
        Basis? basis = (date, asOf, over) switch
        {
            ("started", null, null) => new Basis.Started(),
            ("ended", null, null) => new Basis.Ended(),
            (null, "last_day", null) => new Basis.AsOfLastDay(),
            (null, { } day, null) => DayOf(day),
            (null, null, "year") => new Basis.OverYear(),
            _ => null,
        };
        if (basis is null)
        {
            map.Note("I011", map.Line, (
                "基準を1つだけ書いてください: date: started(期間中に開始)またはdate: ended(期間中に終了)、as_of: 05-01 または as_of: last_day(その日の現在数)、over: year(年初からの累計)",
                "Exactly one basis is needed: date: started (began in the period), date: ended (ended in it), as_of: 05-01 or as_of: last_day (true on that day), over: year (so far in the year)."));
        }

        return basis;
    }

    private static Basis.AsOf? DayOf(string text) =>
        // 2024 is a leap year: 02-29 is a day
        text.Length == 5 && DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day)
            : null;
}
