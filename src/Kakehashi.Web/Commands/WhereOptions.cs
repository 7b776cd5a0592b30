using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Web.Commands;

/// <summary>Which records a command is about: the type, and conditions on its fields.</summary>
internal static class WhereOptions
{
    public static readonly Option<string[]> Where = new("--where")
    {
        Description = "field=value, e.g. country=DE, state=in_force, started_on=2025-04-01..2026-03-31, unit= (none). The same field again means either. 絞り込み条件(同じ項目を重ねるといずれか)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The type of this name: agreements or agreement.</summary>
    public static Result<RecordType> TypeOf(Workspace workspace, string name) =>
        (workspace.Types.AtRoute(name) ?? workspace.Types.WithCode(name)) is { } type
            ? type
            : new Refusal("records.unknown-type", (
                $"「{name}」というデータはありません。使えるもの: {Known(workspace)}", $"There are no records called “{name}”. Known: {Known(workspace)}"));

    /// <summary>The conditions as a query, or why one cannot be read.</summary>
    public static async Task<Result<ListQuery>> ReadAsync(Workspace workspace, RecordType type, IEnumerable<string> conditions, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var where = new Dictionary<string, Condition>();
        foreach (var text in conditions)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var field = equals > 0 ? type.Field(text[..equals].Trim()) : null;
            if (field is null or BilingualField or PartsField or PlaceField) return UnknownField(type, text);
            var condition = await Read(workspace, context, field, text[(equals + 1)..].Trim(), cancel);
            if (!condition.IsDone) return condition.Refusal;
            where[field.Code] = where.TryGetValue(field.Code, out var one) ? one with { AnyOf = [.. one.AnyOf, .. condition.Value.AnyOf] } : condition.Value;
        }

        return new ListQuery { Where = where };
    }

    private static async Task<Result<Condition>> Read(Workspace workspace, RecordsContext context, Field field, string text, CancellationToken cancel)
    {
        if (text.Length == 0) return new Condition { AnyOf = [null] };
        if (field is (DayField or NumberField or AmountField) && text.IndexOf("..", StringComparison.Ordinal) is var dots and >= 0)
        {
            var (from, to) = (Value(workspace, field, text[..dots]), Value(workspace, field, text[(dots + 2)..]));
            return from.IsWrong ? Wrong(field, from) : to.IsWrong ? Wrong(field, to) : new Condition { From = from.Value, To = to.Value };
        }

        var reading = Value(workspace, field, text);
        if (reading.IsWrong) return Wrong(field, reading);
        if (reading.Value is not LinkKey key) return new Condition { AnyOf = [reading.Value] };
        var found = await context.ResolveAsync(workspace.Types[((LinkField)field).Target], [key.Key], cancel);
        return found.TryGetValue(key.Key, out var number)
            ? new Condition { AnyOf = [number] }
            : new Refusal("records.unknown-link", ($"{field.Code}: 「{key.Key}」は登録されていません。", $"{field.Code}: there is no record with the key “{key.Key}”."));
    }

    private static Reading Value(Workspace workspace, Field field, string text) =>
        text.Length == 0 ? default : field.Accept(new TextReaders(workspace.Codes))(text);

    private static Refusal Wrong(Field field, Reading reading) =>
        new("records.condition", ($"{field.Code}: {reading.Message.Ja}", $"{field.Code}: {reading.Message.En}"));

    private static Refusal UnknownField(RecordType type, string text)
    {
        var known = string.Join(", ", type.Fields.Where(field => field is not (BilingualField or PartsField or PlaceField)).Select(field => field.Code));
        return new("records.condition", (
            $"「{text}」は条件として読めません。項目=値 の形で指定してください。使える項目: {known}",
            $"“{text}” is not a condition. Write it as field=value. Fields: {known}"));
    }

    private static string Known(Workspace workspace) => string.Join(", ", workspace.Types.All.Select(type => type.Route));
}
