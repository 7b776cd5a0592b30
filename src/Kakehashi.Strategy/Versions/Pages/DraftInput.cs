using System.Globalization;
using System.Text.Json;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Tree;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Versions.Pages;

/// <summary>Reads the form in which a strategy is written: the draft it carries, with the fields of the part that is open.</summary>
internal static class DraftInput
{
    /// <summary>The key under which the strategy as a whole is open.</summary>
    public const int Whole = 0;

    /// <summary>Nothing is open.</summary>
    public const int None = -1;

    /// <summary>The draft; null where the form carries none that can be read.</summary>
    public static StrategyDraft? Read(IFormCollection form)
    {
        try
        {
            if (JsonSerializer.Deserialize<StrategyDraft>(form["draft"].ToString()) is not { } draft) return null;
            Take(form, draft, Open(form));
            return draft;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write(StrategyDraft draft) => JsonSerializer.Serialize(draft, Form);

    /// <summary>The key of the part that is open.</summary>
    public static int Open(IFormCollection form) => Number(form["open"]) ?? None;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The mistakes of a draft, each at the field it concerns; those of parts that are not open name the part.</summary>
    public static IReadOnlyList<Problem> Problems(StrategyDraft draft, IReadOnlyList<DefinitionMistake> mistakes, WrittenStrategy written, int open) =>
        [.. mistakes.Select(mistake =>
        {
            var field = written.FieldAt(mistake.Line);
            var key = KeyOf(field);
            // a list that is empty has no field of its own
            var isList = field.EndsWith(".actions", StringComparison.Ordinal) || field is "groups" or "goals";
            if (key == open && !isList) return new Problem(field, mistake.Code, mistake.Message);
            var code = draft.Part(key)?.Code is { Length: > 0 } known ? Text.Same(known) : key == Whole ? ("全体", "The whole") : ("コードのない項目", "A part without a code");
            return new Problem(null, mistake.Code, ($"{code.Ja}: {mistake.Message.Ja}", $"{code.En}: {mistake.Message.En}"));
        })];

    /// <summary>The part that a field belongs to.</summary>
    public static int KeyOf(string field) => field.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Number(field[..dot]) ?? Whole : Whole;

    private static JsonSerializerOptions Form { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Take(IFormCollection form, StrategyDraft draft, int open)
    {
        if (open == Whole)
        {
            (draft.Name, draft.Source) = (Both(form, "name"), Both(form, "source"));
            (draft.Code, draft.Date) = (StorableText.Line(form["code"].ToString()), DayOf(form["date"].ToString()));
        }
        else if (draft.Part(open) is { } part && form.ContainsKey(StrategyWriter.FieldOf(part, "title.ja")))
        {
            Take(form, draft, part);
        }
    }

    private static void Take(IFormCollection form, StrategyDraft draft, DraftPart part)
    {
        string Name(string name) => StrategyWriter.FieldOf(part, name);
        draft.Rename(part, StorableText.Line(form[Name("code")].ToString()));
        part.Title = Both(form, Name("title"));
        if (part is DraftGroup group) group.Label = Both(form, Name("label"));
        if (part is not DraftAction action) return;
        (action.Meaning, action.Owner) = (Both(form, Name("meaning")), Both(form, Name("owner")));
        var (goals, indicators) = (Ticked(form, Name("goal.")), Ticked(form, Name("indicator.")));
        action.Goals = [.. draft.Goals.Select(goal => goal.Code).Where(goals.Contains)];
        // those that stay keep their order: the first is shown first
        action.Indicators = [.. action.Indicators.Where(indicators.Contains), .. indicators.Except(action.Indicators)];
        if (draft.Groups.Find(one => one.Key == Number(form[Name("group")])) is { } into) draft.MoveTo(action, into);
    }

    private static List<string> Ticked(IFormCollection form, string prefix) =>
        [.. form.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..])];

    private static Bilingual Both(IFormCollection form, string name) =>
        new(StorableText.Line(form[name + ".ja"].ToString()), StorableText.Line(form[name + ".en"].ToString()));

    private static string DayOf(string text) => DayText.Read(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : StorableText.Line(text);
}
