using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Finds records by a condition in the language of the indicators, <c>direction = 'in' and country in ('FR', 'DE')</c>:
/// over the columns of the type's facts, so that it means what it means in a definition.
/// </summary>
public static class RecordsByCondition
{
    /// <summary>So many numbers can be looked up at once; a condition that more meet is better asked as a figure.</summary>
    public const int Most = 200_000;

    private static readonly string[] Home = ["home"];

    /// <summary>The numbers of the records, ascending. Refusals: <c>records.condition</c>, <c>records.too-many</c>, and those of <see cref="ProjectedFacts.ReadAsync"/>.</summary>
    public static async Task<Result<IReadOnlyList<long>>> FindAsync(this Workspace workspace, RecordType type, string condition, TimeSpan patience, CancellationToken cancel)
    {
        var read = Read(workspace, type, condition);
        if (!read.IsDone) return read.Refusal;
        return await workspace.Facts.ReadAsync(patience, (state, ended) => Task.FromResult(Find(workspace, read.Value, state.Store, ended)), cancel);
    }

    private static Result<IReadOnlyList<long>> Find(Workspace workspace, (Filter Filter, FactSchema Fact) read, FactStore store, CancellationToken cancel)
    {
        var values = new List<object?>();
        var parameters = Home.ToDictionary(name => name, _ => workspace.University.HomeCountry);
        var sql = SqlDialect.DuckDb.Condition(read.Filter, parameters, values);
        var numbers = new List<long>();
        using var connection = store.Connect();
        using var reader = connection.Query($"SELECT DISTINCT record AS _record FROM {SqlDialect.DuckDb.Name(read.Fact.Name)} WHERE {sql} ORDER BY _record LIMIT {Most + 1}", values, cancel);
        while (reader.Read()) numbers.Add(reader.Whole(0));
        if (numbers.Count <= Most) return numbers;
        return new Refusal("records.too-many", (
            $"条件に合うデータが{Most:N0}件を超えます。条件を加えて絞り込んでください。",
            $"More than {Most:N0} records meet the condition. Narrow it."));
    }

    private static Result<(Filter Filter, FactSchema Fact)> Read(Workspace workspace, RecordType type, string condition)
    {
        FilterMistake? first = null;
        var facts = workspace.Facts.Schemas.Where(fact => type.Facts.Any(one => one.Name == fact.Name)).ToList();
        foreach (var fact in facts)
        {
            if (FilterParser.Parse(condition, fact, out var mistake) is { } filter) return (filter, fact);
            first ??= mistake;
        }

        var columns = string.Join(", ", facts.SelectMany(fact => fact.Columns).Select(column => column.Name).Distinct());
        return first is null
            ? new Refusal("records.condition", (
                $"{type.One.Ja}には集計用の項目がないため、この条件は使えません。項目=値 の形で指定してください。",
                $"{type.Many.En} have no facts that such a condition could be about. Write field=value."))
            : new Refusal("records.condition", (
                $"条件の{first.Position}文字目: {first.Reason.Ja} 使える項目: {columns}",
                $"The condition at character {first.Position}: {first.Reason.En} Columns: {columns}"));
    }
}
