using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Api;

/// <summary>
/// Reads which records an address asks for: <c>?q=…&amp;country=FR&amp;country=DE&amp;started_on.from=2025-04-01</c>.
/// An empty value means records without one. <c>title.contains=exchange</c> asks for a piece of a text,
/// <c>note.has=true</c> for a value, whatever it is. A name that is not known is refused, since leaving it out would
/// answer more than was asked for.
/// </summary>
public sealed class ListAddress
{
    public const string Words = "q";
    public const string Withdrawn = "withdrawn";
    public const string Sort = "sort";
    public const string From = ".from";
    public const string To = ".to";
    public const string Contains = ".contains";
    public const string Has = ".has";

    private const int MostValues = 200;

    private static readonly Text TrueOrFalse = ("true か false にしてください。", "Write true or false.");

    private readonly RecordType type;
    private readonly TextReaders texts;
    private readonly RecordTypes types;
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, Condition> where = [];
    private readonly List<(LinkField Field, string Key)> keys = [];

    private ListAddress(RecordType type, RecordTypes types, TextReaders texts) => (this.type, this.types, this.texts) = (type, types, texts);

    /// <summary>The query of an address; a refusal names every parameter that cannot be read.</summary>
    /// <remarks>Parameters in <paramref name="beside"/> mean something else and are not read here.</remarks>
    public static async Task<Result<ListQuery>> ReadAsync(Workspace workspace, RecordType type, IQueryCollection query, IReadOnlyCollection<string> beside, CancellationToken cancel)
    {
        var address = new ListAddress(type, workspace.Types, new(workspace.Codes));
        foreach (var (name, values) in query)
            if (name is not (Words or Withdrawn or Sort) && !beside.Contains(name)) address.Take(name, [.. values.Select(value => value?.Trim() ?? "")]);
        await address.ResolveKeys(workspace.Database, cancel);
        var isWithdrawn = query[Withdrawn].ToString();
        if (isWithdrawn is not ("" or "true" or "false")) address.Add(Withdrawn, "value.not-yes-or-no", TrueOrFalse);
        var order = address.Order(query[Sort].ToString());
        if (address.problems.Count > 0) return ApiRefusals.BadFilter(address.problems);
        return new ListQuery
        {
            Text = query[Words].ToString() is { Length: > 0 } words ? words : null,
            Where = address.where,
            Withdrawn = isWithdrawn == "true",
            Sort = order?.Field.Code,
            SortSide = order?.Side,
            Descending = order is { Descending: true },
        };
    }

    private ListOrder? Order(string text)
    {
        var name = text.TrimStart('-');
        var dot = name.LastIndexOf('.');
        var side = dot > 0 ? Languages.Read(name[(dot + 1)..]) : null;
        var field = type.Field(side is null ? name : name[..dot]);
        if (field is not null && ListOrder.CanSort(field) && (side is null || field is BilingualField)) return new(field, side, text.StartsWith('-'));
        if (text.Length > 0) NotSorted();
        return null;
    }

    private void NotSorted()
    {
        var known = string.Join(", ", type.Fields.Where(ListOrder.CanSort).Select(field => field is BilingualField ? $"{field.Code}.ja, {field.Code}.en" : field.Code));
        Add(Sort, "sort.unknown", ($"この項目では並べ替えられません。使える項目: {known}。降順は先頭に - を付けます。", $"A list is not sorted by this. Use one of {known}; a - before it for descending order."));
    }

    private void Take(string name, string[] values)
    {
        var (code, end) = name.LastIndexOf('.') is var dot and >= 0 ? (name[..dot], name[dot..]) : (name, "");
        var most = end is "" or Contains ? MostValues : 1;
        if (type.Field(code) is not { } field || Needed(end) is not { } needed) Unknown(name);
        else if (!FilterKinds.Of(field).HasFlag(needed)) NotFiltered(name, field, end);
        else if (values.Length > most) Add(name, "filter.too-many-values", ($"値は{most}個までです。", $"Give at most {most}."));
        else if (end is From or To) TakeBound(name, field, values[0], end == From);
        else if (end == Contains) where[code] = Condition(field) with { Contains = [.. values.Select(StorableText.Line).Where(piece => piece.Length > 0)] };
        else if (end == Has) TakePresence(name, field, values[0]);
        else TakeValues(name, field, values);
    }

    /// <summary>What a field must be narrowed by for an ending of its name; null for an ending that there is not.</summary>
    private static FilterKind? Needed(string end) => end switch
    {
        "" => FilterKind.Value,
        From or To => FilterKind.Range,
        Contains => FilterKind.Text,
        Has => FilterKind.None,
        _ => null,
    };

    private void TakePresence(string name, Field field, string text)
    {
        if (text is "true" or "false") where[field.Code] = Condition(field) with { HasValue = text == "true" };
        else if (text.Length > 0) Add(name, "value.not-yes-or-no", TrueOrFalse);
    }

    private void TakeBound(string name, Field field, string text, bool isFrom)
    {
        if (text.Length == 0) return;
        var reading = field.Accept(texts)(text);
        if (reading.IsWrong) Add(name, reading.Code!, reading.Message);
        else if (isFrom) where[field.Code] = Condition(field) with { From = reading.Value };
        else where[field.Code] = Condition(field) with { To = reading.Value };
    }

    private void TakeValues(string name, Field field, string[] values)
    {
        var any = new List<object?>();
        foreach (var text in values)
        {
            var reading = text.Length == 0 ? default
                : field is LinkField && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number)
                : field is BilingualField && !text.Contains("||", StringComparison.Ordinal) ? new(StorableText.Line(text))
                : field.Accept(texts)(text);
            if (reading.IsWrong) Add(name, reading.Code!, reading.Message);
            else if (reading.Value is LinkKey key) keys.Add(((LinkField)field, key.Key));
            else any.Add(reading.Value);
        }

        if (any.Count > 0) where[field.Code] = Condition(field) with { AnyOf = any };
    }

    private async Task ResolveKeys(Database database, CancellationToken cancel)
    {
        if (keys.Count == 0) return;
        await using var context = database.Read();
        foreach (var group in keys.GroupBy(link => link.Field))
        {
            var target = types[group.Key.Target];
            var found = await context.ResolveAsync(target, [.. group.Select(link => link.Key).Distinct()], cancel);
            foreach (var (_, key) in group.Where(link => !found.ContainsKey(link.Key))) problems.Add(FieldProblems.Unresolved(group.Key.Code, target, key));
            var numbers = found.Values.Cast<object?>();
            where[group.Key.Code] = Condition(group.Key) with { AnyOf = [.. Condition(group.Key).AnyOf, .. numbers] };
        }
    }

    private Condition Condition(Field field) => where.GetValueOrDefault(field.Code) ?? new();

    private void Add(string name, string code, Text message) => problems.Add(new(name, code, message));

    private void Unknown(string name)
    {
        var near = NearestName.To(name, [.. type.Fields.Where(field => FilterKinds.Of(field).HasFlag(FilterKind.Value)).Select(field => field.Code), Words, Withdrawn, Sort]);
        Add(name, "filter.unknown", near is null
            ? ("この名前では絞り込めません。項目のコードは /api/v1/record-types にあります。", "There is nothing of this name to narrow by. See /api/v1/record-types for the codes of fields.")
            : ($"この名前では絞り込めません。「{near}」ではありませんか。", $"There is nothing of this name to narrow by. Did you mean “{near}”?"));
    }

    private void NotFiltered(string name, Field field, string end) => Add(name, "filter.not-by-this-field", end switch
    {
        From or To => ($"「{field.Label.Ja}」は範囲では絞り込めません。", $"{field.Label.En} has no from and to."),
        Contains => ($"「{field.Label.Ja}」は文字の一部では絞り込めません。", $"{field.Label.En} is no text that can contain another."),
        _ when field is NoteField => ($"「{field.Label.Ja}」は {field.Code}.contains か {field.Code}.has で絞り込んでください。", $"Narrow by {field.Label.En} with {field.Code}.contains or {field.Code}.has."),
        _ => ($"「{field.Label.Ja}」の値では絞り込めません。{field.Code}.has で有無を指定するか、q で探してください。", $"A list is not narrowed by values of {field.Label.En}. Use {field.Code}.has, or search by q."),
    });
}
