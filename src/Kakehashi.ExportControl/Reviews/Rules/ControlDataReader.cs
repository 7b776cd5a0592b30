using System.Globalization;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>
/// Reads <c>export-control.yaml</c>. Its mistakes: X001 to X005 as of all definitions (no YAML, a key missing, an unknown
/// key, a wrong shape, a language missing); X006 a day that is none; X007 a country of which there is none; X008 an answer
/// that is neither yes nor no; X009 a sheet that is unknown or missing; X010 the same question twice; X011 nothing in it.
/// </summary>
public sealed class ControlDataReader
{
    private const string Name = "export-control.yaml";

    private readonly List<DefinitionMistake> mistakes = [];
    private readonly Func<string, bool> isCountry;

    private ControlDataReader(Func<string, bool> isCountry) => this.isCountry = isCountry;

    /// <summary>The data of a university: those beside its records, else those of the catalogue.</summary>
    /// <returns>Refusal: <c>review.data-mistakes</c>, which names all of them.</returns>
    public static Result<ControlData> Read(Workspace workspace)
    {
        var own = Path.Combine(workspace.Data, Name);
        var file = File.Exists(own) ? own : Path.Combine(workspace.Catalogue, Name);
        var (data, mistakes) = Read(Name, File.ReadAllText(file), code => workspace.Codes["countries"].Find(code) is not null);
        if (mistakes.Count == 0) return data!;
        return new Refusal("review.data-mistakes", (
            $"{Name} に誤りがあるため、審査を進められません：{string.Join(" / ", mistakes.Select(one => $"{one.Line}行目 {one.Message.Ja}"))}",
            $"{Name} has mistakes, and reviews cannot go on: {string.Join(" / ", mistakes.Select(one => $"line {one.Line}: {one.Message.En}"))}"));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name that mistakes are reported under.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="isCountry">Whether there is a country with a code.</param>
    public static (ControlData? Data, IReadOnlyList<DefinitionMistake> Mistakes) Read(string file, string yaml, Func<string, bool> isCountry)
    {
        var reader = new ControlDataReader(isCountry);
        var documents = DefinitionMap.Read(file, yaml, 'X', reader.mistakes);
        var data = documents is [var root] ? reader.Of(root) : null;
        if (data is null && reader.mistakes.Count == 0) reader.mistakes.Add(new("X011", file, 1, ("中身がありません。", "There is nothing in it.")));
        return (reader.mistakes.Count == 0 ? data : null, [.. reader.mistakes.OrderBy(one => one.Line)]);
    }

    private ControlData Of(DefinitionMap root)
    {
        List<DateOnly> provisions = [.. root.Maps("provisions").Select(ProvisionOf).Order()];
        List<Destinations> groups = [.. root.Maps("destinations").Select(DestinationsOf).OrderBy(one => one.From)];
        List<Sheet> sheets = [.. root.Maps("sheets").Select(SheetOf).OrderBy(one => one.From)];
        root.NoteUnknown();
        if (groups.Count == 0) root.Note("X011", root.LineOf("destinations"), ("仕向地の区分が1つ以上必要です。", "At least one version of the groups of destinations is needed."));
        foreach (var missing in Sheet.Known.Except(sheets.Select(sheet => sheet.Code)))
            root.Note("X009", root.LineOf("sheets"), ($"シート「{missing}」がありません。", $"The sheet \"{missing}\" is missing."));
        return new(provisions, groups, sheets);
    }

    private static DateOnly ProvisionOf(DefinitionMap map)
    {
        var from = DayOf(map);
        SourceOf(map);
        map.NoteUnknown();
        return from;
    }

    private Destinations DestinationsOf(DefinitionMap map)
    {
        var group = new Destinations(DayOf(map), SourceOf(map), Countries(map, "group_a"), Countries(map, "embargo"));
        map.NoteUnknown();
        return group;
    }

    private HashSet<string> Countries(DefinitionMap map, string key)
    {
        foreach (var (word, line) in map.Words(key).Where(one => !isCountry(one.Word)))
            map.Note("X007", line, ($"「{word}」という国・地域のコードはありません。", $"There is no country or area with the code \"{word}\"."));
        return [.. map.Words(key).Select(one => one.Word)];
    }

    private static Sheet SheetOf(DefinitionMap map)
    {
        var code = map.Scalar("code", required: true) ?? "";
        if (!Sheet.Known.Contains(code)) map.Note("X009", map.LineOf("code"), ($"シートは {string.Join("、", Sheet.Known)} のどれかです。", $"A sheet is one of {string.Join(", ", Sheet.Known)}."));
        var sheet = new Sheet(code, map.Bilingual("name"), DayOf(map), SourceOf(map), [.. map.Maps("questions").Select(QuestionOf)]);
        map.NoteUnknown();
        foreach (var twice in sheet.Questions.GroupBy(question => question.Code).Where(same => same.Count() > 1))
            map.Note("X010", map.LineOf("questions"), ($"設問「{twice.Key}」が2回あります。", $"The question \"{twice.Key}\" is there twice."));
        return sheet;
    }

    private static SheetQuestion QuestionOf(DefinitionMap map)
    {
        var (code, leads) = (map.Scalar("code", required: true) ?? "", map.Scalar("leads_on", required: true));
        var text = new Text(map.Scalar("ja", required: true) ?? "", map.Scalar("en", required: true) ?? "");
        map.NoteUnknown();
        if (leads is not (null or "yes" or "no")) map.Note("X008", map.LineOf("leads_on"), ("yes か no を書いてください。", "Write yes or no."));
        return new(code, text, leads == "no" ? SheetAnswer.No : SheetAnswer.Yes);
    }

    private static DateOnly DayOf(DefinitionMap map)
    {
        var text = map.Scalar("from", required: true);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text is not null) map.Note("X006", map.LineOf("from"), ("2025-10-09 の形の日付を書いてください。", "Write a day, as 2025-10-09."));
        return default;
    }

    private static ControlSource SourceOf(DefinitionMap map) => new(map.Bilingual("source"), map.Scalar("source_address", required: true) ?? "");
}
