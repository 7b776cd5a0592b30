using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Reads the names of the UK sanctions list: on each line a JSON object with <c>id</c>, <c>kind</c>, <c>regime</c>,
/// <c>names</c> (<c>name</c>, <c>type</c>), <c>non_latin</c> (<c>names</c>, <c>name_non_latin_script</c>) and
/// <c>updated</c>. It states no countries and no addresses.
/// </summary>
public sealed class UkList
{
    private static readonly HashSet<string> Known = new(["id", "kind", "regime", "names", "non_latin"], StringComparer.Ordinal);
    private static readonly HashSet<string> KnownOfName = new(["name", "type"], StringComparer.Ordinal);
    private static readonly Text KnownKinds = Text.Same("Entity, Individual, Ship");
    private static readonly Text KnownNames = Text.Same("Primary Name, Primary Name Variation, Alias");

    private readonly ListRefusals refusals;

    private UkList(ListRefusals refusals) => this.refusals = refusals;

    /// <summary>Reads a file; refuses it whole where one line is not understood. A line on which nothing has a value is none.</summary>
    public static Result<ListVersion> Read(ListFile file, ListDates dates) => ListFile.Reading(() =>
    {
        var list = new UkList(file.Refusals());
        var entries = new ListEntries(list.refusals);
        using var table = file.Table(new() { Kind = SourceKind.JsonLines });
        foreach (var row in table.Rows())
            entries.Add(list.Entity(row.Json!.Value, ListPlace.Row(row.Line)), ListPlace.Row(row.Line));
        return entries.Version(ConcernList.UkSanctions, dates, ListFile.Sha256(file));
    });

    private EntityDraft Entity(JsonElement item, ListPlace place)
    {
        var draft = new EntityDraft(Value(item, "id", place), KindOf(Value(item, "kind", place), place));
        draft.Programmes.Add(Value(item, "regime", place));
        // the first name of an entry is its primary one, wherever the file has it
        var names = Items(item, "names", place).Select(name => Name(name, place)).ToList();
        foreach (var name in names.OrderBy(name => name.Kind != ListedNameKind.Primary)) draft.Names.Add(name);
        foreach (var name in OtherScripts(item, place)) draft.Name(Value(name, "name_non_latin_script", place), ListedNameKind.OtherScript);
        Remark(draft, item, Known);
        foreach (var name in Items(item, "names", place)) Remark(draft, name, KnownOfName);
        return draft;
    }

    /// <summary>Without any such name, the file has an empty array in the place of the object.</summary>
    private IEnumerable<JsonElement> OtherScripts(JsonElement item, ListPlace place) =>
        !item.TryGetProperty("non_latin", out var other) || other.ValueKind == JsonValueKind.Null || (other.ValueKind == JsonValueKind.Array && other.GetArrayLength() == 0)
            ? [] : other.ValueKind == JsonValueKind.Object ? Items(other, "names", place) : throw refusals.Missing(place, ("項目 non_latin.names ", "“non_latin.names”"));

    private static void Remark(EntityDraft draft, JsonElement item, HashSet<string> known)
    {
        foreach (var also in item.EnumerateObject().Where(property => !known.Contains(property.Name) && property.Value.ValueKind != JsonValueKind.Null))
            draft.Remark(also.Name, also.Value.ToString());
    }

    private ListedName Name(JsonElement item, ListPlace place) => new(Value(item, "name", place), NameKind(Value(item, "type", place), place));

    private ListedKind KindOf(string word, ListPlace place) => word.ToUpperInvariant() switch
    {
        "ENTITY" => ListedKind.Organisation,
        "INDIVIDUAL" => ListedKind.Person,
        "SHIP" => ListedKind.Vessel,
        _ => throw refusals.Unknown(place, ("種別（kind）", "kind"), word, KnownKinds),
    };

    // the publisher writes "Primary Name", "Primary name" and "ALias"
    private ListedNameKind NameKind(string word, ListPlace place) => word.ToUpperInvariant() switch
    {
        "PRIMARY NAME" => ListedNameKind.Primary,
        "PRIMARY NAME VARIATION" => ListedNameKind.Variation,
        "ALIAS" => ListedNameKind.Alias,
        _ => throw refusals.Unknown(place, ("名称の種類（type）", "type of name"), word, KnownNames),
    };

    private string Value(JsonElement item, string property, ListPlace place) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && ListText.OneLine(value.GetString()) is { } text
            ? text : throw refusals.Missing(place, ($"項目 {property} ", $"“{property}”"));

    private JsonElement.ArrayEnumerator Items(JsonElement item, string property, ListPlace place) =>
        item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray() : throw refusals.Missing(place, ($"項目 {property} ", $"“{property}”"));
}
