using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Platform.Lists.Pages;

/// <summary>
/// What the address of a list says, in the names that the API and exports know too: <c>q</c>, <c>country=FR</c>,
/// <c>started_on.from=…</c>, <c>title.contains=…</c>, <c>withdrawn=true</c>; besides <c>sort=-code</c> and <c>page</c>. What
/// cannot be read is not in use, and the page says so.
/// </summary>
public sealed class ListState
{
    public const string From = ".from";
    public const string To = ".to";
    public const string Contains = ".contains";
    public const string Has = ".has";

    /// <summary>Records without a value. An empty value in the address means that nothing was chosen.</summary>
    public const string Without = "-";

    private readonly RecordType type;
    private readonly Dictionary<string, Condition> where = [];
    private readonly List<(string Name, string Value)> pairs = [];

    private ListState(RecordType type) => this.type = type;

    /// <summary>The same as a query.</summary>
    public ListQuery Query { get; private set; } = new();

    /// <summary>The conditions as names and values of the address.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs => pairs;

    /// <summary>Words or conditions are set.</summary>
    public bool IsFiltered => where.Count > 0 || Query.Text is not null;

    public Sorting? Sorting => Query.Sort is { } sort ? new(sort, Query.Descending) : null;

    /// <summary>Something was typed into a link's box, and must be looked up: by field code.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>Values that say nothing: as they were typed and what is wrong, by the name of the box.</summary>
    public Dictionary<string, (string Text, Text Message)> Unread { get; } = [];

    /// <summary>Names that say nothing to this list, and their values.</summary>
    public IReadOnlyList<UnknownName> Unknown { get; private init; } = [];

    /// <summary>The address said it otherwise than <see cref="Href"/> would.</summary>
    public bool IsUntidy { get; private set; }

    public static ListState Read(RecordType type, IQueryCollection query, TextReaders texts)
    {
        var state = new ListState(type) { Unknown = UnknownName.In(type, query) };
        foreach (var field in type.Fields.Where(CanFilter)) state.Take(field, query, texts);
        foreach (var field in type.Fields.Where(field => !field.IsPersonal)) state.TakeRest(field, query);
        var sort = query["sort"].ToString();
        state.Query = new()
        {
            Text = query["q"].ToString().Trim() is { Length: > 0 } words ? words : null,
            Where = state.where,
            Sort = type.Field(sort.TrimStart('-')) is { } by && ListOrder.CanSort(by) ? by.Code : null,
            Descending = sort.StartsWith('-'),
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= ListQuery.Window ? page : 1,
            Withdrawn = query["withdrawn"] == "true",
        };
        state.IsUntidy = state.Typed.Count > 0 || query.Any(pair => pair.Key.EndsWith(".text", StringComparison.Ordinal) || pair.Value.Any(string.IsNullOrWhiteSpace));
        return state;
    }

    public static bool CanFilter(Field field) => !field.IsPersonal && field is not (NoteField or BilingualField or PlaceField or PartsField);

    public static bool IsText(Field field) => field is LineField or NoteField or BilingualField;

    public static bool IsRange(Field field) => field is NumberField or AmountField or DayField;

    /// <summary>Adds what a typed text was found to mean.</summary>
    public void Found(Field field, IEnumerable<long> numbers)
    {
        var any = numbers.Cast<object?>().ToList();
        // nothing of that name: no record can match
        if (any.Count == 0) any.Add(0L);
        where[field.Code] = ConditionOf(field) with { AnyOf = [.. ConditionOf(field).AnyOf, .. any] };
        pairs.AddRange(any.Select(number => (field.Code, Convert.ToString(number, CultureInfo.InvariantCulture)!)));
    }

    /// <summary>The address of this list.</summary>
    public string Href() => Address([.. pairs, .. Unread.Select(one => (one.Key, one.Value.Text)), .. Unknown.Select(one => (one.Name, one.Value))], Query.Text, Query.Sort, Query.Descending, Query.Page);

    public string SortedBy(Sorting sorting) => Address(pairs, Query.Text, sorting.Key, sorting.Descending, 1);

    public string AtPage(int page) => Address(pairs, Query.Text, Query.Sort, Query.Descending, page);

    public string WithoutWords() => Address(pairs, null, Query.Sort, Query.Descending, 1);

    public string WithoutCondition(string name, string value) =>
        Address(pairs.Where(pair => pair != (name, value)), Query.Text, Query.Sort, Query.Descending, 1);

    public string Cleared() => Address([], null, Query.Sort, Query.Descending, 1);

    /// <summary>The same list of the records that are in use, or of those withdrawn.</summary>
    public string Turned() => Query.Withdrawn ? type.Route : type.Route + "?withdrawn=true";

    /// <summary>All records of this list as a file, in its order.</summary>
    public string Export(string file)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (Query.Text is not null) query.Add(new("q", Query.Text));
        query.AddRange(pairs.Select(pair => KeyValuePair.Create(pair.Name, (string?)(pair.Value == Without ? "" : pair.Value))));
        if (Query.Withdrawn) query.Add(new("withdrawn", "true"));
        if (Query.Sort is { } sort) query.Add(new("sort", (Query.Descending ? "-" : "") + sort));
        return QueryHelpers.AddQueryString($"{type.Route}/{file}", query);
    }

    private string Address(IEnumerable<(string Name, string Value)> conditions, string? words, string? sort, bool descending, int page)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (words is not null) query.Add(new("q", words));
        query.AddRange(conditions.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)));
        if (Query.Withdrawn) query.Add(new("withdrawn", "true"));
        if (sort is not null) query.Add(new("sort", (descending ? "-" : "") + sort));
        if (page > 1) query.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(type.Route, query);
    }

    private void Take(Field field, IQueryCollection query, TextReaders texts)
    {
        var any = new List<object?>();
        foreach (var text in query[field.Code].OfType<string>().Select(one => one.Trim()).Where(one => one.Length > 0).Distinct())
        {
            if (!TryRead(field, text, texts, out var value))
            {
                // an address written by hand names a record by its key, as the API does
                if (field is LinkField) Typed[field.Code] = text;
                else Unread[field.Code] = (text, field.Accept(texts)(text).Message);
                continue;
            }

            if (any.Contains(value)) continue;
            any.Add(value);
            pairs.Add((field.Code, AsWritten(field, value)));
        }

        var (from, to) = IsRange(field) ? (Bound(field, From, query, texts), Bound(field, To, query, texts)) : (null, null);
        if (any.Count > 0 || from is not null || to is not null) where[field.Code] = new() { AnyOf = any, From = from, To = to };
        else if (field is LinkField or CodeField && query[field.Code + ".text"].ToString().Trim() is { Length: > 0 } typed) TakeTyped(field, typed, texts);
    }

    private void TakeTyped(Field field, string typed, TextReaders texts)
    {
        if (field is LinkField) Typed[field.Code] = typed;
        else if (TryRead(field, typed, texts, out var value))
        {
            where[field.Code] = new() { AnyOf = [value] };
            pairs.Add((field.Code, (string)value!));
        }
        else
        {
            Unread[field.Code] = (typed, field.Accept(texts)(typed).Message);
        }
    }

    /// <summary>Pieces of a text, and whether there is a value: what the page has no box for, but the API and exports know.</summary>
    private void TakeRest(Field field, IQueryCollection query)
    {
        if (IsText(field) && query[field.Code + Contains].OfType<string>().Select(StorableText.Line).Where(piece => piece.Length > 0).Distinct().ToList() is { Count: > 0 } pieces)
        {
            where[field.Code] = ConditionOf(field) with { Contains = pieces };
            pairs.AddRange(pieces.Select(piece => (field.Code + Contains, piece)));
        }

        if (field is FlagField || query[field.Code + Has].ToString().Trim() is not { Length: > 0 } has) return;
        if (has is "true" or "false")
        {
            where[field.Code] = ConditionOf(field) with { HasValue = has == "true" };
            pairs.Add((field.Code + Has, has));
        }
        else
        {
            Unread[field.Code + Has] = (has, ("true か false にしてください。", "Write true or false."));
        }
    }

    private Condition ConditionOf(Field field) => where.GetValueOrDefault(field.Code) ?? new();

    private object? Bound(Field field, string end, IQueryCollection query, TextReaders texts)
    {
        var text = query[field.Code + end].ToString().Trim();
        if (text.Length == 0) return null;
        var reading = field.Accept(texts)(text);
        if (reading.IsWrong) Unread[field.Code + end] = (text, reading.Message);
        if (reading.Value is null) return null;
        pairs.Add((field.Code + end, ValueTexts.Of(field, reading.Value)));
        return reading.Value;
    }

    /// <summary>The one form in which addresses have a value, whatever it was written as: a code for a label, 2026-04-01 for R8.4.1.</summary>
    private static string AsWritten(Field field, object? value) =>
        value is null ? Without : field is LinkField ? Convert.ToString(value, CultureInfo.InvariantCulture)! : ValueTexts.Of(field, value);

    private static bool TryRead(Field field, string text, TextReaders texts, out object? value)
    {
        value = null;
        if (text == Without) return true;
        if (field is LinkField)
        {
            var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            value = number;
            return isNumber;
        }

        var reading = field.Accept(texts)(text);
        value = reading.Value;
        return !reading.IsWrong && value is not null;
    }
}
