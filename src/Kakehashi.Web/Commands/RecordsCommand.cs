using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>records [TYPE [NUMBER]]</c>: what is there, a list, or one record with its history.</summary>
internal static class RecordsCommand
{
    private const int HistoryLimit = 200;
    private const int ShownLimit = 20;
    private const int BlockSize = 1_000;

    private static readonly Argument<string?> Type = new("type") { Description = T("データの種類(省略すると一覧)", "E.g. agreements; none for a list of types."), Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<long?> Number = new("number") { Description = T("1件だけ表示するときの番号", "The number of one record."), Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<int?> Limit = new("--limit")
    {
        Description = T("最大件数(省略時は20件、--json と --csv では全件)", "How many at most; else 20, and with --json or --csv all."),
    };

    private static readonly Option<bool> Csv = new("--csv")
    {
        Description = T("結果をCSVで標準出力に書く(列は export と同じ)", "CSV on standard output, in the columns of export."),
    };

    public static Command Define()
    {
        var command = new Command("records", T(
            "データの種類と件数、種類を指定すると一覧、番号も指定すると1件と履歴を表示する",
            "Show what there is: the types with their counts; with a type its records; with a number too that record and its history."))
            { Type, Number, WhereOptions.Where, WhereOptions.Sort, Limit, WorkspaceOptions.Data, WorkspaceOptions.Json, Csv };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        if (input.GetValue(Type) is not { } name) return await Types(workspace, input, cancel);
        var type = WhereOptions.TypeOf(workspace, name);
        if (!type.IsDone) return Answer.Refuse(input, type.Refusal);
        return input.GetValue(Number) is { } number
            ? await One(workspace, type.Value, number, input, cancel)
            : await List(workspace, type.Value, input, cancel);
    }

    private static async Task<int> Types(Workspace workspace, ParseResult input, CancellationToken cancel)
    {
        var counts = new List<(RecordType Type, long Count)>();
        await using var context = workspace.Database.Read();
        foreach (var type in workspace.Types.All) counts.Add((type, await type.Accept(new Counting(context, cancel))));
        Answer.Give(input, new { Types = counts.Select(pair => new { Type = pair.Type.Route, pair.Count }) },
            (Lines(Language.Ja), Lines(Language.En)));
        return ExitCodes.Done;

        string Lines(Language language) => string.Join('\n', counts.Select(pair =>
            string.Create(CultureInfo.InvariantCulture, $"{pair.Count,10:N0}  {pair.Type.Route,-20} {pair.Type.Many.In(language)}")));
    }

    private static async Task<int> List(Workspace workspace, RecordType type, ParseResult input, CancellationToken cancel)
    {
        var query = await WhereOptions.ReadAsync(workspace, type, input, cancel);
        if (!query.IsDone) return Answer.Refuse(input, query.Refusal);
        if (input.GetValue(Csv)) await WriteCsv(workspace, type, query.Value, input, cancel);
        else if (input.GetValue(WorkspaceOptions.Json)) await WriteJson(workspace, type, query.Value, Most(input), cancel);
        else await WriteLines(workspace, type, query.Value, input, cancel);
        return ExitCodes.Done;
    }

    /// <summary>A person reads a first page; a program wants all, or it would take a part for the whole.</summary>
    private static long Most(ParseResult input) => Math.Max(1, input.GetValue(Limit) ?? long.MaxValue);

    private static async Task WriteCsv(Workspace workspace, RecordType type, ListQuery query, ParseResult input, CancellationToken cancel)
    {
        await using var output = Console.OpenStandardOutput();
        await new RecordExport(workspace) { Most = Most(input) }.WriteAsync(type, query, Actor.Local, ExportFormat.Csv, WorkspaceOptions.LanguageOf(input), output, cancel: cancel);
    }

    private static async Task WriteJson(Workspace workspace, RecordType type, ListQuery query, long most, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var walk = new RecordWalk(workspace.Database, context, type, query, Actor.Local);
        var (count, last) = (0L, (WalkPlace?)null);
        Console.Out.Write("{\"records\":[");
        while (await walk.NextAsync(last, (int)Math.Min(BlockSize, most - count), cancel) is { Count: > 0 } block)
        {
            Console.Out.Write((count > 0 ? "," : "") + string.Join(',', block.Select(record => Json(type, record))));
            (count, last) = (count + block.Count, walk.PlaceOf(block[^1]));
        }

        Console.Out.WriteLine("]}");
    }

    private static async Task WriteLines(Workspace workspace, RecordType type, ListQuery query, ParseResult input, CancellationToken cancel)
    {
        var (language, limit) = (WorkspaceOptions.LanguageOf(input), Math.Max(1, input.GetValue(Limit) ?? ShownLimit));
        await using var context = workspace.Database.Read();
        var found = await new RecordWalk(workspace.Database, context, type, query, Actor.Local).NextAsync(null, limit + 1, cancel);
        foreach (var record in found.Take(limit)) Console.Out.WriteLine(Line(type, record, language));
        if (found.Count > limit) Console.Error.WriteLine(((Text)("ほかにもあります。--limit で件数を指定してください。", "There are more: say how many with --limit.")).In(language));
    }

    private static async Task<int> One(Workspace workspace, RecordType type, long number, ParseResult input, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        if (await context.FindAsync(type, number, Actor.Local, cancel) is not { } record)
            return Answer.Refuse(input, new("records.not-found", ($"{type.One.Ja} #{number} はありません。", $"There is no {type.One.En.ToLowerInvariant()} #{number}.")));
        var history = await context.HistoryAsync(number, HistoryLimit, cancel);
        if (input.GetValue(WorkspaceOptions.Json))
            Console.Out.WriteLine($"{{\"record\":{Json(type, record)},\"history\":[{string.Join(',', history.Select(Json))}]}}");
        else WriteOne(type, record, history, WorkspaceOptions.LanguageOf(input));
        return ExitCodes.Done;
    }

    private static void WriteOne(RecordType type, Record record, IReadOnlyList<HistoryEntry> history, Language language)
    {
        Console.Out.WriteLine(Line(type, record, language));
        foreach (var field in type.Fields)
            if (field.Read(record) is { } value) Console.Out.WriteLine($"  {field.Label.In(language)} ({field.Code}): {ValueTexts.Of(field, value).Replace("\n", "; ", StringComparison.Ordinal)}");
        Console.Out.WriteLine(((Text)("履歴", "History")).In(language));
        foreach (var (change, set) in history)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {set.At:yyyy-MM-dd HH:mm} UTC  {set.Actor} ({set.Origin})  {change.Kind}  {(change.Kind == ChangeKinds.Updated ? change.Values : ErasedNote.Of(change)?.Reason)}").TrimEnd());
    }

    private static string Line(RecordType type, Record record, Language language)
    {
        var caption = type.Caption(record).In(language);
        var listed = type.Fields.Where(field => field.IsListed && field is not (BilingualField or LinkField or PartsField)).Select(field => (field.Code, Text: ValueTexts.Of(field, field.Read(record))));
        return string.Create(CultureInfo.InvariantCulture, $"#{record.Number}  {caption}  {string.Join(' ', listed.Where(pair => pair.Text.Length > 0).Select(pair => $"{pair.Code}={pair.Text}"))}");
    }

    private static string Json(RecordType type, Record record)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = Answer.JsonOptions.Encoder }))
        {
            json.WriteStartObject();
            json.WriteNumber("number", record.Number);
            json.WriteNumber("version", record.Version);
            foreach (var field in type.Fields)
            {
                json.WritePropertyName(field.Code);
                if (field.Read(record) is { } value) field.Accept(JsonWriters.Instance)(json, value);
                else json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Json(HistoryEntry entry) => JsonSerializer.Serialize(
        new
        {
            entry.Set.At,
            entry.Set.Actor,
            entry.Set.Origin,
            entry.Set.Batch,
            ChangeSet = entry.Set.Id,
            entry.Change.Version,
            entry.Change.Kind,
            entry.Change.Row,
            Values = entry.Change.Values is { } values ? JsonElement.Parse(values) : (JsonElement?)null,
        },
        Answer.JsonOptions);

    private sealed class Counting(RecordsContext context, CancellationToken cancel) : IEntityVisitor<Task<long>>
    {
        public Task<long> Visit<T>(RecordType<T> type)
            where T : Record<T>, new() => context.Set<T>().LongCountAsync(record => !record.IsWithdrawn, cancel);
    }
}
