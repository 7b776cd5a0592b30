using System.CommandLine;
using System.Text.RegularExpressions;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.Extensions.Primitives;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary>Which records a command is about: the type, and conditions on its fields, in the names of the API.</summary>
internal static partial class WhereOptions
{
    public static readonly Option<string[]> Where = new("--where")
    {
        Description = T(
            "絞り込み条件(項目=値)。例: country=DE、state=in_force、started_on=2025-04-01..2026-03-31、unit=(値なし)、title.contains=exchange、note.has=true。同じ項目を重ねるといずれか。指標の定義と同じ条件式も可: \"direction = 'in' and country in ('FR', 'DE')\"",
            "field=value, e.g. country=DE, state=in_force, started_on=2025-04-01..2026-03-31, unit= (none), title.contains=exchange, note.has=true; the same field again means either. Or a condition as indicators write it: \"direction = 'in' and country in ('FR', 'DE')\"."),
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static readonly Option<string?> Sort = new("--sort")
    {
        Description = T("並べ替える項目(例: title.ja、降順は -started_on)。値のない記録は最後", "Field to sort by, e.g. title.ja; -started_on for descending order; those without a value come last."),
    };

    /// <summary>The type of this name: agreements or agreement.</summary>
    public static Result<RecordType> TypeOf(Workspace workspace, string name) =>
        (workspace.Types.AtRoute(name) ?? workspace.Types.WithCode(name)) is { } type
            ? type
            : new Refusal("records.unknown-type", (
                $"「{name}」というデータはありません。使えるもの: {Known(workspace)}", $"There are no records called “{name}”. Known: {Known(workspace)}"));

    /// <summary>The conditions as a query, or why one cannot be read.</summary>
    public static async Task<Result<ListQuery>> ReadAsync(Workspace workspace, RecordType type, ParseResult input, CancellationToken cancel)
    {
        var pairs = new Dictionary<string, StringValues>();
        if (input.GetValue(Sort) is { } sort) pairs[ListAddress.Sort] = sort;
        IReadOnlyList<long>? among = null;
        foreach (var text in input.GetValue(Where) ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var field = equals <= 0 ? null : type.Field(text[..equals].Split('.')[0].Trim());
            if (IsCondition(text, equals, field))
            {
                // beside a running server, which holds the file, the facts are worked out in memory
                workspace.Facts.MayUseMemory = true;
                var found = await workspace.FindAsync(type, text, TimeSpan.FromHours(1), cancel);
                if (!found.IsDone) return found.Refusal;
                among = among is null ? found.Value : [.. among.Intersect(found.Value)];
                continue;
            }

            if (field is null) return UnknownField(type, text);
            foreach (var (name, value) in Pairs(field, text[..equals].Trim(), text[(equals + 1)..].Trim()))
                pairs[name] = StringValues.Concat(pairs.GetValueOrDefault(name), value);
        }

        var query = await ListAddress.ReadAsync(workspace, type, new QueryCollection(pairs), [], cancel);
        return query.IsDone ? query.Value with { Among = among } : Wrong(query.Refusal);
    }

    /// <summary>In the language of the indicators: with a quoted value, another comparison than =, or one of its words.</summary>
    private static bool IsCondition(string text, int equals, Field? field) => field is null
        ? Words().IsMatch(text) || text.AsSpan().IndexOfAny('<', '>', '\'') >= 0
        : text[(equals + 1)..].TrimStart().StartsWith('\'');

    [GeneratedRegex(@"\b(and|or|not|in|is)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>From and to are two names in the API, and one condition here.</summary>
    private static (string Name, string Value)[] Pairs(Field field, string name, string value) =>
        field is DayField or NumberField or AmountField && value.IndexOf("..", StringComparison.Ordinal) is var dots and >= 0
            ? [(name + ListAddress.From, value[..dots].Trim()), (name + ListAddress.To, value[(dots + 2)..].Trim())]
            : [(name, value)];

    private static Refusal Wrong(Refusal refusal)
    {
        var problems = (refusal as ApiRefusal)?.Problems ?? [];
        string In(Language language) => string.Join(' ', problems.Select(problem => $"{problem.Field}: {problem.Message.In(language)}"));
        var code = problems.All(problem => problem.Code == "reference.unresolved") ? "records.unknown-link" : "records.condition";
        return new(code, (In(Language.Ja), In(Language.En)));
    }

    private static Refusal UnknownField(RecordType type, string text)
    {
        var known = string.Join(", ", type.Fields.Select(field => field.Code));
        return new("records.condition", (
            $"「{text}」は条件として読めません。項目=値 の形で指定してください。使える項目: {known}",
            $"“{text}” is not a condition. Write it as field=value. Fields: {known}"));
    }

    private static string Known(Workspace workspace) => string.Join(", ", workspace.Types.All.Select(type => type.Route));
}
