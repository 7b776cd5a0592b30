using System.Text.Json;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Platform.History.Pages;

/// <summary>A field before and after, and whether something of it was redacted.</summary>
internal sealed record FieldChange(Field Field, object? Before, object? After, bool IsBeforeErased, bool IsAfterErased)
{
    /// <summary>The records that it links to.</summary>
    public IEnumerable<Link> Links => LinkCaptions.Of(Field, Before).Concat(LinkCaptions.Of(Field, After));

    /// <summary>What an update has changed, from the JSON of the history.</summary>
    public static IReadOnlyList<FieldChange> Read(RecordType type, string values)
    {
        var changes = new List<FieldChange>();
        using var json = JsonDocument.Parse(values);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            var (before, after) = (property.Value[0], property.Value[1]);
            var (isBeforeErased, isAfterErased) = (Redaction.HasMark(before), Redaction.HasMark(after));
            if (type.Field(property.Name) is { } field && (!field.IsOwn || (Fits(field, before) && Fits(field, after))))
                changes.Add(new(field, StoredReaders.Read(field, before), StoredReaders.Read(field, after), isBeforeErased, isAfterErased));
            else if (property.Name.StartsWith(OwnFields.Prefix, StringComparison.Ordinal))
                changes.Add(new(OwnFields.Remnant(property.Name, type.Field(property.Name)), isBeforeErased ? null : OwnFields.RemnantText(before), isAfterErased ? null : OwnFields.RemnantText(after), isBeforeErased, isAfterErased));
        }

        return changes;
    }

    private static bool Fits(Field field, JsonElement stored) => stored.ValueKind == JsonValueKind.Null || Redaction.IsMark(stored) || OwnReaders.Fits(field, stored);
}
