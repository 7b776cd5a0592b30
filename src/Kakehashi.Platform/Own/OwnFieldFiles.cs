using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Own;

namespace Kakehashi.Platform.Own;

/// <summary>
/// Reads the fields that a university adds to record types: one file for each type, <c>fields/mobility_period.yaml</c>,
/// in the catalogue and beside the data. Of a field that both declare, the declaration beside the data counts.
/// </summary>
public static class OwnFieldFiles
{
    /// <summary>The folder within the catalogue, and within the data.</summary>
    public const string Folder = "fields";

    /// <summary>The record types with their own fields.</summary>
    /// <param name="types">The record types of the product.</param>
    /// <param name="codes">The code lists.</param>
    /// <param name="folders">Folders that need not be there, the later ones over the earlier ones.</param>
    /// <exception cref="OwnFieldFault">There are mistakes; it has all of them.</exception>
    public static RecordTypes Extend(RecordTypes types, CodeLists codes, params IReadOnlyList<string> folders)
    {
        var mistakes = new List<OwnFieldMistake>();
        var declared = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .SelectMany(file => Read(file, types, codes, mistakes))
            .ToLookup(field => field.Type);
        var own = declared.ToDictionary(ofType => ofType.Key.Code, ofType => Together(ofType, mistakes));
        return mistakes.Count == 0 ? types.With(own) : throw new OwnFieldFault([.. mistakes.OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line)]);
    }

    private static IEnumerable<Declared> Read(string file, RecordTypes types, CodeLists codes, List<OwnFieldMistake> mistakes)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (types.WithCode(name) is not { } type)
        {
            mistakes.Add(new("F006", file, 1, (
                $"「{name}」という記録の種類はありません。ファイル名を次のどれかにしてください: {string.Join("、", types.All.Select(one => one.Code + ".yaml"))}。",
                $"There is no record type “{name}”. Name the file one of {string.Join(", ", types.All.Select(one => one.Code + ".yaml"))}.")));
            return [];
        }

        try
        {
            return new OwnFieldReader(type, types, codes, file, mistakes).Read(File.ReadAllText(file)).Select(field => new Declared(type, file, field)).ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(new("F001", file, 1, ($"ファイルを読めません: {fault.Message}", $"The file cannot be read: {fault.Message}")));
            return [];
        }
    }

    /// <summary>The fields of all files of one type: within a file no code and no label twice, of two files the later one counts.</summary>
    private static OwnFields Together(IEnumerable<Declared> declared, List<OwnFieldMistake> mistakes)
    {
        var counting = new List<Declared>();
        foreach (var one in declared)
        {
            var place = counting.FindIndex(other => other.Field.Field.Code == one.Field.Field.Code);
            if (place < 0) counting.Add(one);
            else if (counting[place].File == one.File) mistakes.Add(Twice(one, counting[place], one.Field.Field.Code));
            else counting[place] = one;
        }

        foreach (var (one, i) in counting.Select((one, i) => (one, i)))
            if (counting.Take(i).FirstOrDefault(other => SameLabel(one, other)) is { } other) mistakes.Add(Twice(one, other, one.Field.Field.Label.ToString()));
        return new([.. counting.Select(one => one.Field.Field)], [.. counting.Where(one => one.Field.IsDimension).Select(one => one.Field.Field)]);
    }

    private static bool SameLabel(Declared one, Declared other) =>
        OwnFieldReader.Spellings(one.Field.Field.Label).Intersect(OwnFieldReader.Spellings(other.Field.Field.Label), StringComparer.Ordinal).Any();

    private static OwnFieldMistake Twice(Declared one, Declared other, string what) => new("F008", one.File, one.Field.Line, (
        $"「{what}」は{other.File}の{other.Field.Line}行目にもあります。どちらかを変えてください。",
        $"“{what}” is in line {other.Field.Line} of {other.File} too. Change one of the two."));

    private sealed record Declared(RecordType Type, string File, DeclaredField Field);
}
